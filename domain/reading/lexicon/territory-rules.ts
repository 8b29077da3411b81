import { territoryRulesEn } from './en/territory-rules.ts';
import { territoryRulesFr } from './fr/territory-rules.ts';
import { joinedWords } from './join-words.ts';

export const territoryRuleWords = joinedWords({ en: territoryRulesEn, fr: territoryRulesFr });
