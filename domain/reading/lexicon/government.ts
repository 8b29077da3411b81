import { governmentEn } from './en/government.ts';
import { governmentFr } from './fr/government.ts';
import { joinedWords } from './join-words.ts';

export const governmentWords = joinedWords({ en: governmentEn, fr: governmentFr });
