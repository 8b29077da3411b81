import { sentencesEn } from '../en/text/sentences.ts';
import { sentencesFr } from '../fr/text/sentences.ts';
import { joinedWords } from '../join-words.ts';

export const sentenceWords = joinedWords({ en: sentencesEn, fr: sentencesFr });
