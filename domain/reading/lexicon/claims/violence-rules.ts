import { violenceRulesEn } from '../en/claims/violence-rules.ts';
import { violenceRulesFr } from '../fr/claims/violence-rules.ts';
import { joinedWords } from '../join-words.ts';

export const violenceRuleWords = joinedWords({ en: violenceRulesEn, fr: violenceRulesFr });
