import { sentencesEn } from './en/sentences.ts';
import { sentencesFr } from './fr/sentences.ts';
import { joinedWords } from './join-words.ts';

export const sentenceWords = joinedWords({ en: sentencesEn, fr: sentencesFr });
