import { joinedWords, wordsByLanguage } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

const lists = tablesOf('counts');

export const countingWords = joinedWords(lists);
export const countingWordsOf = wordsByLanguage(lists);
