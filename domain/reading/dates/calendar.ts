import type { DatePrecision } from '../../precision.ts';
import { addDays, type CalendarDate, startOfDay } from '../../time.ts';

export type Days = { from: CalendarDate; to: CalendarDate };
export type Unit = 'hour' | 'day' | 'week' | 'weekend' | 'month' | 'year' | 'decade';

const firstYear = 1900;
/** No date is told further ahead than this many years: later ones are cut, as a plan they say enough. */
const yearsAhead = 10;
const daysPerUnit: Record<Exclude<Unit, 'month' | 'year' | 'decade'>, number> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  weekend: 7,
};

export function isCalendarDate(date: string): boolean {
  return (
    /^(?:19|20|21)\d\d-\d\d-\d\d$/.test(date) && !Number.isNaN(startOfDay(date)) && addDays(date, 0) === date
  );
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7));
}

/** The day; null where the calendar has no such day. Months from 1. */
export function dayAt(year: number, month: number, day: number): CalendarDate | null {
  if (year < firstYear || year > 2199) return null;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}

/** 0 is Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(startOfDay(date)).getUTCDay();
}

export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / 86_400_000);
}

/** The last such weekday up to and including the day. */
export function lastWeekday(weekday: number, upTo: CalendarDate): CalendarDate {
  return addDays(upTo, -((weekdayOf(upTo) - weekday + 7) % 7));
}

export function monthDays(year: number, month: number): Days {
  const shifted = year * 12 + month - 1;
  const from = firstOfMonth(shifted);
  return { from, to: addDays(firstOfMonth(shifted + 1), -1) };
}

export function yearDays(year: number): Days {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function firstOfMonth(months: number): CalendarDate {
  const year = Math.min(Math.max(Math.floor(months / 12), firstYear), 2199);
  return `${year}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}-01`;
}

/** The week (from Monday), weekend, month or year that holds the day, moved by whole units. */
export function unitDays(unit: Exclude<Unit, 'hour' | 'decade'>, around: CalendarDate, shift: number): Days {
  if (unit === 'day') return { from: addDays(around, shift), to: addDays(around, shift) };
  if (unit === 'month') return monthDays(yearOf(around), monthOf(around) + shift);
  if (unit === 'year') return yearDays(clampYear(yearOf(around) + shift));
  const monday = addDays(lastWeekday(1, around), shift * 7);
  if (unit === 'week') return { from: monday, to: addDays(monday, 6) };
  const saturday = addDays(lastWeekday(6, around), shift * 7);
  return { from: saturday, to: addDays(saturday, 1) };
}

/** The day moved by a number of units; months and years by their usual length. */
export function moved(date: CalendarDate, unit: Unit, count: number): CalendarDate {
  const days =
    unit === 'month' ? 30.44 : unit === 'year' ? 365.25 : unit === 'decade' ? 3652.5 : daysPerUnit[unit];
  const shift = Math.min(Math.max(Math.round(days * count), -40_000), 40_000);
  const reached = addDays(date, shift);
  return isCalendarDate(reached) ? reached : `${firstYear}-01-01`;
}

function clampYear(year: number): number {
  return Math.min(Math.max(year, firstYear), 2199);
}

/** The first, second or last third of a span. */
export function thirdOf(days: Days, part: 'early' | 'mid' | 'late'): Days {
  const length = daysBetween(days.from, days.to) + 1;
  const third = Math.max(1, Math.floor(length / 3));
  if (part === 'early') return { from: days.from, to: addDays(days.from, third - 1) };
  if (part === 'mid') return { from: addDays(days.from, third), to: addDays(days.from, 2 * third - 1) };
  return { from: addDays(days.from, 2 * third), to: days.to };
}

/** The middle day; of an even number the later one. */
export function middleDay(days: Days): CalendarDate {
  return addDays(days.from, Math.ceil(daysBetween(days.from, days.to) / 2));
}

export function precisionOf(days: Days): DatePrecision {
  const length = daysBetween(days.from, days.to) + 1;
  if (length <= 1) return 1;
  if (length <= 6) return 2;
  if (length <= 8) return 3;
  return length <= 31 ? 4 : 5;
}

/** The last day that a mention may name. */
export function horizon(publishedOn: CalendarDate): CalendarDate {
  return `${clampYear(yearOf(publishedOn) + yearsAhead)}-12-31`;
}
