import { namesByWord } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';

/** The ways in which a word of a people ends in any language, its plural and its feminine among them. */
const endings = ['', 's', 'e', 'es', 'ne', 'nes'];

/** The country of a people by its words, two of them joined by "_"; null for a people of no one country. */
export const countryOfPeople: ReadonlyMap<string, string | null> = new Map(
  Object.values(tablesOf('peoples')).flatMap((lists) =>
    namesByWord(lists, (code) => (code === 'none' ? null : code)).flatMap(([word, country]) =>
      endings.map((ending): [string, string | null] => [word + ending, country]),
    ),
  ),
);

/** The first words of those of two words, so that others are looked up once. */
export const firstOfPair: ReadonlySet<string> = new Set(
  [...countryOfPeople.keys()].flatMap((words) => (words.includes('_') ? [words.split('_')[0]!] : [])),
);
