import { isBehindApostrophe } from '../../gazetteer/parted-names.ts';
import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import type { Frame } from '../clauses/frames.ts';
import type { Placed } from '../clauses/read-sentence.ts';
import type { TriggerMention } from '../clauses/triggers.ts';
import { governmentWords } from '../lexicon/actors/government.ts';
import { topicWords } from '../lexicon/claims/topics.ts';
import { besideWords } from '../lexicon/gazetteer/beside.ts';
import { countryOfPeople } from '../lexicon/gazetteer/peoples.ts';
import { properNames } from '../lexicon/gazetteer/proper-names.ts';
import { hasEnding, isPlural } from '../lexicon/grammar/endings.ts';
import { numbersByWord } from '../lexicon/numbers/numbers.ts';
import { placeRuleWords } from '../lexicon/story/places.ts';
import type { Language, Token } from '../text/text.ts';
import { isCapital } from '../text/tokens.ts';

/** How far from a name the area that it lies in may be told, in tokens. */
const reach = 12;
/** The same for a distance: "on the road from A to B, some 40 kilometres from C". */
const farReach = 20;
/** How far off a place may be of which only the town behind it is known, in km. */
const vagueKm = 50;

type NamedIn = {
  tokens: readonly Token[];
  triggers: readonly TriggerMention[];
  dates: readonly Placed<unknown>[];
  language: Language;
};

/** What happens to a place that is named as its object, or behind "on" and the like. */
const onPlaces: ReadonlySet<Frame> = new Set([
  'seize',
  'enter',
  'leave',
  'fall',
  'attack',
  'shelling',
  'airstrike',
]);

/**
 * Names after "in", "the village of", a verb such as "took" and the like that the gazetteer does not have. They stand
 * where the text says: in
 * the district or near the town named beside them; without such a word they have no coordinates.
 */
export function findUnknownPlaces(
  { tokens, triggers, dates, language }: NamedIn,
  isTaken: (token: number) => boolean,
  known: readonly Placed<SettledPlace>[],
): Placed<SettledPlace>[] {
  const found: Placed<SettledPlace>[] = [];
  const ends = endsOnPlaces(triggers);
  for (let i = 0; i < tokens.length; i += 1) {
    if (!isName(tokens, i) || isTaken(i)) continue;
    let last = wordEnd(tokens, i);
    while (last < tokens.length && last < i + 3 && isName(tokens, last) && !isTaken(last))
      last = wordEnd(tokens, last);
    // "Gao'er": part of a longer name.
    if (tokens[last]?.before === 'apostrophe' && !besideWords.possessive.has(tokens[last]!.plain)) continue;
    const next = tokens[last]?.word ?? '';
    const isArea = placeRuleWords.areas.has(next);
    const isPlace =
      (i > 0 && isPlaced(tokens, i)) ||
      isBetween(tokens, i, last, triggers) ||
      isOfCountry(tokens, i, known) ||
      isOfRoad(tokens, last) ||
      (!hasEnding(tokens[last - 1]!.word, language, 'peoples') &&
        (placeRuleWords.settlements.has(next) ||
          isArea ||
          (isObject(tokens, dates.find((date) => date.last === i)?.first ?? i, ends) &&
            (dates.some((date) => date.first === last) || isWhole(tokens, last, language)))));
    if (!isPlace) continue;
    found.push({ of: settle(tokens, i, last, known, isArea), first: i, last });
    i = last;
  }
  return found;
}

function isName(tokens: readonly Token[], i: number): boolean {
  const { raw, word, shape } = tokens[i]!;
  if (shape === 'lower') return false;
  if (placeRuleWords.noPlaces.has(word) || countryOfPeople.has(word) || numbersByWord.has(word)) return false;
  // "El Fasher", "San Vicente".
  if (properNames.beginnings.has(raw)) return /^\p{Lu}\p{Ll}/u.test(tokens[i + 1]?.raw ?? '');
  return /^\p{Lu}\p{Ll}{2,}$/u.test(raw) || isBehindApostrophe(tokens, i + 1);
}

/** Where the word that begins at `i` ends, with what an apostrophe or a hyphen joins to it. */
function wordEnd(tokens: readonly Token[], i: number): number {
  if (isBehindApostrophe(tokens, i + 1)) return i + 2;
  const isJoined = tokens[i + 1]?.raw === '-' && tokens[i + 2]?.before === 'hyphen';
  // "Sam-Ouandja", but the two ends of "the Damboa-Biu road".
  return isJoined && isCapital(tokens[i + 2]!) && !isRoad(tokens, i) ? i + 3 : i + 1;
}

/** "the Damboa-Biu road", "la route Damboa-Biu". */
function isRoad(tokens: readonly Token[], i: number): boolean {
  return [i - 2, i - 1, i + 3].some((at) => topicWords.route.has(tokens[at]?.word ?? ''));
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

/** "an ambush laid between Pissila and Tougouri", but not "clashes between Lendu and Hema". */
function isBetween(
  tokens: readonly Token[],
  i: number,
  last: number,
  triggers: readonly TriggerMention[],
): boolean {
  if (!placeRuleWords.between.has(tokens[i - 1]?.word ?? '')) return false;
  if (!placeRuleWords.and.has(tokens[last]?.word ?? '') || !tokens[last + 1] || !isName(tokens, last + 1))
    return false;
  const isOfSides = triggers.some(
    ({ first, readings }) =>
      first < i && first >= i - sidesReach && readings.some(({ trigger }) => trigger.frame === 'clash'),
  );
  return !isOfSides && triggers.some(({ first }) => first < i);
}

/** From "clashes" to "between" with the sides behind it, in tokens. */
const sidesReach = 6;

function wordBehind(tokens: readonly Token[], i: number): string {
  let last = wordEnd(tokens, i);
  while (last < i + 3 && last < tokens.length && isName(tokens, last)) last = wordEnd(tokens, last);
  return tokens[last]?.word ?? '';
}

function endsOnPlaces(triggers: readonly TriggerMention[]): ReadonlySet<number> {
  return new Set(
    triggers.flatMap(({ readings }) =>
      readings.filter(({ trigger }) => onPlaces.has(trigger.frame)).map(({ end }) => end),
    ),
  );
}

/** "took Kigulube", "an attack on Kigulube", "la chute de Kigulube"; before `i` the name, or the day before it. */
function isObject(tokens: readonly Token[], i: number, ends: ReadonlySet<number>): boolean {
  const before = tokens[i - 1]?.word ?? '';
  return (
    ends.has(i) ||
    governmentWords.reaching.has(before) ||
    (placeRuleWords.ontoPlaces.has(before) && ends.has(i - 1))
  );
}

/** Nothing goes on behind it that would make it the name of people or of a thing: "attacked Fulani herders". */
function isWhole(tokens: readonly Token[], last: number, language: Language): boolean {
  if (isPlural(tokens[last - 1]!.word)) return false;
  const next = tokens[last];
  return (
    next === undefined ||
    (!next.isWord && next.raw !== '-') ||
    placeRuleWords.locatives.has(next.word) ||
    placeRuleWords.objectEnds.has(next.word) ||
    placeRuleWords.and.has(next.word) ||
    hasEnding(next.word, language, 'adverbs') ||
    /^\d/.test(next.word)
  );
}

/** "the Damboa-Biu road". */
function isOfRoad(tokens: readonly Token[], last: number): boolean {
  return (
    tokens[last]?.raw === '-' &&
    tokens[last + 1] !== undefined &&
    isName(tokens, last + 1) &&
    topicWords.route.has(tokens[last + 2]?.word ?? '')
  );
}

/** "in Russia's Saratov region": the country stands between "in" and the name. */
function isOfCountry(tokens: readonly Token[], i: number, known: readonly Placed<SettledPlace>[]): boolean {
  return known.some(
    ({ of, first, last }) =>
      of.place?.kind === 'country' &&
      last === i - 1 &&
      placeRuleWords.locatives.has(tokens[first - 1]?.word ?? ''),
  );
}

function isBeside({ mention }: SettledPlace): boolean {
  return mention.isReference || mention.relation !== 'at';
}

/** A name as it is written, with one kind of apostrophe. */
function nameOf(tokens: readonly Token[]): string {
  let name = '';
  for (const { raw, isWord, before } of tokens) {
    if (!isWord) continue;
    const joint = before === 'apostrophe' ? "'" : before === 'hyphen' ? '-' : ' ';
    name += `${name === '' ? '' : joint}${raw.replace(/['’‘`]$/, '')}`;
  }
  return name;
}

function settle(
  tokens: readonly Token[],
  first: number,
  last: number,
  known: readonly Placed<SettledPlace>[],
  isArea: boolean,
): SettledPlace {
  const named = {
    start: tokens[first]!.start,
    end: tokens[last - 1]!.end,
    name: nameOf(tokens.slice(first, last)),
    isArea,
  };
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
  if (around) return unknown(named, around, 3, Math.max(vagueKm, around.uncertaintyKm));
  if (!within) return unknown(named, null, 6, 500);
  const precision = isNear ? 2 : within.locationPrecision;
  return unknown(named, within, precision, Math.max(25, within.uncertaintyKm));
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
  { start, end, name, isArea }: { start: number; end: number; name: string; isArea: boolean },
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
      classWord: isArea ? 'admin1' : null,
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
