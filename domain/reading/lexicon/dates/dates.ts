import type { Unit } from '../../dates/calendar.ts';
import type { Language } from '../../text/text.ts';
import { datesEn } from '../en/dates/dates.ts';
import { datesFr } from '../fr/dates/dates.ts';
import type { DatePart, DateWords, ThirdPart } from './date-words.ts';

const dateWords: Record<Language, DateWords> = { en: datesEn, fr: datesFr };

type ByLanguage<T> = Record<Language, ReadonlyMap<string, T>>;

/** Months from 1, weekdays from Sunday, 0. */
export const months: ByLanguage<number> = { en: ordered(datesEn.months, 1), fr: ordered(datesFr.months, 1) };
export const weekdays: ByLanguage<number> = {
  en: ordered(datesEn.weekdays, 0),
  fr: ordered(datesFr.weekdays, 0),
};
export const shortMonths: ByLanguage<number> = byLanguage(({ shortMonths: words }) => words, Number);
export const shortWeekdays: ByLanguage<number> = byLanguage(({ shortWeekdays: words }) => words, Number);
export const units: ByLanguage<Unit> = byLanguage(
  ({ units: words }) => words,
  (unit) => unit as Unit,
);
export const unitShifts: ByLanguage<number> = byLanguage(({ shifts }) => shifts, Number);
export const monthLeads: Record<Language, ReadonlySet<string>> = {
  en: new Set(datesEn.monthLeads.split(' ')),
  fr: new Set(datesFr.monthLeads.split(' ')),
};

/** Of all languages in one. */
export const namedDays: ReadonlyMap<string, number> = joined(({ namedDays: words }) => words, Number);
export const partsOfMonth: ReadonlyMap<string, ThirdPart> = joined(
  ({ partsOfMonth: words }) => words,
  (part) => part as ThirdPart,
);
export const partsOfUnit: ReadonlyMap<string, DatePart> = joined(
  ({ partsOfUnit: words }) => words,
  (part) => part as DatePart,
);

type Lists = Partial<Record<string, string>>;

function ordered(words: string, first: number): ReadonlyMap<string, number> {
  return new Map(words.split(' ').map((word, i) => [word, i + first]));
}

function entriesOf<T>(lists: Lists, read: (key: string) => T): [string, T][] {
  return Object.entries(lists).flatMap(([key, words]) =>
    (words ?? '').split(' ').map((word): [string, T] => [word, read(key)]),
  );
}

function byLanguage<T>(listsOf: (words: DateWords) => Lists, read: (key: string) => T): ByLanguage<T> {
  return {
    en: new Map(entriesOf(listsOf(datesEn), read)),
    fr: new Map(entriesOf(listsOf(datesFr), read)),
  };
}

function joined<T>(listsOf: (words: DateWords) => Lists, read: (key: string) => T): ReadonlyMap<string, T> {
  return new Map(Object.values(dateWords).flatMap((words) => entriesOf(listsOf(words), read)));
}
