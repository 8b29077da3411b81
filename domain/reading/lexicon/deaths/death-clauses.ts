import { deathClausesEn } from '../en/deaths/death-clauses.ts';
import { deathClausesFr } from '../fr/deaths/death-clauses.ts';
import { joinedWords, wordsByLanguage } from '../join-words.ts';

const lists = { en: deathClausesEn, fr: deathClausesFr };

export const deathClauseWords = joinedWords(lists);
export const deathClauseWordsOf = wordsByLanguage(lists);
