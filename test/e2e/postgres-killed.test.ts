import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postJson } from '../support/post-json.ts';
import {
  createWorld,
  type OrewatchProcess,
  patienceMs,
  stopOrewatch,
  type World,
} from '../support/process.ts';
import { until } from '../support/redis.ts';

const adminKey = 'a-key-for-the-tests-of-a-killed-database';

let world: World;
let running: OrewatchProcess;
let url: string;
beforeAll(async () => {
  world = await createWorld({ OREWATCH_ADMIN_KEY: adminKey, OREWATCH_GROUPING_SECONDS: '0' });
  running = world.start(['up', '--empty']);
  url = (await running.says(/API\s+(http\S+)\/v1/))[1]!;
  await running.says(/Ctrl-C stops it/);
}, patienceMs);
afterAll(() => world.dispose(), patienceMs);

async function post(route: string, body: unknown): Promise<boolean> {
  const response = await postJson(url, adminKey, route, body);
  return response.ok;
}

const attack = (no: number) => ({
  source: 'field-office',
  sourceEventId: `attack-${no}`,
  occurredOn: new Date().toISOString().slice(0, 10),
  type: 'Violence against civilians',
  subType: 'Attack',
  place: 'Bisie',
  latitude: -1.02,
  longitude: 27.73,
  locationPrecision: 1,
  actors: [],
  deaths: 12,
  confidence: 'confirmed',
});

describe('orewatch up, when its PostgreSQL is killed', () => {
  it(
    'starts it again, tells what came after, and stops in order',
    async () => {
      expect(
        await post('subscriptions', { email: 'buyer@example.org', minLevel: 'guarded', sites: ['bisie'] }),
      ).toBe(true);
      const killed = (await world.postgresPid())!;
      process.kill(killed, 'SIGKILL');
      // Whoever got no success posts again.
      await until('an event stored', () => post('events', attack(1)).catch(() => false), patienceMs);
      expect(await world.postgresPid()).not.toBe(killed);
      await until('the mail about it', async () => (await world.mails()).length > 0, patienceMs);
      expect(running.hasEnded()).toBe(false);
      expect(running.stderr()).toContain('the embedded PostgreSQL runs again');

      expect((await stopOrewatch(running)).code).toBe(0);
      expect(await world.postgresPid()).toBeNull();
    },
    3 * patienceMs,
  );
});
