import { territoryRulesEn } from '../en/claims/territory-rules.ts';
import { territoryRulesFr } from '../fr/claims/territory-rules.ts';
import { joinedWords } from '../join-words.ts';

export const territoryRuleWords = joinedWords({ en: territoryRulesEn, fr: territoryRulesFr });
