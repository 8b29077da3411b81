import type { Unit } from '../../dates/calendar.ts';
import type { Language } from '../../text/text.ts';
import { eachLanguage, namesByWord } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';
import type { DatePart, DateWords, ThirdPart } from './date-words.ts';

const dateWords: Record<Language, DateWords> = tablesOf('dates');

type ByLanguage<T> = Record<Language, ReadonlyMap<string, T>>;

/** Months from 1, weekdays from Sunday, 0. */
export const months: ByLanguage<number> = eachLanguage(dateWords, (words) => ordered(words.months, 1));
export const weekdays: ByLanguage<number> = eachLanguage(dateWords, (words) => ordered(words.weekdays, 0));
/** Those of all languages in one. */
export const weekdayWords: ReadonlySet<string> = new Set(
  Object.values(weekdays).flatMap((words) => [...words.keys()]),
);
export const shortMonths = keysByWord(({ shortMonths: words }) => words, Number);
export const shortWeekdays = keysByWord(({ shortWeekdays: words }) => words, Number);
export const units = keysByWord(
  ({ units: words }) => words,
  (unit) => unit as Unit,
);
export const unitShifts = keysByWord(({ shifts }) => shifts, Number);
export const monthLeads = eachLanguage(
  dateWords,
  ({ monthLeads: words }): ReadonlySet<string> => new Set(words.split(' ')),
);

/** Of all languages in one. */
export const namedDays = joined(keysByWord(({ namedDays: words }) => words, Number));
export const partsOfMonth = joined(
  keysByWord(
    ({ partsOfMonth: words }) => words,
    (part) => part as ThirdPart,
  ),
);
export const partsOfUnit = joined(
  keysByWord(
    ({ partsOfUnit: words }) => words,
    (part) => part as DatePart,
  ),
);

function ordered(words: string, first: number): ReadonlyMap<string, number> {
  return new Map(words.split(' ').map((word, i) => [word, i + first]));
}

function keysByWord<T>(
  listsOf: (words: DateWords) => Partial<Record<string, string>>,
  read: (key: string) => T,
): ByLanguage<T> {
  return eachLanguage(dateWords, (words) => new Map(namesByWord(listsOf(words), read)));
}

function joined<T>(byLanguage: ByLanguage<T>): ReadonlyMap<string, T> {
  return new Map(Object.values(byLanguage).flatMap((words) => [...words]));
}
