import { placesEn } from '../en/story/places.ts';
import { placesFr } from '../fr/story/places.ts';
import { joinedWords } from '../join-words.ts';

export const placeRuleWords = joinedWords({ en: placesEn, fr: placesFr });
