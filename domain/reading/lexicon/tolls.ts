import { tollsEn } from './en/tolls.ts';
import { tollsFr } from './fr/tolls.ts';
import { joinedWords } from './join-words.ts';

export const tollWords = joinedWords({ en: tollsEn, fr: tollsFr });
