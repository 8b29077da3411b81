import { besideWords } from '../reading/lexicon/gazetteer/beside.ts';
import { classWords } from '../reading/lexicon/gazetteer/classes.ts';
import { directions } from '../reading/lexicon/gazetteer/compass.ts';
import { isOrdinary } from '../reading/lexicon/gazetteer/names.ts';
import type { Token } from '../reading/text/text.ts';
import { classAfter, type Neighbours } from './beside.ts';
import { type Gazetteer, maxNameWords, type Sense } from './gazetteer.ts';
import type { PlaceMention } from './mention.ts';
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
  gazetteer: Gazetteer,
): Found | null {
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
    if (tokens[i + length - 1]!.shape === 'lower') continue;
    const senses = gazetteer.byName.get(key);
    const operated = gazetteer.operators.get(key);
    if (operated && !senses?.some(({ place }) => place.kind !== 'site')) {
      return {
        length,
        senses: operated.map((place) => ({ place, byAlias: false })),
        foundBy: 'name',
        isOperator: true,
      };
    }
    if (senses) return { length, senses, foundBy: 'name' };
    if (gazetteer.others.has(key)) return { length, senses: [], foundBy: 'name' };
  }
  return byLetters(tokens, i, gazetteer) ?? bySound(part, i, beside, gazetteer);
}

/** "Mbujimayi" for Mbuji-Mayi, "Mbuji Mayi" for Mbujimayi. */
function byLetters(tokens: readonly Token[], i: number, gazetteer: Gazetteer): Found | null {
  let letters = '';
  let best: Found | null = null;
  for (let length = 1; length <= 3 && i + length <= tokens.length; length++) {
    const token = tokens[i + length - 1]!;
    if (length > 1 && (token.before === 'break' || token.shape === 'lower')) break;
    if (length === 1 && isOrdinary(token.plain)) break;
    letters += token.plain;
    const senses = letters.length >= 6 ? gazetteer.byLetters.get(letters) : undefined;
    if (senses) best = { length, senses, foundBy: 'letters' };
  }
  return best;
}

/** Another spelling of a name, where a word beside it says that it is a place. */
function bySound(part: SentenceWords, i: number, beside: Neighbours, gazetteer: Gazetteer): Found | null {
  const { tokens, isBare } = part;
  const token = tokens[i]!;
  if (!isBare && !beside.isLocative && !beside.classWord && !classAfter(tokens, i + 1)) return null;
  if (token.plain.length < (isBare ? 5 : 6) || isOrdinary(token.plain)) return null;
  const next = tokens[i + 1];
  const isPair = next !== undefined && next.before !== 'break' && next.shape !== 'lower';
  const pair = isPair && gazetteer.bySound.get(soundKey([token.plain, next.plain]));
  if (pair) return { length: 2, senses: pair, foundBy: 'sound' };
  const senses = gazetteer.bySound.get(soundKey([token.plain]));
  return senses ? { length: 1, senses, foundBy: 'sound' } : null;
}
