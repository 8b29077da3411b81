import { numberPhraseWords, numberPhraseWordsOf } from '../lexicon/numbers/number-phrases.ts';
import { multipliers, numberWords } from '../lexicon/numbers/numbers.ts';
import type { Language } from '../text/text.ts';
import type { NumberToken } from './number-tokens.ts';

/** A number as written, in words or digits. */
export type Cardinal = {
  value: number;
  /** Index of the token after it. */
  next: number;
  /** Only "a", "an", "un", "une": may be no more than an article. */
  article: boolean;
};

/** The longest number word that is read; longer runs are no number. */
const maxTokens = 14;
/** After "dix" only sept, huit and neuf go on. */
const teenRoom = 9.5;

/**
 * The number that starts at this token: "35", "1,200", "2.5 million", "twenty-one", "a hundred",
 * "quatre-vingt-dix-sept", "deux mille"; null where none does. Ordinals ("19th") are none.
 */
export function readCardinal(
  tokens: readonly NumberToken[],
  at: number,
  language: Language,
): Cardinal | null {
  const first = tokens[at];
  if (first === undefined) return null;
  if (first.kind === 'number') {
    return first.value === null || first.ordinal ? null : scaled(tokens, at + 1, first.value);
  }
  return first.kind === 'word' ? readWords(tokens, at, language) : null;
}

function scaled(tokens: readonly NumberToken[], at: number, value: number): Cardinal {
  const factor = multipliers.get(tokens[at]?.plain ?? '') ?? 0;
  return factor >= 1000 && value < 100_000
    ? { value: Math.round(value * factor), next: at + 1, article: false }
    : { value, next: at, article: false };
}

function readWords(tokens: readonly NumberToken[], at: number, language: Language): Cardinal | null {
  const first = tokens[at]?.plain ?? '';
  if (language === 'en' && numberPhraseWordsOf.en.articles.has(first)) {
    const factor = multipliers.get(tokens[at + 1]?.plain ?? '');
    if (factor === undefined) return { value: 1, next: at + 1, article: true };
  }
  let sum: Sum | null = null;
  let next = at;
  for (let read = 0; read < maxTokens; read += 1) {
    const i: number = next + (sum === null ? 0 : jointLength(tokens, next, language, sum.current));
    const added = add(sum, tokens[i]?.plain ?? '', language);
    if (added === null) break;
    sum = added;
    next = i + 1;
  }
  if (sum === null) return null;
  return {
    value: sum.total + sum.current,
    next,
    article: next === at + 1 && numberPhraseWordsOf.fr.articles.has(first),
  };
}

/** A number half read: millions and thousands are in `total`; what comes next must be smaller than `room`. */
type Sum = { total: number; current: number; room: number; scale: number };

const nothing: Sum = { total: 0, current: 0, room: 1000, scale: Number.POSITIVE_INFINITY };

/** The sum with this word added; null where the word does not go on with the number. */
function add(sum: Sum | null, word: string, language: Language): Sum | null {
  const { total, current, room, scale } = sum ?? nothing;
  const factor = multipliers.get(word);
  if (factor === undefined) {
    const value = numberWords[language].get(word);
    if (sum === null && language === 'en' && numberPhraseWordsOf.en.articles.has(word))
      return { ...nothing, current: 1, room: 1 };
    const isFourTwenties =
      language === 'fr' && numberPhraseWords.twenty.has(word) && current % 100 === 4 && room === 1;
    if (isFourTwenties) return { total, current: current + 76, room: 20, scale };
    if (room === teenRoom && (value ?? 0) < 7) return null;
    if (value === undefined || value >= room || (value === 0 && sum !== null)) return null;
    return { total, current: current + value, room: roomAfter(value, language), scale };
  }
  if (factor === 100) {
    if (current === 0 && language === 'fr' && room > 100) return { total, current: 100, room: 100, scale };
    return current > 0 && current < 10 ? { total, current: current * 100, room: 100, scale } : null;
  }
  if (factor >= scale || (sum === null && !numberPhraseWords.bareMultipliers.has(word))) return null;
  return {
    total: total + Math.max(current, 1) * factor,
    current: 0,
    room: Math.min(factor, 1000),
    scale: factor,
  };
}

/** Tokens between two parts of one number: a hyphen, "and", "et". */
function jointLength(
  tokens: readonly NumberToken[],
  at: number,
  language: Language,
  current: number,
): number {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token === undefined || after === undefined) return 0;
  if (token.low === '-') {
    if (token.start !== tokens[at - 1]?.end || after.start !== token.end) return 0;
    return numberPhraseWordsOf.fr.and.has(after.plain) && tokens[at + 2]?.low === '-' ? 3 : 1;
  }
  if (language === 'en')
    return numberPhraseWordsOf.en.and.has(token.plain) && current % 100 === 0 && isSmall(after) ? 1 : 0;
  const tens = current % 100;
  const joins = tens >= 20 && tens <= 70 && tens % 10 === 0;
  return numberPhraseWordsOf.fr.and.has(token.plain) &&
    joins &&
    numberPhraseWords.oneOrEleven.has(after.plain)
    ? 1
    : 0;
}

function isSmall(token: NumberToken): boolean {
  return (numberWords.en.get(token.plain) ?? 0) > 0;
}

function roomAfter(value: number, language: Language): number {
  if (value === 10 && language === 'fr') return teenRoom;
  if (value < 20) return 1;
  if (language === 'fr' && (value === 60 || value === 80)) return 20;
  return 10;
}
