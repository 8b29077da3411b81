import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import type { Placed } from '../clauses/read-sentence.ts';
import { besideWords } from '../lexicon/gazetteer/beside.ts';
import { countryOfPeople } from '../lexicon/gazetteer/peoples.ts';
import { properNames } from '../lexicon/gazetteer/proper-names.ts';
import { placeRuleWords } from '../lexicon/story/places.ts';
import type { Token } from '../text/text.ts';

/** How far from a name the area that it lies in may be told, in tokens. */
const reach = 12;
/** The same for a distance: "on the road from A to B, some 40 kilometres from C". */
const farReach = 20;
/** How far off a place may be of which only the town behind it is known, in km. */
const vagueKm = 50;

/**
 * Names after "in", "the village of" and the like that the gazetteer does not have. They stand where the text says: in
 * the district or near the town named beside them; without such a word they have no coordinates.
 */
export function findUnknownPlaces(
  tokens: readonly Token[],
  isTaken: (token: number) => boolean,
  known: readonly Placed<SettledPlace>[],
): Placed<SettledPlace>[] {
  const found: Placed<SettledPlace>[] = [];
  for (let i = 1; i < tokens.length; i += 1) {
    if (!isName(tokens, i) || isTaken(i) || !isPlaced(tokens, i)) continue;
    let last = i + 1;
    while (last < tokens.length && last < i + 3 && isName(tokens, last) && !isTaken(last)) last += 1;
    // "Gao'er": part of a longer name.
    if (tokens[last]?.before === 'apostrophe' && !besideWords.possessive.has(tokens[last]!.plain)) continue;
    found.push({ of: settle(tokens, i, last, known), first: i, last });
    i = last;
  }
  return found;
}

function isName(tokens: readonly Token[], i: number): boolean {
  const { raw, word, shape } = tokens[i]!;
  if (shape === 'lower') return false;
  if (placeRuleWords.noPlaces.has(word) || countryOfPeople.has(word)) return false;
  // "El Fasher", "San Vicente".
  if (properNames.beginnings.has(raw)) return /^\p{Lu}\p{Ll}/u.test(tokens[i + 1]?.raw ?? '');
  return /^\p{Lu}\p{Ll}{2,}$/u.test(raw);
}

function isPlaced(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]!.word;
  const second = tokens[i - 2]?.word ?? '';
  if (placeRuleWords.locatives.has(before)) return true;
  // "the village of X", "une église protestante de X"
  if (placeRuleWords.linking.has(before))
    return (
      placeRuleWords.classes.has(second) ||
      (/^\p{Ll}+$/u.test(tokens[i - 2]?.raw ?? '') && placeRuleWords.classes.has(tokens[i - 3]?.word ?? ''))
    );
  if (placeRuleWords.beforeBareName.has(before)) return true;
  // "in the Bar Qambarkhel area"
  return (
    placeRuleWords.beforeNamedPlace.has(before) && placeRuleWords.afterNamedPlace.has(wordBehind(tokens, i))
  );
}

function wordBehind(tokens: readonly Token[], i: number): string {
  let last = i + 1;
  while (last < i + 3 && last < tokens.length && isName(tokens, last)) last += 1;
  return tokens[last]?.word ?? '';
}

function isBeside({ mention }: SettledPlace): boolean {
  return mention.isReference || mention.relation !== 'at';
}

function settle(
  tokens: readonly Token[],
  first: number,
  last: number,
  known: readonly Placed<SettledPlace>[],
): SettledPlace {
  const [start, end] = [tokens[first]!.start, tokens[last - 1]!.end];
  const name = tokens
    .slice(first, last)
    .map(({ raw }) => raw)
    .join(' ');
  const after = known.filter((placed) => placed.first >= last);
  const measured = after.find(({ first: at, of }) => at <= last + farReach && of.mention.offset !== null);
  const beside = after.find((placed) => placed.first <= last + reach);
  const area = (measured ?? beside)?.of;
  const isNear =
    area !== undefined &&
    area.locationPrecision <= 3 &&
    (area === measured?.of || (area.locationPrecision <= 2 && isBeside(area)));
  const isIn = area !== undefined && (area.locationPrecision === 3 || area.locationPrecision === 4);
  // "in Bunyuka, Beni": somewhere around the town.
  const around = !isNear && !isIn && isBehindComma(tokens, last, beside) ? beside!.of : null;
  const within = isNear || isIn ? area : null;
  if (around) return unknown({ start, end, name }, around, 3, Math.max(vagueKm, around.uncertaintyKm));
  if (!within) return unknown({ start, end, name }, null, 6, 500);
  const precision = isNear ? 2 : within.locationPrecision;
  return unknown({ start, end, name }, within, precision, Math.max(25, within.uncertaintyKm));
}

/** Only a comma stands between a name and the town behind it, and no list goes on. */
function isBehindComma(
  tokens: readonly Token[],
  last: number,
  beside: Placed<SettledPlace> | undefined,
): boolean {
  if (beside?.first !== last + 1 || tokens[last]!.raw !== ',' || beside.of.latitude === null) return false;
  if (placeRuleWords.and.has(tokens[beside.last]?.word ?? '')) return false;
  return beside.of.locationPrecision <= 2;
}

function unknown(
  { start, end, name }: { start: number; end: number; name: string },
  within: SettledPlace | null,
  locationPrecision: SettledPlace['locationPrecision'],
  uncertaintyKm: number,
): SettledPlace {
  return {
    mention: {
      start,
      end,
      name,
      candidates: [],
      offset: null,
      relation: 'at',
      isOperator: false,
      classWord: null,
      isLocative: true,
      isReference: false,
      distanceTo: null,
      otherEnd: null,
      foundBy: 'name',
    },
    place: null,
    latitude: within?.latitude ?? null,
    longitude: within?.longitude ?? null,
    locationPrecision,
    uncertaintyKm,
    siteIds: [],
    rivals: [],
    certainty: 0.6,
  };
}
