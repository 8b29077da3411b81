export const millisecondsPerHour = 3_600_000;
export const millisecondsPerDay = 86_400_000;

/** A calendar day as `YYYY-MM-DD`, in UTC. */
export type CalendarDate = string;

/** The first instant of a calendar day, in milliseconds since 1970, UTC. */
export function startOfDay(date: CalendarDate): number {
  const known = starts.get(date);
  if (known !== undefined) return known;
  const start = Date.parse(`${date}T00:00:00Z`);
  if (starts.size >= mostStarts) starts.clear();
  starts.set(date, start);
  return start;
}

/** Millions of events lie on a few thousand days. */
const starts = new Map<CalendarDate, number>();
const mostStarts = 20_000;

/** Days from the start of the calendar day to the instant; negative where the day lies ahead. */
export function daysSince(date: CalendarDate, at: Date): number {
  return (at.getTime() - startOfDay(date)) / millisecondsPerDay;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return calendarDate(new Date(startOfDay(date) + days * millisecondsPerDay));
}

export function calendarDate(at: Date): CalendarDate {
  return at.toISOString().slice(0, 10);
}
