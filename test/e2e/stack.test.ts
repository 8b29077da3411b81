import { once } from 'node:events';
import { stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startCluster } from '../../services/embedded/cluster.ts';
import { type StackLock, takeOwnership } from '../../services/embedded/lock.ts';
import { createWorld, patienceMs, stopOrewatch, stopWithinMs, type World } from '../support/process.ts';
import { until } from '../support/redis.ts';

const isRoot = process.getuid?.() === 0;
const ready = /Ctrl-C stops it/;

async function expectNothingLeft(world: World): Promise<void> {
  expect(await world.postgresPid()).toBeNull();
}

describe('orewatch up --empty on a new data directory', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.dispose(), patienceMs);

  it(
    'starts with the bundled sites and without the demo, also at the starts that follow',
    async () => {
      for (const args of [['up', '--empty'], ['up']]) {
        const running = world.start(args);
        await running.says(ready);
        expect(running.stdout()).not.toContain('Replaying');
        expect(running.stdout()).toMatch(/watches 1\d\d sites; 0 events stored, 0 alerts open, 0 mails sent/);
        await stopOrewatch(running);
        await expectNothingLeft(world);
      }
      expect(await world.mails()).toEqual([]);
    },
    2 * patienceMs,
  );
});

describe('orewatch up --empty', () => {
  // One data directory for all: whichever case is the first makes it, and each leaves nothing running on it.
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterEach(() => expectNothingLeft(world));
  afterAll(() => world.dispose(), patienceMs);

  it(
    'names PORT and answers 1 where the port is taken, and leaves nothing running',
    async () => {
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const { port } = taken.address() as { port: number };
      const { code, stderr } = await world.run(['up', '--empty'], { PORT: `${port}` });
      taken.close();
      expect(code).toBe(1);
      expect(stderr).toContain(`Port ${port} on 127.0.0.1 is taken by another program: set PORT`);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
    patienceMs,
  );

  it(
    'refuses a second start on the same data directory, with the reason, while the first goes on',
    async () => {
      const first = world.start(['up', '--empty']);
      const url = (await first.says(/API\s+(http\S+)\/v1/))[1]!;
      await first.says(ready);
      const { code, stderr } = await world.run(['up', '--empty']);
      expect(code).toBe(1);
      expect(stderr).toContain('already running on the data directory');
      expect(stderr).toContain(`process ${first.pid}, at ${url}`);
      expect(stderr).toContain('OREWATCH_DATA_DIR');
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      await stopOrewatch(first);
    },
    2 * patienceMs,
  );

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops everything within seconds by %s and starts cleanly again',
    async (signal) => {
      const running = world.start(['up', '--empty']);
      const url = (await running.says(/API\s+(http\S+)\/v1/))[1]!;
      await running.says(ready);
      // A browser keeps its connection open.
      expect((await fetch(`${url}/health/live`)).status).toBe(200);
      const askedAt = Date.now();
      expect(await stopOrewatch(running, signal)).toEqual({ code: 0, signal: null });
      expect(Date.now() - askedAt).toBeLessThan(stopWithinMs);
      expect(running.stderr()).not.toContain('"level"');
      await expectNothingLeft(world);
      const log = await stat(path.join(world.dataDir, 'stack.json')).catch(() => null);
      expect(log).toBeNull();
    },
    2 * patienceMs,
  );

  it(
    'stops cleanly where one wish arrives as two signals, as by Ctrl-C under npm',
    async () => {
      const running = world.start(['up', '--empty']);
      await running.says(ready);
      running.kill('SIGINT');
      expect(await stopOrewatch(running, 'SIGINT')).toEqual({ code: 0, signal: null });
      await expectNothingLeft(world);
    },
    2 * patienceMs,
  );

  it(
    'starts cleanly after kill -9, which leaves PostgreSQL running, and does not name the dead process as running',
    async () => {
      const killed = world.start(['up', '--empty']);
      await killed.says(ready);
      const postgres = await world.postgresPid();
      killed.kill('SIGKILL');
      await killed.ended;
      expect(await world.postgresPid()).toBe(postgres);

      // Some other command owns the stack now; what the dead process wrote about itself is still there.
      const url = (await startCluster(world.dataDir)).urlOf('postgres');
      let lock: StackLock | null = null;
      await until('the ownership of the stack', async () => {
        lock = await takeOwnership(url);
        return lock !== null;
      });
      const { code, stderr } = await world.run(['up', '--empty']);
      await lock!.release();
      expect(code).toBe(1);
      expect(stderr).toContain('already running');
      expect(stderr).not.toContain(`process ${killed.pid}`);

      const again = world.start(['up', '--empty']);
      await again.says(ready);
      await stopOrewatch(again);
    },
    2 * patienceMs,
  );
});

describe('commands', () => {
  let world: World;
  let sitesFile: string;
  beforeEach(async () => {
    world = await createWorld();
    sitesFile = path.join(world.dataDir, '..', 'sites.csv');
    await writeFile(sitesFile, 'id,name,minerals,latitude,longitude\nlone-mine,Lone mine,gold,-30,-20\n');
  });
  afterEach(() => world.dispose(), patienceMs);

  async function importSite(): Promise<void> {
    const imported = await world.run(['import', 'sites', sitesFile, '--json']);
    expect(imported.code).toBe(0);
    expect(JSON.parse(imported.stdout)).toMatchObject({ rows: 1, new: 1 });
  }

  it(
    'start the stack for themselves where none runs, and stop it again',
    async () => {
      await importSite();
      await expectNothingLeft(world);
      const status = await world.run(['status', '--json']);
      expect(JSON.parse(status.stdout)).toMatchObject({ sites: 1, sitesToLink: 0, sitesToAssess: 0 });
      await expectNothingLeft(world);
      expect(await world.run(['migrate'])).toMatchObject({ code: 0, stdout: 'The schema is up to date.\n' });
      await expectNothingLeft(world);
    },
    2 * patienceMs,
  );

  it(
    'work beside a stack that runs, and leave it running',
    async () => {
      await importSite();
      const running = world.start(['up', '--empty']);
      const url = (await running.says(/API\s+(http\S+)\/v1/))[1]!;
      await running.says(ready);
      const made = await world.run(['key', 'auditor', '--json']);
      const { name, key } = JSON.parse(made.stdout);
      expect(name).toBe('auditor');
      const ask = (route: string, options: RequestInit = {}) =>
        fetch(`${url}/v1${route}`, {
          ...options,
          headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
        });
      const subscription = { email: 'buyer@example.org', sites: ['lone-mine'], minLevel: 'guarded' };
      const posted = await ask('/subscriptions', { method: 'POST', body: JSON.stringify(subscription) });
      expect(posted.status).toBe(201);

      const today = new Date().toISOString().slice(0, 10);
      const csv = `source,sourceEventId,occurredOn,type,subType,latitude,longitude,deaths\nnews,1,${today},Battles,Armed clash,-30.02,-20,3\n`;
      const imported = await world.run(['import', 'events', '-', '--format', 'csv', '--json'], {}, csv);
      expect(JSON.parse(imported.stdout)).toMatchObject({ rows: 1, new: 1 });
      expect(imported.code).toBe(0);
      // The command leaves the mail to the service.
      await until('the mail', async () => (await world.mails()).length === 1, 90_000);
      const status = await world.run(['status', '--json']);
      expect(JSON.parse(status.stdout)).toMatchObject({ events: 1, openAlerts: 1, messagesSent: 1 });
      expect(await world.run(['migrate'])).toMatchObject({ code: 0 });
      expect((await ask('/sites/lone-mine')).status).toBe(200);
      await stopOrewatch(running);
      await expectNothingLeft(world);
    },
    3 * patienceMs,
  );
});

describe.skipIf(!isRoot)('as root, with a data directory that only root may enter (needs root)', () => {
  let world: World;
  afterAll(() => world?.dispose(), patienceMs);

  it(
    'the stack starts, keeps the database files where PostgreSQL can reach them, and starts again',
    async () => {
      world = await createWorld({}, 0o700);
      for (const args of [['up', '--empty'], ['up']]) {
        const running = world.start(args);
        await running.says(ready);
        expect(await stat(path.join(world.dataDir, 'postgres')).catch(() => null)).toBeNull();
        await stopOrewatch(running);
        await expectNothingLeft(world);
      }
    },
    2 * patienceMs,
  );
});

if (!isRoot) describeAsOtherUser();

/** Root has tests of its own: these do not exist for it. */
function describeAsOtherUser() {
  describe('as another user than root', () => {
    let world: World;
    afterAll(() => world?.dispose(), patienceMs);

    it(
      'the stack starts in a data directory that only its owner may enter, and keeps everything in it',
      async () => {
        world = await createWorld({}, 0o700);
        const running = world.start(['up', '--empty']);
        await running.says(ready);
        expect((await stat(path.join(world.dataDir, 'postgres'))).isDirectory()).toBe(true);
        await stopOrewatch(running);
        await expectNothingLeft(world);
      },
      2 * patienceMs,
    );
  });
}
