import { topicsEn } from './en/topics.ts';
import { topicsFr } from './fr/topics.ts';
import { joinedWords } from './join-words.ts';

export const topicWords = joinedWords({ en: topicsEn, fr: topicsFr });
