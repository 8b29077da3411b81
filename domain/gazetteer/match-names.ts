import { besideWords } from '../reading/lexicon/gazetteer/beside.ts';
import { classWords } from '../reading/lexicon/gazetteer/classes.ts';
import { directions } from '../reading/lexicon/gazetteer/compass.ts';
import { isOrdinary } from '../reading/lexicon/gazetteer/names.ts';
import { countryOfPeople } from '../reading/lexicon/gazetteer/peoples.ts';
import type { Token } from '../reading/text/text.ts';
import { classAfter, type Neighbours } from './beside.ts';
import { type CountriesInText, sensesInCountries } from './countries-in-text.ts';
import { type Gazetteer, maxNameWords } from './gazetteer.ts';
import type { PlaceMention } from './mention.ts';
import { isBehindApostrophe } from './parted-names.ts';
import type { Place, PlaceClass, Sense } from './place.ts';
import { soundKey } from './sound-key.ts';

/** Looks up the names that begin at a word of a text, whether they are meant as places or not. */

/** A name that was found, and what it can stand for. */
export type Found = {
  length: number;
  senses: readonly Sense[];
  foundBy: PlaceMention['foundBy'];
  isOperator?: boolean;
};
/** The words of a sentence, and how it is written. */
export type SentenceWords = {
  tokens: Token[];
  start: number;
  isTitleCase: boolean;
  isUpperCase: boolean;
  isBare: boolean;
};
/** What is needed to look a name up; `countries` is null where the text names places only. */
export type Lookup = { gazetteer: Gazetteer; countries: CountriesInText | null };

/** "lac Kivu", "plaine de la Ruzizi": the only names that begin with a small letter. */
export function beginsName(token: Token, gazetteer: Gazetteer): boolean {
  return classWords.has(token.plain) && (gazetteer.longest.get(token.plain) ?? 0) > 1;
}

/** "North and South Kivu": the first of two directions that share a name. */
export function sharedDirection(tokens: readonly Token[], i: number, gazetteer: Gazetteer): Found | null {
  const [first, and, second, name] = [tokens[i]!, tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  if (!and || !second || !name || !directions.has(first.plain) || !directions.has(second.plain)) return null;
  if (!besideWords.and.has(and.plain)) return null;
  const senses = gazetteer.byName.get(`${first.plain} ${name.plain}`);
  if (!senses || !gazetteer.byName.has(`${second.plain} ${name.plain}`)) return null;
  return { length: 1, senses, foundBy: 'name' };
}

/** The longest name that begins here; without senses where it is one of those that are no places. */
export function longestName(
  part: SentenceWords,
  i: number,
  beside: Neighbours,
  lookup: Lookup,
): Found | null {
  const { gazetteer } = lookup;
  const { tokens } = part;
  const most = Math.min(gazetteer.longest.get(tokens[i]!.plain) ?? 0, maxNameWords, tokens.length - i);
  const keys: string[] = [];
  for (let length = 1; length <= most; length++) {
    const token = tokens[i + length - 1]!;
    if (length > 1 && token.before === 'break') break;
    keys.push(length === 1 ? token.plain : `${keys[length - 2]} ${token.plain}`);
  }
  for (let length = keys.length; length > 0; length--) {
    const key = keys[length - 1]!;
    const last = tokens[i + length - 1]!;
    // "Kherson region"
    const isSmall = last.shape === 'lower' && !isBehindApostrophe(tokens, i + length - 1);
    if (isSmall && !(length > 1 && isRegion(classWords.get(last.plain)))) continue;
    const senses = meant(gazetteer.byName.get(key), tokens, i, length, lookup);
    const operated = meant(asSenses(gazetteer.operators.get(key)), tokens, i, length, lookup);
    if (operated && !senses?.some(({ place }) => place.kind !== 'site')) {
      return { length, senses: operated, foundBy: 'name', isOperator: true };
    }
    if (senses) {
      const region =
        isRegion(beside.classWord) && meant(gazetteer.byName.get(`${key} region`), tokens, i, length, lookup);
      // "la région de Kharkiv": called like its chief town.
      if (region && senses.every(({ place }) => place.kind === 'locality'))
        return { length, senses: region, foundBy: 'name' };
      return { length, senses, foundBy: 'name' };
    }
    if (gazetteer.others.has(key)) return { length, senses: [], foundBy: 'name' };
  }
  return byLetters(tokens, i, lookup) ?? bySound(part, i, beside, lookup);
}

function isRegion(classWord: PlaceClass | null | undefined): boolean {
  return classWord === 'admin1' || classWord === 'region';
}

/** The senses that can be meant in a text of its countries; undefined where there is none. */
function meant(
  senses: readonly Sense[] | undefined,
  tokens: readonly Token[],
  at: number,
  length: number,
  { gazetteer, countries }: Lookup,
): readonly Sense[] | undefined {
  if (!senses || !countries) return senses;
  const kept = sensesInCountries(senses, tokens, at, length, countries, gazetteer);
  return kept.length > 0 ? kept : undefined;
}

function asSenses(places: readonly Place[] | undefined): Sense[] | undefined {
  return places?.map((place) => ({ place, byAlias: false }));
}

/** "Mbujimayi" for Mbuji-Mayi, "Mbuji Mayi" for Mbujimayi. */
function byLetters(tokens: readonly Token[], i: number, lookup: Lookup): Found | null {
  let letters = '';
  let best: Found | null = null;
  for (let length = 1; length <= 3 && i + length <= tokens.length; length++) {
    const token = tokens[i + length - 1]!;
    const isBehind = isBehindApostrophe(tokens, i + length - 1);
    if (length > 1 && (token.before === 'break' || (token.shape === 'lower' && !isBehind))) break;
    if (length === 1 && (isOrdinary(token.plain) || countryOfPeople.has(token.plain))) break;
    letters += token.plain;
    const { byLetters, byName } = lookup.gazetteer;
    // "M'bala" for Mbala
    const whole = length === 2 && isBehind ? byName.get(letters) : undefined;
    const known = whole ?? (letters.length >= 6 ? byLetters.get(letters) : undefined);
    const senses = meant(known, tokens, i, length, lookup);
    if (senses) best = { length, senses, foundBy: 'letters' };
  }
  return best;
}

/** Another spelling of a name, where a word beside it says that it is a place. */
function bySound(part: SentenceWords, i: number, beside: Neighbours, lookup: Lookup): Found | null {
  const { tokens, isBare } = part;
  const token = tokens[i]!;
  if (!isBare && !beside.isLocative && !beside.classWord && !classAfter(tokens, i + 1)) return null;
  if (token.plain.length < (isBare ? 5 : 6) || isOrdinary(token.plain)) return null;
  if (countryOfPeople.has(token.plain)) return null;
  const { bySound: known } = lookup.gazetteer;
  const next = tokens[i + 1];
  const isPair = next !== undefined && next.before !== 'break' && next.shape !== 'lower';
  const pair = isPair && meant(known.get(soundKey([token.plain, next.plain])), tokens, i, 2, lookup);
  if (pair) return { length: 2, senses: pair, foundBy: 'sound' };
  const senses = meant(known.get(soundKey([token.plain])), tokens, i, 1, lookup);
  return senses ? { length: 1, senses, foundBy: 'sound' } : null;
}
