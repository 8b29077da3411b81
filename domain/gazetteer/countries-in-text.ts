import { besideWords } from '../reading/lexicon/gazetteer/beside.ts';
import { classWords } from '../reading/lexicon/gazetteer/classes.ts';
import { directions } from '../reading/lexicon/gazetteer/compass.ts';
import { countryOfPeople, firstOfPair } from '../reading/lexicon/gazetteer/peoples.ts';
import { personWords } from '../reading/lexicon/gazetteer/persons.ts';
import type { Token } from '../reading/text/text.ts';
import { isFirmName } from './firms.ts';
import { type Gazetteer, isWellKnown, maxNameWords } from './gazetteer.ts';
import { roughKm } from './geometry.ts';
import { isCalledByTrade } from './persons.ts';
import { isOfWorld, type Place, type Sense } from './place.ts';
import { type CountryTeller, isOfDirection } from './tells-of-country.ts';

/** Of which countries a text speaks: known before its places, which are only looked for in these. */
export type CountriesInText = {
  /** All of them, by ISO 3166-1 alpha-2. */
  spoken: ReadonlySet<string>;
  /** Those that it says outright something is in: "in Nigeria", "ABUJA -". */
  stated: ReadonlySet<string>;
  /** Those whose army, police, government or rebels it speaks of: "Nigerian soldiers", "ISKP". */
  armed: ReadonlySet<string>;
  /** Those of which a city tells. */
  cities: ReadonlySet<string>;
  /** Those of which nothing tells but a city. */
  onlyByCity: ReadonlySet<string>;
  /** Of each sentence the countries and provinces by the number of their first word. */
  areas: ReadonlyMap<readonly Token[], ReadonlyMap<number, AreaName>>;
  /** Of each sentence the cities of one country alone, likewise. */
  cityNames: ReadonlyMap<readonly Token[], ReadonlyMap<number, AreaName>>;
};

type AreaName = { length: number; countries: ReadonlySet<string> };

type Collected = {
  spoken: Set<string>;
  stated: Set<string>;
  armed: Set<string>;
  /** Those of cities. */
  cities: Set<string>;
  /** Those of towns, and of names that stand for places in several: they count where the text tells of no other. */
  doubtful: Set<string>;
};

/** How sure a name tells of its countries: the sets of `Collected` that it adds to. */
type Evidence = 'stated' | 'spoken' | 'armed' | 'cities' | 'doubtful';

/** An army is seldom further from home than this, from the middle of one of its provinces, in km. */
const armyReachKm = 1_500;
/** A country may be told so many words behind a name: "Mubi, in the north-east of Nigeria". */
const tieReach = 8;
/** "in" and a city may stand so many words behind a name. */
const cityReach = 2;
/** A part of a text that is a name and little else is a dateline. */
const datelineWords = 4;

/** Reads each word of the text once. */
export function countriesIn(sentences: readonly (readonly Token[])[], gazetteer: Gazetteer): CountriesInText {
  const found: Collected = {
    spoken: new Set(),
    stated: new Set(),
    armed: new Set(),
    cities: new Set(),
    doubtful: new Set(),
  };
  const areas = new Map<readonly Token[], ReadonlyMap<number, AreaName>>();
  const cityNames = new Map<readonly Token[], ReadonlyMap<number, AreaName>>();
  for (const tokens of sentences) {
    const named = readSentence(tokens, gazetteer, found);
    areas.set(tokens, named.areas);
    cityNames.set(tokens, named.cities);
  }
  for (const country of [...found.stated, ...found.armed]) found.spoken.add(country);
  const onlyByCity = new Set([...found.cities].filter((country) => !found.spoken.has(country)));
  for (const country of onlyByCity) found.spoken.add(country);
  if (found.spoken.size === 0) for (const country of found.doubtful) found.spoken.add(country);
  return { ...found, onlyByCity, areas, cityNames };
}

function readSentence(
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  found: Collected,
): { areas: Map<number, AreaName>; cities: Map<number, AreaName> } {
  const areas = new Map<number, AreaName>();
  const cities = new Map<number, AreaName>();
  for (let i = 0; i < tokens.length; ) {
    const area = tokens[i]!.shape === 'lower' ? null : countryNamedAt(tokens, i, gazetteer);
    // "Philippines" is a country, and French for its women.
    const people = area?.by === 'area' ? null : peopleAt(tokens, i);
    if (people) {
      const isHost = [tokens[i - 1], tokens[i + people.length]].some(
        (beside) => beside && besideWords.hosts.has(beside.plain),
      );
      if (people.country) (isHost ? found.armed : found.spoken).add(people.country);
      i += people.length;
      continue;
    }
    if (!area) {
      i += 1;
      continue;
    }
    if (area.by === 'area') areas.set(i, area);
    else if (area.by === 'city' && area.countries.size === 1) cities.set(i, area);
    const set = found[evidenceOf(area, tokens, i)];
    for (const country of area.countries) set.add(country);
    i += area.length;
  }
  return { areas, cities };
}

function evidenceOf(
  { by, countries, length }: CountryTeller & { length: number },
  tokens: readonly Token[],
  i: number,
): Evidence {
  const isSure = countries.size === 1;
  const isDateline = i === 0 && tokens.length <= datelineWords;
  if (!isSure || by === 'town') return 'doubtful';
  if (isDateline || (by === 'area' && isStated(tokens, i, length))) return 'stated';
  return by === 'city' ? 'cities' : by === 'group' ? 'armed' : 'spoken';
}

function peopleAt(tokens: readonly Token[], i: number): { length: number; country: string | null } | null {
  const { plain } = tokens[i]!;
  if (firstOfPair.has(plain)) {
    const next = tokens[i + 1];
    const pair = next && next.before !== 'break' && countryOfPeople.get(`${plain}_${next.plain}`);
    if (pair) return { length: 2, country: pair };
  }
  const country = countryOfPeople.get(plain);
  return country === undefined ? null : { length: 1, country };
}

/** What the longest name from here on tells of countries; null where it tells nothing. */
function countryNamedAt(
  tokens: readonly Token[],
  i: number,
  { longest, byName, others, tellsOf }: Gazetteer,
): (CountryTeller & { length: number }) | null {
  const most = Math.min(longest.get(tokens[i]!.plain) ?? 0, maxNameWords, tokens.length - i);
  let key = '';
  let found: (CountryTeller & { length: number }) | null = null;
  for (let length = 1; length <= most; length++) {
    const token = tokens[i + length - 1]!;
    if (length > 1 && token.before === 'break') break;
    key = length === 1 ? token.plain : `${key} ${token.plain}`;
    const told = token.shape === 'lower' && !classWords.has(token.plain) ? undefined : tellsOf.get(key);
    if (told) found = { ...told, length };
    // A longer name that tells nothing hides the shorter one: "Niger State", "Peru, Indiana".
    else if (length > 1 && (byName.has(key) || others.has(key))) found = null;
  }
  if (!found || found.by === 'area') return found;
  return isPersonLike(tokens, i, found.length) || isFirmName(tokens, i, found.length, false) ? null : found;
}

function isPersonLike(tokens: readonly Token[], i: number, length: number): boolean {
  const before = tokens[i - 1];
  const token = tokens[i]!;
  const hasFirstName =
    before !== undefined && token.before === 'space' && personWords.firstNames.has(before.plain);
  return (length === 1 && hasFirstName) || isCalledByTrade(tokens, i, length);
}

/** "in Nigeria", "northeastern Nigeria", "Nigeria: …", "Papua New Guinea's Bogoro area". */
function isStated(tokens: readonly Token[], i: number, length: number): boolean {
  const next = tokens[i + length];
  if (i === 0 && (next === undefined || next.before === 'break')) return true;
  if (next && besideWords.possessive.has(next.plain)) {
    const named = tokens[i + length + 1];
    return named !== undefined && named.shape !== 'lower';
  }
  for (let j = i - 1; j >= 0 && j >= i - tieReach && tokens[j + 1]!.before !== 'break'; j--) {
    const { plain } = tokens[j]!;
    if (besideWords.inCountry.has(plain) || directions.has(plain)) return true;
    if (!isBetween(plain)) return false;
  }
  return false;
}

/** The countries in which the text says outright that the name lies; null where it says nothing. */
function tiedCountries(
  tokens: readonly Token[],
  at: number,
  length: number,
  { areas }: CountriesInText,
): ReadonlySet<string> | null {
  const named = areas.get(tokens);
  if (!named) return null;
  // "Papua New Guinea's Bogoro"
  if (at > 1 && besideWords.possessive.has(tokens[at - 1]!.plain)) {
    for (const [first, area] of named) if (first + area.length === at - 1) return area.countries;
  }
  const isInList = tokens[at + length]?.before === 'break';
  let isTold = isInList;
  for (let k = at + length; k < tokens.length && k < at + length + tieReach; k++) {
    const { plain, shape } = tokens[k]!;
    const area = named.get(k);
    if (area && isTold) {
      const next = tokens[k + area.length];
      // "Goma, Rwanda and Uganda", "GOMA - Rwanda-backed rebels"
      const isOther = next && (besideWords.listJoints.has(next.plain) || next.before === 'hyphen');
      return isOther ? null : area.countries;
    }
    isTold = besideWords.inCountry.has(plain) || directions.has(plain) || (isTold && k > at + length);
    // "Bara, Khyber District, Khyber Pakhtunkhwa"
    const isName = isInList && shape !== 'lower' && shape !== 'number' && plain.length > 1;
    if (isName && tokens[k + 1]?.before === 'break') isTold = true;
    if (!besideWords.inCountry.has(plain) && !isBetween(plain) && !isName) return null;
  }
  return null;
}

/** "Goma House in Nairobi", "a Bukavu shop in Kampala": what lies in a city is no place of another country. */
function countryOfCityBehind(
  tokens: readonly Token[],
  at: number,
  length: number,
  { cityNames }: CountriesInText,
): ReadonlySet<string> | null {
  for (let k = at + length; k < at + length + cityReach; k++) {
    const token = tokens[k];
    if (token?.before !== 'space') return null;
    if (!besideWords.inCountry.has(token.plain)) continue;
    const isNext = tokens[k + 1]?.before === 'space';
    return (isNext && cityNames.get(tokens)?.get(k + 1)?.countries) || null;
  }
  return null;
}

function isBetween(word: string): boolean {
  return (
    besideWords.articles.has(word) ||
    besideWords.adjectives.has(word) ||
    besideWords.links.has(word) ||
    directions.has(word) ||
    classWords.has(word)
  );
}

/** The senses of a name that can be meant, in a text of these countries. */
export function sensesInCountries(
  senses: readonly Sense[],
  tokens: readonly Token[],
  at: number,
  length: number,
  countries: CountriesInText,
  gazetteer: Gazetteer,
): readonly Sense[] {
  const tied =
    tiedCountries(tokens, at, length, countries) ?? countryOfCityBehind(tokens, at, length, countries);
  const isVague = tokens.slice(at, at + length).every(({ plain }) => isOfDirection(plain));
  const isMeant = ({ place }: Sense) => {
    if (place.kind === 'country') return true;
    if (isVague && countries.spoken.size === 0) return false;
    if (place.country === null) return !tied && countries.stated.size === 0;
    if (tied) return tied.has(place.country);
    if (countries.spoken.has(place.country)) return true;
    if (isOfWorld(place) || countries.stated.size > 0) return false;
    if (countries.cityNames.get(tokens)?.size && isAtHome(countries)) return false;
    return isNear(place, countries.armed, gazetteer);
  };
  const meant = senses.every(isMeant) ? senses : senses.filter(isMeant);
  // "In Spain, rebels attacked Medellín": its own name does not tell that it is the city elsewhere.
  const { stated, onlyByCity } = countries;
  const isElsewhere = ({ place }: Sense) => place.country !== null && onlyByCity.has(place.country);
  const isHere = ({ place }: Sense) => place.country !== null && stated.has(place.country);
  return meant.some(isElsewhere) && meant.some(isHere) ? meant.filter((sense) => !isElsewhere(sense)) : meant;
}

/** "… in Nairobi, Kenyan police said": the cities are those of the country whose army or police the text speaks of. */
function isAtHome({ armed, cities }: CountriesInText): boolean {
  if (cities.size === 0) return false;
  for (const country of cities) if (!armed.has(country)) return false;
  return true;
}

/** Where no country is said outright, a well known place within reach of an army or group that is named may be meant. */
function isNear(place: Place, armed: ReadonlySet<string>, { countries }: Gazetteer): boolean {
  if (armed.size === 0) return true;
  if (!isWellKnown(place)) return false;
  for (const other of armed) {
    const there = countries.get(other);
    if (!there || there.some((point) => roughKm(place, point) <= armyReachKm)) return true;
  }
  return false;
}
