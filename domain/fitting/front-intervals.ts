import { groupBy } from '../group-by.ts';
import { calendarDate, millisecondsPerDay } from '../time.ts';
import type { SiteDay } from './front-days.ts';
import { addCounts, countDays, type FrontCounts, type FrontFit, fitFront } from './front-fit.ts';

/** The counts of each calendar month of a war. */
export function monthlyCounts(days: readonly SiteDay[], reachKm: number): FrontCounts[] {
  const monthOf = ({ day }: SiteDay) => calendarDate(new Date(day * millisecondsPerDay)).slice(0, 7);
  const months = groupBy(days, monthOf);
  return [...months.values()].map((own) => countDays(own, reachKm));
}

/**
 * Fits to months drawn with replacement within each war (a bootstrap in blocks): site-days of one month share their
 * moves. `random` gives numbers from 0 to below 1. Too narrow where moves of following months hang together.
 */
export function fitsOfDrawnMonths(
  wars: readonly { months: readonly FrontCounts[]; weight: number }[],
  draws: number,
  random: () => number,
): FrontFit[] {
  return Array.from({ length: draws }, () =>
    fitFront(
      addCounts(
        wars.flatMap(({ months, weight }) =>
          months.map(() => ({ counts: months[Math.floor(random() * months.length)]!, weight })),
        ),
      ),
    ),
  );
}

/** Fits to every draw with replacement of as many wars as there are: what another set of wars might have said. */
export function fitsOfDrawnWars(wars: readonly { counts: FrontCounts; weight: number }[]): FrontFit[] {
  const drawn = (count: number): (typeof wars)[number][][] =>
    count === 0 ? [[]] : drawn(count - 1).flatMap((before) => wars.map((war) => [...before, war]));
  return drawn(wars.length).map((parts) => fitFront(addCounts(parts)));
}

export type Interval = { low: number; high: number };

/** The middle 95 % of each figure. */
export function intervalsOf(fits: readonly FrontFit[]): Record<keyof FrontFit, Interval> {
  const of = (figure: keyof FrontFit): Interval => {
    const sorted = fits.map((fit) => fit[figure]).sort((a, b) => a - b);
    return { low: percentile(sorted, 0.025), high: percentile(sorted, 0.975) };
  };
  return { base: of('base'), halvingKm: of('halvingKm'), approachingFactor: of('approachingFactor') };
}

function percentile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)]!;
  return below + (sorted[Math.ceil(at)]! - below) * (at % 1);
}
