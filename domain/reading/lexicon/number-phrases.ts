import { numberPhrasesEn } from './en/number-phrases.ts';
import { numberPhrasesFr } from './fr/number-phrases.ts';
import { joinedWords } from './join-words.ts';

export const numberPhraseWords = joinedWords({ en: numberPhrasesEn, fr: numberPhrasesFr });
