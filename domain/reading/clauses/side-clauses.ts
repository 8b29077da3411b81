import { modalityWords } from '../lexicon/modality/modality.ts';
import type { Token } from '../text/text.ts';

/** A side clause begins among so many tokens of its sentence to be its opening one. */
const openingReach = 5;

/** The comma that ends an opening clause of time: "A day after M23 left Kibua, …". */
export function endsOpeningClause(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]!.raw !== ',') return false;
  const opener = tokens.findIndex(({ word }, at) => at <= openingReach && modalityWords.openers.has(word));
  return opener >= 0 && opener < i - 2 && tokens.findIndex(({ raw }) => raw === ',') === i;
}

/** Relative clauses within commas, from their first word to the closing comma: ", which it had seized on 4 May,". */
export function relativeClauses(tokens: readonly Token[]): { first: number; last: number }[] {
  const clauses: { first: number; last: number }[] = [];
  for (let i = 1; i < tokens.length; i += 1) {
    if (tokens[i - 1]!.raw !== ',' || !modalityWords.relatives.has(tokens[i]!.word)) continue;
    let last = i + 1;
    while (last < tokens.length && !/^[,;:—–]$/.test(tokens[last]!.raw)) last += 1;
    if (tokens[last]?.raw !== ',') continue;
    clauses.push({ first: i, last });
    i = last;
  }
  return clauses;
}
