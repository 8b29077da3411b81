import { joinedWords } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

export const sentenceWords = joinedWords(tablesOf('sentences'));
