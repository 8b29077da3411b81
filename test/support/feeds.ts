import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { sourceStateOf } from '../../domain/source-state.ts';
import {
  type FeedContent,
  type FeedRow,
  findFeedById,
  insertFeed,
} from '../../services/database/feeds/feed.ts';
import type { FetchSettings } from '../../services/fetching/polite-client.ts';
import { createSourceFetcher } from '../../workers/fetch-sources.ts';
import { startWorldServer, type WorldServer } from '../fetching/world-server.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export let test: TestDatabase;
export let world: WorldServer;
/** To be called once in a file: a database and, for each test, a server that plays the web. */
export function setUpFeeds(): void {
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());
  beforeEach(async () => {
    await test.database.query(
      'truncate feed, feed_item, source_state, operator_notice, fetch_host, fetch_robots cascade',
    );
    await test.database.query('truncate news_report_revision, news_report, event_revision, report cascade');
    world = await startWorldServer();
    woken.length = 0;
    logged.length = 0;
  });
  afterEach(() => world.close());
}

export const added = new Date('2025-03-20T12:00:00Z');
export const woken: unknown[] = [];
export const logged: string[] = [];
export const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });

export function poller(at: Date, over: Partial<FetchSettings> = {}) {
  const queues = { wake: async (...wakes: unknown[]) => void woken.push(...wakes) };
  const fetching = { userAgent: 'Orewatch/test', allow: [world.host], pauseMs: 1, ...over };
  const settings = { fetching, credentials: {}, operator: { email: null, mailFrom: 'orewatch@localhost' } };
  return createSourceFetcher({ database: test.database, queues, log }, settings, () => at);
}

/** Polls what is due this many minutes after the feeds were added. */
export const pollAfter = (minutes: number, over: Partial<FetchSettings> = {}) =>
  poller(atMinute(minutes), over).run();
export const atMinute = (minutes: number) => new Date(added.getTime() + minutes * 60_000);

export async function addFeed(path = '/feed', over: Partial<Omit<FeedContent, 'url'>> = {}) {
  const content = {
    url: world.url + path,
    publisher: null,
    language: null,
    everyMinutes: 30,
    mayShowRaw: false,
    ...over,
  };
  return (await insertFeed(test.database, content, added))!;
}

export const stateOf = async (id: number): Promise<FeedRow & { state: string }> => {
  const row = (await findFeedById(test.database, id))!;
  return { ...row, state: sourceStateOf(row) };
};

export type Stored = {
  url: string;
  title: string;
  publisher: string;
  publishedAt: Date;
  text: string;
  feed: string;
  mayShowRaw: boolean;
};

export async function reports(): Promise<Stored[]> {
  const { rows } = await test.database.query<Stored>(
    `select report.url, report.title, report.publisher, report.published_at as "publishedAt", r.text, r.feed,
            report.may_show_raw as "mayShowRaw"
     from news_report_revision r join report on report.id = r.report_id order by report.id`,
  );
  return rows;
}

export const items = async () =>
  (await test.database.query('select url, state, reason, attempts from feed_item order by url')).rows;

export const sentence =
  'Residents of the village said that fighting went on near the river until the evening. ';

/** A page with an article that tells this. */
export function publish(path: string, tells: string) {
  const html = `<html><head><title>${tells}</title></head><body><nav>Menu</nav><article><h1>${tells}</h1><p>${tells} ${sentence.repeat(5)}</p></article></body></html>`;
  world.on(path, (_, response) => response.setHeader('content-type', 'text/html').end(html));
}

export type Item = { path?: string; title?: string; date?: string; guid?: string; more?: string };

export function rssOf(list: readonly Item[]): string {
  const inner = list.map(
    ({ path, title = `About ${path}`, date, guid, more = '' }) =>
      `<item><title>${title}</title>${path ? `<link>${path}</link>` : ''}${guid ? `<guid>${guid}</guid>` : ''}${date ? `<pubDate>${date}</pubDate>` : ''}${more}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Lake News</title>${inner.join('')}</channel></rss>`;
}

export const serve = (list: readonly Item[], path = '/feed') =>
  world.on(path, (_, response) => response.setHeader('content-type', 'application/rss+xml').end(rssOf(list)));

export const today = 'Thu, 20 Mar 2025 08:00:00 GMT';
export const yesterday = 'Wed, 19 Mar 2025 08:00:00 GMT';
