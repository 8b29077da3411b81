import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { postJson } from '../support/post-json.ts';
import { createWorld, patienceMs } from '../support/process.ts';
import { until } from '../support/redis.ts';

const adminKey = 'a-key-for-the-tests-of-clocks';
const preload = pathToFileURL(path.join(packageRoot, 'test', 'support', 'shifted-clock.mjs')).href;

/** A service whose clock is shifted by these days, on a signal or from its start. */
async function startService(over: Record<string, string>) {
  const world = await createWorld({
    OREWATCH_ADMIN_KEY: adminKey,
    NODE_OPTIONS: `--import=${preload}`,
    ...over,
  });
  const service = world.start(['up', '--empty']);
  const url = (await service.says(/API\s+(http\S+)\/v1/))[1]!;
  await service.says(/Ctrl-C stops it/);
  const post = async (route: string, body: unknown) => {
    const response = await postJson(url, adminKey, route, body);
    expect(response.ok, await response.text()).toBe(true);
  };
  const follow = async (id: string, latitude: number) => {
    await post('sites', { id, name: id, minerals: ['gold'], latitude, longitude: -20 });
    await post('subscriptions', { email: `${id}@example.org`, sites: [id], minLevel: 'guarded' });
  };
  const hasMail = async (id: string) =>
    (await world.mails()).some((mail) => [mail.to].flat()[0]!.text === `${id}@example.org`);
  return { world, service, post, follow, hasMail };
}

let running: Awaited<ReturnType<typeof startService>>;
afterEach(() => running.world.dispose(), patienceMs);

const eventOf = (no: number, latitude: number) => ({
  source: 'acled',
  sourceEventId: `E${no}`,
  // Before the day to which the clock is put back.
  occurredOn: new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10),
  type: 'Battles',
  subType: 'Armed clash',
  place: 'Mubi',
  latitude,
  longitude: -20,
  locationPrecision: 1,
  actors: ['M23', 'FARDC'],
  deaths: 5,
  confidence: 'confirmed',
});

describe('a clock that is put back by three days', () => {
  it(
    'stops neither alerts nor the schedule for more than a minute, and every line of the log is JSON',
    async () => {
      running = await startService({ SHIFT_DAYS: '3', OREWATCH_GROUPING_SECONDS: '0', LOG_LEVEL: 'info' });
      const { world, service, post, follow, hasMail } = running;
      await follow('before', -40);
      await follow('after', -30);
      await post('events', [eventOf(1, -40)]);
      await until('a mail before', () => hasMail('before'), patienceMs);

      service.kill('SIGUSR2');
      const shiftedAt = performance.now();
      await post('events', [eventOf(2, -30)]);
      await until('a mail after', () => hasMail('after'), 60_000);

      // What nobody is woken for is found by the sweep, which goes on.
      const database = await world.database();
      const event = `(select id from event where source_event_id = 'E2')`;
      await database.query(`delete from link where event_id = ${event}`);
      await database.query(`update event set linked_revision = null where id = ${event}`);
      const isLinked = async () => {
        const { rows } = await database.query(`select linked_revision from event where id = ${event}`);
        return rows[0].linked_revision === 1;
      };
      await until('the sweep', isLinked, 70_000);
      expect(performance.now() - shiftedAt).toBeLessThan(130_000);

      const lines = service.stderr().split('\n').filter(Boolean);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => !line.startsWith('{') && !/^Building/.test(line))).toEqual([]);
      expect(service.stderr()).not.toContain('"level":50');
    },
    3 * patienceMs,
  );
});

describe('a process whose clock is five minutes ahead of the database’s', () => {
  it(
    'holds no mail for longer than it is to be gathered',
    async () => {
      running = await startService({
        SHIFT_DAYS: `${-5 / 1440}`,
        SHIFT_AT_START: 'yes',
        OREWATCH_GROUPING_SECONDS: '3',
      });
      const { post, follow, hasMail } = running;
      await follow('ahead', -40);
      await post('events', [eventOf(1, -40)]);
      await until('the mail', () => hasMail('ahead'), 60_000);
    },
    2 * patienceMs,
  );
});
