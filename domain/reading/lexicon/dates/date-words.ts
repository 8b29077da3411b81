import type { Unit } from '../../dates/calendar.ts';

/** A third of a month or year: "early March". */
export type ThirdPart = 'early' | 'mid' | 'late';

/** The part of a month or year that a word picks: "since the end of the year", "earlier this month". */
export type DatePart = ThirdPart | 'before' | 'after';

/** The names of days, months and times in a language, in the tokens' plain form: lower case, no accents. */
export type DateWords = {
  /** From January. */
  months: string;
  /** By the month's number. Only beside a day's number: "Feb. 14", "14 févr." */
  shortMonths: Partial<Record<number, string>>;
  /** From Sunday. */
  weekdays: string;
  /** By the weekday's number, Sunday 0. Only before a date: "Wed, 19 March". */
  shortWeekdays: Partial<Record<number, string>>;
  /** What stands before a month alone: "in March", "début mars", "l'offensive de mars". */
  monthLeads: string;
  /** "an" is a year in French only. */
  units: Partial<Record<Unit, string>>;
  /** The days that a word names, by how far they are from today: "yesterday" is -1. */
  namedDays: Record<string, string>;
  /** "EARLY March", "MID-2021". */
  partsOfMonth: Partial<Record<ThirdPart, string>>;
  /** "the START of the year", "EARLIER this month". */
  partsOfUnit: Partial<Record<DatePart, string>>;
  /** "LAST week", "la semaine PROCHAINE", by how far the unit is from this one. */
  shifts: Record<string, string>;
};
