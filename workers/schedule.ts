import cron from 'node-cron';
import type { Logger } from '../config/logger.ts';
import type { Database } from '../services/database/pool.ts';
import { giveTaskBack, startDueTasks } from '../services/database/scheduled-task.ts';
import type { Queues } from '../services/queue/queues.ts';
import { within } from '../services/running/within.ts';

/** What runs by the clock, and how often. */
const intervalsSeconds = {
  /** Takes up what a crash or a lost wake left unfinished, and what is set aside and due. */
  sweep: 60,
  /** Lets scores fade and signals end. */
  reassess: 3600,
  /** Fetches from the sources that are due, news feeds among them. */
  'fetch-sources': 60,
  /** Judges the scores of past months where its source has told enough, or anew. */
  'judge-months': 6 * 3600,
} as const;

export type TaskName = keyof typeof intervalsSeconds;

const everyFiveSeconds = '*/5 * * * * *';
/** node-cron goes by the time of day and waits, where that was put back, until it has caught up. */
const longestSilenceMs = 6000;
/** A look that comes a moment early counts: otherwise each interval would be longer by the next look. */
const slackSeconds = 2.5;

const tasks = Object.entries(intervalsSeconds).map(([name, seconds]) => ({
  name: name as TaskName,
  everySeconds: seconds - slackSeconds,
}));

/**
 * Starts the clock. It only enqueues. What is due is decided by the database's clock and noted there: several processes
 * may run the schedule, and each task is started once for each interval. No clock that is put forward or back stops
 * it: where no look has come for `silenceMs`, measured by the time that has passed, one is taken.
 */
export function startSchedule(
  { database, queues, log }: { database: Database; queues: Pick<Queues, 'enqueueTask'>; log: Logger },
  silenceMs = longestSilenceMs,
): { stop(): Promise<void> } {
  let isFailing = false;
  let running: Promise<void> | null = null;
  const warn = (error: unknown, what: object) => {
    // Said once, not with every look, for as long as it goes on.
    if (!isFailing)
      log.warn(
        { err: error, ...what },
        'scheduled tasks could not be enqueued; they will be, once that ends',
      );
    isFailing = true;
  };

  const look = async () => {
    let hasFailed = false;
    for (const { name, startedAt } of await startDueTasks(database, tasks)) {
      try {
        await queues.enqueueTask(name, startedAt.toISOString().replace(/\D/g, ''));
      } catch (error) {
        hasFailed = true;
        warn(error, { task: name });
        await giveTaskBack(database, name);
      }
    }
    if (!hasFailed) isFailing = false;
  };
  let lastLookMs = performance.now();
  const lookOnce = () => {
    lastLookMs = performance.now();
    running ??= look()
      .catch((error) => warn(error, {}))
      .finally(() => {
        running = null;
      });
  };
  const task = cron.schedule(everyFiveSeconds, lookOnce, {
    timezone: 'Etc/UTC',
    name: 'schedule',
    // The guard below makes up for a look that is late, and node-cron would write lines that are no JSON.
    suppressMissedWarning: true,
  });
  const guard = setInterval(() => {
    if (performance.now() - lastLookMs >= silenceMs) lookOnce();
  }, silenceMs / 3);
  return {
    async stop() {
      clearInterval(guard);
      await task.stop();
      await within(1000, running ?? Promise.resolve());
    },
  };
}
