import { stemsEn } from '../en/claims/stems.ts';
import { stemsFr } from '../fr/claims/stems.ts';
import { joinedWords } from '../join-words.ts';

const stems = joinedWords({ en: stemsEn, fr: stemsFr });

/** True where a word begins with one of the stems of a list. */
export function hasStem(word: string, list: keyof typeof stems): boolean {
  for (const stem of stems[list]) if (word.startsWith(stem)) return true;
  return false;
}
