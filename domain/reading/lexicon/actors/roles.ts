import { joinedWords, wordsByLanguage } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

const lists = tablesOf('roles');

export const roleWords = joinedWords(lists);
export const roleWordsOf = wordsByLanguage(lists);
