import { claimRulesEn } from '../en/claims/claim-rules.ts';
import { claimRulesFr } from '../fr/claims/claim-rules.ts';
import { joinedWords, wordsByLanguage } from '../join-words.ts';

const lists = { en: claimRulesEn, fr: claimRulesFr };

export const claimRuleWords = joinedWords(lists);
export const claimRuleWordsOf = wordsByLanguage(lists);
