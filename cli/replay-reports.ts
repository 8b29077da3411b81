import { millisecondsPerDay } from '../domain/time.ts';
import { collectEvents, collectReports } from '../services/collecting/collect.ts';
import { findAllAssessedSites } from '../services/database/assessments/assessment.ts';
import {
  countOpenAlerts,
  findEventsRead,
  readAlertsTold,
  readTies,
  type Tie,
  type ToldAlert,
} from '../services/database/events/replay-query.ts';
import type { ReportOutcome } from '../services/database/reports/report-store.ts';
import type { ReplayReport } from '../services/sources/events/replay-report.ts';
import { reassess } from '../workers/reassess.ts';
import type { Stack } from './stack.ts';

/** What a report set off, or what time alone did on a day without one. */
export type ReplayStep =
  | {
      at: Date;
      report: ReplayReport;
      ties: Tie[];
      told: ToldAlert[];
    }
  | { at: Date; report: null; told: ToldAlert[] };

export type ReplayOptions = {
  onStep: (step: ReplayStep) => void;
  onDay: (day: Date) => void;
  /** Ends the replay early: what was begun is finished. */
  signal: AbortSignal;
  /** Days before this one have passed in an earlier replay that was stopped on the way. */
  livedUntil?: Date | null;
};

/**
 * Sends reports through the pipeline in the order of their publication, each with the clock at its time, and lets
 * the days between them pass: scores fade and alerts ease as they would have. It goes on until no alert is open, or
 * now. In the end every site is assessed for now.
 */
export async function replayReports(
  stack: Pick<Stack, 'context' | 'waitUntilIdle' | 'setClock'> & {
    config: Pick<Stack['config'], 'groupingSeconds'>;
  },
  reports: readonly ReplayReport[],
  { onStep, onDay, signal, livedUntil }: ReplayOptions,
): Promise<void> {
  const { context } = stack;
  const now = new Date();
  let told = await readAlertsTold(context.database, 0);
  let lastTold = told.at(-1)?.sequence ?? 0;
  const toldSince = async () => {
    told = await readAlertsTold(context.database, lastTold);
    lastTold = told.at(-1)?.sequence ?? lastTold;
    return told;
  };
  const passDay = async (day: Date) => {
    if (livedUntil && day < livedUntil) return;
    onDay(day);
    await stack.setClock(day);
    await reassess(context, day);
    await stack.waitUntilIdle();
    const said = await toldSince();
    if (said.length > 0) onStep({ at: day, report: null, told: said });
  };

  let day: Date | null = null;
  for (const report of reports) {
    while (day && day < report.publishedAt && !signal.aborted) {
      await passDay(day);
      day = nextDay(day);
    }
    if (signal.aborted) return;
    await stack.setClock(report.publishedAt);
    const eventIds = await collect(stack, report);
    // The time in which messages are gathered passes, too.
    await stack.setClock(new Date(report.publishedAt.getTime() + 1000 * stack.config.groupingSeconds));
    await stack.waitUntilIdle();
    const ties = await readTies(context.database, eventIds);
    onStep({ at: report.publishedAt, report, ties, told: await toldSince() });
    day = nextDay(report.publishedAt);
  }
  while (day && day < now && !signal.aborted && (await countOpenAlerts(context.database)) > 0) {
    await passDay(day);
    day = nextDay(day);
  }
  if (signal.aborted) return;
  await stack.setClock(null);
  await reassess(context, now, await findAllAssessedSites(context.database));
  await stack.waitUntilIdle();
}

/** Collects what a report tells and answers the ids of its events, when all has followed from them. */
async function collect(
  { context, waitUntilIdle }: Pick<Stack, 'context' | 'waitUntilIdle'>,
  { told, publishedAt }: ReplayReport,
): Promise<number[]> {
  if ('events' in told) {
    const outcomes = await collectEvents(context, told.events, publishedAt);
    await waitUntilIdle();
    return outcomes.map(({ eventId }) => eventId);
  }
  const [{ reportId }] = (await collectReports(context, [told.article], publishedAt)) as [ReportOutcome];
  await waitUntilIdle();
  return findEventsRead(context.database, reportId);
}

/** The next midnight, UTC. */
function nextDay(after: Date): Date {
  return new Date((Math.floor(after.getTime() / millisecondsPerDay) + 1) * millisecondsPerDay);
}
