import type { PlaceClass } from '../../../gazetteer/place.ts';
import { namesByWord } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

const lists = tablesOf('classes');

export const classWords: ReadonlyMap<string, PlaceClass> = new Map(
  Object.values(lists).flatMap((words) => namesByWord(words, (kind) => kind as PlaceClass)),
);
