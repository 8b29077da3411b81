import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  added,
  addFeed,
  atMinute,
  items,
  pollAfter,
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

setUpFeeds();

describe('an item of a feed', () => {
  it('that is much older than the feed is known here is left out', async () => {
    publish('/old', 'Fighting long ago');
    publish('/new', 'Fighting now');
    serve([
      { path: '/old', date: 'Mon, 17 Feb 2025 08:00:00 GMT' },
      { path: '/new', date: 'Wed, 19 Feb 2025 08:00:00 GMT' },
    ]);
    await addFeed();
    await pollAfter(0);
    expect(await reports()).toMatchObject([{ url: `${world.url}/new` }]);
  });

  it('without a date is of the time at which it appeared; what stood there before may be old and is held back', async () => {
    publish('/1', 'Fighting at the bridge');
    publish('/2', 'Fighting at the ford');
    serve([{ path: '/1' }]);
    const id = await addFeed();
    await pollAfter(0);
    expect((await stateOf(id)).note).toBe('held back: it has no date and may be old');
    serve([{ path: '/1' }, { path: '/2' }]);
    await pollAfter(35);
    expect(await reports()).toMatchObject([{ url: `${world.url}/2`, publishedAt: atMinute(35) }]);
  });

  it('whose date is not understood is held back with a note, and never dated today', async () => {
    publish('/1', 'Fighting at the bridge');
    serve([{ path: '/1', date: '03/04/2019 10:30' }]);
    const id = await addFeed();
    await pollAfter(0);
    expect((await stateOf(id)).note).toBe('held back: its date is not understood (03/04/2019 10:30)');
    await pollAfter(35);
    expect(await reports()).toEqual([]);
  });

  it('that is dated in the future is refused with a note; by hours, which zones explain, it is of now', async () => {
    publish('/1', 'Fighting at the bridge');
    serve([
      { path: '/1', date: 'Thu, 20 Mar 2025 20:00:00 GMT' },
      { path: '/2', date: 'Thu, 20 Mar 2099 08:00:00 GMT' },
    ]);
    const id = await addFeed();
    await pollAfter(0);
    expect(await reports()).toMatchObject([{ url: `${world.url}/1`, publishedAt: added }]);
    expect((await stateOf(id)).note).toBe('refused: dated in the future');
  });

  it('whose page robots.txt forbids is read from the feed, as far as that goes', async () => {
    world.on('/robots.txt', 'User-agent: *\nDisallow: /closed');
    serve([
      { path: '/closed/1', date: today, more: `<description>${sentence}</description>` },
      { path: '/closed/2', date: today },
    ]);
    const id = await addFeed();
    await pollAfter(0);
    expect(world.pathsAsked()).toEqual(['/robots.txt', '/feed']);
    expect(await reports()).toMatchObject([{ url: `${world.url}/closed/1`, text: sentence.trim() }]);
    const { note } = await stateOf(id);
    expect(note).toContain("read from the feed's own text: robots.txt");
    expect(note).toContain('not read: robots.txt');
  });

  it.each([
    ['that is gone', (path: string) => world.on(path, (_, response) => response.writeHead(404).end())],
    [
      'of a film',
      (path: string) =>
        world.on(path, (_, response) => response.setHeader('content-type', 'video/mp4').end('x')),
    ],
    [
      'that is too large',
      (path: string) =>
        world.on(path, (_, response) =>
          response.setHeader('content-type', 'text/html').end('x'.repeat(2_100_000)),
        ),
    ],
    [
      'that unpacks to a gigabyte',
      (path: string) => {
        const bomb = gzipSync(Buffer.alloc(100_000_000));
        world.on(path, (_, response) =>
          response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
        );
      },
    ],
    [
      'that leads to the front page',
      (path: string) => {
        publish('/', 'All the news');
        world.on(path, (_, response) => response.writeHead(302, { location: '/' }).end());
      },
    ],
    [
      'in our own network',
      (path: string) =>
        world.on(path, (_, response) =>
          response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
        ),
    ],
  ])('with a page %s is passed over for good, with the reason', async (_, play) => {
    play('/bad');
    publish('/good', 'Fighting at the bridge');
    serve([
      { path: '/bad', date: today },
      { path: '/good', date: today },
    ]);
    const id = await addFeed();
    await pollAfter(0);
    expect(await reports()).toMatchObject([{ url: `${world.url}/good` }]);
    expect(await items()).toMatchObject([
      { state: 'skipped', reason: expect.any(String) },
      { state: 'read', reason: null },
    ]);
    expect((await stateOf(id)).note).toMatch(/^not read: /);
    const asked = world.requests.length;
    await pollAfter(30);
    expect(world.pathsAsked().slice(asked)).toEqual(['/feed']);
  });

  it('with a page that fails is tried again, five times in all', async () => {
    world.on('/1', (_, response) => response.writeHead(500).end());
    serve([{ path: '/1', date: today }]);
    const id = await addFeed();
    for (let poll = 0; poll < 4; poll += 1) {
      await pollAfter(poll * 30);
      expect((await stateOf(id)).note).toMatch(/^tried again: .*answered 500$/);
    }
    await pollAfter(120);
    expect((await stateOf(id)).note).toMatch(/^given up: /);
    await pollAfter(150);
    expect(world.pathsAsked().filter((path) => path === '/1')).toHaveLength(5);
  });

  it('with a page that goes on failing is read from the feed in the end', async () => {
    world.on('/1', (_, response) => response.writeHead(500).end());
    const more = `<description>Fighting at the bridge. ${sentence}</description>`;
    serve([{ path: '/1', date: today, more }]);
    await addFeed();
    for (let poll = 0; poll < 5; poll += 1) {
      expect(await reports()).toEqual([]);
      await pollAfter(poll * 30);
    }
    expect(await reports()).toMatchObject([{ text: expect.stringContaining('Fighting at the bridge') }]);
    expect(await items()).toMatchObject([{ state: 'read', reason: expect.stringContaining('answered 500') }]);
  });

  it('that is edited again and again is tried as often as any other when it fails then', async () => {
    const atom = (minute: number) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Lake</title><entry><id>urn:1</id><title>t</title><link href="/1"/>
       <published>2025-03-20T08:00:00Z</published><updated>2025-03-20T09:${minute}:00Z</updated></entry></feed>`;
    await addFeed();
    for (let edit = 0; edit < 6; edit += 1) {
      publish('/1', `At least ${edit + 3} dead`);
      world.on('/feed', atom(10 + edit));
      await pollAfter(edit * 30);
    }
    world.on('/1', (_, response) => response.writeHead(500).end());
    world.on('/feed', atom(20));
    await pollAfter(180);
    expect(await items()).toMatchObject([{ state: 'failed', attempts: 1 }]);
    publish('/1', 'At least twenty dead');
    await pollAfter(210);
    expect((await reports()).at(-1)!.text).toContain('twenty dead');
  });

  it('whose page is closed to us later keeps the text that was read', async () => {
    const atom = (updated: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Lake</title><entry><id>urn:1</id><title>t</title><link href="/1"/>
       <published>2025-03-20T08:00:00Z</published><updated>${updated}</updated><summary>${sentence}</summary></entry></feed>`;
    publish('/1', 'Fighting at the bridge');
    world.on('/feed', atom('2025-03-20T08:00:00Z'));
    await addFeed();
    await pollAfter(0);
    world.on('/1', (_, response) => response.writeHead(403).end());
    world.on('/feed', atom('2025-03-20T12:10:00Z'));
    await pollAfter(30);
    expect(await reports()).toHaveLength(1);
  });

  it('whose page holds less than the feed is read from the feed', async () => {
    world.on('/1', (_, response) =>
      response.setHeader('content-type', 'text/html').end('<p>Please switch on JavaScript.</p>'),
    );
    const more = `<description>Fighting at the bridge. ${sentence}</description>`;
    serve([{ path: '/1', date: today, more }]);
    await addFeed();
    await pollAfter(0);
    expect(await reports()).toMatchObject([{ text: expect.stringContaining('Fighting at the bridge') }]);
  });

  it('on a host that wants to be left alone waits, and the others of that host with it', async () => {
    let isBusy = true;
    for (const path of ['/1', '/2'])
      world.on(path, (_, response) => {
        if (isBusy) response.writeHead(429, { 'retry-after': '600' }).end();
        else response.setHeader('content-type', 'text/html').end(`<p>${sentence.repeat(5)} ${path}</p>`);
      });
    serve([
      { path: '/1', date: today },
      { path: '/2', date: today },
    ]);
    const id = await addFeed();
    await pollAfter(0);
    expect(world.pathsAsked().filter((path) => /^.\d$/.test(path))).toHaveLength(1);
    const { note, nextPollAt, state } = await stateOf(id);
    expect(note).toMatch(/answered 429: .* 10 min; to be read with the next polls \(×2\)/);
    expect(nextPollAt).toEqual(atMinute(10));
    expect(state).toBe('ok');
    isBusy = false;
    await test.database.query('truncate fetch_host');
    await pollAfter(10);
    expect(await reports()).toHaveLength(2);
  });
});
