import { countsEn } from './en/counts.ts';
import { countsFr } from './fr/counts.ts';
import { joinedWords } from './join-words.ts';

export const countingWords = joinedWords({ en: countsEn, fr: countsFr });
