import { millisecondsPerDay } from '../../domain/time.ts';
import type { Moment } from './samples.ts';

/** The back-test cannot be made with these data or years; the message says what to do. */
export class BacktestError extends Error {
  override name = 'BacktestError';
}

export type YearsAsked = { trainFrom?: number; trainUntil: number; testFrom: number; testUntil: number };
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
  const testStart = firstOfMonth(asked.testFrom, 0);
  const train = monthsOf(trainFrom, asked.trainUntil, Math.min(coveredUntil, testStart) - horizonDays);
  const test = monthsOf(asked.testFrom, asked.testUntil, coveredUntil - horizonDays);
  if (test.length === 0 || test.at(-1)!.year < asked.testUntil) {
    throw new BacktestError(
      `The test years ${asked.testFrom} to ${asked.testUntil} are not covered: ${covered}. Name test years within.`,
    );
  }
  return {
    train: { fromYear: trainFrom, untilYear: asked.trainUntil, moments: train },
    test: { fromYear: asked.testFrom, untilYear: asked.testUntil, moments: test },
  };
}

function monthsOf(fromYear: number, untilYear: number, lastDay: number): Moment[] {
  const moments: Moment[] = [];
  for (let month = 0; month < 12 * (untilYear - fromYear + 1); month++) {
    const day = firstOfMonth(fromYear, month);
    if (day <= lastDay) moments.push({ day, year: yearOf(day) });
  }
  return moments;
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
