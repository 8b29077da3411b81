import type { Language } from '../../text/text.ts';
import { eachLanguage } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';
import type { HarmlessDoubt } from './harmless-doubt.ts';

/** Where words of doubt are none, by the word. */
export const harmlessDoubts: Record<Language, ReadonlyMap<string, readonly HarmlessDoubt[]>> = eachLanguage(
  tablesOf('harmlessDoubts'),
  byWord,
);

function byWord(doubts: readonly HarmlessDoubt[]): ReadonlyMap<string, readonly HarmlessDoubt[]> {
  const words = new Set(doubts.flatMap((doubt) => doubt.words.split(' ')));
  return new Map(
    [...words].map((word) => [word, doubts.filter((doubt) => doubt.words.split(' ').includes(word))]),
  );
}
