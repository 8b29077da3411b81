import type { JobData, OpenQueues } from '../services/queue/queues.ts';
import type { PipelineContext } from '../services/running/context.ts';
import { createSourceFetcher, type SourceFetching } from './fetch-sources.ts';
import { runIsolated } from './isolate.ts';
import { createMonthJudge } from './judge-months.ts';
import { reassess } from './reassess.ts';
import type { TaskName } from './schedule.ts';
import type { Stage } from './stage.ts';
import { sweep } from './sweep.ts';

export type RunningWorkers = { stop(): Promise<void> };

/**
 * Starts a worker for every stage and for what the schedule enqueues, and takes up what was left unfinished. Without
 * `fetching` (a command that runs beside the service) sources are left to the service.
 */
export async function startWorkers(
  context: PipelineContext,
  queues: OpenQueues,
  pipeline: readonly Stage[],
  fetching: SourceFetching | null = null,
): Promise<RunningWorkers> {
  const stopping = new AbortController();
  const fetcher = fetching && createSourceFetcher(context, fetching);
  const judge = createMonthJudge(context);
  const tasks: Record<TaskName, () => Promise<unknown>> = {
    sweep: () => sweep(context, pipeline),
    reassess: () => reassess(context, new Date()),
    // Not waited for: it may take minutes, and the sweep must not.
    'fetch-sources': async () => void fetcher?.run(),
    'judge-months': async () => void judge.run(),
  };
  const workers = [
    ...(await Promise.all(
      pipeline.map((stage) =>
        queues.startWorker(stage.queue, stage.concurrency, (data) =>
          runJob(context, stage, data, stopping.signal),
        ),
      ),
    )),
    await queues.startWorker('schedule', 1, async (data) => {
      if ('task' in data && data.task in tasks) await tasks[data.task as TaskName]();
    }),
  ];
  await sweep(context, pipeline);
  return {
    async stop() {
      stopping.abort();
      const background = [fetcher?.stop(), judge.stop()];
      await Promise.all([...background, ...workers.map((worker) => worker.close())]);
    },
  };
}

async function runJob(
  context: PipelineContext,
  stage: Stage,
  data: JobData,
  signal: AbortSignal,
): Promise<void> {
  if (!('ids' in data)) return;
  const startedAt = performance.now();
  await runIsolated(context, stage, data.ids, signal);
  const ms = Math.round(performance.now() - startedAt);
  context.log.debug({ stage: stage.queue, [`${stage.idOf}s`]: data.ids.length, ms }, 'stage done');
}
