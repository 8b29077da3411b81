import type { Language } from '../text/text.ts';
import { lexiconEn } from './en/lexicon.ts';
import { lexiconEs } from './es/lexicon.ts';
import { lexiconFr } from './fr/lexicon.ts';
import { eachLanguage } from './join-words.ts';

/** The tables of a language. */
export type Lexicon = typeof lexiconEn;

/** The languages that are read: a further one is a further entry. */
const lexicons: Record<Language, Lexicon> = { en: lexiconEn, fr: lexiconFr, es: lexiconEs };

/** One table of each language. */
export function tablesOf<Name extends keyof Lexicon>(name: Name): Record<Language, Lexicon[Name]> {
  return eachLanguage(lexicons, (lexicon) => lexicon[name]);
}
