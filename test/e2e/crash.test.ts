import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../services/database/pool.ts';
import { isAlive } from '../../services/embedded/process-id.ts';
import type { EventInput } from '../../services/sources/events/event-input.ts';
import { postJson } from '../support/post-json.ts';
import { createWorld, type OrewatchProcess, patienceMs, type World } from '../support/process.ts';
import { hasRedis, startRedis, type TestRedis, until } from '../support/redis.ts';
import {
  expectAllAssessed,
  expectAllLinked,
  expectAllTold,
  mines,
  type TestSubscription,
  untilIdle,
} from './world.ts';

const adminKey = 'a-key-for-the-tests-of-crashes';
const burst = 1000;
const perRequest = 25;
const clients = 4;

const subscriptions: readonly (TestSubscription & { selector: object })[] = [
  {
    email: 'all@example.org',
    minLevel: 'guarded',
    selector: { bbox: [-30, -50, -10, -10] },
    covers: () => true,
  },
  {
    email: 'gold@example.org',
    minLevel: 'severe',
    selector: { minerals: ['gold'] },
    covers: ({ minerals }) => minerals.includes('gold'),
  },
  ...[1, 30, 50, 80].map((no) => ({
    email: `mine-${no}@example.org`,
    minLevel: 'elevated' as const,
    selector: { sites: [`mine-${no}`] },
    covers: ({ id }: { id: string }) => id === `mine-${no}`,
  })),
];

/** An event 3 km from one of the mines of the round, today; its number decides everything about it. */
function eventOf(round: number, no: number): Partial<EventInput> {
  const ofRound = mines.filter(({ region }) => region === round);
  const mine = ofRound[(no * 7) % ofRound.length]!;
  return {
    source: 'acled',
    sourceEventId: `round-${round}-${no}`,
    occurredOn: new Date().toISOString().slice(0, 10),
    type: 'Battles',
    subType: no % 5 === 0 ? 'Non-state actor overtakes territory' : 'Armed clash',
    place: `Place ${no}`,
    latitude: mine.latitude + 0.027,
    longitude: mine.longitude,
    locationPrecision: 1,
    actors: ['M23', 'FARDC'],
    deaths: no % 3,
    confidence: no % 2 === 0 ? 'confirmed' : 'provisional',
  };
}

type Service = { running: OrewatchProcess; url: string };

async function startService(world: World): Promise<Service> {
  const running = world.start(['up', '--empty']);
  const url = (await running.says(/API\s+(http\S+)\/v1/))[1]!;
  await running.says(/Ctrl-C stops it/);
  return { running, url };
}

async function post(url: string, route: string, body: unknown): Promise<unknown> {
  const response = await postJson(url, adminKey, route, body);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

type Outcomes = { items: { index: number; outcome: string }[] };

/** Posts the events of a round by several clients at once; each gives up when the service no longer answers. */
function postBurst(url: string, round: number) {
  const outcomes = new Map<string, string>();
  const requests = Array.from({ length: burst / perRequest }, (_, request) =>
    Array.from({ length: perRequest }, (_, i) => eventOf(round, request * perRequest + i)),
  );
  const client = async () => {
    for (let events = requests.shift(); events; events = requests.shift()) {
      const { items } = (await post(url, 'events', events)) as Outcomes;
      for (const { index, outcome } of items) outcomes.set(events[index]!.sourceEventId!, outcome);
    }
  };
  return { outcomes, done: Promise.allSettled(Array.from({ length: clients }, client)) };
}

const moments = [
  { when: 'early in the burst', accepted: 0.05 + 0.3 * Math.random(), mails: 0, withDatabase: false },
  { when: 'late in the burst', accepted: 0.4 + 0.5 * Math.random(), mails: 0, withDatabase: false },
  { when: 'while the mails are written', accepted: 1, mails: 1, withDatabase: false },
  { when: 'together with its PostgreSQL', accepted: 0.1 + 0.8 * Math.random(), mails: 0, withDatabase: true },
];

describe.each(['PostgreSQL', 'Redis'] as const)('a burst of events with the queue on %s', (backend) => {
  const isPossible = backend === 'PostgreSQL' || hasRedis;
  let redis: TestRedis | null = null;
  let world: World;
  let service: Service;
  let database: Database;

  beforeAll(async () => {
    if (!isPossible) return;
    if (backend === 'Redis') redis = await startRedis();
    world = await createWorld({
      OREWATCH_ADMIN_KEY: adminKey,
      OREWATCH_GROUPING_SECONDS: '0',
      LOG_LEVEL: 'error',
      ...(redis ? { REDIS_URL: redis.url } : {}),
    });
    service = await startService(world);
    database = await world.database();
    for (const { region: _, ...mine } of mines) await post(service.url, 'sites', { name: mine.id, ...mine });
    for (const { email, minLevel, selector } of subscriptions)
      await post(service.url, 'subscriptions', { email, minLevel, ...selector });
    await untilIdle(database, true);
  }, 2 * patienceMs);
  afterAll(async () => {
    await world?.dispose();
    await redis?.stop();
  }, patienceMs);

  it.skipIf(!isPossible).each(moments.map((moment, round) => ({ ...moment, round })))(
    'loses nothing and tells nothing twice when the service is killed $when',
    async ({ accepted, mails, withDatabase, round }) => {
      const mailsBefore = (await world.mails()).length;
      const { outcomes, done } = postBurst(service.url, round);
      await until('enough accepted events', async () => outcomes.size >= accepted * burst, patienceMs);
      const writtenSince = async () => (await world.mails()).length >= mailsBefore + mails;
      await until('mails of this burst', writtenSince, patienceMs);
      // The moment is random within what the service does just then.
      const pauseMs = Math.random() * 60;
      await pause(pauseMs);
      const postgres = (await world.postgresPid())!;
      service.running.kill('SIGKILL');
      if (withDatabase) process.kill(postgres, 'SIGKILL');
      await Promise.all([done, service.running.ended]);
      if (withDatabase) await until('the end of PostgreSQL', async () => !isAlive(postgres));
      const acceptedIds = [...outcomes].filter(([, outcome]) => outcome === 'new').map(([id]) => id);
      expect(acceptedIds.length).toBe(outcomes.size);

      service = await startService(world);
      await untilIdle(database, true);
      const { rows } = await database.query('select source_event_id as id from event');
      const stored = new Set(rows.map(({ id }) => id));
      expect(
        acceptedIds.filter((id) => !stored.has(id)),
        `killed after ${pauseMs} ms`,
      ).toEqual([]);
      await expectAllLinked(database);
      await expectAllAssessed(database, 1e-9);
      await expectAllTold(world, database, subscriptions);

      // Whoever got no answer posts again.
      const again = postBurst(service.url, round);
      await again.done;
      expect(again.outcomes.size).toBe(burst);
      expect(acceptedIds.filter((id) => again.outcomes.get(id) !== 'unchanged')).toEqual([]);
      await untilIdle(database, true);
      const { rows: counts } = await database.query(
        'select count(*) as events, max(revision) as revision from event where source_event_id like $1',
        [`round-${round}-%`],
      );
      expect(counts[0]).toEqual({ events: burst, revision: 1 });
      await expectAllAssessed(database, 1e-9);
      await expectAllTold(world, database, subscriptions);
      // An error in the log means that a human must act.
      expect(service.running.stderr()).not.toContain('"level":50');
    },
    3 * patienceMs,
  );
});

describe('an import', () => {
  const rowCount = 20_000;
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.dispose(), patienceMs);

  it(
    'is completed by running it again after it was killed, with no event lost, doubled or left unassessed',
    async () => {
      const sitesFile = path.join(world.dataDir, '..', 'mines.csv');
      const eventsFile = path.join(world.dataDir, '..', 'events.csv');
      const siteLines = mines.map(
        (mine) => `${mine.id},${mine.id},${mine.minerals[0]},${mine.latitude},${mine.longitude}`,
      );
      await writeFile(sitesFile, ['id,name,minerals,latitude,longitude', ...siteLines].join('\n'));
      await writeFile(eventsFile, csvOfEvents(rowCount));
      expect(await world.run(['import', 'sites', sitesFile])).toMatchObject({ code: 0 });

      const storedAtLeast = async (count: number) => {
        const database = await world.database();
        const { rows } = await database.query('select count(*) as count from event');
        return rows[0].count >= count;
      };
      // Once while rows are being stored, and once after the last of them.
      for (const count of [rowCount * (0.1 + 0.4 * Math.random()), rowCount]) {
        const killed = world.start(['import', 'events', eventsFile]);
        await until(`${count} events`, async () => killed.hasEnded() || storedAtLeast(count), patienceMs);
        killed.kill('SIGKILL');
        await killed.ended;
      }
      const { code, stdout } = await world.run(['import', 'events', eventsFile, '--json']);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        rows: rowCount,
        new: 0,
        changed: 0,
        unchanged: rowCount,
        refused: 0,
      });
      expect(await world.postgresPid()).toBeNull();

      const database = await world.database();
      await untilIdle(database, false);
      const { rows } = await database.query(
        'select count(*) as events, max(revision) as revision from event',
      );
      expect(rows[0]).toEqual({ events: rowCount, revision: 1 });
      await expectAllLinked(database);
      // A change of less than half a point is not worth a row of its own.
      await expectAllAssessed(database, 0.5);
    },
    3 * patienceMs,
  );
});

/** Two years of events around the mines, most of them history, the newest of today. */
function csvOfEvents(count: number): string {
  const lines = Array.from({ length: count }, (_, no) => {
    const mine = mines[(no * 7) % mines.length]!;
    const day = new Date(Date.now() - ((no * 13) % 700) * 86_400_000).toISOString().slice(0, 10);
    const [latitude, longitude] = [mine.latitude + ((no % 9) - 4) / 40, mine.longitude + ((no % 5) - 2) / 40];
    return `news,${no},${day},Battles,Armed clash,${latitude.toFixed(4)},${longitude.toFixed(4)},${no % 4}`;
  });
  return ['source,sourceEventId,occurredOn,type,subType,latitude,longitude,deaths', ...lines].join('\n');
}
