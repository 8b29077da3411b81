import { joinedWords, wordsByLanguage } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

const lists = tablesOf('claimRules');

export const claimRuleWords = joinedWords(lists);
export const claimRuleWordsOf = wordsByLanguage(lists);
