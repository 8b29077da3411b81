import { joinedWords, wordsByLanguage } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

const lists = tablesOf('numberPhrases');

export const numberPhraseWords = joinedWords(lists);
export const numberPhraseWordsOf = wordsByLanguage(lists);
