import type { Language } from '../../text/text.ts';
import { eachLanguage, joinedWords } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

export const tollWords = joinedWords(tablesOf('tolls'));

/** Phrases that make a number a running total, word by word. */
export const runningTotals: Record<Language, readonly (readonly string[])[]> = eachLanguage(
  tablesOf('runningTotals'),
  (phrases) => phrases.map((phrase) => phrase.split(' ')),
);
