import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import { distanceKm } from '../../sphere.ts';
import type { Placed, ReadSentence } from '../clauses/read-sentence.ts';
import { placeRuleWords } from '../lexicon/story/places.ts';
import { isPoint, isWide } from './event-place.ts';

/** What the rest of the text says of where a place lies that its own sentence leaves open. */

/** A quarter further from the town that the text speaks of than this is one of another town, of the same name. */
const quarterKm = 40;
/** So many sentences back the town of a quarter may be named. */
const townReach = 3;
/** How far off a place may be of which only a town is known that is named with it, in km. */
const vagueKm = 50;
/** How far behind "the village is" a distance may stand, in tokens. */
const descriptionReach = 16;

type Seen = { town: SettledPlace; index: number };

/** The sentences with the places settled that only the text as a whole settles. */
export function settleInText(
  analyses: readonly ReadSentence[],
  dateline: SettledPlace | null,
): ReadSentence[] {
  const described = descriptionsIn(analyses);
  let seen: Seen | null = null;
  let area: Seen | null = null;
  return analyses.map((analysis) => {
    const places = analysis.places.map((placed) => {
      const before = seen && analysis.index - seen.index <= townReach ? seen.town : null;
      const around = area && analysis.index - area.index <= townReach ? area.town : null;
      const of = isUnknown(placed.of)
        ? settleUnknown(analysis, placed, described, { town: before ?? dateline, near: before ?? around })
        : settleQuarter(analysis, placed, before);
      if (isTown(of)) seen = { town: of, index: analysis.index };
      else if (of.place && isWide(of) && of.locationPrecision === 3)
        area = { town: of, index: analysis.index };
      return of === placed.of ? placed : { ...placed, of };
    });
    return { ...analysis, places };
  });
}

function isUnknown({ place, mention }: SettledPlace): boolean {
  return place === null && !mention.isOperator;
}

function isTown(settled: SettledPlace): boolean {
  return (
    settled.place?.kind === 'locality' &&
    settled.latitude !== null &&
    isPoint(settled) &&
    !isWide(settled) &&
    !settled.mention.isReference
  );
}

/** "in the Jabe market", "les communes d'Ibanda et de Kadutu". */
function isQuarter({ tokens }: ReadSentence, { first, last }: Placed<unknown>): boolean {
  const before = tokens.slice(Math.max(0, first - 5), first);
  const at = before.findLastIndex(({ word }) => placeRuleWords.quarters.has(word));
  const isBefore =
    at >= 0 &&
    before
      .slice(at + 1)
      .every(({ word, raw }) => placeRuleWords.beforeQuarter.has(word) || /^\p{Lu}/u.test(raw));
  return isBefore || placeRuleWords.quarters.has(tokens[last]?.word ?? '');
}

function settleUnknown(
  analysis: ReadSentence,
  placed: Placed<SettledPlace>,
  described: ReadonlyMap<string, SettledPlace>,
  // Of a quarter the town where the report was written will do; a village may be anywhere in the country.
  { town, near }: { town: SettledPlace | null; near: SettledPlace | null },
): SettledPlace {
  const { of } = placed;
  const known = described.get(of.mention.name);
  if (known && known.locationPrecision < of.locationPrecision)
    return at(of, known, known.locationPrecision, known.uncertaintyKm);
  if (of.latitude !== null) return of;
  if (town && isQuarter(analysis, placed)) return at(of, town, 2, 10);
  if (!near) return of;
  return at(of, near, 3, Math.max(vagueKm, near.uncertaintyKm));
}

/** A quarter that bears the name of a far town lies in the town that the text speaks of. */
function settleQuarter(
  analysis: ReadSentence,
  placed: Placed<SettledPlace>,
  town: SettledPlace | null,
): SettledPlace {
  const { of } = placed;
  if (!town || !of.place || of.latitude === null || of.longitude === null) return of;
  if (of.place.kind === 'country' || of.place.kind === 'site' || of.place === town.place) return of;
  if (!isQuarter(analysis, placed)) return of;
  const km = distanceKm(
    { latitude: of.latitude, longitude: of.longitude },
    { latitude: town.latitude!, longitude: town.longitude! },
  );
  return km <= quarterKm ? of : { ...at(of, town, 2, 10), place: town.place, siteIds: [], rivals: [] };
}

function at(
  of: SettledPlace,
  { latitude, longitude }: SettledPlace,
  locationPrecision: SettledPlace['locationPrecision'],
  uncertaintyKm: number,
): SettledPlace {
  return { ...of, latitude, longitude, locationPrecision, uncertaintyKm };
}

/** For each unknown name the best that any sentence tells of where it lies. */
function descriptionsIn(analyses: readonly ReadSentence[]): Map<string, SettledPlace> {
  const best = new Map<string, SettledPlace>();
  const firstWords = new Map<string, string>();
  const learn = (name: string, settled: SettledPlace) => {
    const known = best.get(name);
    if (!known || settled.locationPrecision < known.locationPrecision) best.set(name, settled);
  };
  for (const { places, tokens } of analyses) {
    for (const { of, first } of places) {
      if (!isUnknown(of)) continue;
      firstWords.set(tokens[first]!.raw, of.mention.name);
      if (of.latitude !== null) learn(of.mention.name, of);
    }
  }
  if (firstWords.size === 0) return best;
  let last: string | null = null;
  for (const analysis of analyses) {
    const { tokens } = analysis;
    for (const [i, { raw, word }] of tokens.entries()) {
      const name = firstWords.get(raw);
      if (name) last = name;
      const isSubject =
        name !== undefined || (last !== null && i <= 1 && placeRuleWords.settlements.has(word));
      const place = isSubject && last ? distanceAfter(analysis, i) : null;
      if (place && last)
        learn(last, { ...place, locationPrecision: 2, uncertaintyKm: Math.max(15, place.uncertaintyKm) });
    }
  }
  return best;
}

/** "… is seven kilometres from Manguredjipa", "not far from Bule" behind a subject. */
function distanceAfter({ tokens, places, triggers }: ReadSentence, subject: number): SettledPlace | null {
  const next = places.find(({ first, of }) => first > subject && !isUnknown(of));
  if (!next || next.first > subject + descriptionReach || next.of.latitude === null || isWide(next.of))
    return null;
  const isTold = next.of.mention.offset !== null || next.of.mention.relation === 'near';
  const between = tokens.slice(subject + 1, next.first);
  const isPlain = between.some(({ word }) => placeRuleWords.isSituated.has(word));
  return isTold && isPlain && !triggers.some(({ first }) => first > subject && first < next.first)
    ? next.of
    : null;
}
