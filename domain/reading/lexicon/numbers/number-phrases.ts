import { numberPhrasesEn } from '../en/numbers/number-phrases.ts';
import { numberPhrasesFr } from '../fr/numbers/number-phrases.ts';
import { joinedWords, wordsByLanguage } from '../join-words.ts';

const lists = { en: numberPhrasesEn, fr: numberPhrasesFr };

export const numberPhraseWords = joinedWords(lists);
export const numberPhraseWordsOf = wordsByLanguage(lists);
