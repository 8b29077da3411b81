import { joinedPhrases } from '../join-phrases.ts';
import { tablesOf } from '../lexicons.ts';

export const pagePhrases = joinedPhrases(tablesOf('pagePhrases'));
