import { modalityEn } from './en/modality.ts';
import { modalityFr } from './fr/modality.ts';
import { joinedWords, wordsByLanguage } from './join-words.ts';

const lists = { en: modalityEn, fr: modalityFr };

export const modalityWords = joinedWords(lists);
export const modalityWordsOf = wordsByLanguage(lists);
