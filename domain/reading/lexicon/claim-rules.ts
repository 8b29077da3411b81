import { claimRulesEn } from './en/claim-rules.ts';
import { claimRulesFr } from './fr/claim-rules.ts';
import { joinedWords, wordsByLanguage } from './join-words.ts';

const lists = { en: claimRulesEn, fr: claimRulesFr };

export const claimRuleWords = joinedWords(lists);
export const claimRuleWordsOf = wordsByLanguage(lists);
