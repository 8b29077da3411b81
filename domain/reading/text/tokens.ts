import { tokenWords } from '../lexicon/text/tokens.ts';
import { fold } from './fold.ts';
import type { Token } from './text.ts';

const wordOrMark = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
/** Thousands: "1,200", "1.200", "1 200", also with a no-break or a thin space. */
const groupedAt = /[1-9]\d{0,2}(?:[,.' \u00a0\u202f\u2009]\d{3})+(?!\d)/y;
const decimalAt = /\d{1,9}[.,]\d{1,2}(?!\d|[.,/]\d)/y;
const digitsAt = /\d+/y;
const lettersAt = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*/uy;

const apostrophes = new Set(["'", '’', '‘', '`']);
const dashes = new Set(['-', '–', '—', '‑', '‐', '−', '―']);

/**
 * The words, numbers and marks of a text in their order; `start` is where it stands in the whole text. French elisions
 * stand alone ("l'", "an"), as does the English "'s"; other apostrophes only part words. Linear in its length.
 */
export function tokenize(text: string, start = 0): Token[] {
  const tokens: Token[] = [];
  /** Where the last word ends. */
  let last = -1;
  wordOrMark.lastIndex = 0;
  for (let match = wordOrMark.exec(text); match !== null; match = wordOrMark.exec(text)) {
    const at = match.index;
    const end = endOfToken(text, at, match[0]);
    if (end === null) continue;
    wordOrMark.lastIndex = end;
    const token = tokenOf(text, at, end, start, last < 0 ? 'break' : gapOf(text, last, at));
    if (token.isWord) last = end;
    tokens.push(token);
  }
  return tokens;
}

/** Where the token that starts with these characters ends; null where they are an apostrophe that is no part of one. */
function endOfToken(text: string, at: number, written: string): number | null {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return endOfNumber(text, at);
  const end = at + written.length;
  if (apostrophes.has(written)) return isPossessive(text, at) ? at + 2 : null;
  const next = text[end];
  if (next === undefined || !apostrophes.has(next)) return end;
  const following = matched(lettersAt, text, end + 1);
  if (following === null) return end;
  const word = written.toLowerCase();
  const whole = end + 1 + following.length;
  if (tokenWords.withApostrophe.has(`${word}'${following.toLowerCase()}`)) return whole;
  return tokenWords.elided.has(word) ? end + 1 : end;
}

/** "19th" and "4x4" are one token, "5km" and "14h30" are two. */
function endOfNumber(text: string, at: number): number {
  const digits = matched(groupedAt, text, at) ?? matched(decimalAt, text, at) ?? matched(digitsAt, text, at)!;
  const end = at + digits.length;
  const suffix = matched(lettersAt, text, end);
  if (suffix === null) return end;
  const isApart =
    tokenWords.units.has(fold(suffix)) || (tokenWords.hours.has(suffix[0]!) && /^.\d/.test(suffix));
  return isApart ? end : end + suffix.length;
}

function isPossessive(text: string, at: number): boolean {
  return (
    tokenWords.possessives.has((text[at + 1] ?? '').toLowerCase()) &&
    !/[\p{L}\p{N}]/u.test(text[at + 2] ?? ' ') &&
    at > 0 &&
    /[\p{L}\p{N}]/u.test(text[at - 1]!)
  );
}

function matched(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

const letterOrDigit = /[\p{L}\p{N}]/u;

function tokenOf(text: string, at: number, end: number, start: number, before: Token['before']): Token {
  const raw = text.slice(at, end);
  const bare = raw.length === 1 ? raw : withoutApostrophe(raw);
  const first = raw.charCodeAt(0);
  const isAscii = first < 128 && /^[\x20-\x7e]*$/.test(bare);
  const isDigit = first >= 48 && first <= 57;
  const number = isDigit ? numberOf(raw) : null;
  const isWord = isDigit || letterOrDigit.test(raw);
  const word = isAscii ? bare.toLowerCase() : bare.toLowerCase().normalize('NFC').replaceAll('’', "'");
  return {
    start: start + at,
    end: start + end,
    raw,
    word,
    plain: isAscii ? word : dashes.has(raw) ? '-' : fold(word),
    isWord,
    kind: !isWord ? 'mark' : number ? 'number' : 'word',
    value: number?.value ?? null,
    isOrdinal: number?.isOrdinal ?? false,
    shape: isDigit ? 'number' : shapeOf(bare),
    before,
  };
}

function withoutApostrophe(raw: string): string {
  if (apostrophes.has(raw[0]!)) return raw.slice(1);
  return apostrophes.has(raw.at(-1)!) ? raw.slice(0, -1) : raw;
}

/** The value of what begins with a digit; null where it is a word, such as "4x4". */
function numberOf(raw: string): { value: number | null; isOrdinal: boolean } | null {
  const digits = /^[\d,.' \u00a0\u202f\u2009]*\d/.exec(raw)![0];
  const suffix = raw.slice(digits.length);
  const isOrdinal = suffix !== '' && tokenWords.ordinals.has(fold(suffix));
  if (suffix !== '' && !isOrdinal) return null;
  if (matched(decimalAt, digits, 0) === digits) return { value: Number(digits.replace(',', '.')), isOrdinal };
  return { value: digits.length > 15 ? null : Number(digits.replace(/\D/g, '')), isOrdinal };
}

function shapeOf(word: string): Token['shape'] {
  const first = word[0]!;
  if (first.toLowerCase() === first) return 'lower';
  return word.length > 1 && word.toUpperCase() === word ? 'UPPER' : 'Capital';
}

/** What stands between two words. */
function gapOf(text: string, from: number, to: number): Token['before'] {
  if (to === from)
    return apostrophes.has(text[to]!) || apostrophes.has(text[to - 1]!) ? 'apostrophe' : 'space';
  if (to - from === 1) {
    const mark = text[from]!;
    if (mark === ' ' || mark === '\u00a0') return 'space';
    if (mark === '-' || mark === '‐' || mark === '‑' || mark === '–') return 'hyphen';
    if (apostrophes.has(mark)) return 'apostrophe';
    return mark === '\n' || mark === '\t' ? 'space' : 'break';
  }
  if (to - from > 4) return 'break';
  const gap = text.slice(from, to).trim();
  if (gap === '') return 'space';
  return gap === '.' ? 'dot' : gap === '-' || gap === '–' ? 'hyphen' : 'break';
}

/** True for a word with a capital. */
export function isCapital({ shape }: Token): boolean {
  return shape === 'Capital' || shape === 'UPPER';
}

/** Index of the first token that starts at or after an offset; the number of tokens where none does. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
