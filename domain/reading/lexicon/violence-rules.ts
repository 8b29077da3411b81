import { violenceRulesEn } from './en/violence-rules.ts';
import { violenceRulesFr } from './fr/violence-rules.ts';
import { joinedWords } from './join-words.ts';

export const violenceRuleWords = joinedWords({ en: violenceRulesEn, fr: violenceRulesFr });
