import { joinedWords } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

export const violenceRuleWords = joinedWords(tablesOf('violenceRules'));
