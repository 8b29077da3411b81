import { namesByWord } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

const lists = tablesOf('compass');

/** Degrees from north by the word. */
export const directions: ReadonlyMap<string, number> = new Map(
  Object.values(lists).flatMap((words) => namesByWord(words, Number)),
);
