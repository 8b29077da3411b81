import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FetchError } from '../../services/fetching/fetch-error.ts';
import {
  createPoliteClient,
  type FetchOptions,
  type FetchSettings,
} from '../../services/fetching/polite-client.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startWorldServer, type WorldServer } from './world-server.ts';

let test: TestDatabase;
let world: WorldServer;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  world = await startWorldServer();
  world.on('/page', (_, response) => response.setHeader('content-type', 'text/html').end('<p>News</p>'));
  return () => world.close();
});

const client = (over: Partial<FetchSettings> = {}) =>
  createPoliteClient(test.database, {
    userAgent: 'Orewatch/test (+https://orewatch.example)',
    allow: [world.host],
    pauseMs: 1,
    ...over,
  });

const options: FetchOptions = { maxBytes: 10_000, accept: 'text/html', types: /^text\/html$/ };
const get = (path: string, over: Partial<FetchOptions> = {}, settings: Partial<FetchSettings> = {}) =>
  client(settings).fetch(new URL(path, world.url).href, { ...options, ...over });

const fault = (promise: Promise<unknown>): Promise<FetchError> =>
  promise.then(
    () => expect.unreachable('nothing was refused'),
    (error) => error,
  );

describe('the polite client', () => {
  it('says who it is and what it can read, and asks for robots.txt first', async () => {
    expect(await get('/page')).toMatchObject({ isModified: true, text: '<p>News</p>', type: 'text/html' });
    expect(world.pathsAsked()).toEqual(['/robots.txt', '/page']);
    expect(world.requests[1]!.headers).toMatchObject({
      'user-agent': 'Orewatch/test (+https://orewatch.example)',
      accept: 'text/html',
    });
  });

  it('asks for robots.txt once a day, whichever worker fetches', async () => {
    await get('/page');
    await get('/page');
    expect(world.pathsAsked()).toEqual(['/robots.txt', '/page', '/page']);
    await test.database.query(`update fetch_robots set fetched_at = fetched_at - interval '25 hours'`);
    await get('/page');
    expect(world.pathsAsked().filter((path) => path === '/robots.txt')).toHaveLength(2);
  });

  it('asks only what has changed, and keeps what the server wants to hear again', async () => {
    world.on('/feed', (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"v1"';
      response.writeHead(isKnown ? 304 : 200, {
        etag: '"v1"',
        'last-modified': 'Wed, 19 Mar 2025 10:00:00 GMT',
        'content-type': 'text/html',
      });
      response.end(isKnown ? undefined : 'text');
    });
    const first = await get('/feed');
    expect(first).toMatchObject({
      validators: { etag: '"v1"', lastModified: 'Wed, 19 Mar 2025 10:00:00 GMT' },
    });
    const { validators } = first as { validators: NonNullable<FetchOptions['validators']> };
    expect(await get('/feed', { validators })).toEqual({ isModified: false });
    expect(world.requests.at(-1)!.headers).toMatchObject({
      'if-modified-since': 'Wed, 19 Mar 2025 10:00:00 GMT',
    });
  });
});

describe('robots.txt', () => {
  it('is obeyed: what it forbids is not asked for', async () => {
    world.on('/robots.txt', 'User-agent: *\nDisallow: /page');
    expect(await fault(get('/page'))).toMatchObject({
      message: `robots.txt of ${world.host} forbids to fetch /page`,
      retry: false,
    });
    expect(world.pathsAsked()).toEqual(['/robots.txt']);
  });

  it.each([401, 403, 404, 410])('that answers %i forbids nothing', async (status) => {
    world.on('/robots.txt', (_, response) => response.writeHead(status).end());
    expect(await get('/page')).toMatchObject({ isModified: true });
  });

  it.each([500, 502])('that answers %i has everything wait, and is asked again', async (status) => {
    world.on('/robots.txt', (_, response) => response.writeHead(status).end());
    const error = await fault(get('/page'));
    expect(error.message).toContain(`answered ${status}: nothing is fetched until it answers`);
    expect(error.retry).toBe(true);
    expect(world.pathsAsked()).toEqual(['/robots.txt']);
    world.on('/robots.txt', 'User-agent: *\nAllow: /');
    expect(await get('/page')).toMatchObject({ isModified: true });
  });

  it('that hangs up has everything wait', async () => {
    world.on('/robots.txt', (request) => request.socket.destroy());
    expect(await fault(get('/page'))).toMatchObject({ retry: true });
    expect(world.pathsAsked()).not.toContain('/page');
  });

  it('is read by its beginning where it is endless', async () => {
    world.on('/robots.txt', `User-agent: *\nDisallow: /page\n${'# more\n'.repeat(200_000)}`);
    expect((await fault(get('/page'))).message).toContain('forbids');
  });

  it('may lie behind a redirect', async () => {
    world.on('/robots.txt', (_, response) => response.writeHead(301, { location: '/real-robots' }).end());
    world.on('/real-robots', 'User-agent: Orewatch\nDisallow: /');
    expect((await fault(get('/page'))).message).toContain('forbids');
  });

  it('may ask for a pause, which is kept', async () => {
    world.on('/robots.txt', 'User-agent: *\nCrawl-delay: 0.3');
    const polite = client();
    for (let i = 0; i < 3; i += 1) await polite.fetch(`${world.url}/page`, options);
    const [, first, second, third] = world.requests.map(({ at }) => at) as [number, number, number, number];
    expect(second - first).toBeGreaterThanOrEqual(280);
    expect(third - second).toBeGreaterThanOrEqual(280);
  });

  it('that asks for a pause of hours is taken at its word: nothing is asked for', async () => {
    world.on('/robots.txt', 'User-agent: *\nCrawl-delay: 7200');
    expect(await fault(get('/page'))).toMatchObject({
      message: `robots.txt of ${world.host} asks for 120 min between two requests, which is too long`,
      retry: false,
    });
    expect(world.pathsAsked()).toEqual(['/robots.txt']);
  });
});

describe('the pause between two requests', () => {
  it('is shared by all who fetch', async () => {
    await get('/page');
    const before = world.requests.length;
    await Promise.all([1, 2, 3].map(() => get('/page', {}, { pauseMs: 200 })));
    const times = world.requests.slice(before).map(({ at }) => at);
    expect(times).toHaveLength(3);
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(180);
    expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(180);
  });

  it('ends at once where the process is to stop', async () => {
    await get('/page');
    await get('/page', {}, { pauseMs: 30_000 });
    const stop = new AbortController();
    const waiting = get('/page', { signal: stop.signal });
    stop.abort(new Error('stopping'));
    await expect(waiting).rejects.toThrow();
    expect(world.pathsAsked()).toEqual(['/robots.txt', '/page', '/page']);
  });
});

describe('a redirect', () => {
  it('is followed, by the rules of where it leads', async () => {
    world.on('/old', (_, response) => response.writeHead(301, { location: '/page' }).end());
    expect(await get('/old')).toMatchObject({ url: `${world.url}/page`, text: '<p>News</p>' });
    world.on('/to-private', (_, response) => response.writeHead(302, { location: '/private' }).end());
    await test.database.query('delete from fetch_robots');
    world.on('/robots.txt', 'User-agent: *\nDisallow: /private');
    expect((await fault(get('/to-private'))).message).toContain('forbids to fetch /private');
    expect(world.pathsAsked()).not.toContain('/private');
  });

  it('is followed five times, not six', async () => {
    for (let i = 0; i < 7; i += 1)
      world.on(`/${i}`, (_, response) => response.writeHead(302, { location: `/${i + 1}` }).end());
    world.on('/5', (_, response) => response.setHeader('content-type', 'text/html').end('there'));
    expect(await get('/0')).toMatchObject({ text: 'there' });
    world.on('/5', (_, response) => response.writeHead(302, { location: '/6' }).end());
    expect((await fault(get('/0'))).message).toContain('more than 5 redirects');
    expect(world.pathsAsked()).not.toContain('/6');
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data/', 'not an address of the public web'],
    ['http://[::1]:80/', 'not an address of the public web'],
    ['http://10.0.0.1/', 'not an address of the public web'],
    ['http://2130706433/', 'not an address of the public web'],
    ['file:///etc/passwd', 'only http and https'],
    ['gopher://127.0.0.1:6379/_FLUSHALL', 'only http and https'],
    ['http://news.example.org:22/', 'port 22'],
  ])('into our own network is not followed: %s', async (location, reason) => {
    world.on('/trap', (_, response) => response.writeHead(302, { location }).end());
    expect(await fault(get('/trap'))).toMatchObject({
      message: expect.stringContaining(reason),
      retry: false,
    });
  });

  it('of a name that resolves into our own network is not followed', async () => {
    world.on('/trap', (_, response) =>
      response.writeHead(302, { location: 'http://wiki.example.org/' }).end(),
    );
    const resolve: FetchSettings['resolve'] = (_name, _options, callback) =>
      callback(null, [{ address: '10.0.0.7', family: 4 }]);
    const error = await fault(get('/trap', {}, { resolve }));
    expect(error.message).toContain('wiki.example.org is not an address of the public web');
  });

  it('to itself, or to nowhere, ends', async () => {
    world.on('/loop', (_, response) => response.writeHead(302, { location: '/loop' }).end());
    expect((await fault(get('/loop'))).message).toContain('more than 5 redirects');
    world.on('/nowhere', (_, response) => response.writeHead(302).end());
    expect((await fault(get('/nowhere'))).message).toContain('answered 302');
  });
});

describe('a server that is busy', () => {
  it.each([429, 503])('with %i is left alone as long as it says, by everybody', async (status) => {
    world.on('/busy', (_, response) => response.writeHead(status, { 'retry-after': '120' }).end());
    const error = await fault(get('/busy'));
    expect(error).toMatchObject({ retry: true, status, waitMs: 120_000 });
    expect(error.message).toContain(`answered ${status}: it wants to be left alone for 2 min`);
    const before = world.requests.length;
    expect((await fault(get('/page'))).waitMs).toBeGreaterThan(110_000);
    expect(world.requests.length).toBe(before);
  });

  it('and names no time is left alone for five minutes', async () => {
    world.on('/busy', (_, response) => response.writeHead(503).end());
    expect((await fault(get('/busy'))).waitMs).toBe(300_000);
  });
});

describe('an answer that is of no use', () => {
  it.each([
    [404, false],
    [403, false],
    [410, false],
    [500, true],
    [408, true],
  ])('with status %i is told; that it may change is %s', async (status, retry) => {
    world.on('/answer', (_, response) => response.writeHead(status).end());
    expect(await fault(get('/answer'))).toMatchObject({
      message: `${world.url}/answer answered ${status}`,
      retry,
    });
  });

  it('because of its kind is told', async () => {
    world.on('/film', (_, response) => response.setHeader('content-type', 'video/mp4').end('x'));
    expect(await fault(get('/film'))).toMatchObject({
      message: `${world.url}/film is of a kind that is not read (video/mp4)`,
      retry: false,
    });
  });

  it('because there is no such address is told', async () => {
    expect(await fault(client().fetch('news', options))).toMatchObject({ retry: false });
  });
});
