import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { postJson } from '../support/post-json.ts';
import { createWorld, patienceMs, stopOrewatch, type World } from '../support/process.ts';
import { hasRedis, startRedis, type TestRedis, until } from '../support/redis.ts';

const adminKey = 'a-key-for-the-tests-of-roles';
const roles = ['api', 'worker', 'schedule'] as const;
const ready = {
  api: /The API listens on (http\S+)\./,
  worker: /The workers run/,
  schedule: /The schedule runs/,
};

describe('the roles of the grown stack', () => {
  let world: World;
  let test: TestDatabase;
  beforeEach(async () => {
    test = await createTestDatabase();
    world = await createWorld({ DATABASE_URL: test.url, HOST: '127.0.0.1', OREWATCH_ADMIN_KEY: adminKey });
  });
  afterEach(async () => {
    await world.dispose();
    await test.drop();
  }, patienceMs);

  const empty = () =>
    test.database.query('drop schema public cascade; drop schema bullmq cascade; create schema public');

  it.each(roles)(
    '%s refuses to start without a database, and says which setting is missing',
    async (role) => {
      const { code, stderr } = await world.run([role], { DATABASE_URL: '' });
      expect(code).toBe(2);
      expect(stderr).toContain('set DATABASE_URL, or use "orewatch up"');
    },
    patienceMs,
  );

  it(
    'refuse to start on a newer schema, and say which release can work with it',
    async () => {
      await test.database.query(
        `insert into schema_migration values (9999, '9999-from-the-future.sql', 'none', now())`,
      );
      for (const role of roles) {
        const { code, stderr } = await world.run([role]);
        expect(code).toBe(1);
        expect(stderr).toMatch(
          /schema is at version 9999, newer than .* 9999-from-the-future.sql: start the Orewatch release/,
        );
        expect(stderr).not.toMatch(/^\s+at /m);
      }
      const { code, stderr } = await world.run(['migrate']);
      expect(code).toBe(1);
      expect(stderr).toContain('9999-from-the-future.sql, which this Orewatch does not know');
    },
    2 * patienceMs,
  );

  it(
    'refuse to start on an older schema and on none, and say what to run',
    async () => {
      const { rows } = await test.database.query('delete from schema_migration returning *');
      for (const role of roles) {
        const { code, stderr } = await world.run([role]);
        expect(code).toBe(1);
        expect(stderr).toMatch(
          /schema is at version 0, .* needs 0001-\S+, .* too: run "orewatch migrate" once/,
        );
        expect(stderr).not.toMatch(/^\s+at /m);
      }
      expect(rows.length).toBeGreaterThan(0);
      await empty();
      for (const role of roles) {
        const { code, stderr } = await world.run([role]);
        expect(code).toBe(1);
        expect(stderr).toContain('run "orewatch migrate" once');
      }
    },
    2 * patienceMs,
  );

  it(
    'say in words that the database cannot be reached',
    async () => {
      const { code, stderr } = await world.run(['api'], {
        DATABASE_URL: 'postgres://orewatch:hidden@127.0.0.1:1/orewatch',
      });
      expect(code).toBe(1);
      expect(stderr).toContain('DATABASE_URL');
      expect(stderr).not.toContain('hidden');
    },
    patienceMs,
  );

  it(
    'start after "orewatch migrate", which says the same again and changes nothing when it runs twice',
    async () => {
      await empty();
      expect(await world.run(['migrate'])).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^Applied 0001/),
      });
      expect(await world.run(['migrate'])).toMatchObject({ code: 0, stdout: 'The schema is up to date.\n' });
      for (const role of roles) {
        const running = world.start([role]);
        await running.says(ready[role]);
        expect(await stopOrewatch(running)).toEqual({ code: 0, signal: null });
      }
    },
    2 * patienceMs,
  );

  it.skipIf(!hasRedis).each([
    ['no password', ''],
    ['a wrong one', ':open-sesame-1001@'],
  ])(
    'end, and say that the password is wrong, where Redis is given %s',
    async (_, credentials) => {
      const redis = await startRedis('correct-horse-battery');
      try {
        const address = redis.url.replace(/:correct[^@]*@/, credentials);
        const { code, stderr } = await world.run(['worker'], { REDIS_URL: address });
        expect(code).toBe(1);
        expect(stderr).toContain('The Redis of REDIS_URL refuses its user or password');
        expect(stderr).not.toContain('open-sesame');
      } finally {
        await redis.stop();
      }
    },
    patienceMs,
  );

  it(
    'end, and say where Redis does not answer',
    async () => {
      const { code, stderr } = await world.run(['worker'], { REDIS_URL: 'redis://127.0.0.1:1/0' });
      expect(code).toBe(1);
      expect(stderr).toMatch(/The Redis of REDIS_URL does not answer: .*ECONNREFUSED/);
    },
    patienceMs,
  );

  describe.each(['PostgreSQL', 'Redis'] as const)('with their queue on %s', (backend) => {
    const isPossible = backend === 'PostgreSQL' || hasRedis;
    let redis: TestRedis | null = null;
    beforeEach(async () => {
      if (backend === 'Redis') redis = await startRedis();
    });
    afterEach(() => redis?.stop());

    it.skipIf(!isPossible)(
      'turn an event posted to the api process into a mail of the worker process, and stop cleanly',
      async () => {
        const env: Record<string, string> = redis ? { REDIS_URL: redis.url } : {};
        const site = { id: 'a-mine', latitude: -30, longitude: -20 };
        const email = 'buyer@example.org';
        const worker = world.start(['worker'], env);
        const schedule = world.start(['schedule'], env);
        const api = world.start(['api'], env);
        const url = (await api.says(ready.api))[1]!;
        await worker.says(ready.worker);
        await schedule.says(ready.schedule);

        const post = async (route: string, body: object) => {
          const response = await postJson(url, adminKey, route, body);
          expect(response.status, await response.text()).toBe(201);
        };
        await post('sites', { name: 'A mine', minerals: ['gold'], ...site });
        await post('subscriptions', { email, sites: [site.id], minLevel: 'guarded' });
        await post('events', {
          source: 'acled',
          sourceEventId: backend,
          occurredOn: new Date().toISOString().slice(0, 10),
          type: 'Battles',
          subType: 'Armed clash',
          latitude: site.latitude + 0.027,
          longitude: site.longitude,
          deaths: 4,
          confidence: 'confirmed',
        });
        await until('the mail', async () => (await world.mails()).length === 1, patienceMs);
        expect([(await world.mails())[0]!.to].flat()[0]!.text).toBe(email);
        for (const role of [api, schedule, worker]) {
          expect(await stopOrewatch(role)).toEqual({ code: 0, signal: null });
          expect(role.stderr()).not.toContain('"level"');
        }
      },
      2 * patienceMs,
    );
  });
});
