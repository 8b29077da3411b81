import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { acledSource } from '../../services/sources/events/acled-source.ts';
import type { Source } from '../../services/sources/source.ts';
import {
  atMinute,
  eventsOf,
  fetchAfter,
  logged,
  overviewOf,
  setUpSources,
  test,
  turnOn,
  world,
} from '../support/sources.ts';
import { type AcledServer, type Asked, account, rowOf, secondsAt, serveAcled } from './acled-server.ts';

setUpSources();

const source = acledSource as Source;
const credentials = { credentials: account };
const turnOnHere = () => turnOn(source, { baseUrl: world.url, since: '2026-01-10' });
const fetchHere = (minutes: number) => fetchAfter(minutes, source, credentials);
const ids = async () => (await eventsOf('acled')).map(({ id }) => id);
const cursorStored = async () =>
  (await test.database.query(`select cursor from source_state where source = 'acled'`)).rows[0].cursor;
const sixRows = () => [1, 2, 3, 4, 5, 6].map((n) => rowOf(`XYZ${n}`, n > 3 ? '2026-02-05' : '2026-03-05'));

const isPage = (page: number, { path, query }: Asked) =>
  path === 'acled' && query.get('page') === String(page) && query.has('event_date');
const fails = (status: number, body: string | object, response: ServerResponse, headers = {}) => {
  response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  return true;
};

type Answer = Record<string, unknown> & { data: Record<string, unknown>[] };

describe('a token of ACLED', () => {
  const spoil = (server: AcledServer, also: () => void = () => {}) => {
    let isSpoilt = false;
    server.rowsOfPage = 2;
    server.before = (asked, response) => {
      if (isSpoilt || !isPage(2, asked)) return false;
      isSpoilt = true;
      server.access.clear();
      also();
      return fails(401, { message: 'The access token is expired.' }, response);
    };
  };

  it('that expires mid-way is renewed, and the same page asked for again', async () => {
    const server = serveAcled(sixRows());
    spoil(server);
    await turnOnHere();
    await fetchHere(0);
    expect(server.grants).toEqual(['password', 'refresh_token']);
    expect(await ids()).toEqual(['XYZ1', 'XYZ2', 'XYZ3', 'XYZ4', 'XYZ5', 'XYZ6']);
    expect(await overviewOf(source, 0)).toMatchObject({ state: 'ok', rowsNew: 6, failures: 0 });
  });

  it('that cannot be renewed gives way to a new login', async () => {
    const server = serveAcled(sixRows());
    spoil(server, () => server.refresh.clear());
    await turnOnHere();
    await fetchHere(0);
    expect(server.grants).toEqual(['password', 'refresh_token', 'password']);
    expect(await overviewOf(source, 0)).toMatchObject({ state: 'ok', rowsNew: 6 });
  });

  it('is renewed before it expires, and asked for no more than thrice where all are refused', async () => {
    const server = serveAcled(sixRows());
    server.expiresIn = 30;
    await turnOnHere();
    await fetchHere(0);
    expect(new Set(server.grants.slice(1))).toEqual(new Set(['refresh_token']));
    expect(await overviewOf(source, 0)).toMatchObject({ state: 'ok', rowsNew: 6 });
    const before = server.grants.length;
    server.expiresIn = 86_400;
    server.before = (_, response) => {
      const message = `The token ${[...server.access].at(-1)} is not known.`;
      return fails(401, { message }, response);
    };
    await fetchHere(720);
    expect(server.grants.slice(before)).toEqual(['password', 'refresh_token', 'password']);
    expect((await overviewOf(source, 720)).lastError).toBe(
      'it refuses the token that it has just given (401): The token … is not known.',
    );
  });

  it('is not given to a wrong login: a person is told, and the password is told nowhere', async () => {
    serveAcled(sixRows());
    const wrong = { ...account, OREWATCH_ACLED_PASSWORD: 'wrong & "secret" 9%' };
    await turnOnHere();
    await fetchAfter(0, source, { credentials: wrong });
    const { state, todo } = await overviewOf(source, 0);
    expect(state).toBe('needs-person');
    expect(todo).toBe(
      `it refuses the login (400): invalid_grant. Check OREWATCH_ACLED_USER and OREWATCH_ACLED_PASSWORD by logging in at ${world.url}`,
    );
    const { rows } = await test.database.query('select to_jsonb(source_state) as all from source_state');
    for (const text of [JSON.stringify(rows), logged.join('\n')]) expect(text).not.toMatch(/secret/);
    expect(logged.join('')).toContain('it refuses the login');
  });

  it('is not taken from an answer without one', async () => {
    serveAcled(sixRows());
    world.on('/oauth/token', '{"token_type": "Bearer", "access_tok');
    await turnOnHere();
    await fetchHere(0);
    expect((await overviewOf(source, 0)).lastError).toContain('no access_token');
  });
});

describe('ACLED', () => {
  const renamed =
    (from: string, to: string) =>
    (answer: Answer): unknown => ({
      ...answer,
      data: answer.data.map(({ [from]: value, ...row }) => ({ ...row, [to]: value })),
    });
  it.each<[string, (answer: Answer, asked: Asked) => unknown, string]>([
    [
      'an error inside an answer of status 200',
      () => ({ status: 200, success: false, message: 'Backend\nis away' }),
      'it answered with an error: Backend is away',
    ],
    [
      'another status inside an answer of status 200',
      () => ({ status: 500, error: { message: 'Too much' }, data: [] }),
      'it answered 500: Too much',
    ],
    [
      'a count without rows',
      (answer, { query }) => (query.get('page') ? { ...answer, count: 0, data: [], total_count: 6 } : answer),
      'it counts 6 rows and gives none',
    ],
    [
      'nothing recent, and no word why',
      (answer) => ({ ...answer, count: 0, data: [] }),
      'it shows no event of the last 35 days anywhere, and does not say why',
    ],
    [
      'its rows by another name',
      ({ data, ...answer }) => ({ ...answer, rows: data }),
      'another form than before: data',
    ],
    ['ids by another name', renamed('event_id_cnty', 'id'), 'its form may have changed: sourceEventId'],
    [
      'days by another name',
      renamed('event_date', 'date'),
      'another form than before: event_date must be a day',
    ],
    [
      'times of writing by another name',
      renamed('timestamp', 'written'),
      'asked for by timestamp: it does not heed that',
    ],
  ])('that gives %s is never gone on from', async (_, bend, told) => {
    const rows = sixRows().map((row) => ({ ...row, timestamp: secondsAt(-60) }));
    const server = serveAcled(rows);
    server.bend = bend as AcledServer['bend'];
    await turnOnHere();
    await fetchHere(0);
    const { state, lastError, publishedTo } = await overviewOf(source, 0);
    expect(lastError).toContain(told);
    expect({ state, publishedTo }).toEqual({ state: 'failing', publishedTo: null });
    server.bend = (answer) => answer;
    await fetchHere(5);
    expect(await ids()).toHaveLength(6);
    expect(await overviewOf(source, 5)).toMatchObject({ state: 'ok', rowsNew: 6, publishedTo: '2026-03-05' });
  });

  it('that heeds no filter is found out before it gives everything again and again', async () => {
    const server = serveAcled([
      ...sixRows(),
      ...Array.from({ length: 20 }, (_, n) => rowOf(`OLD${n}`, '2019-05-01')),
    ]);
    server.before = ({ query }) => {
      if (query.has('page')) query.delete('event_date_where');
      return false;
    };
    await turnOnHere();
    await fetchHere(0);
    expect((await overviewOf(source, 0)).lastError).toContain(
      '23 of 26 rows are none that were asked for by event_date',
    );
    expect(await cursorStored()).toBeNull();
  });

  it('that does not turn pages is not asked for ever', async () => {
    const server = serveAcled(sixRows());
    server.before = ({ query }) => {
      query.delete('page');
      return false;
    };
    await turnOnHere();
    await fetchHere(0);
    expect((await overviewOf(source, 0)).lastError).toBe(
      'it gave the same 3 rows again as page 2: it does not turn pages',
    );
    expect(server.asked).toHaveLength(3);
    expect(await cursorStored()).toBeNull();
  });

  it('that gives cursors is followed by them, also where it counts no pages', async () => {
    const server = serveAcled(sixRows());
    server.rowsOfPage = 2;
    server.before = ({ query }) => {
      query.set('page', query.get('cursor') ?? '1');
      return false;
    };
    server.bend = (answer, { query }) => {
      const page = Number(query.get('page'));
      const { data } = answer as Answer;
      const count = data.length && 99;
      return { ...answer, count, next_cursor: data.length === 2 ? String(page + 1) : null };
    };
    await turnOnHere();
    await fetchHere(0);
    expect(await overviewOf(source, 0)).toMatchObject({ state: 'ok', rowsNew: 6, lastError: null });
    server.rows.push(rowOf('XYZ7', '2026-03-20'), rowOf('XYZ8', '2026-03-20'));
    server.bend = (answer) => ({ ...answer, next_cursor: '1' });
    await fetchHere(720);
    expect((await overviewOf(source, 720)).lastError).toContain('it does not turn pages');
  });

  it('whose page fails half-way is gone on with at that month, and every row is there once', async () => {
    const server = serveAcled(sixRows());
    server.rowsOfPage = 2;
    server.before = (asked, response) =>
      isPage(2, asked) && asked.query.get('event_date')!.startsWith('2026-01-31')
        ? fails(500, 'Internal error', response)
        : false;
    await turnOnHere();
    await fetchHere(0);
    expect(await overviewOf(source, 0)).toMatchObject({
      state: 'failing',
      lastError: 'it answered 500',
      rowsNew: 5,
    });
    expect(await cursorStored()).toMatchObject({ toAsk: { from: '2026-01-10', to: '2026-02-28' } });
    server.before = () => false;
    server.asked.length = 0;
    await fetchHere(5);
    expect(await overviewOf(source, 5)).toMatchObject({ state: 'ok', rowsNew: 6, rowsChanged: 0 });
    const months = server.asked
      .filter((asked) => isPage(1, asked))
      .map(({ query }) => query.get('event_date'));
    expect(months).toEqual(['2026-01-31|2026-03-01', '2026-01-09|2026-02-01']);
  });

  it.each([
    [{ message: 'You must accept the Terms & Conditions' }, 'its terms are still to be accepted: log in at'],
    [{ error: 'Access denied.' }, 'your account has no access to /api/acled of its API: ask ACLED for it'],
  ])('that answers 403 with %j says which of the two it is', async (body, told) => {
    const server = serveAcled(sixRows());
    server.before = (_, response) => fails(403, body, response);
    await turnOnHere();
    await fetchHere(0);
    const { state, todo } = await overviewOf(source, 0);
    expect(state).toBe('needs-person');
    expect(todo).toContain(told);
    // The same said inside an answer of status 200.
    server.before = () => false;
    server.bend = () => ({ status: 403, success: false, ...body });
    await fetchHere(1440);
    expect((await overviewOf(source, 1440)).todo).toContain(told);
  });

  it('that wants to be left alone is, as long as it says', async () => {
    const server = serveAcled(sixRows());
    server.before = (_, response) => fails(429, '', response, { 'Retry-After': '7200' });
    await turnOnHere();
    await fetchHere(0);
    const { nextFetchAt } = await overviewOf(source, 0);
    expect(nextFetchAt!.getTime()).toBeGreaterThanOrEqual(atMinute(120).getTime());
  });

  it('that cuts an answer off, or gives none, is told with the reason', async () => {
    const server = serveAcled(sixRows());
    server.before = (_, response) => fails(200, '{"status": 200, "data": [{"event_id_cnty": "XY', response);
    await turnOnHere();
    await fetchHere(0);
    expect((await overviewOf(source, 0)).lastError).toBe('its answer is no JSON, or was cut off');
    server.before = () => true;
    await fetchAfter(5, source, { ...credentials, fetching: { totalMs: 300 } });
    expect((await overviewOf(source, 5)).lastError).toContain('took longer than 0.3 s');
    expect(await cursorStored()).toBeNull();
  });
});
