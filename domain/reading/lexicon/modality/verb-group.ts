import { joinedWords, wordsByLanguage } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

const lists = tablesOf('verbGroup');

export const verbGroupWords = joinedWords(lists);
export const verbGroupWordsOf = wordsByLanguage(lists);
