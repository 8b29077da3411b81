import { phrasesEn } from './en/phrases.ts';
import { phrasesFr } from './fr/phrases.ts';
import { joinedPhrases } from './join-phrases.ts';

/** As they are, for rules that ask one language. */
export const phrasesOf = { en: phrasesEn, fr: phrasesFr };
export const phrases = joinedPhrases(phrasesOf);
