import { joinedWords } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

export const tokenWords = joinedWords(tablesOf('tokens'));
