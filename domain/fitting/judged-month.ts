import { addDays, type CalendarDate } from '../time.ts';

/** A calendar month as `YYYY-MM`, in UTC. */
export type Month = string;

/** What the violence chance is the chance of: a deadly event within this circle and time. */
export const violenceRadiusKm = 25;
export const violenceDays = 30;

/**
 * The days at whose first instant the scores of a month are looked at. Looks that lie closer see the same 30 days again
 * and tell little more; one look a month would pass over what news changed within it.
 */
export function momentsOf(month: Month): CalendarDate[] {
  return ['01', '11', '21'].map((day) => `${month}-${day}`);
}

export function firstDayOf(month: Month): CalendarDate {
  return `${month}-01`;
}

export function lastDayOf(month: Month): CalendarDate {
  return addDays(firstDayOf(monthAfter(month)), -1);
}

/** The day up to which the source has to have told before a month can be judged: all of its 30 days are over. */
export function freshToNeeded(month: Month): CalendarDate {
  return addDays(lastDayOf(month), violenceDays);
}

/** The months from one to another, both included, the first one first. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: Month): Month {
  return addDays(firstDayOf(month), 31).slice(0, 7);
}
