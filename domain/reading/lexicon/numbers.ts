import type { Language } from '../text/text.ts';
import { numbersEn } from './en/numbers.ts';
import { numbersFr } from './fr/numbers.ts';
import type { LooseNumber } from './number-words.ts';

export const numberWords: Record<Language, ReadonlyMap<string, number>> = {
  en: new Map(Object.entries(numbersEn.numbers)),
  fr: new Map(Object.entries(numbersFr.numbers)),
};

const languages = [numbersEn, numbersFr];

/** Of all languages in one. */
export const multipliers: ReadonlyMap<string, number> = new Map(
  languages.flatMap((words) => Object.entries(words.multipliers)),
);
export const looseNumbers: ReadonlyMap<string, LooseNumber> = new Map(
  languages.flatMap(({ loose }) => Object.entries(loose)),
);
export const roundGroups: ReadonlyMap<string, number> = new Map(
  languages.flatMap(({ groups }) => Object.entries(groups)),
);
