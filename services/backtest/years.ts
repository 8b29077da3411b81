import { millisecondsPerDay } from '../../domain/time.ts';
import type { Moment } from './samples.ts';

/** The back-test cannot be made with these data or years; the message says what to do. */
export class BacktestError extends Error {
  override name = 'BacktestError';
}

/** Without test years, what is fitted is measured on the training years themselves. */
export type YearsAsked = {
  trainFrom?: number;
  trainUntil: number;
  test: { fromYear: number; untilYear: number } | null;
};
export type Period = { fromYear: number; untilYear: number; moments: Moment[] };

/**
 * The first days of the months of the training and the test years. A month is left out where the days that follow it
 * reach beyond the data, or for training into the test years. Training begins, where no year is named, with the first
 * January before which the data hold as many days as the score remembers. Throws a BacktestError where nothing is left.
 */
export function planYears(
  asked: YearsAsked,
  days: { first: number; last: number },
  { horizonDays, memoryDays }: { horizonDays: number; memoryDays: number },
): { train: Period; test: Period } {
  const dataFrom = yearOf(days.first);
  // A source that tells of the last days of a month is taken to cover it.
  const coveredUntil = firstOfMonth(yearOf(days.last), monthOf(days.last) + 1);
  const covered = `the events lie between ${dateOf(days.first)} and ${dateOf(days.last)}`;
  let trainFrom = asked.trainFrom ?? dataFrom;
  if (asked.trainFrom === undefined) while (firstOfMonth(trainFrom, 0) - memoryDays < days.first) trainFrom++;
  if (trainFrom > asked.trainUntil || trainFrom < dataFrom) {
    throw new BacktestError(
      `The training years ${trainFrom} to ${asked.trainUntil} do not fit the data: ${covered}, and the score looks back ${memoryDays} days. ` +
        `Name a later --train-until, or bring older events.`,
    );
  }
  const testStart = asked.test ? firstOfMonth(asked.test.fromYear, 0) : Number.POSITIVE_INFINITY;
  const train = monthsOf(
    { fromYear: trainFrom, untilYear: asked.trainUntil },
    Math.min(coveredUntil, testStart) - horizonDays,
  );
  const test = asked.test ? monthsOf(asked.test, coveredUntil - horizonDays) : train;
  for (const { fromYear, untilYear, moments } of [train, test]) {
    if (moments.length > 0 && moments.at(-1)!.year === untilYear) continue;
    throw new BacktestError(
      `The years ${fromYear} to ${untilYear} are not covered: ${covered}. Name years within, or a shorter --horizon.`,
    );
  }
  return { train, test };
}

function monthsOf({ fromYear, untilYear }: Omit<Period, 'moments'>, lastDay: number): Period {
  const moments: Moment[] = [];
  for (let month = 0; month < 12 * (untilYear - fromYear + 1); month++) {
    const day = firstOfMonth(fromYear, month);
    if (day <= lastDay) moments.push({ day, year: yearOf(day) });
  }
  return { fromYear, untilYear, moments };
}

function firstOfMonth(year: number, month: number): number {
  return Date.UTC(year, month, 1) / millisecondsPerDay;
}

function yearOf(day: number): number {
  return new Date(day * millisecondsPerDay).getUTCFullYear();
}

function monthOf(day: number): number {
  return new Date(day * millisecondsPerDay).getUTCMonth();
}

function dateOf(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}
