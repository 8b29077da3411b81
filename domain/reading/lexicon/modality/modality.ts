import { modalityEn } from '../en/modality/modality.ts';
import { modalityFr } from '../fr/modality/modality.ts';
import { joinedWords, wordsByLanguage } from '../join-words.ts';

const lists = { en: modalityEn, fr: modalityFr };

export const modalityWords = joinedWords(lists);
export const modalityWordsOf = wordsByLanguage(lists);
