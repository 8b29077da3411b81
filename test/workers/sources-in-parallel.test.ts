import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { insertFeed } from '../../services/database/feeds/feed.ts';
import { switchOn } from '../../services/database/sources/source-state.ts';
import { openQueues } from '../../services/queue/queues.ts';
import { readActors } from '../../services/sources/actors.ts';
import { reliefWeb } from '../../services/sources/reports/reliefweb.ts';
import { startWorkers } from '../../workers/runner.ts';
import { startSchedule } from '../../workers/schedule.ts';
import { startWorldServer, type WorldServer } from '../fetching/world-server.ts';
import { createTestDatabase } from '../support/database.ts';
import { rssOf } from '../support/feeds.ts';
import { hasRedis, startRedis, until } from '../support/redis.ts';

const log = pino({ level: 'silent' });
const feedCount = 6;
const articlesPerFeed = 5;
const reportCount = 120;
let world: WorldServer;
beforeEach(async () => {
  world = await startWorldServer();
  serveFeeds();
  serveReports();
});
afterEach(() => world.close());

function serveFeeds(): void {
  for (let feed = 0; feed < feedCount; feed += 1) {
    const paths = Array.from({ length: articlesPerFeed }, (_, i) => `/article/${feed}/${i}`);
    // Two feeds share an article.
    if (feed > 0) paths.push(`/article/0/0`);
    const date = new Date(Date.now() - 3_600_000).toUTCString();
    world.on(`/feed/${feed}`, (_, response) =>
      response
        .setHeader('content-type', 'application/rss+xml')
        .end(rssOf(paths.map((path) => ({ path, date })))),
    );
    for (const path of paths)
      world.on(path, (_, response) =>
        response
          .setHeader('content-type', 'text/html')
          .end(
            `<article><h1>${path}</h1><p>${`What is told at ${path} goes on and on. `.repeat(12)}</p></article>`,
          ),
      );
  }
}

function serveReports(): void {
  const items = Array.from({ length: reportCount }, (_, i) => ({
    id: String(i),
    fields: {
      title: `Report ${i}`,
      'body-html': `<p>Report ${i} tells of aid for the village.</p>`,
      url: `https://reliefweb.int/node/${i}`,
      date: {
        changed: new Date(Date.now() - 86_400_000 + i * 1000).toISOString(),
        created: new Date(Date.now() - 86_400_000).toISOString(),
      },
    },
  }));
  world.on('/v2/reports', (request, response) => {
    const asked = new URL(request.url!, world.url).searchParams;
    const from = Date.parse(asked.get('filter[conditions][3][value][from]')!);
    const found = items.filter(({ fields }) => Date.parse(fields.date.changed) >= from);
    const offset = Number(asked.get('offset'));
    const data = found.slice(offset, offset + Number(asked.get('limit')));
    response.end(JSON.stringify({ totalCount: found.length, data }));
  });
}

/** So many schedulers and workers on one database, until every source was fetched; answers what the tables hold. */
async function fetchWith(schedulers: number, workers: number, redisUrl: string | null) {
  const { database, url, drop } = await createTestDatabase();
  const closers: (() => Promise<unknown>)[] = [drop];
  try {
    for (let i = 0; i < feedCount; i += 1) {
      const feed = { publisher: `Paper ${i}`, language: 'en' as const, everyMinutes: 30, mayShowRaw: false };
      await insertFeed(database, { ...feed, url: `${world.url}/feed/${i}` }, new Date());
    }
    const options = reliefWeb.options.parse({ baseUrl: `${world.url}/v2` });
    await switchOn(database, reliefWeb.name, options, new Date());
    const fetching = {
      fetching: { userAgent: 'Orewatch/test', allow: [world.host], pauseMs: 0 },
      credentials: { OREWATCH_RELIEFWEB_APPNAME: 'orewatch-test' },
      operator: { email: null, mailFrom: 'orewatch@localhost' },
    };
    for (let i = 0; i < Math.max(schedulers, workers); i += 1) {
      const queues = await openQueues({ databaseUrl: url, redisUrl, role: `orewatch test ${i}`, log });
      closers.push(() => queues.close());
      const context = { database, queues, policy: riskPolicy, actors: readActors(), log };
      if (i < workers) {
        const running = await startWorkers(context, queues, [], fetching);
        closers.push(() => running.stop());
      }
      if (i < schedulers) {
        const schedule = startSchedule({ database, queues, log }, 20);
        closers.push(() => schedule.stop());
      }
    }
    await until(
      'the tasks',
      async () => (await database.query('select 1 from scheduled_task')).rows.length > 2,
    );
    await database.query(
      `update scheduled_task set started_at = now() - interval '1 hour' where name = 'fetch-sources'`,
    );
    await until(
      'every source',
      async () => {
        const { rows } = await database.query(
          'select 1 from source_state where is_on and (last_success_at is null or claimed_until is not null)',
        );
        return rows.length === 0;
      },
      60_000,
    );
    const read = async (sql: string) => (await database.query(sql)).rows;
    return {
      reports: await read(
        `select report.url, report.title, r.revision, r.text from news_report_revision r
         join report on report.id = r.report_id order by report.url, r.revision`,
      ),
      items: await read('select feed_id, url, state, attempts from feed_item order by feed_id, url'),
      sources: await read(
        `select source, failures, rows_seen, rows_refused, rows_left_out, last_error from source_state
         where is_on order by source`,
      ),
    };
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

describe.skipIf(!hasRedis)('two schedulers and three workers on Redis', () => {
  it('leave the same tables as one process on PostgreSQL alone', async () => {
    const alone = await fetchWith(1, 1, null);
    expect(alone.reports).toHaveLength(feedCount * articlesPerFeed + reportCount);
    const redis = await startRedis();
    try {
      expect(await fetchWith(2, 3, redis.url)).toEqual(alone);
    } finally {
      await redis.stop();
    }
  });
});
