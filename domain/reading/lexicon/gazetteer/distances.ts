import { distancesEn, distanceWordsEn } from '../en/gazetteer/distances.ts';
import { distancesFr, distanceWordsFr } from '../fr/gazetteer/distances.ts';
import { joinedPhrases } from '../join-phrases.ts';
import { joinedWords } from '../join-words.ts';

export const distances = joinedPhrases<keyof typeof distancesEn>({ en: distancesEn, fr: distancesFr });
export const distanceWords = joinedWords({ en: distanceWordsEn, fr: distanceWordsFr });
