import { datePhrasesEn } from '../en/dates/date-phrases.ts';
import { datePhrasesFr } from '../fr/dates/date-phrases.ts';
import { joinedWords, wordsByLanguage } from '../join-words.ts';

const lists = { en: datePhrasesEn, fr: datePhrasesFr };

export const datePhraseWords = joinedWords(lists);
export const datePhraseWordsOf = wordsByLanguage(lists);
