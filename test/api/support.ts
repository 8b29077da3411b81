import { pino } from 'pino';
import { riskPolicy } from '../../config/risk-policy.ts';
import { createApp } from '../../services/api/app.ts';
import { type RunningServer, startServer } from '../../services/api/server.ts';
import { storeEvents } from '../../services/database/events/event.ts';
import { notePositions } from '../../services/database/sites/site-position-history.ts';
import { inTransaction } from '../../services/database/transaction.ts';
import type { PipelineContext } from '../../services/running/context.ts';
import type { EventInput } from '../../services/sources/events/event-input.ts';
import { parseEvent } from '../../services/sources/events/event-input.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

export const adminKey = 'admin-key-of-the-tests';
/** The time that the API under test takes for now. */
export const now = new Date('2025-04-01T12:00:00Z');

/** A running API on a database of its own. */
export type TestApi = TestDatabase & {
  server: RunningServer;
  context: PipelineContext;
  /** Answers of `fetch` for a path, with the admin key unless other headers say otherwise. */
  call(path: string, options?: RequestInit): Promise<Response>;
  get(path: string): Promise<Json>;
  send(
    method: string,
    path: string,
    body: unknown,
  ): Promise<{ status: number; headers: Headers; body: Json }>;
  logged: string[];
  stop(): Promise<void>;
};

// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire has no type.
export type Json = any;

export async function startTestApi(): Promise<TestApi> {
  const test = await createTestDatabase();
  const logged: string[] = [];
  const context: PipelineContext = {
    database: test.database,
    queues: { wake: async () => {} },
    policy: riskPolicy,
    actors: new Map([['m23', { side: 'non-state', group: 'm23' }]]),
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
  };
  const app = createApp({ context, config: { adminKey }, clock: () => now });
  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  const call: TestApi['call'] = (path, options = {}) =>
    fetch(server.url + path, {
      ...options,
      headers: { authorization: `Bearer ${adminKey}`, ...options.headers },
    });
  return {
    ...test,
    server,
    context,
    call,
    logged,
    get: async (path) => (await call(path)).json(),
    async send(method, path, body) {
      const headers = { 'content-type': 'application/json' };
      const answer = await call(path, { method, headers, body: JSON.stringify(body) });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) };
    },
    async stop() {
      await server.close();
      await test.drop();
    },
  };
}

type SiteSeed = Partial<{
  name: string;
  minerals: string[];
  commodities: string[];
  operator: string;
  country: string;
  latitude: number;
  longitude: number;
  status: string;
}>;

/** Inserts a site and answers its number. */
export async function addSite({ database }: TestDatabase, id: string, seed: SiteSeed = {}): Promise<number> {
  const { rows } = await database.query(
    `insert into site (id, name, minerals, commodities, kind, operator, country, latitude, longitude, status, recorded_at)
     values ($1, $2, $3, $4, 'artisanal', $5, $6, $7, $8, $9, $10) returning site_no`,
    [
      id,
      seed.name ?? id,
      seed.minerals ?? ['gold'],
      seed.commodities ?? seed.minerals ?? ['gold'],
      seed.operator ?? null,
      seed.country ?? 'CD',
      seed.latitude ?? -1,
      seed.longitude ?? 27.7,
      seed.status ?? 'unknown',
      now,
    ],
  );
  await notePositions(database, [rows[0].site_no], now);
  return rows[0].site_no;
}

export function eventLike(sourceEventId: string, seed: Partial<EventInput> = {}): EventInput {
  return {
    source: 'acled',
    sourceEventId,
    occurredOn: '2025-03-19',
    type: 'Battles',
    subType: 'Armed clash',
    place: 'Mubi',
    latitude: -1.30883,
    longitude: 27.89323,
    locationPrecision: 1,
    actors: ['M23', 'Wazalendo'],
    deathsBest: 3,
    confidence: 'confirmed',
    ...seed,
  };
}

/** Stores an event, ties it to a site as the linking would, and answers its id. */
export async function addEvent(
  { database }: TestDatabase,
  input: EventInput,
  link?: { siteNo: number; distanceKm: number; named?: boolean },
): Promise<number> {
  const parsed = parseEvent(input, now);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusals));
  const report = {
    publisher: null,
    title: null,
    url: null,
    publishedAt: null,
    mayShowRaw: true,
    content: input,
  };
  const item = { event: parsed.event, report: { externalId: input.sourceEventId, ...report } };
  const [stored] = await inTransaction(database, (client) => storeEvents(client, [item], now));
  const { eventId, revision } = stored!;
  if (link) {
    await database.query(
      'insert into link (event_id, revision, site_no, distance_km, named) values ($1, $2, $3, $4, $5)',
      [eventId, revision, link.siteNo, link.distanceKm, link.named ?? false],
    );
  }
  return eventId;
}
