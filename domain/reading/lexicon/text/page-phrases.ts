import { pagePhrasesEn } from '../en/text/page-phrases.ts';
import { pagePhrasesFr } from '../fr/text/page-phrases.ts';
import { joinedPhrases } from '../join-phrases.ts';

export const pagePhrases = joinedPhrases<keyof typeof pagePhrasesEn>({
  en: pagePhrasesEn,
  fr: pagePhrasesFr,
});
