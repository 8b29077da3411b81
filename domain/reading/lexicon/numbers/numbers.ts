import type { Language } from '../../text/text.ts';
import { singularOf } from '../grammar/endings.ts';
import { eachLanguage } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';
import type { LooseNumber, NumberWords, Room } from './number-words.ts';

const byLanguage: Record<Language, NumberWords> = tablesOf('numbers');
const languages = Object.values(byLanguage);

export const numberWords: Record<Language, ReadonlyMap<string, number>> = eachLanguage(
  byLanguage,
  ({ numbers }) => new Map(Object.entries(numbers)),
);

export const roomsBehind: Record<Language, ReadonlyMap<number, Room>> = eachLanguage(
  byLanguage,
  (words) => new Map(words.roomsBehind),
);

/** Of all languages in one. */
export const numbersByWord: ReadonlyMap<string, number> = new Map(
  languages.flatMap(({ numbers, groups, multipliers: factors }) =>
    [numbers, groups, factors].flatMap((words) => Object.entries(words)),
  ),
);
export const multipliers: ReadonlyMap<string, number> = new Map(
  languages.flatMap((words) => Object.entries(words.multipliers)),
);
export const looseNumbers: ReadonlyMap<string, LooseNumber> = new Map(
  languages.flatMap(({ loose }) => Object.entries(loose)),
);
/** "several HUNDRED": the loose plurals by their singular. */
export const looseSingulars: ReadonlyMap<string, LooseNumber> = new Map(
  [...looseNumbers].map(([word, number]) => [singularOf(word), number]),
);
export const roundGroups: ReadonlyMap<string, number> = new Map(
  languages.flatMap(({ groups }) => Object.entries(groups)),
);
export const halfDozens: readonly (readonly string[])[] = languages.flatMap((words) =>
  words.halfDozens.map((phrase) => phrase.split(' ')),
);
