import type { Language } from '../../text/text.ts';
import { numbersEn } from '../en/numbers/numbers.ts';
import { numbersFr } from '../fr/numbers/numbers.ts';
import { eachLanguage } from '../join-words.ts';
import type { LooseNumber, NumberWords } from './number-words.ts';

const byLanguage: Record<Language, NumberWords> = { en: numbersEn, fr: numbersFr };
const languages = Object.values(byLanguage);

export const numberWords: Record<Language, ReadonlyMap<string, number>> = eachLanguage(
  byLanguage,
  ({ numbers }) => new Map(Object.entries(numbers)),
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
export const roundGroups: ReadonlyMap<string, number> = new Map(
  languages.flatMap(({ groups }) => Object.entries(groups)),
);
export const halfDozens: readonly (readonly string[])[] = languages.flatMap((words) =>
  words.halfDozens.map((phrase) => phrase.split(' ')),
);
