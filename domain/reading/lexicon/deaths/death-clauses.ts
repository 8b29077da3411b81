import { joinedWords, wordsByLanguage } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

const lists = tablesOf('deathClauses');

export const deathClauseWords = joinedWords(lists);
export const deathClauseWordsOf = wordsByLanguage(lists);
