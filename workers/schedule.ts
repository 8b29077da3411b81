import cron from 'node-cron';
import type { Logger } from '../config/logger.ts';
import type { Queues } from '../services/queue/queues.ts';

/** What runs by the clock. Times are UTC. */
const tasks = {
  /** Takes up what a crash or a lost wake left unfinished. */
  sweep: '* * * * *',
  /** Lets scores fade and signals end. */
  reassess: '7 * * * *',
  /** Polls the news feeds that are due. */
  'poll-feeds': '*/2 * * * *',
} as const;

export type TaskName = keyof typeof tasks;

/**
 * Starts the clock. It only enqueues, with the slot in the job's id: several processes may run it, and each slot is
 * done once.
 */
export function startSchedule(queues: Pick<Queues, 'enqueueTask'>, log: Logger): { stop(): Promise<void> } {
  const started = (Object.keys(tasks) as TaskName[]).map((name) =>
    cron.schedule(
      tasks[name],
      async () => {
        const slot = new Date().toISOString().slice(0, 16).replace(/\D/g, '');
        try {
          await queues.enqueueTask(name, slot);
        } catch (error) {
          log.warn({ err: error, task: name }, 'a scheduled task could not be enqueued; its next slot will');
        }
      },
      { timezone: 'Etc/UTC', name },
    ),
  );
  return {
    async stop() {
      for (const task of started) await task.stop();
    },
  };
}
