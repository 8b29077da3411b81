import { pagePhrasesEn } from './en/page-phrases.ts';
import { pagePhrasesFr } from './fr/page-phrases.ts';
import { joinedPhrases } from './join-phrases.ts';

export const pagePhrases = joinedPhrases<keyof typeof pagePhrasesEn>({
  en: pagePhrasesEn,
  fr: pagePhrasesFr,
});
