import { stemsEn } from './en/stems.ts';
import { stemsFr } from './fr/stems.ts';
import { joinedWords } from './join-words.ts';

const stems = joinedWords({ en: stemsEn, fr: stemsFr });

/** True where a word begins with one of the stems of a list. */
export function hasStem(word: string, list: keyof typeof stems): boolean {
  for (const stem of stems[list]) if (word.startsWith(stem)) return true;
  return false;
}
