import { eachLanguage } from '../lexicon/join-words.ts';
import type { Bound, BoundWords } from '../lexicon/numbers/bound-words.ts';
import { boundWords } from '../lexicon/numbers/bounds.ts';
import type { Language, Token } from '../text/text.ts';

type Phrase = { words: string[]; bound: Bound };

const books = eachLanguage(boundWords, bookOf);

/** The phrases by their first word, the longest first. */
function bookOf({ before }: BoundWords): ReadonlyMap<string, Phrase[]> {
  const phrases = Object.entries(before).flatMap(([bound, written]) =>
    written.map((phrase) => ({ words: phrase.split(' '), bound: bound as Bound })),
  );
  phrases.sort((a, b) => b.words.length - a.words.length);
  const book = new Map<string, Phrase[]>();
  for (const phrase of phrases) book.set(phrase.words[0]!, [...(book.get(phrase.words[0]!) ?? []), phrase]);
  return book;
}

/** What bounds the number behind it, and the token after its last word; null where no bound starts here. */
export function boundAt(
  tokens: readonly Token[],
  at: number,
  language: Language,
): { bound: Bound; next: number } | null {
  const found = books[language]
    .get(tokens[at]?.plain ?? '')
    ?.find(({ words }) => hasWords(tokens, at, words));
  if (!found) return null;
  const { turning, turned } = boundWords[language];
  const bound = (turning.includes(tokens[at - 2]?.plain ?? '') && turned[found.bound]) || found.bound;
  return { bound, next: at + found.words.length };
}

/** The token after "or more", where that stands here. */
export function trailingBound(tokens: readonly Token[], at: number, language: Language): number | null {
  const phrase = boundWords[language].leastAfter.map((written) => written.split(' '));
  const found = phrase.find((words) => hasWords(tokens, at, words));
  return found ? at + found.length : null;
}

function hasWords(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, i) => tokens[at + i]?.plain === word);
}
