import { joinedPhrases, phrasesByLanguage } from '../join-phrases.ts';
import { tablesOf } from '../lexicons.ts';

const lists = tablesOf('phrases');

export const phrases = joinedPhrases(lists);
export const phrasesOf = phrasesByLanguage(lists);
