import { storyEn } from '../en/story/story.ts';
import { storyFr } from '../fr/story/story.ts';
import { joinedWords } from '../join-words.ts';

export const storyWords = joinedWords({ en: storyEn, fr: storyFr });
