import { randomUUID } from 'node:crypto';
import { type ConnectionOptions, createPostgresBackend, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from '../../config/logger.ts';
import { createPool } from '../database/pool.ts';
import { within } from '../running/within.ts';

/** Names of the queues of `workers/pipeline.ts`, one for each stage. */
export const stageQueues = [
  'read',
  'link-events',
  'link-sites',
  'assess',
  'alert',
  'gather',
  'deliver',
] as const;
export type StageQueue = (typeof stageQueues)[number];

/** Beside them there is one for what the schedule starts. */
const queueNames = [...stageQueues, 'schedule'] as const;
type QueueName = (typeof queueNames)[number];

/** A job: a batch of ids, or the name of a scheduled task. The database holds everything else. */
export type JobData = { ids: number[] } | { task: string };

export type Wake = {
  queue: QueueName;
  ids: number[];
  delayMs?: number;
};

export type Queues = {
  /**
   * Wakes the workers of a stage for a batch of ids. Never throws: the database knows the unfinished work, and the
   * sweep finds what was not woken.
   */
  wake(...wakes: Wake[]): Promise<void>;
  /** Enqueues a scheduled task once for each slot, however many processes ask for it. */
  enqueueTask(task: string, slot: string): Promise<void>;
  close(): Promise<void>;
};

export type OpenQueues = Queues & {
  /** Runs `process` for the jobs of a queue, at most `concurrency` at a time in this process. */
  startWorker(
    queue: QueueName,
    concurrency: number,
    process: (data: JobData) => Promise<void>,
  ): Promise<QueueWorker>;
};

/** `role` names the process in the list of PostgreSQL's connections. */
export type QueueSettings = { databaseUrl: string; redisUrl: string | null; role: string; log: Logger };

type QueueWorker = { close(): Promise<void> };

const schema = 'bullmq';

/** Finished jobs are kept only for a look at what went on; the database holds what matters. */
const keepJobs = { removeOnComplete: { count: 100 }, removeOnFail: { count: 500 } };

const closeWithinMs = 700;

/** A stage that fails is tried again after 0.5, 1, 2 and 4 s; what still fails then waits for the sweep. */
const retries = { attempts: 5, backoff: { type: 'exponential', delay: 500 } };

/**
 * Each job is given an id of its own. BullMQ would count them by a sequence that it makes together with its first
 * value; with `wal_level` minimal, a crash of PostgreSQL may set that back, and a job whose id is known is dropped.
 */
const options = { ...keepJobs, ...retries };

/** BullMQ on Redis where there is one, else on PostgreSQL. Nothing else in the code knows which. */
export async function openQueues(settings: QueueSettings): Promise<OpenQueues> {
  const backend = settings.redisUrl
    ? connectRedis(settings.redisUrl, settings.log)
    : await connectPostgres(settings);
  const queues = new Map(
    queueNames.map((name) => {
      const queue = backend.createQueue(name);
      queue.on('error', (error) =>
        settings.log.warn({ err: error, queue: name }, 'the queue is out of reach'),
      );
      return [name, queue] as const;
    }),
  );

  return {
    async wake(...wakes) {
      for (const { queue, ids, delayMs } of wakes) {
        if (ids.length === 0) continue;
        try {
          await queues.get(queue)!.add(queue, { ids }, { ...options, jobId: randomUUID(), delay: delayMs });
        } catch (error) {
          settings.log.warn({ err: error, queue, ids: ids.length }, 'could not wake a stage; the sweep will');
        }
      }
    },
    async enqueueTask(task, slot) {
      const jobId = `${task}-${slot}`;
      // The job's id keeps the slot from running twice; it is kept long enough for the slowest clock.
      const removeOnComplete = { count: 1000, age: 86_400 };
      await queues
        .get('schedule')!
        .add(task, { task }, { jobId, removeOnComplete, removeOnFail: removeOnComplete });
    },
    async startWorker(name, concurrency, process) {
      const worker = backend.createWorker(name, concurrency, process);
      worker.on('error', (error) =>
        settings.log.warn({ err: error, queue: name }, 'the queue is out of reach'),
      );
      worker.on('failed', (job, error) => {
        // A process that stops breaks its work off, which is no failure: what is left is taken up again.
        if (error.name === 'AbortError') return;
        const isLast = !job || job.attemptsMade >= (job.opts.attempts ?? 1);
        const level = isLast ? 'error' : 'warn';
        settings.log[level](
          { err: error, queue: name },
          isLast ? 'a job failed; the sweep takes it up again' : 'a job failed and is tried again',
        );
      });
      await worker.waitUntilReady();
      return { close: () => worker.close() };
    },
    async close() {
      // With Redis away they close no more; the connections behind them are ended all the same.
      await within(closeWithinMs, Promise.all([...queues.values()].map((queue) => queue.close())));
      await backend.close();
    },
  };
}

type Backend = {
  createQueue(name: QueueName): Queue<JobData>;
  createWorker(
    name: QueueName,
    concurrency: number,
    process: (data: JobData) => Promise<void>,
  ): Worker<JobData>;
  close(): Promise<void>;
};

function connectRedis(url: string, log: Logger): Backend {
  const connect = (maxRetriesPerRequest: number | null) => {
    const redis = new Redis(url, { maxRetriesPerRequest, enableReadyCheck: true });
    redis.on('error', (error) => log.warn({ err: error }, 'Redis is out of reach'));
    return redis;
  };
  // Adding a job gives up soon, since the sweep makes up for it; a worker waits as long as it takes.
  const forQueues = connect(1);
  const forWorkers = connect(null);
  return {
    createQueue: (name) => new Queue(name, { connection: forQueues, prefix: 'orewatch' }),
    createWorker: (name, concurrency, process) =>
      new Worker(name, (job) => process(job.data), {
        connection: forWorkers,
        prefix: 'orewatch',
        concurrency,
      }),
    async close() {
      forQueues.disconnect();
      forWorkers.disconnect();
    },
  };
}

async function connectPostgres({ databaseUrl, role, log }: QueueSettings): Promise<Backend> {
  // Each worker keeps one connection to listen on; the others serve short queries.
  const pool = createPool(databaseUrl, {
    max: 2 * queueNames.length + 4,
    applicationName: `${role} queue`,
    schema,
    onError: (error) => log.warn({ err: error }, 'the queue lost a connection to PostgreSQL'),
  });
  // Every queue and worker listens for the errors of the pool they share.
  pool.setMaxListeners(0);
  const connection = pool as unknown as ConnectionOptions;
  return {
    createQueue: (name) => new Queue(name, { connection }, createPostgresBackend as never),
    createWorker: (name, concurrency, process) =>
      new Worker(
        name,
        (job) => process(job.data),
        { connection, concurrency },
        createPostgresBackend as never,
      ),
    close: () => pool.end(),
  };
}

/** Creates or updates the tables that BullMQ keeps in its own schema. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const connection = {
    connectionString: databaseUrl,
    schema,
    migrate: true,
    max: 1,
  } as unknown as ConnectionOptions;
  const queue = new Queue('schedule', { connection }, createPostgresBackend as never);
  try {
    await queue.waitUntilReady();
  } finally {
    await queue.close();
  }
}
