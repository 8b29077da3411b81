import { placesEn } from './en/places.ts';
import { placesFr } from './fr/places.ts';
import { joinedWords } from './join-words.ts';

export const placeRuleWords = joinedWords({ en: placesEn, fr: placesFr });
