import { describe, expect, it } from 'vitest';
import { type Source, SourceError } from '../../services/sources/source.ts';
import { row, serve, source, token } from '../support/paged-source.ts';
import {
  atMinute,
  eventsOf,
  fetchAfter,
  logged,
  overviewOf,
  setUpSources,
  switchedOnAt,
  test,
  turnOn,
  world,
} from '../support/sources.ts';

setUpSources();

describe('a source that fails, or gives what cannot be read', () => {
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
});
