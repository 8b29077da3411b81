import type { PlaceClass } from '../../../gazetteer/place.ts';
import { classesEn } from '../en/gazetteer/classes.ts';
import { classesFr } from '../fr/gazetteer/classes.ts';
import { namesByWord } from '../join-words.ts';

const lists = { en: classesEn, fr: classesFr };

export const classWords: ReadonlyMap<string, PlaceClass> = new Map(
  Object.values(lists).flatMap((words) => namesByWord(words, (kind) => kind as PlaceClass)),
);
