import { numberPhraseWords, numberPhraseWordsOf } from '../lexicon/numbers/number-phrases.ts';
import type { Room } from '../lexicon/numbers/number-words.ts';
import { multipliers, numberWords, roomsBehind } from '../lexicon/numbers/numbers.ts';
import type { Language, Token } from '../text/text.ts';

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
/**
 * The number that starts at this token: "35", "1,200", "2.5 million", "twenty-one", "a hundred",
 * "quatre-vingt-dix-sept", "deux mille"; null where none does. Ordinals ("19th") are none.
 */
export function readCardinal(tokens: readonly Token[], at: number, language: Language): Cardinal | null {
  const first = tokens[at];
  if (first === undefined) return null;
  if (first.kind === 'number') {
    return first.value === null || first.isOrdinal ? null : scaled(tokens, at + 1, first.value);
  }
  return first.kind === 'word' ? readWords(tokens, at, language) : null;
}

function scaled(tokens: readonly Token[], at: number, value: number): Cardinal {
  const factor = multipliers.get(tokens[at]?.plain ?? '') ?? 0;
  return factor >= 1000 && value < 100_000
    ? { value: Math.round(value * factor), next: at + 1, article: false }
    : { value, next: at, article: false };
}

function readWords(tokens: readonly Token[], at: number, language: Language): Cardinal | null {
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
  const isArticle = numberPhraseWordsOf[language].articles.has(tokens[at]!.plain);
  return { value: sum.total + sum.current, next, article: isArticle && next === at + 1 };
}

/** A number half read: millions and thousands are in `total`; what comes next must be in `room`. */
type Sum = { total: number; current: number; room: Room; scale: number };

const noRoom: Room = { least: 1, below: 1 };
const wide: Room = { least: 0, below: 1000 };
const nothing: Sum = { total: 0, current: 0, room: wide, scale: Number.POSITIVE_INFINITY };

/** The sum with this word added; null where the word does not go on with the number. */
function add(sum: Sum | null, word: string, language: Language): Sum | null {
  const { total, current, room, scale } = sum ?? nothing;
  const { articles, twenty, bareMultipliers } = numberPhraseWordsOf[language];
  const factor = multipliers.get(word);
  if (factor === undefined) {
    if (sum === null && articles.has(word)) return { ...nothing, current: 1, room: noRoom };
    const value = numberWords[language].get(word);
    // "quatre-vingts"
    if (twenty.has(word) && current % 100 === 4 && room === noRoom)
      return { total, current: current + 76, room: roomBehind(80, language), scale };
    if (value === undefined || value < room.least || value >= room.below) return null;
    return { total, current: current + value, room: roomBehind(value, language), scale };
  }
  if (factor === 100) {
    const behindHundred = { least: 1, below: 100 };
    if (current === 0 && room.below > 100 && bareMultipliers.has(word))
      return { total, current: 100, room: behindHundred, scale };
    return current > 0 && current < 10 ? { total, current: current * 100, room: behindHundred, scale } : null;
  }
  if (factor >= scale || (sum === null && !numberPhraseWords.bareMultipliers.has(word))) return null;
  return {
    total: total + Math.max(current, 1) * factor,
    current: 0,
    room: { least: 1, below: Math.min(factor, 1000) },
    scale: factor,
  };
}

/** Tokens between two parts of one number: a hyphen, "and", "et". */
function jointLength(tokens: readonly Token[], at: number, language: Language, current: number): number {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token === undefined || after === undefined) return 0;
  const { and, oneOrEleven } = numberPhraseWordsOf[language];
  if (token.plain === '-') {
    if (token.start !== tokens[at - 1]?.end || after.start !== token.end) return 0;
    return and.has(after.plain) && tokens[at + 2]?.plain === '-' ? 3 : 1;
  }
  if (!and.has(token.plain)) return 0;
  const tens = current % 100;
  // "two hundred and five" or "vingt et un"
  const goesOn =
    tens === 0
      ? oneOrEleven.size === 0 && (numberWords[language].get(after.plain) ?? 0) > 0
      : tens >= 20 && tens % 10 === 0 && oneOrEleven.has(after.plain);
  return goesOn ? 1 : 0;
}

/** What may follow a number in the same hundred: "twenty ONE", "soixante QUINZE". */
function roomBehind(value: number, language: Language): Room {
  const told = roomsBehind[language].get(value);
  return told ?? (value < 20 ? noRoom : { least: 1, below: 10 });
}
