import { numberPhraseWords } from '../lexicon/numbers/number-phrases.ts';
import type { Span } from '../text/text.ts';

/**
 * A word, a number or a run of one mark, as numbers, dates and deaths are read: cut finer than `text/tokens.ts` cuts,
 * with "1,200" in one and elisions ("d'") apart.
 */
export type NumberToken = Span & {
  text: string;
  /** Lower case; curly apostrophes straightened; every dash is `-`. */
  low: string;
  /** As `low`, without accents: "tués" is "tues". */
  plain: string;
  kind: 'word' | 'number' | 'mark';
  /** Of a number; null where it has too many digits to mean anything. */
  value: number | null;
  /** "19th", "1er". */
  ordinal: boolean;
};

const wordAt = /[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*/uy;
/** Thousands: "1,200", "1.200", "1 200", also with a no-break or a thin space. */
const groupedAt = /[1-9]\d{0,2}(?:[,.' \u00a0\u202f\u2009]\d{3})+(?![\d])/y;
const decimalAt = /\d{1,9}[.,]\d{1,2}(?!\d|[.,/]\d)/y;
const digitsAt = /\d+/y;
const suffixAt = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*/uy;
const spaceAt = /\s+/y;

const unitSuffixes = new Set('km m kg g t h ha cm mm min mn am pm mw gmt'.split(' '));
const apostrophes = new Set(["'", '’', 'ʼ', '‘', '`']);
const dashes = new Set(['-', '–', '—', '‑', '‐', '−', '―']);

/** Lower case without accents. */
function plainForm(text: string): string {
  const low = text.toLowerCase();
  for (let i = 0; i < low.length; i += 1) {
    if (low.charCodeAt(i) > 127) {
      return low.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');
    }
  }
  return low;
}

/**
 * The words, numbers and marks of a sentence, in order. French elisions stand alone ("l'", "an"), as does the
 * English "'s"; hyphens are marks. Spans are UTF-16 offsets. Time grows linearly with the length.
 */
export function tokenize(sentence: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  let at = 0;
  while (at < sentence.length) {
    const space = match(spaceAt, sentence, at);
    if (space !== null) {
      at += space.length;
      continue;
    }
    const token = numberAt(sentence, at) ?? readWordAt(sentence, at) ?? markAt(sentence, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function numberAt(text: string, at: number): NumberToken | null {
  const code = text.charCodeAt(at);
  if (code < 48 || code > 57) return null;
  const grouped = match(groupedAt, text, at);
  const decimal = grouped === null ? match(decimalAt, text, at) : null;
  const digits = grouped ?? decimal ?? match(digitsAt, text, at);
  if (digits === null) return null;
  const suffix = match(suffixAt, text, at + digits.length);
  const plainSuffix = suffix === null ? '' : plainForm(suffix);
  const ordinal = numberPhraseWords.ordinalSuffixes.has(plainSuffix);
  if (suffix !== null && !ordinal && !unitSuffixes.has(plainSuffix) && !/^h\d/.test(plainSuffix)) {
    return wordToken(text, at, at + digits.length + suffix.length);
  }
  const end = at + digits.length + (ordinal ? (suffix?.length ?? 0) : 0);
  const written = text.slice(at, end);
  const low = written.toLowerCase();
  return {
    start: at,
    end,
    text: written,
    low,
    plain: low,
    kind: 'number',
    value: numericValue(digits, decimal !== null),
    ordinal,
  };
}

function numericValue(digits: string, decimal: boolean): number | null {
  if (decimal) return Number(digits.replace(',', '.'));
  if (digits.length > 15) return null;
  return Number(digits.replace(/\D/g, ''));
}

function readWordAt(text: string, at: number): NumberToken | null {
  const next = text[at] ?? '';
  if (apostrophes.has(next)) {
    const possessive =
      (text[at + 1] ?? '').toLowerCase() === 's' && !/[\p{L}\p{N}]/u.test(text[at + 2] ?? ' ');
    return possessive && at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
      ? wordToken(text, at, at + 2)
      : null;
  }
  const word = match(wordAt, text, at);
  if (word === null) return null;
  const end = at + word.length;
  if (!apostrophes.has(text[end] ?? '') || !numberPhraseWords.elided.has(word.toLowerCase()))
    return wordToken(text, at, end);
  const following = match(wordAt, text, end + 1);
  if (following === null) return wordToken(text, at, end);
  const isToday = word.length === 7 && following.toLowerCase() === 'hui';
  return wordToken(text, at, isToday ? end + 1 + following.length : end + 1);
}

function wordToken(text: string, start: number, end: number): NumberToken {
  const written = text.slice(start, end);
  const low = written.toLowerCase().replaceAll(/[’ʼ‘`]/g, "'");
  return { start, end, text: written, low, plain: plainForm(low), kind: 'word', value: null, ordinal: false };
}

function markAt(text: string, at: number): NumberToken {
  const mark = String.fromCodePoint(text.codePointAt(at) ?? 0);
  let end = at + mark.length;
  while (mark.length === 1 && text[end] === mark) end += 1;
  const low = dashes.has(mark) ? '-' : apostrophes.has(mark) ? "'" : mark;
  return {
    start: at,
    end,
    text: text.slice(at, end),
    low,
    plain: low,
    kind: 'mark',
    value: null,
    ordinal: false,
  };
}
