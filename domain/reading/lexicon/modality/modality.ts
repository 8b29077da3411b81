import { joinedWords, wordsByLanguage } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

const lists = tablesOf('modality');

export const modalityWords = joinedWords(lists);
export const modalityWordsOf = wordsByLanguage(lists);
