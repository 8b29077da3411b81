import { tablesOf } from '../lexicons.ts';
import { functionWordsOfOthers } from './other-languages.ts';

/** Words that hardly a text does without, by language: those that are read, and others to tell them from. */
export const functionWords = { ...tablesOf('functionWords'), ...functionWordsOfOthers };
