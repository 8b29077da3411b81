import { countsEn } from '../en/deaths/counts.ts';
import { countsFr } from '../fr/deaths/counts.ts';
import { joinedWords, wordsByLanguage } from '../join-words.ts';

const lists = { en: countsEn, fr: countsFr };

export const countingWords = joinedWords(lists);
export const countingWordsOf = wordsByLanguage(lists);
