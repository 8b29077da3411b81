import { storyEn } from './en/story.ts';
import { storyFr } from './fr/story.ts';
import { joinedWords } from './join-words.ts';

export const storyWords = joinedWords({ en: storyEn, fr: storyFr });
