import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { switchOn } from '../../services/database/sources/source-state.ts';
import type { FetchSettings } from '../../services/fetching/polite-client.ts';
import { readSources } from '../../services/polling/source-overview.ts';
import type { Source } from '../../services/sources/source.ts';
import { createSourceFetcher } from '../../workers/fetch-sources.ts';
import { startWorldServer, type WorldServer } from '../fetching/world-server.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export let test: TestDatabase;
export let world: WorldServer;

/** To be called once in a file: a database and, for each test, a server that plays the source. */
export function setUpSources(): void {
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());
  beforeEach(async () => {
    await test.database.query(
      `truncate source_state, source_freshness, source_row, source_refused_row, operator_notice, fetch_host, fetch_robots`,
    );
    await test.database.query(
      'truncate event_revision, event, news_report_revision, news_report, report cascade',
    );
    world = await startWorldServer();
    logged.length = 0;
  });
  afterEach(() => world.close());
}

export const switchedOnAt = new Date('2026-03-20T12:00:00Z');
export const atMinute = (minutes: number) => new Date(switchedOnAt.getTime() + minutes * 60_000);
export const logged: string[] = [];
export const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });

/** Fetches from one source with a server on this machine. */
export function fetcherOf(
  source: Source,
  at: Date,
  {
    credentials = {},
    fetching = {},
  }: { credentials?: Record<string, string>; fetching?: Partial<FetchSettings> } = {},
) {
  const queues = { wake: async () => {} };
  const settings = {
    fetching: { userAgent: 'Orewatch/test', allow: [world.host], pauseMs: 0, ...fetching },
    credentials,
    operator: { email: 'operator@example.org', mailFrom: 'Orewatch <alerts@orewatch.example>' },
  };
  return createSourceFetcher({ database: test.database, queues, log }, settings, () => at, {
    every: async () => [source],
    find: async () => source,
  });
}

/** Fetches what is due this many minutes after the source was switched on. */
export function fetchAfter(minutes: number, source: Source, over: Parameters<typeof fetcherOf>[2] = {}) {
  return fetcherOf(source, atMinute(minutes), over).run();
}

export const turnOn = (source: Source, options: object = {}) =>
  switchOn(test.database, source.name, source.options.parse(options), switchedOnAt);

/** How the source does, as a person sees it. */
export async function overviewOf(source: Source, minutes: number) {
  const [row] = await readSources(test.database, [source], atMinute(minutes));
  return row!;
}

/** The events of a source as they stand now, in the order of its own ids. */
export async function eventsOf(source: string) {
  const { rows } = await test.database.query<{
    id: string;
    place: string;
    deaths: number;
    revision: number;
    retracted: boolean;
  }>(
    `select source_event_id as id, place, deaths_best as deaths, revision, retracted from current_event
     where source = $1 order by source_event_id`,
    [source],
  );
  return rows;
}
