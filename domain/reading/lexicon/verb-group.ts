import { verbGroupEn } from './en/verb-group.ts';
import { verbGroupFr } from './fr/verb-group.ts';
import { joinedWords } from './join-words.ts';

export const verbGroupWords = joinedWords({ en: verbGroupEn, fr: verbGroupFr });
