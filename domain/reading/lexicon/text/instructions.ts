import { joinedWords } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

export const instructionWords = joinedWords(tablesOf('instructions'));
