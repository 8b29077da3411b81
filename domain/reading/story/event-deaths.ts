import { distanceFromTrigger } from '../clauses/distance-from-trigger.ts';
import type { Placed, ReadSentence } from '../clauses/read-sentence.ts';
import type { DeathsMention } from '../deaths/deaths.ts';
import { phrases } from '../lexicon/modality/phrases.ts';
import { storyWords } from '../lexicon/story/story.ts';
import { isPoint, isWide } from '../places/event-place.ts';

export type Toll = Pick<DeathsMention, 'low' | 'best' | 'high'>;

/** A toll further from its verb than this, in tokens, is told of something else. */
const maxCost = 50;

/** The dead of what a trigger tells of; of several numbers the largest, for the smaller ones are parts of it. */
export function deathsNear(analysis: ReadSentence, trigger: { first: number; end: number }): Toll | null {
  const told = analysis.deaths.filter(
    (placed) => isToll(analysis, placed) && distanceFromTrigger(analysis, trigger, placed, []) < maxCost,
  );
  return largest(told);
}

/** The toll of a sentence that tells of no event itself: "At least 45 residents were killed." */
export function deathsTold(analysis: ReadSentence): Toll | null {
  if (analysis.dates.some(({ of }) => of.role === 'past' || of.role === 'future')) return null;
  return largest(analysis.deaths.filter((placed) => isToll(analysis, placed) && (placed.of.best ?? 0) > 0));
}

function largest(told: readonly Placed<DeathsMention>[]): Toll | null {
  if (told.length === 0) return null;
  // "Eighteen people, nine of them children": the whole, not its part.
  const size = ({ of: { best, low, high } }: (typeof told)[number]) => best ?? low ?? high ?? 0;
  return told.reduce((a, b) => (size(b) > size(a) ? b : a)).of;
}

/** The dead of one event: not a total over months, nor that of a whole province. */
function isToll(analysis: ReadSentence, placed: Placed<DeathsMention>): boolean {
  return (
    placed.of.kind === 'killed' &&
    !placed.of.cumulative &&
    !isOfProvince(analysis, placed) &&
    !isOfSeveral(analysis, placed)
  );
}

/** How far behind a toll its province may be told, in tokens. */
const provinceReach = 4;

/** "an outburst that has cost 15 lives in North Kivu": a total over many places, unless a day or one of them is named. */
function isOfProvince({ places, tokens, dates }: ReadSentence, { last }: Placed<DeathsMention>): boolean {
  if (dates.some(({ of }) => of.role === 'when' && of.precision === 1 && !of.isAttribution)) return false;
  const next = places.find(({ first }) => first >= last);
  if (!next || next.first > last + provinceReach || !isWide(next.of) || next.of.locationPrecision < 4)
    return false;
  if (!storyWords.beforeRegion.has(tokens[next.first - 1]?.word ?? '')) return false;
  return !places.some(({ of, first, last: end }) =>
    end <= last || (first > next.first && first < next.last + 8) ? isPoint(of) : false,
  );
}

/** "counts 319 dead in four villages": a total over several places. */
function isOfSeveral({ tokens }: ReadSentence, { first, last }: Placed<DeathsMention>): boolean {
  return tokens
    .slice(first, last + 14)
    .some(({ word }, i, near) => storyWords.manyPlaces.has(word) && isSeveral(near[i - 1]?.word ?? ''));
}

/** "claims to have killed 47 soldiers", "affirme avoir tué": what one side says it did to the other. */
export function isBoast({ sentence }: ReadSentence): boolean {
  return boast.test(sentence.text.slice(0, 2_000));
}

const boast = new RegExp(`(?<!\\p{L})${phrases.boasts}`, 'iu');

function isSeveral(word: string): boolean {
  return /^\d{1,2}$/.test(word) || storyWords.several.has(word);
}
