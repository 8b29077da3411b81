import { phrasesEn } from '../en/modality/phrases.ts';
import { phrasesFr } from '../fr/modality/phrases.ts';
import { joinedPhrases } from '../join-phrases.ts';

/** As they are, for rules that ask one language. */
export const phrasesOf = { en: phrasesEn, fr: phrasesFr };
export const phrases = joinedPhrases(phrasesOf);
