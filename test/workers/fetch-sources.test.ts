import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { switchSourceOff, switchSourceOn } from '../../services/polling/switch-source.ts';
import { eventRow } from '../../services/sources/events/event-row.ts';
import { type Portion, type Source, SourceError } from '../../services/sources/source.ts';
import { until } from '../support/redis.ts';
import {
  atMinute,
  eventsOf,
  fetchAfter,
  fetcherOf,
  logged,
  overviewOf,
  setUpSources,
  switchedOnAt,
  test,
  turnOn,
  world,
} from '../support/sources.ts';

setUpSources();

type Page = { rows: unknown[]; next: number | null; publishedTo?: string; whole?: string };

/** A source whose pages lie at /0, /1, …: each names the next one. */
const paged: Source<{ since: string }> = {
  name: 'paged',
  title: 'Paged events',
  gives: 'events',
  terms: {
    licence: 'CC BY 4.0',
    attribution: 'Paged',
    url: 'https://paged.example.org/terms',
    whoMayUse: 'Everybody.',
    mayShowRaw: true,
    mayFit: true,
  },
  coverage: 'Everywhere.',
  access: 'Ask for a token.',
  credentials: [{ setting: 'PAGED_TOKEN', what: 'a token' }],
  options: z.strictObject({ since: z.iso.date().default('2025-01-01') }),
  everyMinutes: 60,
  lagDays: 20,
  staleAfterDays: 30,
  async *fetch(cursor, { api, now }) {
    let page = (cursor as number | null) ?? 0;
    for (;;) {
      const answer = await api.ask(`${world.url}/${page}`);
      if (answer.status === 401)
        throw new SourceError('it refuses the token: check PAGED_TOKEN', { needsPerson: true });
      const { rows, next, publishedTo, whole }: Page = JSON.parse(answer.text());
      const read = rows.map((row, line) =>
        eventRow({ line, raw: row }, row as Record<string, unknown>, now()),
      );
      yield {
        events: read.flatMap((row) => (row.ok ? [row.value] : [])),
        refused: read.flatMap((row) =>
          row.ok ? [] : [{ rowId: String((row.raw as { sourceEventId: string }).sourceEventId), ...row }],
        ),
        cursor: next ?? page,
        ...(publishedTo ? { publishedTo } : {}),
        ...(whole
          ? {
              edition: { name: whole, rank: Number(whole) },
              complete: { name: whole, rank: Number(whole), from: '2026-01-01', to: '2026-02-28' },
            }
          : {}),
      } satisfies Portion;
      if (next === null) return;
      page = next;
    }
  },
  async probe() {
    return 'one page';
  },
};
const source = paged as Source;
const token = { credentials: { PAGED_TOKEN: 'secret' } };

const row = (sourceEventId: string, over: object = {}) => ({
  source: 'paged',
  sourceEventId,
  occurredOn: '2026-02-10',
  type: 'Battles',
  subType: 'Armed clash',
  place: 'Mubi',
  latitude: -1.3,
  longitude: 27.9,
  deaths: 2,
  confidence: 'confirmed',
  ...over,
});
const serve = (page: number, content: Page) => world.on(`/${page}`, JSON.stringify(content));

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

  it('keeps what it gave before it failed, and goes on from there after growing pauses', async () => {
    serve(0, { rows: [row('a')], next: 1 });
    world.on('/1', '{"rows": [');
    await turnOn(source);
    await fetchAfter(0, source, token);
    expect(await eventsOf('paged')).toHaveLength(1);
    const { state, failures, nextFetchAt } = await overviewOf(source, 0);
    expect({ state, failures }).toEqual({ state: 'failing', failures: 1 });
    expect(nextFetchAt!.getTime() - switchedOnAt.getTime()).toBeLessThan(90_000);
    serve(1, { rows: [row('b')], next: null });
    await fetchAfter(2, source, token);
    expect(world.pathsAsked()).toEqual(['/0', '/1', '/1']);
    expect(await overviewOf(source, 2)).toMatchObject({
      state: 'ok',
      failures: 0,
      lastError: null,
    });
  });

  it('is left alone for hours, and says so, once it failed five times in a row', async () => {
    world.on('/0', 'no JSON');
    await turnOn(source);
    for (let i = 0; i < 9; i += 1) await fetchAfter(i * 1000, source, token);
    const { state, nextFetchAt } = await overviewOf(source, 8000);
    expect(state).toBe('paused');
    expect(nextFetchAt!.getTime() - atMinute(8000).getTime()).toBeGreaterThan(3 * 3_600_000);
    world.on('/0', JSON.stringify({ rows: [row('a')], next: null }));
    await fetchAfter(9000, source, token);
    expect(await overviewOf(source, 9000)).toMatchObject({ state: 'ok' });
  });

  it('waits as long as the server asks with 429, and no try is lost on it', async () => {
    world.on('/0', (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    await turnOn(source);
    await fetchAfter(0, source, token);
    const { lastError, nextFetchAt } = await overviewOf(source, 0);
    expect(lastError).toContain('answered 429');
    expect(nextFetchAt!.getTime()).toBeGreaterThanOrEqual(atMinute(120).getTime());
  });

  it('says what a person has to do where a token is refused or missing', async () => {
    world.on('/0', (_, response) => response.writeHead(401).end());
    await turnOn(source);
    await fetchAfter(0, source);
    expect(await overviewOf(source, 0)).toMatchObject({
      state: 'needs-person',
      todo: 'PAGED_TOKEN (a token) is not set: Ask for a token.',
    });
    await fetchAfter(5, source, token);
    expect(await overviewOf(source, 5)).toMatchObject({
      state: 'needs-person',
      todo: 'it refuses the token: check PAGED_TOKEN',
    });
    expect(logged.join()).toContain('"level":50');
  });

  it('keeps a row aside that cannot be read, and takes it once it can', async () => {
    const good = ['a', 'b', 'c', 'd'].map((id) => row(id));
    serve(0, { rows: [...good, row('e', { latitude: 'north' })], next: null });
    await turnOn(source);
    await fetchAfter(0, source, token);
    const aside = async () =>
      (await test.database.query('select row_id, refusals from source_refused_row')).rows;
    expect(await aside()).toMatchObject([{ row_id: 'e', refusals: [{ field: 'latitude' }] }]);
    expect(await overviewOf(source, 0)).toMatchObject({ rowsNew: 4, rowsRefused: 1 });
    serve(0, { rows: [row('e')], next: null });
    await fetchAfter(60, source, token);
    expect(await aside()).toEqual([]);
    expect(await eventsOf('paged')).toHaveLength(5);
  });

  it('keeps a row aside that the database refuses, with all others in and the cursor moved on', async () => {
    // A constraint that no validation knows of.
    await test.database.query(
      `alter table event_revision add constraint poison check (place is distinct from 'Poison')`,
    );
    try {
      const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => row(id, id === 'c' ? { place: 'Poison' } : {}));
      serve(0, { rows, next: 1 });
      serve(1, { rows: [row('f')], next: null });
      await turnOn(source);
      await fetchAfter(0, source, token);
      expect((await eventsOf('paged')).map(({ id }) => id)).toEqual(['a', 'b', 'd', 'e', 'f']);
      const aside = await test.database.query('select row_id from source_refused_row');
      expect(aside.rows).toEqual([{ row_id: 'c' }]);
      expect(await overviewOf(source, 0)).toMatchObject({ state: 'ok', rowsNew: 5, rowsRefused: 1 });
    } finally {
      await test.database.query('alter table event_revision drop constraint poison');
    }
  });

  it('is refused loudly where most rows cannot be read: its form has changed', async () => {
    const renamed = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
      ...row(id),
      occurredOn: undefined,
      date: '2026-02-10',
    }));
    serve(0, { rows: renamed, next: 1 });
    await turnOn(source);
    await fetchAfter(0, source, token);
    const { state, lastError } = await overviewOf(source, 0);
    expect(state).toBe('failing');
    expect(lastError).toContain('5 of 5 rows cannot be read, so its form may have changed: occurredOn');
    const { rows } = await test.database.query(`select cursor from source_state where source = 'paged'`);
    expect(rows[0].cursor).toBeNull();
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

  it('keeps a row aside whatever stands in it, half a character too', async () => {
    const good = ['a', 'b', 'c', 'd'].map((id) => row(id));
    serve(0, { rows: [...good, row('e', { latitude: 'north', place: 'cut \ud83d' })], next: null });
    await turnOn(source);
    await fetchAfter(0, source, token);
    expect(await overviewOf(source, 0)).toMatchObject({ state: 'ok', rowsNew: 4, rowsRefused: 1 });
  });

  it('shows no secret and no command of a terminal, whatever its server says', async () => {
    const told: Source = {
      ...source,
      // biome-ignore lint/correctness/useYield: it fails before it has anything
      async *fetch() {
        throw new SourceError('you sent secret-token-1 \u001b]0;owned\u0007\nagain');
      },
    };
    await turnOn(told);
    await fetchAfter(0, told, { credentials: { PAGED_TOKEN: 'secret-token-1' } });
    expect((await overviewOf(told, 0)).lastError).toBe('you sent (hidden) ]0;owned again');
    expect(logged.join()).not.toContain('secret-token-1');
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

  it('is told to the operator once where it is stale or waits for a person, and again once it had ended', async () => {
    world.on('/0', (_, response) => response.writeHead(401).end());
    await turnOn(source);
    await test.database.query('delete from message');
    const mails = async () =>
      (await test.database.query('select recipient, subject from message order by id')).rows;
    for (const minute of [0, 1, 2]) await fetchAfter(minute, source, token);
    const waits = { recipient: 'operator@example.org', subject: 'Orewatch: source paged waits for you' };
    expect(await mails()).toEqual([waits]);
    serve(0, { rows: [], next: null, publishedTo: '2026-02-28' });
    await fetchAfter(3 * 1440, source, token);
    await fetchAfter(3 * 1440 + 1, source, token);
    world.on('/0', (_, response) => response.writeHead(401).end());
    for (const day of [40, 41]) await fetchAfter(day * 1440, source, token);
    const stale = { ...waits, subject: 'Orewatch: source paged is stale' };
    expect(await mails()).toEqual([waits, stale, waits]);
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
