import type { Token } from '../text/text.ts';
import type { ReadSentence } from './read-sentence.ts';

export function countWords({ tokens }: Pick<ReadSentence, 'tokens'>, words: ReadonlySet<string>): number {
  let count = 0;
  for (const token of tokens) if (words.has(token.word)) count += 1;
  return count;
}

export function hasWord(
  { tokens }: Pick<ReadSentence, 'tokens'>,
  words: ReadonlySet<string>,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): boolean {
  const last = Math.min(tokens.length, to);
  for (let i = Math.max(0, from); i < last; i += 1) if (words.has(tokens[i]!.word)) return true;
  return false;
}

/** The words and marks of some tokens, parted by blanks. */
export function wordsBetween(tokens: readonly Token[], from: number, to: number): string {
  const words = tokens.slice(Math.max(0, from), to).map(({ word }) => word);
  return words.join(' ');
}
