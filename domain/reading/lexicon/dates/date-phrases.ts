import { joinedWords, wordsByLanguage } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

const lists = tablesOf('datePhrases');

export const datePhraseWords = joinedWords(lists);
export const datePhraseWordsOf = wordsByLanguage(lists);
