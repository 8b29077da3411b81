import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { collectEvents, collectSites } from '../../services/collecting/collect.ts';
import { insertSubscription } from '../../services/database/deliveries/subscription.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testEvent, testSite } from '../support/pipeline.ts';
import { createWorld, type OrewatchProcess, patienceMs } from '../support/process.ts';
import { hasRedis, startRedis, until } from '../support/redis.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
}, patienceMs);

/** A way to a server of this machine that can be cut: what is connected hears nothing more, and nobody else gets in. */
async function startWay(socketPath: string) {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => {});
    if (isCut) return;
    const far = createConnection(socketPath);
    sockets.add(far);
    far.on('error', () => {});
    near.on('data', (data) => isCut || far.write(data));
    far.on('data', (data) => isCut || near.write(data));
    near.on('close', () => far.destroy());
    far.on('close', () => isCut || near.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  endings.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true;
    },
  };
}

async function createDatabase(): Promise<TestDatabase> {
  const test = await createTestDatabase();
  endings.push(() => test.drop());
  return test;
}

async function startWorker(databaseUrl: string, over: Record<string, string> = {}) {
  const world = await createWorld({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'error', ...over });
  endings.push(() => world.dispose());
  const worker = world.start(['worker']);
  await worker.says(/The workers run/);
  return worker;
}

async function expectToEnd(worker: OrewatchProcess): Promise<void> {
  const askedAt = performance.now();
  worker.kill('SIGTERM');
  const { code, signal } = await worker.ended;
  expect({ code, signal }).toEqual({ code: 0, signal: null });
  expect(performance.now() - askedAt).toBeLessThan(10_000);
}

describe('a worker that is asked to stop ends within 10 s', () => {
  it.skipIf(!hasRedis)(
    'while Redis is away',
    async () => {
      const redis = await startRedis();
      const worker = await startWorker((await createDatabase()).url, { REDIS_URL: redis.url });
      await redis.stop();
      await expectToEnd(worker);
    },
    patienceMs,
  );

  it(
    'while PostgreSQL does not answer',
    async () => {
      const { url } = await createDatabase();
      const [, account, folder, name] = /^postgres:\/\/(.*)@(.*)\/(.*)$/.exec(url)!;
      const way = await startWay(`${decodeURIComponent(folder!)}/.s.PGSQL.5432`);
      const worker = await startWorker(`postgres://${account}@127.0.0.1:${way.port}/${name}`);
      way.cut();
      await expectToEnd(worker);
    },
    patienceMs,
  );

  it(
    'while a mail server says nothing',
    async () => {
      const held: Socket[] = [];
      const silent = createServer((socket) => {
        socket.on('error', () => {});
        held.push(socket);
      }).listen(0, '127.0.0.1');
      await once(silent, 'listening');
      endings.push(async () => {
        for (const socket of held) socket.destroy();
        silent.close();
      });
      const { port } = silent.address() as AddressInfo;
      const test = await createDatabase();
      const { database } = test;
      const context = { database, queues: { wake: async () => {} } };
      const mine = { id: 'bisie', latitude: -1.03, longitude: 27.74 };
      const content = {
        email: 'a@example.org',
        sites: ['bisie'],
        minerals: null,
        countries: null,
        bbox: null,
      };
      await insertSubscription(database, { ...content, minLevel: 'guarded' }, new Date());
      await collectSites(context, [testSite(mine)], new Date());
      const { latitude, longitude } = mine;
      await collectEvents(context, [testEvent({ latitude, longitude })], new Date());
      const worker = await startWorker(test.url, {
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        MAIL_FROM: 'alerts@example.org',
        OREWATCH_GROUPING_SECONDS: '0',
      });
      await until('a mail under way', async () => held.length > 0, patienceMs);
      await expectToEnd(worker);
    },
    patienceMs,
  );
});
