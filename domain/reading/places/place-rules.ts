import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import type { Placed, ReadSentence } from '../clauses/read-sentence.ts';
import { placeRuleWords } from '../lexicon/story/places.ts';

/** Places of a sentence where nothing of what it tells happened, and places that are told twice. */

/** From "said" or "left" to its place: "left on Saturday for Pinga", in tokens. */
const reach = 8;

/** "The governor said in Bunia", "left for Pinga": where somebody speaks, or where somebody goes. */
export function isElsewhere(analysis: ReadSentence, placed: Placed<SettledPlace>): boolean {
  return isSpeakers(analysis, placed) || isDestination(analysis, placed);
}

/** "said in Bunia", "told reporters in Bunia", "a déclaré à Bunia". */
function isSpeakers({ tokens, dates }: ReadSentence, { first }: Placed<SettledPlace>): boolean {
  if (!placeRuleWords.locatives.has(tokens[first - 1]?.word ?? '')) return false;
  let at = first - 2;
  const isBetween = (i: number) =>
    placeRuleWords.toldWhom.has(tokens[i]!.word) || dates.some((date) => i >= date.first && i < date.last);
  while (at >= 0 && at > first - reach && isBetween(at)) at -= 1;
  return placeRuleWords.spoke.has(tokens[at]?.word ?? '');
}

function isDestination({ tokens, dates }: ReadSentence, { first }: Placed<SettledPlace>): boolean {
  if (!placeRuleWords.bound.has(tokens[first - 1]?.word ?? '')) return false;
  for (let i = first - 2; i >= 0 && i > first - 2 - reach; i -= 1) {
    if (placeRuleWords.departs.has(tokens[i]!.word)) return true;
    if (!tokens[i]!.isWord && !dates.some((date) => i >= date.first && i < date.last)) return false;
  }
  return false;
}

/**
 * The places of a run without those that only tell where the one before lies: "in Bunyuka, Beni, on Saturday". Where
 * an "and" stands, or three or more names, it is a list.
 */
export function withoutContaining(
  { tokens }: ReadSentence,
  run: readonly Placed<SettledPlace>[],
): readonly Placed<SettledPlace>[] {
  if (run.length !== 2) return run;
  const [a, b] = [...run].sort((one, other) => one.first - other.first) as [
    Placed<SettledPlace>,
    Placed<SettledPlace>,
  ];
  const between = tokens.slice(a.last, b.first);
  return between.some(({ word }) => placeRuleWords.and.has(word)) ? run : [a];
}
