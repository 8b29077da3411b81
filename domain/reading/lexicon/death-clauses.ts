import { deathClausesEn } from './en/death-clauses.ts';
import { deathClausesFr } from './fr/death-clauses.ts';
import { joinedWords } from './join-words.ts';

export const deathClauseWords = joinedWords({ en: deathClausesEn, fr: deathClausesFr });
