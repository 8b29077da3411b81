import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/env.ts';
import { createLogger, type Logger } from '../config/logger.ts';
import { riskPolicy } from '../config/risk-policy.ts';
import { recordPolicy } from '../services/database/assessments/assessment.ts';
import { readFact } from '../services/database/installation.ts';
import { assertSchemaIsCurrent, migrate } from '../services/database/migrate.ts';
import { createPool, type Database } from '../services/database/pool.ts';
import { startCluster } from '../services/embedded/cluster.ts';
import { keepRunning } from '../services/embedded/keep-running.ts';
import { countGuests, takeOwnership } from '../services/embedded/lock.ts';
import { isAlive } from '../services/embedded/process-id.ts';
import { closeChannels, openChannels } from '../services/notifier/channels.ts';
import { assertRedisAnswers } from '../services/queue/assert-redis.ts';
import { migrateQueue, type OpenQueues, openQueues } from '../services/queue/queues.ts';
import { modelReaderOf } from '../services/reading/llm-reader.ts';
import type { PipelineContext } from '../services/running/context.ts';
import { within } from '../services/running/within.ts';
import { readActors } from '../services/sources/actors.ts';
import { closeThreads, offThread } from '../services/threads/off-thread.ts';
import { connectionsFor } from '../workers/connections.ts';
import { sourceFetchingOf } from '../workers/fetch-sources.ts';
import { pipelineOf } from '../workers/pipeline.ts';
import { startWorkers } from '../workers/runner.ts';
import type { Stage } from '../workers/stage.ts';
import { countUnfinished, isIdle, sweep } from '../workers/sweep.ts';

export type StackOptions = {
  /**
   * `only`: refuse where another process owns the embedded stack. `join`: work beside it. A grown stack is shared
   * by its nature.
   */
  owner: 'only' | 'join';
  /** Run the pipeline in this process; with mailing the messages are sent from here too. */
  work: 'none' | 'pipeline' | 'pipeline and mailing';
  onStep?: (text: string) => void;
  /** Ends the start while it still waits for the embedded database. */
  signal?: AbortSignal;
};

export type Stack = {
  config: Config;
  log: Logger;
  databaseUrl: string;
  queues: OpenQueues;
  context: PipelineContext;
  /**
   * Sets the time by which messages are held back, for a replay, and takes up what is due by it; null: the database's
   * clock again.
   */
  setClock(at: Date | null): Promise<void>;
  /** Resolves when no stage that runs here has work left; `onProgress` gets a few words about what is left. */
  waitUntilIdle(onProgress?: (text: string) => void): Promise<void>;
  /** Stops everything in the reverse order of its start. */
  close(): Promise<void>;
};

/** Another process owns the embedded stack of this data directory. */
export class AlreadyRunningError extends Error {
  override name = 'AlreadyRunningError';
}

/** What the settings name does not answer. */
export class UnreachableError extends Error {
  override name = 'UnreachableError';
}

/** Throws an UnreachableError that says why the database of DATABASE_URL does not answer. */
export async function assertReachable(database: Database): Promise<void> {
  try {
    await database.query('select 1');
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    throw new UnreachableError(
      `The database of DATABASE_URL does not answer: ${message || code}. Check that it runs, and its address, user and password.`,
    );
  }
}

async function assertRedisIsReachable(url: string): Promise<void> {
  await assertRedisAnswers(url).catch((error: Error) => {
    throw new UnreachableError(error.message);
  });
}

/** Connects to what the configuration names, or starts the embedded stack, or joins the one that is running. */
export async function openStack(config: Config, options: StackOptions): Promise<Stack> {
  const log = createLogger(config);
  const closers: (() => Promise<unknown>)[] = [];
  const close = () => closeInReverse(closers);
  try {
    const { databaseUrl, role } = config.databaseUrl
      ? { databaseUrl: config.databaseUrl, role: 'orewatch' }
      : await openEmbedded(config, options, log, closers);
    let heldBy: Date | null = null;
    const pipeline = openPipeline(config, options, log, () => heldBy, closers);
    const database = createPool(databaseUrl, {
      max: connectionsFor(pipeline),
      applicationName: role,
      onError: (error) => log.warn({ err: error }, 'a connection to PostgreSQL was lost'),
    });
    closers.push(() => within(1000, database.end()));
    closers.push(closeThreads);
    if (config.databaseUrl) await assertReachable(database);
    // The owner of an embedded database keeps its schema; a grown one is migrated by "orewatch migrate".
    if (role === 'orewatch' && !config.databaseUrl) {
      // The queue first: who finds the schema current finds all of it.
      await migrateQueue(databaseUrl);
      await migrate(database);
    }
    if (role === 'orewatch guest') await untilOwnerIsReady(database);
    await assertSchemaIsCurrent(database);
    await recordPolicy(database, riskPolicy, new Date());
    if (config.redisUrl) await assertRedisIsReachable(config.redisUrl);
    const queues = await openQueues({ databaseUrl, redisUrl: config.redisUrl, role, log });
    closers.push(() => within(1000, queues.close()));
    const context: PipelineContext = {
      database,
      queues,
      policy: riskPolicy,
      actors: readActors(),
      log,
      secondReader: modelReaderOf(config, log),
      mayRead: config.databaseUrl ? undefined : () => hasBundledSites(database),
    };
    await startPipeline(context, queues, pipeline, config, options, closers);
    return {
      config,
      log,
      databaseUrl,
      queues,
      context,
      setClock: async (at) => {
        heldBy = at;
        await sweep(context, pipeline);
      },
      waitUntilIdle: (onProgress) => waitUntilIdle(context, pipeline, onProgress),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** An embedded stack loads the bundled sites at its first start: a report read before would name none of them. */
async function hasBundledSites(database: Database): Promise<boolean> {
  return (await readFact(database, 'bundled sites')) !== null;
}

/** Closes all, also after one that fails: PostgreSQL stands first in the list and must not be left running. */
async function closeInReverse(closers: (() => Promise<unknown>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const closer of closers.splice(0).reverse()) {
    try {
      await closer();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

/** The owner may have started a moment ago and still be making the database. */
async function untilOwnerIsReady(database: Database): Promise<void> {
  const deadline = Date.now() + 10_000;
  const isReady = () =>
    assertSchemaIsCurrent(database).then(
      () => true,
      () => false,
    );
  while (!(await isReady()) && Date.now() < deadline) await pause(50);
}

async function openEmbedded(
  config: Config,
  { owner, onStep, signal }: StackOptions,
  log: Logger,
  closers: (() => Promise<unknown>)[],
): Promise<{ databaseUrl: string; role: 'orewatch' | 'orewatch guest' }> {
  // Without a listener a signal would end this process at once and leave PostgreSQL running.
  const hold = () => {};
  process.once('SIGINT', hold).once('SIGTERM', hold);
  closers.push(async () => process.off('SIGINT', hold).off('SIGTERM', hold));
  const cluster = await startCluster(config.dataDir, { onStep, signal });
  const maintenanceUrl = cluster.urlOf('postgres');
  const lock = await takeOwnership(maintenanceUrl);
  const databaseUrl = cluster.urlOf('orewatch');
  if (!lock) {
    if (owner === 'only') throw new AlreadyRunningError(await describeRunning(config.dataDir));
    return { databaseUrl, role: 'orewatch guest' };
  }
  const kept = keepRunning(config.dataDir, lock, log);
  closers.push(async () => {
    // Commands that joined this stack would lose their database under their hands.
    for (let saidSo = false; (await countGuests(maintenanceUrl).catch(() => 0)) > 0; await pause(200)) {
      if (!saidSo) onStep?.('waiting for another orewatch command that works on this data directory');
      saidSo = true;
    }
    await kept.release();
    await cluster.stop();
  });
  await createDatabase(maintenanceUrl);
  return { databaseUrl, role: 'orewatch' };
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const pool: Database = createPool(maintenanceUrl, {
    max: 1,
    applicationName: 'orewatch',
    onError: () => {},
  });
  try {
    const { rows } = await pool.query(`select from pg_database where datname = 'orewatch'`);
    if (rows.length === 0) await pool.query('create database orewatch');
  } finally {
    await pool.end();
  }
}

/** What `orewatch up` writes down about itself in the data directory. */
export type RunningStack = { pid: number; url: string; startedAt: string };

export function runningStackFile(dataDir: string): string {
  return path.join(dataDir, 'stack.json');
}

/** The `orewatch up` that runs on a data directory; null where none does. */
export async function readRunningStack(dataDir: string): Promise<RunningStack | null> {
  const text = await readFile(runningStackFile(dataDir), 'utf8').catch(() => null);
  const running = text && (JSON.parse(text) as RunningStack);
  // One that was killed leaves its file behind.
  return running && isAlive(running.pid) ? running : null;
}

async function describeRunning(dataDir: string): Promise<string> {
  const running = await readRunningStack(dataDir);
  const who = running
    ? `process ${running.pid}, at ${running.url}, since ${running.startedAt}`
    : 'another orewatch command';
  return (
    `Orewatch is already running on the data directory ${dataDir} (${who}). ` +
    'Stop it first, or set OREWATCH_DATA_DIR and PORT to run a second one.'
  );
}

/** The stages that run in this process, with what they tell people by; nothing runs yet. */
function openPipeline(
  config: Config,
  { work }: StackOptions,
  log: Logger,
  heldBy: () => Date | null,
  closers: (() => Promise<unknown>)[],
): Stage[] {
  if (work === 'none') return [];
  const channels = work === 'pipeline and mailing' ? openChannels(config, log) : null;
  if (channels) {
    closers.push(() => within(500, closeChannels(channels)));
    // So that the first mail does not wait for it. Where that fails, mails go without pictures and say so in the log.
    offThread('loadBaseMap').catch(() => {});
  }
  const { mailFrom, groupingSeconds } = config;
  return pipelineOf(channels && { channels, mailFrom, groupingSeconds, heldBy });
}

async function startPipeline(
  context: PipelineContext,
  queues: OpenQueues,
  pipeline: readonly Stage[],
  config: Config,
  options: StackOptions,
  closers: (() => Promise<unknown>)[],
): Promise<void> {
  if (options.work === 'none') return;
  const fetching = options.work === 'pipeline and mailing' ? sourceFetchingOf(config) : null;
  const workers = await startWorkers(context, queues, pipeline, fetching);
  closers.push(() => within(5000, workers.stop()));
}

async function waitUntilIdle(
  context: PipelineContext,
  pipeline: readonly Stage[],
  onProgress?: (text: string) => void,
): Promise<void> {
  let reportedAt = Date.now();
  while (!(await isIdle(context, pipeline))) {
    if (onProgress && Date.now() - reportedAt > 1000) {
      reportedAt = Date.now();
      onProgress(await countUnfinished(context));
    }
    await pause(10);
  }
}
