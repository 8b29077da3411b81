import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSchedule } from '../../workers/schedule.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { until } from '../support/redis.ts';

const log = pino({ level: 'silent' });

let test: TestDatabase;
let enqueued: string[];
const schedules: { stop(): Promise<void> }[] = [];
beforeEach(async () => {
  test = await createTestDatabase();
  enqueued = [];
});
afterEach(async () => {
  for (const schedule of schedules.splice(0)) await schedule.stop();
  await test.drop();
});

const queues = {
  enqueueTask: async (task: string) => {
    enqueued.push(task);
  },
};

function start(over: Partial<typeof queues> = {}): void {
  schedules.push(startSchedule({ database: test.database, queues: { ...queues, ...over }, log }, 20));
}

async function knows(count: number): Promise<boolean> {
  const { rows } = await test.database.query('select count(*) as count from scheduled_task');
  return rows[0].count === count;
}

/** As if a task had been started that long ago; ahead where it is negative, as after a clock was put back. */
const startedAgo = (task: string, seconds: number) =>
  test.database.query(
    'update scheduled_task set started_at = now() - make_interval(secs => $2) where name = $1',
    [task, seconds],
  );

describe('the schedule', () => {
  it('enqueues a task once when its interval has passed, however many processes run it', async () => {
    for (const _ of [1, 2, 3]) start();
    await until('the tasks', () => knows(4));
    expect(enqueued).toEqual([]);
    await startedAgo('sweep', 61);
    await until('the sweep', async () => enqueued.length > 0);
    await startedAgo('fetch-sources', 61);
    await until('the feeds', async () => enqueued.length > 1);
    expect(enqueued).toEqual(['sweep', 'fetch-sources']);
  });

  it('goes on at once where the clock was put back by three days', async () => {
    start();
    await until('the tasks', () => knows(4));
    await startedAgo('sweep', -3 * 86_400);
    await startedAgo('reassess', -3600);
    await until('both', async () => enqueued.length === 2);
    expect(enqueued.sort()).toEqual(['reassess', 'sweep']);
  });

  it('enqueues later what could not be enqueued', async () => {
    let isAway = true;
    start({
      async enqueueTask(task) {
        if (isAway) throw new Error('Redis is away');
        enqueued.push(task);
      },
    });
    await until('the tasks', () => knows(4));
    await startedAgo('reassess', 3601);
    await until('a try', async () => {
      const { rows } = await test.database.query(
        `select from scheduled_task where name = 'reassess' and started_at = '-infinity'`,
      );
      return rows.length === 1;
    });
    isAway = false;
    await until('the task', async () => enqueued.length === 1);
  });
});
