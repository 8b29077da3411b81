import type { StageQueue, Wake } from '../services/queue/queues.ts';
import type { PipelineContext } from '../services/running/context.ts';

/** One step of the pipeline. It takes batches of ids and may run twice for any of them. */
export type Stage = {
  queue: StageQueue;
  /** What the ids are, for logs: "event", "site", … */
  idOf: string;
  /** Jobs of this stage that one process runs at a time. */
  concurrency: number;
  /** The most ids that the sweep puts into one job. */
  batchSize: number;
  /** True where `run` takes up other unfinished work beside the ids, unless it is told to leave that. */
  takesMore?: true;
  /** Ids of unfinished work that can be done now, as the database has it: without what is set aside. */
  findUnfinished(context: PipelineContext, limit: number): Promise<number[]>;
  /**
   * Does the work of those ids that is still unfinished; answers whom to wake next. What it throws leaves nothing
   * half done. With `isAlone` it touches no other id: something failed, and the runner wants to know what.
   */
  run(context: PipelineContext, ids: readonly number[], isAlone?: boolean): Promise<Wake[]>;
};
