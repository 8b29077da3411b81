import { describe, expect, it } from 'vitest';
import { switchSourceOff, switchSourceOn } from '../../services/polling/switch-source.ts';
import { row, serve, source, token } from '../support/paged-source.ts';
import { until } from '../support/redis.ts';
import {
  atMinute,
  eventsOf,
  fetchAfter,
  fetcherOf,
  overviewOf,
  setUpSources,
  switchedOnAt,
  test,
  turnOn,
  world,
} from '../support/sources.ts';

setUpSources();

describe('a source that is switched on', () => {
  it('is fetched from page by page, and again in its time from where it was left', async () => {
    serve(0, { rows: [row('a'), row('b')], next: 1 });
    serve(1, { rows: [row('c')], next: null, publishedTo: '2026-02-28' });
    await turnOn(source);
    await fetchAfter(0, source, token);
    expect((await eventsOf('paged')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(await overviewOf(source, 0)).toMatchObject({
      state: 'ok',
      isStale: false,
      freshTo: '2026-02-28',
      publishedTo: '2026-02-28',
      rowsSeen: 3,
      rowsNew: 3,
      nextFetchAt: atMinute(60),
    });
    await fetchAfter(59, source, token);
    expect(world.pathsAsked()).toEqual(['/0', '/1']);
    serve(1, { rows: [row('c', { deaths: 5 })], next: null });
    await fetchAfter(60, source, token);
    expect(world.pathsAsked()).toEqual(['/0', '/1', '/1']);
    expect((await eventsOf('paged')).at(-1)).toMatchObject({ id: 'c', deaths: 5, revision: 2 });
  });

  it('retracts what a whole newer edition no longer has, and lets no older edition change it', async () => {
    serve(0, {
      rows: [row('a'), row('b'), row('old', { occurredOn: '2025-12-31' })],
      next: null,
      whole: '1',
    });
    await turnOn(source);
    await fetchAfter(0, source, token);
    serve(0, { rows: [row('a', { deaths: 9 })], next: null, whole: '2' });
    await fetchAfter(60, source, token);
    const standing = [
      { id: 'a', deaths: 9, retracted: false },
      { id: 'b', retracted: true },
      { id: 'old', retracted: false },
    ];
    expect(await eventsOf('paged')).toMatchObject(standing);
    serve(0, { rows: [row('a'), row('b', { deaths: 3 })], next: null, whole: '1' });
    await fetchAfter(120, source, token);
    expect((await eventsOf('paged'))[0]).toMatchObject({ id: 'a', deaths: 9 });
  });

  it('lets what an edition lacked stand again where a later one has it, even if it says nothing new of it', async () => {
    await turnOn(source);
    for (const [i, rows] of [[row('a'), row('b')], [row('a')], [row('a'), row('b')]].entries()) {
      serve(0, { rows, next: null, whole: String(i + 1) });
      await fetchAfter(i * 60, source, token);
    }
    expect(await eventsOf('paged')).toMatchObject([
      { id: 'a', revision: 1, retracted: false },
      { id: 'b', revision: 3, retracted: false },
    ]);
  });

  it('is fresh by what it says, never by the events of half an edition', async () => {
    serve(0, { rows: [row('a', { occurredOn: '2026-02-28' })], next: 1 });
    world.on('/1', 'cut off');
    await turnOn(source);
    await fetchAfter(0, source, token);
    expect(await eventsOf('paged')).toHaveLength(1);
    expect((await overviewOf(source, 0)).freshTo).toBeNull();
  });

  it('retracts nothing for an edition that lacks most of what was known', async () => {
    const many = Array.from({ length: 150 }, (_, i) => row(`e${i}`));
    serve(0, { rows: many, next: null, whole: '1' });
    await turnOn(source);
    await fetchAfter(0, source, token);
    serve(0, { rows: many.slice(0, 3), next: null, whole: '2' });
    await fetchAfter(60, source, token);
    expect((await overviewOf(source, 60)).lastError).toMatch(
      /2 lacks 147 of the 150 events .*nothing is retracted/,
    );
    expect((await eventsOf('paged')).filter(({ retracted }) => retracted)).toEqual([]);
  });

  it('keeps what was chosen before, and begins anew where something else is chosen, also during a fetch', async () => {
    const by = { author: 'test', key: null };
    let answer = () => {};
    world.on('/0', (_, response) => {
      answer = () => response.end(JSON.stringify({ rows: [row('a')], next: null }));
    });
    await switchSourceOn(test.database, source, { since: '2025-06-01' }, by, switchedOnAt);
    const fetching = fetchAfter(0, source, token);
    await until('the question', async () => world.requests.length === 1);
    await switchSourceOn(test.database, source, { since: '2020-01-01' }, by, switchedOnAt);
    answer();
    await fetching;
    expect(await eventsOf('paged')).toEqual([]);
    serve(0, { rows: [row('a')], next: null });
    await fetchAfter(1, source, token);
    expect(await eventsOf('paged')).toHaveLength(1);
    await switchSourceOff(test.database, source, by, switchedOnAt);
    await switchSourceOn(test.database, source, {}, by, switchedOnAt);
    const { rows } = await test.database.query('select options, cursor from source_state');
    expect(rows).toEqual([{ options: { since: '2020-01-01' }, cursor: 0 }]);
  });

  it('is stale where it published nothing for longer than it should, whatever its events say', async () => {
    serve(0, { rows: [], next: null, publishedTo: '2026-02-28' });
    await turnOn(source);
    await fetchAfter(0, source, token);
    expect((await overviewOf(source, 0)).isStale).toBe(false);
    expect((await overviewOf(source, 40 * 1440)).isStale).toBe(true);
  });

  it('is fetched from by one process at a time, and by another one once that was killed', async () => {
    let answer = () => {};
    world.on('/0', (_, response) => {
      answer = () => response.end(JSON.stringify({ rows: [row('a')], next: null }));
    });
    await turnOn(source);
    const first = fetcherOf(source, atMinute(0), token);
    const fetching = first.run();
    await until('the question', async () => world.requests.length === 1);
    await fetchAfter(1, source, token);
    expect(world.requests).toHaveLength(1);
    // As after a kill: the claim lapses.
    await test.database.query(`update source_state set claimed_until = $1`, [atMinute(1)]);
    serve(0, { rows: [row('b')], next: null });
    await fetchAfter(10, source, token);
    answer();
    await fetching;
    expect((await eventsOf('paged')).map(({ id }) => id)).toEqual(['b']);
  });

  it('breaks off when the process stops, and nothing has failed', async () => {
    world.on('/0', () => {});
    await turnOn(source);
    const fetcher = fetcherOf(source, atMinute(0), token);
    const fetching = fetcher.run();
    await until('the question', async () => world.requests.length === 1);
    await Promise.all([fetcher.stop(), fetching]);
    expect(await overviewOf(source, 0)).toMatchObject({
      failures: 0,
      nextFetchAt: atMinute(0),
    });
  });
});
