import { verbGroupEn } from '../en/modality/verb-group.ts';
import { verbGroupFr } from '../fr/modality/verb-group.ts';
import { joinedWords, wordsByLanguage } from '../join-words.ts';

const lists = { en: verbGroupEn, fr: verbGroupFr };

export const verbGroupWords = joinedWords(lists);
export const verbGroupWordsOf = wordsByLanguage(lists);
