import type { Span } from '../reading/text/text.ts';
import { fold } from './fold.ts';

/** One word of a text as names of places are looked up by: offsets in the whole text, no marks, only what parts it from the word before. */
export type NameToken = Span & {
  folded: string;
  /** How it is written: `Goma`, `goma`, `GOMA`, or with digits. */
  shape: 'Capital' | 'lower' | 'UPPER' | 'number';
  /** What stands between it and the word before: nothing but this, or `break` for anything else. */
  before: 'space' | 'hyphen' | 'apostrophe' | 'dot' | 'break';
};

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a part of a text, in order. */
export function tokensOf(text: string, start: number, end: number): NameToken[] {
  const tokens: NameToken[] = [];
  const part = text.slice(start, end);
  let last = 0;
  for (const match of part.matchAll(word)) {
    const raw = match[0];
    const at = match.index;
    const token: NameToken = {
      start: start + at,
      end: start + at + raw.length,
      folded: fold(raw),
      shape: shapeOf(raw),
      before: tokens.length === 0 ? 'break' : gapOf(part, last, at),
    };
    tokens.push(token);
    last = at + raw.length;
  }
  return tokens;
}

function shapeOf(raw: string): NameToken['shape'] {
  const first = raw[0]!;
  if (first >= '0' && first <= '9') return 'number';
  if (first.toLowerCase() === first) return 'lower';
  return raw.length > 1 && raw.toUpperCase() === raw ? 'UPPER' : 'Capital';
}

function gapOf(text: string, from: number, to: number): NameToken['before'] {
  if (to - from === 1) {
    const mark = text[from]!;
    if (mark === ' ' || mark === '\u00a0') return 'space';
    if (mark === '-' || mark === '‐' || mark === '‑' || mark === '–') return 'hyphen';
    if (mark === "'" || mark === '’' || mark === 'ʼ' || mark === '`') return 'apostrophe';
    return mark === '\n' || mark === '\t' ? 'space' : 'break';
  }
  if (to - from > 4) return 'break';
  const gap = text.slice(from, to).trim();
  if (gap === '') return 'space';
  return gap === '.' ? 'dot' : gap === '-' || gap === '–' ? 'hyphen' : 'break';
}
