import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../notifier/mail/mail-server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { postJson } from '../support/post-json.ts';
import { createWorld, type OrewatchProcess, patienceMs, type World } from '../support/process.ts';
import { until } from '../support/redis.ts';
import { mines, untilIdle } from './world.ts';

const adminKey = 'a-key-for-the-tests-of-connections';
const storm = 60;

let world: World;
let test: TestDatabase;
let mail: MailServer;
const processes: OrewatchProcess[] = [];
let url: string;
beforeAll(async () => {
  test = await createTestDatabase();
  mail = await startMailServer();
  world = await createWorld({
    DATABASE_URL: test.url,
    HOST: '127.0.0.1',
    OREWATCH_ADMIN_KEY: adminKey,
    OREWATCH_GROUPING_SECONDS: '0',
    SMTP_URL: mail.url,
    MAIL_FROM: 'alerts@example.org',
    LOG_LEVEL: 'error',
  });
  for (const role of ['api', 'worker', 'worker', 'schedule']) processes.push(world.start([role]));
  url = (await processes[0]!.says(/listens on (http\S+)\.\n/))[1]!;
  for (const running of processes) await running.says(/\.\n/);
}, 2 * patienceMs);
afterAll(async () => {
  await world.dispose();
  await mail.close();
  await test.drop();
}, patienceMs);

async function post(route: string, body: unknown): Promise<boolean> {
  const response = await postJson(url, adminKey, route, body);
  return response.ok;
}

/** Ends connections of all processes at random, as an operator or a failing network does. */
async function endConnections(): Promise<number> {
  const { rows } = await test.database.query(
    `select count(pg_terminate_backend(pid)) as ended from (
       select pid from pg_stat_activity where datname = current_database()
         and application_name in ('orewatch', 'orewatch queue') order by random() limit 2) as victim`,
  );
  return rows[0].ended;
}

function eventOf(no: number) {
  const mine = mines[(no * 7) % mines.length]!;
  return {
    source: 'acled',
    sourceEventId: `storm-${no}`,
    occurredOn: new Date().toISOString().slice(0, 10),
    type: 'Battles',
    subType: 'Armed clash',
    place: `Place ${no}`,
    latitude: mine.latitude + 0.027,
    longitude: mine.longitude,
    locationPrecision: 1,
    actors: ['M23', 'FARDC'],
    deaths: 1 + (no % 9),
    confidence: 'confirmed',
  };
}

describe('a storm of events while connections to PostgreSQL are ended at random', () => {
  it(
    'leaves every process alive, and everything is told once',
    async () => {
      for (const { region: _, ...mine } of mines)
        expect(await post('sites', { name: mine.id, ...mine })).toBe(true);
      for (const { id } of mines.slice(0, 30))
        expect(
          await post('subscriptions', { email: `${id}@example.org`, minLevel: 'guarded', sites: [id] }),
        ).toBe(true);
      await untilIdle(test.database, true);

      let isOver = false;
      let ended = 0;
      const ending = (async () => {
        while (!isOver) {
          ended += await endConnections();
          await new Promise((resolve) => setTimeout(resolve, 40));
        }
      })();
      for (let no = 0; no < storm; no += 1)
        // Whoever got no success posts again.
        await until(`event ${no} stored`, () => post('events', eventOf(no)).catch(() => false));
      await until('the first mails', async () => mail.received.length > 5, patienceMs);
      isOver = true;
      await ending;
      expect(ended).toBeGreaterThan(20);
      await untilIdle(test.database, true);

      expect(processes.map((running) => running.hasEnded())).toEqual([false, false, false, false]);
      const { rows } = await test.database.query(
        `select (select count(*) from event where source_event_id like 'storm-%') as events,
                (select count(*) from set_aside) as aside,
                (select count(*) from delivery where message_id is null and hold_until is null) as untold,
                (select count(*) from message) as messages`,
      );
      expect(rows[0]).toMatchObject({ events: storm, aside: 0, untold: 0 });
      const ids = mail.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw.toString())![1]);
      expect(new Set(ids).size).toBe(rows[0].messages);
      expect(ids.length).toBe(rows[0].messages);
    },
    3 * patienceMs,
  );
});
