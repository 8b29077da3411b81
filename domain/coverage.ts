import { addDays, calendarDate } from './time.ts';

/** How long after the fact each source that follows all countries tells of it, in days. */
export type Coverage = Record<string, { lagDays: number }>;

/**
 * True where at least one source that follows conflict everywhere has told of events up to its own lag before the
 * instant. A news report is no such source: that none came in says nothing. `freshTo` is the newest day by source.
 */
export function isCovered(at: Date, freshTo: ReadonlyMap<string, string>, coverage: Coverage): boolean {
  return Object.entries(coverage).some(([source, { lagDays }]) => {
    const day = freshTo.get(source);
    return day !== undefined && day >= addDays(calendarDate(at), -lagDays);
  });
}
