import { classWords } from '../reading/lexicon/gazetteer/classes.ts';
import { directions } from '../reading/lexicon/gazetteer/compass.ts';
import { isOrdinary } from '../reading/lexicon/gazetteer/names.ts';
import { personWords } from '../reading/lexicon/gazetteer/persons.ts';
import { numbersByWord } from '../reading/lexicon/numbers/numbers.ts';
import { isOfWorld, type Place, type Sense } from './place.ts';

/** The countries of which a name tells: that of a country or a province, of a city or a town, or of an armed group. */
export type CountryTeller = { countries: ReadonlySet<string>; by: 'area' | 'city' | 'town' | 'group' };

/** A city of so many people tells of its country by its name, unless another one has a fifth of them. */
const cityPopulation = 100_000;
const rivalShare = 0.2;
/** A town tells of its country where nothing else does, if all that is called so lies there. */
const townPopulation = 30_000;
/** By a name that is not its own a city tells of its country if it has so many people: "Moscow", "Le Caire". */
const metropolisPopulation = 500_000;

/** The names that tell of countries, by their folded words: made once, so that each word of a text is one look. */
export function countryTellers(
  byName: ReadonlyMap<string, readonly Sense[]>,
  others: ReadonlyMap<string, string | null>,
): Map<string, CountryTeller> {
  const tellers = new Map<string, CountryTeller>();
  const add = (name: string, countries: ReadonlySet<string>, by: CountryTeller['by']) => {
    if (countries.size > 0) tellers.set(name, { countries, by });
  };
  for (const [name, senses] of byName) {
    const named = countriesOf(senses, 'country');
    if (named) add(name, named, 'area');
    else if (!isEverydayWord(name) && !name.split(' ').every(isOfDirection)) {
      const provinces = countriesOf(senses, 'admin1');
      if (provinces) add(name, provinces, 'area');
      else {
        add(name, countriesOfCities(senses, cityPopulation), 'city');
        const isOfOne = senses.every(({ place }) => place.country === senses[0]!.place.country);
        if (isOfOne && !tellers.has(name)) add(name, countriesOfCities(senses, townPopulation), 'town');
      }
    }
  }
  for (const [name, country] of others) if (country) add(name, new Set([country]), 'group');
  return tellers;
}

/** "Trente", "Victoria": read as a place only where the text says that it is one. */
function isEverydayWord(name: string): boolean {
  return isOrdinary(name) || numbersByWord.has(name) || personWords.firstNames.has(name);
}

/** True of each word of "Northern Province": there is one in many countries. */
export function isOfDirection(word: string): boolean {
  return directions.has(word) || classWords.has(word);
}

function countriesOf(senses: readonly Sense[], kind: Place['kind']): Set<string> | null {
  let countries: Set<string> | null = null;
  for (const { place } of senses) {
    if (place.kind !== kind || !place.country) continue;
    countries ??= new Set();
    countries.add(place.country);
  }
  return countries;
}

function countriesOfCities(senses: readonly Sense[], least: number): Set<string> {
  const countries = new Set<string>();
  let most = 0;
  for (const { place, byAlias } of senses) {
    const population = place.population ?? 0;
    if (population >= (byAlias ? metropolisPopulation : least)) most = Math.max(most, population);
  }
  if (most === 0) return countries;
  for (const { place } of senses) {
    const isRival = (place.population ?? 0) >= most * rivalShare;
    if (place.country && (!isOfWorld(place) || isRival)) countries.add(place.country);
  }
  return countries;
}
