import { classWords } from '../reading/lexicon/gazetteer/classes.ts';
import { directions } from '../reading/lexicon/gazetteer/compass.ts';
import { isOrdinary } from '../reading/lexicon/gazetteer/names.ts';
import type { Sentence, Span } from '../reading/text/text.ts';
import { tokenize } from '../reading/text/tokens.ts';
import { findInSpans } from './find-places.ts';
import type { Gazetteer } from './gazetteer.ts';
import { roughKm } from './geometry.ts';
import type { PlaceMention } from './mention.ts';
import { isArea, type Place, radiusOf } from './place.ts';
import { type SettledPlace, settlePlaces } from './settle-places.ts';

/** What is known of the place besides its text. */
export type PlaceTextContext = {
  /** ISO 3166-1 alpha-2: places of other countries are then only taken where none of this one has the name. */
  country?: string | null;
};

/**
 * Reads a text that is no prose but tells a place: "Kishishe village, Bwito chiefdom in Rutshuru territory", "20 km
 * north of Beni". Answers the place that it means, the closest one that it names; an area where nothing closer is
 * known; null where no name in it is known.
 */
export function readPlaceText(
  text: string,
  gazetteer: Gazetteer,
  { country = null }: PlaceTextContext = {},
): SettledPlace | null {
  const cut = text.slice(0, 2000);
  const mentions = findInSpans(cut, partsOf(cut), gazetteer, true).map((mention) =>
    country ? withinCountry(mention, country) : mention,
  );
  const settled = settlePlaces(mentions, gazetteer);
  const hasArea = settled.some(({ place }) => place && isArea(place.kind) && place.kind !== 'country');
  let best: SettledPlace | null = null;
  let bestRank = Number.NEGATIVE_INFINITY;
  for (const place of settled) {
    let rank = rankOf(place, hasArea);
    const unknown = hasUnknownBefore(place, mentions, cut);
    // "Bikunje village, Waloaluanda area, Walikale": the town is named for its territory.
    if (unknown && place.place?.kind === 'locality') rank -= territoryOf(place) ? 14 : 3;
    if (country && place.place?.country !== country) rank -= 60;
    if (place.place && rank > bestRank) {
      best = place;
      bestRank = rank;
    }
  }
  if (!best || bestRank < -20) return null;
  return hasUnknownBefore(best, mentions, cut) ? widened(best) : best;
}

/** "Makoka, Rutshuru": Makoka is not known, and Rutshuru only tells where it is, by town or territory. */
function hasUnknownBefore(
  { mention, place }: SettledPlace,
  mentions: readonly PlaceMention[],
  text: string,
): boolean {
  if (place?.kind !== 'locality' || mention.classWord === 'locality' || mention.offset) return false;
  const from = Math.max(0, mention.start - 70);
  for (const { start, end, plain, shape } of tokenize(text.slice(from, mention.start), from)) {
    if (shape === 'lower' || shape === 'number' || plain.length < 4) continue;
    if (isOrdinary(plain) || classWords.has(plain) || directions.has(plain)) continue;
    if (!mentions.some((other) => other.start < end && other.end > start)) return true;
  }
  return false;
}

function territoryOf({ mention, place }: SettledPlace): Place | null {
  return (
    mention.candidates.find(
      (other) => other.kind === 'admin2' && place && roughKm(other, place) < radiusOf(other),
    ) ?? null
  );
}

function widened(settled: SettledPlace): SettledPlace {
  const territory = territoryOf(settled);
  const km = territory ? Math.round(radiusOf(territory) * 1.6) : unknownKm;
  return { ...settled, locationPrecision: 3, uncertaintyKm: Math.max(settled.uncertaintyKm, km) };
}

/** A village in or near a town of which nothing more is said. */
const unknownKm = 30;

/** Lines and half sentences: a name does not go on beyond them. */
function partsOf(text: string): (Span & Pick<Sentence, 'tokens'>)[] {
  const parts = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const mark = text[i];
    if (i < text.length && mark !== '\n' && mark !== ';') continue;
    if (i > start) parts.push({ start, end: i, tokens: tokenize(text.slice(start, i), start) });
    start = i + 1;
  }
  return parts;
}

function withinCountry(mention: PlaceMention, country: string): PlaceMention {
  const inside = mention.candidates.filter((place) => place.country === country || place.country === null);
  return inside.length > 0 ? { ...mention, candidates: inside } : mention;
}

/** The closer a place is told the better; of equals the first one. */
function rankOf({ place, mention, certainty }: SettledPlace, hasArea: boolean): number {
  if (!place) return Number.NEGATIVE_INFINITY;
  const byKind: Record<Place['kind'], number> = {
    locality: 40,
    site: 40,
    feature: 30,
    admin2: 20,
    admin1: 10,
    country: 0,
  };
  let rank = byKind[place.kind];
  if (isArea(place.kind)) return rank - (mention.isReference ? 2 : 0);
  // The class word tells of an area that is not known: a village of its name is a poor guess.
  if (mention.classWord === 'admin2' || mention.classWord === 'admin1') rank -= 22;
  if (mention.classWord === 'locality' || mention.classWord === 'seat') rank += 2;
  if (mention.foundBy === 'sound') rank -= 4;
  if (mention.isReference) rank -= 6;
  // A namesake far off, or one of many: the area is the safer answer.
  if (hasArea && certainty < 0.35) rank -= 32;
  if (mention.offset?.bearingDeg) rank += 1;
  if (mention.relation === 'near' || mention.relation === 'around') rank -= 1;
  return rank + certainty;
}
