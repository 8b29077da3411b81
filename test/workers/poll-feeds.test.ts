import { describe, expect, it } from 'vitest';
import {
  added,
  addFeed,
  atMinute,
  pollAfter,
  publish,
  reports,
  rssOf,
  sentence,
  serve,
  setUpFeeds,
  stateOf,
  today,
  woken,
  world,
  yesterday,
} from '../support/feeds.ts';

setUpFeeds();

describe('a feed that is polled', () => {
  it('brings its articles as reports, the older first, and is polled again in its time', async () => {
    publish('/1', 'Fighting at the bridge');
    publish('/2', 'Calm after the fighting');
    serve([
      { path: '/2', date: today },
      { path: '/1', date: yesterday },
    ]);
    const id = await addFeed();
    await pollAfter(0);
    const [first, second, ...more] = await reports();
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      url: `${world.url}/1`,
      title: 'About /1',
      publisher: 'Lake News',
      publishedAt: new Date('2025-03-19T08:00:00Z'),
      feed: String(id),
      mayShowRaw: false,
    });
    expect(first!.text).toContain('Fighting at the bridge');
    expect(first!.text).not.toContain('Menu');
    expect(second).toMatchObject({ url: `${world.url}/2` });
    expect(woken).toHaveLength(2);
    expect(await stateOf(id)).toMatchObject({
      state: 'ok',
      title: 'Lake News',
      articlesRead: 2,
      note: null,
      lastError: null,
      lastSuccessAt: added,
      nextPollAt: atMinute(30),
    });
  });

  it('has the language that it tells of itself, unless whoever added it has said one', async () => {
    const inFrench = '<title>Lake News</title><language>fr-CD</language>';
    for (const path of ['/told', '/known'])
      world.on(path, (_, response) =>
        response
          .setHeader('content-type', 'application/rss+xml')
          .end(rssOf([]).replace('<title>Lake News</title>', inFrench)),
      );
    const told = await addFeed('/told');
    const known = await addFeed('/known', { language: 'es' });
    expect(await stateOf(told)).toMatchObject({ language: null });
    await pollAfter(0);
    expect(await stateOf(told)).toMatchObject({ state: 'ok', language: 'fr' });
    expect(await stateOf(known)).toMatchObject({ state: 'ok', language: 'es' });
  });

  it('is not polled before it is due, and brings nothing twice', async () => {
    publish('/1', 'Fighting at the bridge');
    serve([{ path: '/1', date: today }]);
    await addFeed();
    await pollAfter(0);
    const asked = world.requests.length;
    await pollAfter(29);
    expect(world.requests.length).toBe(asked);
    await pollAfter(30);
    expect(world.pathsAsked().slice(asked)).toEqual(['/feed']);
    expect(await reports()).toHaveLength(1);
  });

  it('is asked only for what has changed', async () => {
    world.on('/feed', (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"', 'content-type': 'text/xml' }).end(rssOf([]));
    });
    const id = await addFeed();
    await pollAfter(0);
    await pollAfter(30);
    expect(world.requests.at(-1)!.headers['if-none-match']).toBe('"v1"');
    expect(await stateOf(id)).toMatchObject({
      state: 'ok',
      lastSuccessAt: atMinute(30),
      nextPollAt: atMinute(60),
    });
  });

  it('goes by the name and the licence that a person gave it', async () => {
    publish('/1', 'Fighting at the bridge');
    serve([{ path: '/1', date: today }]);
    await addFeed('/feed', { publisher: 'The Lake Herald', mayShowRaw: true });
    await pollAfter(0);
    expect(await reports()).toMatchObject([{ publisher: 'The Lake Herald', mayShowRaw: true }]);
  });

  it('that holds the whole article has no page fetched', async () => {
    const whole = `<![CDATA[<p>Fighting at the bridge. ${sentence.repeat(20)}</p>]]>`;
    serve([{ path: '/1', date: today, more: `<content:encoded>${whole}</content:encoded>` }]);
    await addFeed();
    await pollAfter(0);
    expect(world.pathsAsked()).not.toContain('/1');
    expect((await reports())[0]!.text).toContain('Fighting at the bridge.');
  });

  it('has an article read again that its feed says was edited', async () => {
    const atom = (updated: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Lake</title><entry><id>urn:1</id><title>t</title><link href="/1"/>
       <published>2025-03-20T08:00:00Z</published><updated>${updated}</updated></entry></feed>`;
    publish('/1', 'At least three dead');
    world.on('/feed', atom('2025-03-20T08:00:00Z'));
    await addFeed();
    await pollAfter(0);
    await pollAfter(30);
    expect(await reports()).toHaveLength(1);
    publish('/1', 'At least nine dead');
    world.on('/feed', atom('2025-03-20T12:10:00Z'));
    await pollAfter(60);
    expect((await reports()).map(({ text }) => text.includes('nine dead'))).toEqual([false, true]);
  });

  it('gives no more than fifty articles at a time; the rest follows soon, without a validator in the way', async () => {
    const list = Array.from({ length: 120 }, (_, i) => ({ path: `/a${i}`, date: today }));
    for (const { path } of list) publish(path, `Fighting at ${path}`);
    world.on('/feed', (request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v"', 'content-type': 'text/xml' }).end(rssOf(list));
    });
    const id = await addFeed();
    await pollAfter(0, { pauseMs: 0 });
    expect(await reports()).toHaveLength(50);
    expect(await stateOf(id)).toMatchObject({
      note: 'to be read with the next polls (×70)',
      nextPollAt: atMinute(1),
    });
    await pollAfter(1, { pauseMs: 0 });
    await pollAfter(2, { pauseMs: 0 });
    expect(await reports()).toHaveLength(120);
    expect(await stateOf(id)).toMatchObject({ note: null, nextPollAt: atMinute(32) });
  });
});
