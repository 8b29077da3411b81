import { phrasesEn } from '../en/modality/phrases.ts';
import { phrasesFr } from '../fr/modality/phrases.ts';
import { joinedPhrases, phrasesByLanguage } from '../join-phrases.ts';

const lists = { en: phrasesEn, fr: phrasesFr };

export const phrases = joinedPhrases(lists);
export const phrasesOf = phrasesByLanguage(lists);
