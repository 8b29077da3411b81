import { functionWordsEn } from '../en/text/function-words.ts';
import { functionWordsFr } from '../fr/text/function-words.ts';
import { functionWordsOfOthers } from './other-languages.ts';

/** Words that hardly a text does without, by language: those that are read, and others to tell them from. */
export const functionWords = { en: functionWordsEn, fr: functionWordsFr, ...functionWordsOfOthers };
