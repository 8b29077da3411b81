import { addDays, type CalendarDate, calendarDate } from './time.ts';

/**
 * The sources that follow conflict in whole countries: which ones (ISO 3166-1 alpha-2), and how many days after the
 * fact they tell of it. A news report is no such source: that none came in says nothing.
 */
export type Coverage = Record<string, { countries: 'all' | readonly string[]; lagDays: number }>;

/** The newest day of which each source has told. */
export type Freshness = ReadonlyMap<string, CalendarDate>;

/** Up to which day each source that follows whole countries has told, by its name; those that never told are left out. */
export function freshnessOf(
  freshTo: Freshness,
  coverage: Coverage,
): { source: string; freshTo: CalendarDate }[] {
  return Object.keys(coverage)
    .sort()
    .flatMap((source) => {
      const day = freshTo.get(source);
      return day === undefined ? [] : [{ source, freshTo: day }];
    });
}

/** True where a source that follows the country had, by its own lag, told of all there was to tell at the instant. */
export function isCovered(country: string | null, at: Date, freshTo: Freshness, coverage: Coverage): boolean {
  return Object.entries(coverage).some(([source, { countries, lagDays }]) => {
    const isFollowed = countries === 'all' || (country !== null && countries.includes(country));
    const day = freshTo.get(source);
    return isFollowed && day !== undefined && day >= addDays(calendarDate(at), -lagDays);
  });
}
