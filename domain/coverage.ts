import { addDays, type CalendarDate, calendarDate } from './time.ts';

/**
 * The sources that follow conflict in whole countries: which ones (ISO 3166-1 alpha-2), and how many days after the
 * fact they tell of it. A news report is no such source: that none came in says nothing.
 */
export type Coverage = Record<string, { countries: 'all' | readonly string[]; lagDays: number }>;

/** The newest day of which each source has told. */
export type Freshness = ReadonlyMap<string, CalendarDate>;

/** True where a source that follows the country had, by its own lag, told of all there was to tell at the instant. */
export function isCovered(country: string | null, at: Date, freshTo: Freshness, coverage: Coverage): boolean {
  return Object.entries(coverage).some(([source, { countries, lagDays }]) => {
    const isFollowed = countries === 'all' || (country !== null && countries.includes(country));
    const day = freshTo.get(source);
    return isFollowed && day !== undefined && day >= addDays(calendarDate(at), -lagDays);
  });
}
