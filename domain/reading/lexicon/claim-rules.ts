import { claimRulesEn } from './en/claim-rules.ts';
import { claimRulesFr } from './fr/claim-rules.ts';
import { joinedWords } from './join-words.ts';

export const claimRuleWords = joinedWords({ en: claimRulesEn, fr: claimRulesFr });
