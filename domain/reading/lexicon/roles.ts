import { rolesEn } from './en/roles.ts';
import { rolesFr } from './fr/roles.ts';
import { joinedWords } from './join-words.ts';

export const roleWords = joinedWords({ en: rolesEn, fr: rolesFr });
