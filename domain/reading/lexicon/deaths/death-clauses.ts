import { deathClausesEn } from '../en/deaths/death-clauses.ts';
import { deathClausesFr } from '../fr/deaths/death-clauses.ts';
import { joinedWords } from '../join-words.ts';

export const deathClauseWords = joinedWords({ en: deathClausesEn, fr: deathClausesFr });
