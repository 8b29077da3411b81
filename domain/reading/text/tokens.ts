import type { Sentence, Span } from './text.ts';

/** A word or a punctuation mark of a sentence; offsets in the whole text. */
export type Token = Span & {
  /** As written. */
  raw: string;
  /** Lower case, apostrophes as separate marks left out: "didn't" is the words "didn" and "t". */
  word: string;
  isWord: boolean;
};

const tokenPattern = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/** The words and marks of a sentence in their order. */
export function tokenize(sentence: Pick<Sentence, 'text' | 'start'>): Token[] {
  const tokens: Token[] = [];
  for (const match of sentence.text.matchAll(tokenPattern)) {
    const raw = match[0];
    if (raw === "'" || raw === '’' || raw === '‘') continue;
    const start = sentence.start + match.index;
    const isPlain = /^[a-zA-Z0-9]+$/.test(raw);
    const isWord = isPlain || /[\p{L}\p{N}]/u.test(raw);
    tokens.push({
      start,
      end: start + raw.length,
      raw,
      word: isPlain ? raw.toLowerCase() : raw.toLowerCase().normalize('NFC'),
      isWord,
    });
  }
  return tokens;
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
