import { joinedWords } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';
import { properNames } from './proper-names.ts';

export const nameWords = joinedWords(tablesOf('names'));

/** True of a name that is only taken for a place where a class word says that it is one. */
export function isOrdinary(name: string): boolean {
  return nameWords.ordinary.has(name) || properNames.noPlaces.has(name);
}
