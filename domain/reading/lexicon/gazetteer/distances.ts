import { joinedPhrases } from '../join-phrases.ts';
import { joinedWords } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

export const distances = joinedPhrases(tablesOf('distances'));
export const distanceWords = joinedWords(tablesOf('distanceWords'));
