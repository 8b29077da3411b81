import { findDueAgain } from '../services/database/set-aside.ts';
import { countUnfinishedWork } from '../services/database/unfinished.ts';
import { inBatches } from '../services/queue/batches.ts';
import type { PipelineContext } from '../services/running/context.ts';
import type { Stage } from './stage.ts';

/** Of a stage with small batches as many ids are woken as a process does within about a minute. */
const jobsPerSweep = 20;
const leastPerSweep = 200;
const triedAgainPerSweep = 200;

/**
 * Wakes every stage for the work that the database says is unfinished: after a crash, or where a wake was lost. What
 * is set aside and due for its next try is woken whether there is still work behind it or not: the runner forgets it
 * where there is none.
 */
export async function sweep(context: PipelineContext, pipeline: readonly Stage[]): Promise<void> {
  for (const stage of pipeline) {
    const limit = Math.max(stage.batchSize * jobsPerSweep, leastPerSweep);
    const unfinished = await stage.findUnfinished(context, limit);
    const again = await findDueAgain(context.database, stage.queue, triedAgainPerSweep);
    const ids = [...new Set([...unfinished, ...again])];
    await context.queues.wake(
      ...inBatches(ids, stage.batchSize).map((batch) => ({ queue: stage.queue, ids: batch })),
    );
    if (ids.length > 0)
      context.log.info({ stage: stage.queue, unfinished: ids.length }, 'sweep woke a stage');
  }
}

/** True where no stage has work that can be done now. What is set aside cannot be done now. */
export async function isIdle(context: PipelineContext, pipeline: readonly Stage[]): Promise<boolean> {
  for (const stage of pipeline) {
    if ((await stage.findUnfinished(context, 1)).length > 0) return false;
  }
  return true;
}

/** What is left to do, in words. */
export async function countUnfinished({ database }: PipelineContext): Promise<string> {
  const left = await countUnfinishedWork(database);
  const reports = left.reports > 0 ? `${left.reports} reports to read, ` : '';
  return `${reports}${left.events} events to link, ${left.sites} sites to assess, ${left.messages} messages to send`;
}
