import { joinedWords } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

const stems = joinedWords(tablesOf('stems'));

/** True where a word begins with one of the stems of a list. */
export function hasStem(word: string, list: keyof typeof stems): boolean {
  for (const stem of stems[list]) if (word.startsWith(stem)) return true;
  return false;
}
