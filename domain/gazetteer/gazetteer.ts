import { isOrdinary, nameWords } from '../reading/lexicon/gazetteer/names.ts';
import { countryOfPeople } from '../reading/lexicon/gazetteer/peoples.ts';
import { wordsOf } from '../reading/text/fold.ts';
import type { Point } from '../sphere.ts';
import { isArea, isOfWorld, type Operator, type Place, type Sense } from './place.ts';
import { soundKey } from './sound-key.ts';
import { type CountryTeller, countryTellers } from './tells-of-country.ts';

/** A name is looked up by at most so many words. */
export const maxNameWords = 6;

/** All places by their names, in memory. Build it once; it is never changed. */
export type Gazetteer = {
  /** Senses by the folded words of the name, joined by blanks. */
  byName: ReadonlyMap<string, readonly Sense[]>;
  /** The same by the words without what parts them: `mbujimayi`; only names of several words and of one long one. */
  byLetters: ReadonlyMap<string, readonly Sense[]>;
  /** Single-sense lists by sound, see `soundKey`. */
  bySound: ReadonlyMap<string, readonly Sense[]>;
  /** Most words of a name that begins with this word. */
  longest: ReadonlyMap<string, number>;
  /** The sites of an operator, by the names it goes under. */
  operators: ReadonlyMap<string, readonly Place[]>;
  /** Names of actors and the like, which are no places, with the country where they act. */
  others: ReadonlyMap<string, string | null>;
  /** What a name tells of countries; those of towns and villages, and ordinary words, tell nothing. */
  tellsOf: ReadonlyMap<string, CountryTeller>;
  /** About the middle of each country and of each of its provinces, by ISO 3166-1 alpha-2. */
  countries: ReadonlyMap<string, readonly Point[]>;
  /** Cells of the map in or beside which a bundled place or a mining site lies, see `cellOf`. */
  watchedCells: ReadonlySet<number>;
};

/** A name that is never a place, and the country of which it tells, by ISO 3166-1 alpha-2. */
export type OtherName = { name: string; country: string | null };

/**
 * Builds the gazetteer. `others` are names that are never places, such as those of armed groups: where the text has
 * one of them, a place in it is not seen ("Mai-Mai Yakutumba").
 */
export function buildGazetteer(
  places: readonly Place[],
  operators: readonly Operator[],
  others: readonly OtherName[] = [],
): Gazetteer {
  const byName = new Map<string, Sense[]>();
  const byLetters = new Map<string, Sense[]>();
  const bySound = new Map<string, Sense[]>();
  const longest = new Map<string, number>();
  const sites = new Map<string, Place>();
  for (const place of places) {
    if (place.siteId !== null) sites.set(place.siteId, place);
    if (isOfWorld(place)) continue;
    for (const [name, byAlias] of namesOf(place)) {
      const words = wordsOf(name);
      if (words.length === 0 || words.length > maxNameWords) continue;
      if (place.kind === 'country' && byAlias && countryOfPeople.has(words[0]!)) continue;
      if (!addSense(byName, words.join(' '), place, byAlias)) continue;
      longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length));
      const letters = words.join('');
      // "Israël I" is numbered: without the gap it would be another word.
      if (words.length > 1 && words.some((word) => word.length === 1)) continue;
      if (letters.length >= 6) addSense(byLetters, letters, place, byAlias);
      if (letters.length >= 5) addSense(bySound, soundKey(words), place, true);
    }
  }
  const otherNames = new Map<string, string | null>();
  for (const { name, country } of others) {
    const words = wordsOf(name);
    const key = words.join(' ');
    if (words.length < 1 || words.length > maxNameWords || byName.has(key)) continue;
    otherNames.set(key, country);
    longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length));
  }
  for (const place of places) if (isOfWorld(place)) addTown(place, byName, longest, otherNames);
  return {
    byName,
    byLetters,
    bySound,
    longest,
    operators: operatorNames(operators, sites, byName, longest),
    others: otherNames,
    tellsOf: countryTellers(byName, otherNames),
    countries: middlesOfAreas(places),
    watchedCells: watchedCells(places),
  };
}

function middlesOfAreas(places: readonly Place[]): Map<string, Place[]> {
  const middles = new Map<string, Place[]>();
  for (const place of places) {
    if ((place.kind !== 'country' && place.kind !== 'admin1') || !place.country) continue;
    const known = middles.get(place.country);
    if (known) known.push(place);
    else middles.set(place.country, [place]);
  }
  return middles;
}

/** A town of the world, only by its names as they are written; none is called like a people or an armed group. */
function addTown(
  place: Place,
  byName: Map<string, Sense[]>,
  longest: Map<string, number>,
  otherNames: ReadonlyMap<string, unknown>,
): void {
  for (const name of [place.name, ...place.names]) {
    const words = wordsOf(name);
    const key = words.join(' ');
    if (words.length === 0 || words.length > maxNameWords || otherNames.has(key)) continue;
    if (words.length === 1 && countryOfPeople.has(key)) continue;
    if (addSense(byName, key, place, name !== place.name))
      longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length));
  }
}

function* namesOf(place: Place): Generator<[name: string, byAlias: boolean]> {
  yield [place.name, false];
  // A name in brackets is another name: "Rubaya (Bibatama D2)", "Luwowo/Gasasa".
  const bracket = place.name.indexOf('(');
  if (bracket > 2) yield [place.name.slice(0, bracket), false];
  for (const part of place.name.split('/').slice(place.name.includes('/') ? 0 : 1)) yield [part, false];
  for (const name of place.names) yield [name, true];
}

/** Adds a sense unless the place has it under this name; answers whether it was added. */
function addSense(index: Map<string, Sense[]>, key: string, place: Place, byAlias: boolean): boolean {
  const senses = index.get(key);
  if (!senses) {
    index.set(key, [{ place, byAlias }]);
    return true;
  }
  // Names of one place follow each other, so that its other senses under this key stand last.
  if (senses.at(-1)!.place === place) return false;
  senses.push({ place, byAlias });
  return true;
}

function operatorNames(
  operators: readonly Operator[],
  sites: ReadonlyMap<string, Place>,
  byName: ReadonlyMap<string, readonly Sense[]>,
  longest: Map<string, number>,
): Map<string, Place[]> {
  const index = new Map<string, Place[]>();
  for (const { name, siteIds } of operators) {
    const operated = siteIds.flatMap((id) => sites.get(id) ?? []);
    if (operated.length === 0) continue;
    const words = wordsOf(name);
    const keys = new Set([words.join(' ')]);
    const siteWords = new Set(operated.flatMap((site) => [...wordsOf(site.name)]));
    const own = words.filter((word) => !nameWords.company.has(word) && !siteWords.has(word));
    // "Alphamin Bisie Mining" is called Alphamin; "Twangiza Mining" after its mine, which is found by its own name.
    if (own.length > 0 && own[0] === words[0]) keys.add(own.join(' '));
    for (const key of keys) {
      const known = byName.get(key);
      const count = key.split(' ').length;
      if (key.length < 4 || count > maxNameWords || isOrdinary(key)) continue;
      if (known?.some(({ place }) => place.kind !== 'site')) continue;
      index.set(key, [...new Set([...(index.get(key) ?? []), ...operated])]);
      const first = key.split(' ')[0]!;
      longest.set(first, Math.max(longest.get(first) ?? 0, count));
    }
  }
  return index;
}

/** Cells of half a degree: a map of where the bundled places and the sites are, made once. */
function cellOf(latitude: number, longitude: number): number {
  return Math.floor(latitude * 2) * 1000 + Math.floor(longitude * 2);
}

function watchedCells(places: readonly Place[]): Set<number> {
  const cells = new Set<number>();
  for (const place of places) {
    if (isArea(place.kind) || !(place.siteId !== null || place.id.startsWith('bundled:'))) continue;
    for (const north of [-0.5, 0, 0.5]) {
      for (const east of [-0.5, 0, 0.5]) cells.add(cellOf(place.latitude + north, place.longitude + east));
    }
  }
  return cells;
}

/** True where the bundled places and the sites are: of two villages of one name, that one is likelier meant. */
export function isWatched(gazetteer: Gazetteer, place: Place): boolean {
  return gazetteer.watchedCells.has(cellOf(place.latitude, place.longitude));
}

/** How well known a place is, from 0 (a hamlet) to about 4 (a capital): it decides where nothing else does. */
export function prominenceOf(place: Place): number {
  if (place.kind === 'country') return 4;
  if (place.kind === 'admin1') return 3;
  if (place.kind === 'admin2') return 1.5;
  const byPopulation = place.population ? Math.max(0, Math.log10(place.population) - 2) * 0.6 : 0;
  const isBundled = place.id.startsWith('bundled:');
  return Math.min(4, byPopulation + (isBundled ? 1.2 : 0));
}

/** True for a place that is known beyond its neighbourhood: its name needs no word beside it that says it is one. */
export function isWellKnown(place: Place): boolean {
  return isArea(place.kind) || place.id.startsWith('bundled:') || (place.population ?? 0) >= 10_000;
}
