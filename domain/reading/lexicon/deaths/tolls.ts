import type { Language } from '../../text/text.ts';
import { runningTotalsEn, tollsEn } from '../en/deaths/tolls.ts';
import { runningTotalsFr, tollsFr } from '../fr/deaths/tolls.ts';
import { eachLanguage, joinedWords } from '../join-words.ts';

export const tollWords = joinedWords({ en: tollsEn, fr: tollsFr });

/** Phrases that make a number a running total, word by word. */
export const runningTotals: Record<Language, readonly (readonly string[])[]> = eachLanguage(
  { en: runningTotalsEn, fr: runningTotalsFr },
  (phrases) => phrases.map((phrase) => phrase.split(' ')),
);
