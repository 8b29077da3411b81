import { rolesEn } from '../en/actors/roles.ts';
import { rolesFr } from '../fr/actors/roles.ts';
import { joinedWords, wordsByLanguage } from '../join-words.ts';

const lists = { en: rolesEn, fr: rolesFr };

export const roleWords = joinedWords(lists);
export const roleWordsOf = wordsByLanguage(lists);
