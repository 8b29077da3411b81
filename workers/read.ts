import {
  claimAsking,
  findReportsToRead,
  findReportToRead,
  noteFailure,
  type ReportToRead,
} from '../services/database/reports/reading.ts';
import { inTransaction } from '../services/database/transaction.ts';
import { readArticle } from '../services/reading/read-article.ts';
import { type Reading, storeReading } from '../services/reading/store-reading.ts';
import type { PipelineContext } from '../services/running/context.ts';
import { FailedAlone } from './one-by-one.ts';
import type { Stage } from './stage.ts';

/**
 * Reads reports in prose and stores the events that they tell of. The reading itself happens outside of any
 * transaction, since a second reader may take seconds; what came of it is stored in one, by whoever is first.
 */
export const readReports: Stage = {
  queue: 'read',
  idOf: 'report',
  // A second reader is mostly waited for.
  concurrency: 4,
  batchSize: 10,
  findUnfinished: async (context, limit) =>
    (await mayRead(context)) ? findReportsToRead(context.database, limit) : [],
  async run(context, ids) {
    // The sweep wakes them again.
    if (!(await mayRead(context))) return [];
    const eventIds: number[] = [];
    for (const id of ids) {
      try {
        eventIds.push(...(await readOne(context, id)));
      } catch (error) {
        // What was stored before goes on its way all the same.
        await context.queues.wake({ queue: 'link-events', ids: eventIds });
        throw new FailedAlone(id, error);
      }
    }
    return eventIds.length > 0 ? [{ queue: 'link-events', ids: eventIds }] : [];
  },
};

async function mayRead(context: PipelineContext): Promise<boolean> {
  return (await context.mayRead?.()) ?? true;
}

/** Longer than a second reader is waited for, and the reading besides. */
const askingSeconds = 120;

async function readOne(context: PipelineContext, id: number): Promise<number[]> {
  const report = await findReportToRead(context.database, id);
  if (!report) return [];
  // A second reader costs time and money: one worker asks it, and the others leave the report to that one.
  if (context.secondReader && !(await claimAsking(context.database, id, askingSeconds))) return [];
  const reading = await read(context, report);
  const stored = await inTransaction(context.database, (client) =>
    storeReading(client, report, reading, new Date(), context.policy),
  );
  return stored ?? [];
}

/** Why a text cannot be read is shown with the report, whose next try the runner decides upon. */
async function read(context: PipelineContext, report: ReportToRead): Promise<Reading> {
  try {
    return await readArticle(report, context.database, context.secondReader ?? null);
  } catch (error) {
    await noteFailure(context.database, report, (error as Error).message.slice(0, 500));
    throw error;
  }
}
