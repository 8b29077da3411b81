import { topicsEn } from '../en/claims/topics.ts';
import { topicsFr } from '../fr/claims/topics.ts';
import { joinedWords } from '../join-words.ts';

export const topicWords = joinedWords({ en: topicsEn, fr: topicsFr });
