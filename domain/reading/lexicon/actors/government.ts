import { governmentEn } from '../en/actors/government.ts';
import { governmentFr } from '../fr/actors/government.ts';
import { joinedWords } from '../join-words.ts';

export const governmentWords = joinedWords({ en: governmentEn, fr: governmentFr });
