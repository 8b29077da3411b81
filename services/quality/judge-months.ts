import { freshToNeeded, type Month, monthsFrom } from '../../domain/fitting/judged-month.ts';
import { type CalendarDate, calendarDate, millisecondsPerDay } from '../../domain/time.ts';
import { areEventsComing } from '../database/events/bulk-import.ts';
import type { Queryable } from '../database/pool.ts';
import { findFirstScore } from '../database/quality/given-score.ts';
import { findJudgements, keepJudgement } from '../database/quality/judged-month.ts';
import { hasToldAnew } from '../database/quality/nearby-event.ts';
import { readWholeTo } from '../database/sources/source-freshness.ts';
import type { PipelineContext } from '../running/context.ts';
import { daysBehind, judgeMonth, judgingSource } from './judge-month.ts';

/**
 * Judges each month that is over by what the source has told, and which was not judged yet
 * or of which the source has told anew. Answers those whose figures are new. It may run at any time, and twice.
 */
export async function judgeMonths(
  { database, policy }: Pick<PipelineContext, 'database' | 'policy'>,
  now: Date,
  signal?: AbortSignal,
): Promise<Month[]> {
  const { freshTo, months, isBeingFetched } = await findMonthsGiven(database, now);
  if (freshTo === null || isBeingFetched) return [];
  // Half of an import would be judged as if it were all of it.
  if (await areEventsComing(database)) return [];
  const judged: Month[] = [];
  for (const month of months) {
    if (signal?.aborted) break;
    if (freshTo < freshToNeeded(month) || !(await isDue(database, month))) continue;
    const figures = await judgeMonth(database, month, policy);
    if (figures && (await keepJudgement(database, { month, freshTo, figures }, now))) judged.push(month);
  }
  return judged;
}

/** More than eighty years. */
const mostMonths = 1000;

/** A month in which scores were given and that cannot be judged yet. */
export type WaitingMonth = { month: Month; freshToNeeded: CalendarDate; freshTo: CalendarDate | null };

export function whyWaiting({ freshTo, freshToNeeded }: WaitingMonth): string {
  const told = freshTo === null ? 'UCDP has told nothing yet' : `UCDP has told up to ${freshTo}`;
  return `${told}; this month can be judged once it has told up to ${freshToNeeded}.`;
}

/** The months that wait for the source, the newest first. */
export async function findWaitingMonths(client: Queryable, now: Date): Promise<WaitingMonth[]> {
  const { freshTo, months } = await findMonthsGiven(client, now);
  const judged = new Set((await findJudgements(client, { limit: mostMonths })).map(({ month }) => month));
  return months
    .filter((month) => !judged.has(month) && (freshTo === null || freshTo < freshToNeeded(month)))
    .map((month) => ({ month, freshToNeeded: freshToNeeded(month), freshTo }))
    .reverse();
}

async function findMonthsGiven(client: Queryable, now: Date) {
  const first = await findFirstScore(client);
  const { day: freshTo, isBeingFetched } = await readWholeTo(client, judgingSource);
  const monthOf = (at: Date) => calendarDate(at).slice(0, 7);
  return { freshTo, isBeingFetched, months: first ? monthsFrom(monthOf(first), monthOf(now)) : [] };
}

async function isDue(client: Queryable, month: Month): Promise<boolean> {
  const [last] = await findJudgements(client, { month, limit: 1 });
  if (!last) return true;
  // What was stored while the month was judged bears a time from before: a day is longer than any import.
  const since = new Date(last.checkedAt.getTime() - millisecondsPerDay);
  return hasToldAnew(client, judgingSource, { ...daysBehind(month), since });
}
