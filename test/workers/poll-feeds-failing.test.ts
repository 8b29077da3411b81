import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { removeFeed } from '../../services/database/feeds/feed.ts';
import { claimDueSource } from '../../services/database/sources/source-fetch.ts';
import { openQueues } from '../../services/queue/queues.ts';
import { readActors } from '../../services/sources/actors.ts';
import { startWorkers } from '../../workers/runner.ts';
import {
  added,
  addFeed,
  atMinute,
  items,
  log,
  logged,
  pollAfter,
  poller,
  publish,
  reports,
  sentence,
  serve,
  setUpFeeds,
  stateOf,
  test,
  today,
  world,
} from '../support/feeds.ts';
import { until } from '../support/redis.ts';

setUpFeeds();

describe('a feed that fails', () => {
  it.each([
    ['404', () => world.on('/feed', (_, response) => response.writeHead(404).end()), /answered 404/],
    ['a web page', () => world.on('/feed', '<!DOCTYPE html><html>News</html>'), /a web page, not a feed/],
    ['broken XML', () => world.on('/feed', '<rss><channel><item>'), /no RSS, Atom or JSON feed/],
    ['nothing', () => world.on('/feed', ''), /it is empty/],
    [
      'a picture',
      () => world.on('/feed', (_, response) => response.setHeader('content-type', 'image/png').end('x')),
      /of a kind that is not read/,
    ],
    [
      'six megabytes',
      () => world.on('/feed', (_, response) => response.end(Buffer.alloc(6_000_000, 'x'))),
      /larger than the 5 MB/,
    ],
    [
      'a broken connection',
      () => world.on('/feed', (request) => request.socket.destroy()),
      /broke the connection/,
    ],
    ['forbidding robots', () => world.on('/robots.txt', 'User-agent: *\nDisallow: /'), /forbids to fetch/],
    [
      'robots that fail',
      () => world.on('/robots.txt', (_, response) => response.writeHead(500).end()),
      /robots.txt: .* nothing is fetched until it answers/,
    ],
    [
      'a way into our network',
      () =>
        world.on('/feed', (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end()),
      /not an address of the public web/,
    ],
  ])('with %s says so, in its state and in the log', async (_, play, reason) => {
    serve([]);
    play();
    const id = await addFeed();
    await pollAfter(0);
    const row = await stateOf(id);
    expect(row).toMatchObject({ state: 'failing', failures: 1, lastErrorAt: added, lastSuccessAt: null });
    expect(row.lastError).toMatch(reason);
    expect(row.nextPollAt.getTime()).toBeGreaterThan(added.getTime() + 40_000);
    expect(logged).toHaveLength(1);
  });

  it('is asked less and less often, down to every six hours or so, and as before once it is back', async () => {
    world.on('/feed', (_, response) => response.writeHead(500).end());
    const id = await addFeed();
    const pauses: number[] = [];
    let minute = 0;
    for (let i = 0; i < 12; i += 1) {
      await pollAfter(minute);
      const next = (await stateOf(id)).nextPollAt.getTime();
      pauses.push((next - atMinute(minute).getTime()) / 60_000);
      minute += pauses.at(-1)!;
    }
    const usual = [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360];
    // With a spread of a quarter.
    for (const [i, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(0.75 * usual[i]! - 0.001);
      expect(pause).toBeLessThanOrEqual(1.25 * usual[i]! + 0.001);
    }
    expect(await stateOf(id)).toMatchObject({ state: 'paused', failures: 12 });
    serve([]);
    await pollAfter(minute);
    expect(await stateOf(id)).toMatchObject({ state: 'ok', failures: 0, lastError: null });
  });

  it('because it is busy is left alone as long as it says', async () => {
    world.on('/feed', (_, response) => response.writeHead(503, { 'retry-after': '7200' }).end());
    const id = await addFeed();
    await pollAfter(0);
    expect(await stateOf(id)).toMatchObject({ state: 'failing', nextPollAt: atMinute(120) });
  });

  it('does not count where only another feed of its host was told to wait', async () => {
    world.on('/busy', (_, response) => response.writeHead(503, { 'retry-after': '600' }).end());
    const busy = await addFeed('/busy');
    await pollAfter(0);
    expect(await stateOf(busy)).toMatchObject({ state: 'failing' });
    serve([]);
    const id = await addFeed();
    await pollAfter(0);
    expect(world.pathsAsked()).not.toContain('/feed');
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', failures: 0 });
    expect((await stateOf(id)).nextPollAt.getTime()).toBeGreaterThan(atMinute(9).getTime());
  });

  it('does not keep the others from being polled', async () => {
    world.on('/bad', (_, response) => response.writeHead(500).end());
    publish('/1', 'Fighting at the bridge');
    serve([{ path: '/1', date: today }]);
    await addFeed('/bad');
    await addFeed();
    await pollAfter(0);
    expect(await reports()).toHaveLength(1);
  });
});

describe('two workers', () => {
  it('poll a feed once', async () => {
    publish('/1', 'Fighting at the bridge');
    serve([{ path: '/1', date: today }]);
    await addFeed();
    await Promise.all([pollAfter(0), pollAfter(0), pollAfter(0)]);
    expect(world.pathsAsked().filter((path) => path === '/feed')).toHaveLength(1);
    expect(await reports()).toHaveLength(1);
  });

  it('claim different feeds', async () => {
    const ids = [await addFeed('/a'), await addFeed('/b'), await addFeed('/c')];
    const claims = await Promise.all(
      [0, 1, 2, 3].map(() => claimDueSource(test.database, { without: [], feeds: true }, added)),
    );
    expect(claims.map((claim) => claim?.source).sort()).toEqual(
      [...ids.map((id) => `feed/${id}`), undefined].sort(),
    );
  });

  it('take over from one that died in the middle, and repeat nothing', async () => {
    publish('/1', 'Fighting at the bridge');
    serve([{ path: '/1', date: today }]);
    const id = await addFeed();
    // As far as one came that was killed after the report was stored and before the item was remembered.
    await pollAfter(0);
    await test.database.query('truncate feed_item');
    await test.database.query(
      `update source_state set next_fetch_at = $1::timestamptz, claimed_until = $1::timestamptz + interval '10 minutes', claim = claim + 1`,
      [added],
    );
    await pollAfter(9);
    expect(world.pathsAsked().filter((path) => path === '/feed')).toHaveLength(1);
    await pollAfter(11);
    expect(world.pathsAsked().filter((path) => path === '/feed')).toHaveLength(2);
    expect(await reports()).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ articlesRead: 1 });
  });
});

describe('a process that stops', () => {
  it('breaks off at once; the feed is due as before', async () => {
    world.on('/feed', () => {});
    const id = await addFeed();
    const stopping = poller(added);
    const run = stopping.run();
    await until('the request for the feed', async () => world.pathsAsked().includes('/feed'));
    await stopping.stop();
    await run;
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', nextPollAt: added, failures: 0 });
    serve([]);
    await pollAfter(0);
    expect(await stateOf(id)).toMatchObject({ state: 'ok' });
  });

  it('polls no more', async () => {
    serve([]);
    await addFeed();
    const stopped = poller(added);
    await stopped.stop();
    await stopped.run();
    expect(world.requests).toEqual([]);
  });
});

describe('the schedule', () => {
  it('has the feeds that are due polled by a worker, which does not wait for them', async () => {
    publish('/1', 'Fighting at the bridge');
    serve([{ path: '/1', date: new Date().toUTCString() }]);
    world.on('/silent', () => {});
    const silent = await addFeed('/silent');
    const id = await addFeed();
    const queues = await openQueues({ databaseUrl: test.url, redisUrl: null, role: 'orewatch test', log });
    const context = { database: test.database, queues, policy: riskPolicy, actors: readActors(), log };
    const fetching = { userAgent: 'Orewatch/test', allow: [world.host], pauseMs: 1 };
    const workers = await startWorkers(context, queues, [], {
      fetching,
      credentials: {},
      operator: { email: null, mailFrom: 'orewatch@localhost' },
    });
    try {
      await queues.enqueueTask('fetch-sources', 'slot-1');
      await until('the article', async () => (await reports()).length === 1);
      await until('the end of the poll', async () => (await stateOf(id)).lastSuccessAt !== null);
      await queues.enqueueTask('fetch-sources', 'slot-2');
      await queues.enqueueTask('sweep', 'slot-1');
    } finally {
      // The silent feed is still being polled: stopping does not wait for it.
      await workers.stop();
      await queues.close();
    }
    expect(await stateOf(silent)).toMatchObject({ state: 'waiting', failures: 0 });
  });
});

describe('a feed that is removed while it is polled', () => {
  it('is read no further, and leaves nothing behind but the reports it brought', async () => {
    const id = await addFeed();
    const list = ['/1', '/2'].map((path) => ({ path, date: today }));
    publish('/2', 'Fighting at the bridge');
    world.on('/1', (_, response) => {
      removeFeed(test.database, id, added).then(
        () => response.setHeader('content-type', 'text/html').end(`<p>${sentence.repeat(5)}</p>`),
        () => response.destroy(),
      );
    });
    serve([...list].reverse());
    await pollAfter(0);
    expect(await items()).toEqual([]);
    expect(world.pathsAsked().filter((path) => /^.\d$/.test(path))).toHaveLength(1);
    await pollAfter(60);
    expect(world.pathsAsked().filter((path) => path === '/feed')).toHaveLength(1);
  });
});
