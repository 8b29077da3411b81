import { countUnfinishedWork } from '../services/database/unfinished.ts';
import type { PipelineContext } from '../services/running/context.ts';
import type { Stage } from './stage.ts';

const jobsPerSweep = 20;

/** Wakes every stage for the work that the database says is unfinished: after a crash, or where a wake was lost. */
export async function sweep(context: PipelineContext, pipeline: readonly Stage[]): Promise<void> {
  for (const stage of pipeline) {
    const ids = await stage.findUnfinished(context, stage.batchSize * jobsPerSweep);
    for (let i = 0; i < ids.length; i += stage.batchSize) {
      await context.queues.wake({ queue: stage.queue, ids: ids.slice(i, i + stage.batchSize) });
    }
    if (ids.length > 0)
      context.log.info({ stage: stage.queue, unfinished: ids.length }, 'sweep woke a stage');
  }
}

/** True where no stage has work that can be done now. */
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
