import { eventTypeOf } from '../../acled.ts';
import { distanceKm } from '../../sphere.ts';
import type { ReadSentence } from '../clauses/read-sentence.ts';
import { isPoint } from '../places/event-place.ts';
import type { Draft } from '../story/draft.ts';
import { deathsTold, isBoast } from '../story/event-deaths.ts';

/** So many sentences before and after the last that tells of an event its toll may stand. */
const ahead = 2;
const behind = 3;
/** A sentence that names a place further off tells of something else. */
const samePlaceKm = 25;

/**
 * Gives events without a toll the one that a sentence near them tells: "At least 45 residents of the site were killed."
 * Where the text tells of one act of violence only, the toll of the title is its own too.
 */
export function joinTolls(drafts: readonly Draft[], analyses: readonly ReadSentence[]): void {
  const violent = drafts.filter(({ subType }) => {
    const type = eventTypeOf(subType);
    return type !== 'Strategic developments' && type !== 'Protests';
  });
  const used = new Set(
    violent.flatMap(({ claims }) =>
      claims.filter(({ deaths }) => deaths).map(({ analysis }) => analysis.index),
    ),
  );
  for (const analysis of analyses) {
    if (used.has(analysis.index) || isBoast(analysis)) continue;
    const toll = deathsTold(analysis);
    const draft = toll && (analysis.inTitle ? onlyOne(violent) : ownerOf(violent, analysis));
    if (draft && draft.deaths === null) draft.deaths = toll;
  }
}

function onlyOne(drafts: readonly Draft[]): Draft | null {
  return drafts.length === 1 ? drafts[0]! : null;
}

/** The event that was told of last before the sentence; before the first one, that. */
function ownerOf(drafts: readonly Draft[], analysis: ReadSentence): Draft | null {
  const near = drafts.filter(({ claims }) =>
    claims.some((claim) => {
      const gap = analysis.index - claim.analysis.index;
      return gap >= -ahead && gap <= behind;
    }),
  );
  const firstOf = ({ claims }: Draft) => Math.min(...claims.map((claim) => claim.analysis.index));
  const owner = near.findLast((draft) => firstOf(draft) <= analysis.index) ?? near[0];
  return owner && !isElsewhere(owner, analysis) ? owner : null;
}

function isElsewhere({ place }: Draft, { places }: ReadSentence): boolean {
  const { latitude, longitude } = place;
  const named = places.filter(({ of }) => isPoint(of) && of.mention.isLocative && of.latitude !== null);
  if (named.length === 0 || latitude === null || longitude === null) return false;
  return named.every(
    ({ of }) =>
      distanceKm({ latitude, longitude }, { latitude: of.latitude!, longitude: of.longitude! }) > samePlaceKm,
  );
}
