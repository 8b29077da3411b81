import { besideEn } from '../en/gazetteer/beside.ts';
import { besideFr } from '../fr/gazetteer/beside.ts';
import { joinedWords } from '../join-words.ts';

export const besideWords = joinedWords({ en: besideEn, fr: besideFr });
