import { compassEn } from '../en/gazetteer/compass.ts';
import { compassFr } from '../fr/gazetteer/compass.ts';
import { namesByWord } from '../join-words.ts';

const lists = { en: compassEn, fr: compassFr };

/** Degrees from north by the word. */
export const directions: ReadonlyMap<string, number> = new Map(
  Object.values(lists).flatMap((words) => namesByWord(words, Number)),
);
