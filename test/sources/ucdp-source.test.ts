import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { collectEvents } from '../../services/collecting/collect.ts';
import { toolsFor } from '../../services/polling/fetch-source.ts';
import { readUcdpGed } from '../../services/sources/events/ucdp-ged.ts';
import { ucdpSource } from '../../services/sources/events/ucdp-source.ts';
import type { Source } from '../../services/sources/source.ts';
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
import { readAll, valuesOf } from './read-all.ts';
import { pagesAsked, serveUcdp, token, type UcdpRow, ucdpRow } from './ucdp-server.ts';

setUpSources();

const source = ucdpSource as Source;
const credentials = { OREWATCH_UCDP_TOKEN: token };
const turnOnHere = (over: object = {}) =>
  turnOn(source, { baseUrl: world.url, pageSize: '2', since: '2024-01-01', ...over });
const fetchOn = (day: number, over: Parameters<typeof fetchAfter>[2] = {}) =>
  fetchAfter(day * 1440, source, { credentials, ...over });
const overview = (day = 0) => overviewOf(source, day * 1440);
const standing = async () =>
  (await eventsOf('ucdp-ged'))
    .filter(({ retracted }) => !retracted)
    .map(({ id }) => Number(id))
    .sort((a, b) => a - b);
const cursor = async () =>
  (await test.database.query(`select cursor from source_state where source = 'ucdp-ged'`)).rows[0].cursor;

/** The editions that are there on 20 March 2026. */
const editions = (): Record<string, UcdpRow[]> => ({
  '24.1': [ucdpRow(9, '2023-05-01')],
  '25.1': [ucdpRow(1, '2023-06-01'), ...[2, 3, 4, 5, 6].map((id) => ucdpRow(id, `2024-0${id}-11`))],
  '25.01.25.12': [11, 12, 13].map((id) => ucdpRow(id, '2025-08-10')),
  '25.0.1': [ucdpRow(99, '2025-01-10')],
  '26.0.1': [ucdpRow(21, '2026-01-10')],
  '26.0.2': [ucdpRow(22, '2026-02-10'), ucdpRow(23, '2026-02-11')],
});
const first = [2, 3, 4, 5, 6, 11, 12, 13, 21, 22, 23];

describe('UCDP', () => {
  it('is fetched from the newest yearly edition on, each later part of the time from the edition that has it best', async () => {
    serveUcdp(world, editions());
    await turnOnHere();
    await fetchOn(0);
    expect(pagesAsked(world)).toEqual([
      ...['26.1 0', '25.1 0', '25.1 1', '25.1 2'],
      ...['25.01.25.12 0', '25.01.25.12 1', '26.0.1 0', '26.0.2 0'],
    ]);
    const yearly = new URL(world.requests[1]!.path, world.url).searchParams;
    expect(Object.fromEntries(yearly)).toEqual({ pagesize: '2', page: '0', StartDate: '2024-01-01' });
    expect(await standing()).toEqual(first);
    expect(await overview()).toMatchObject({
      state: 'ok',
      isStale: false,
      publishedTo: '2026-02-28',
      recency: 'Candidate 26.0.2: February 2026',
      rowsSeen: 11,
      rowsNew: 11,
    });
  });

  it('is asked each day for what has not appeared, and for nothing else', async () => {
    const there = editions();
    serveUcdp(world, there);
    await turnOnHere();
    await fetchOn(0);
    const before = world.requests.length;
    await fetchOn(1);
    expect(pagesAsked(world, before)).toEqual(['26.1 0']);
    serveUcdp(world, { '26.0.3': [ucdpRow(24, '2026-03-30')] });
    await fetchOn(30);
    expect(pagesAsked(world, before + 1)).toEqual(['26.1 0', '26.01.26.03 0', '26.0.3 0']);
    expect(await overview(30)).toMatchObject({ publishedTo: '2026-03-31', rowsNew: 12 });
  });

  it('retracts what a later edition lacks, and lets it stand again where a later one has it', async () => {
    serveUcdp(world, editions());
    await turnOnHere();
    await fetchOn(0);
    serveUcdp(world, {
      '26.01.26.03': [ucdpRow(21, '2026-01-10', { best: 7, high: 7 }), ucdpRow(23, '2026-02-11')],
    });
    await fetchOn(20);
    expect(await standing()).toEqual(first.filter((id) => id !== 22));
    const { rows } = await test.database.query(
      `select details->>'reason' as reason from audit_entry where action = 'retracted' order by id desc limit 1`,
    );
    expect(rows[0].reason).toBe('stood in 26.0.2 and is no longer in 26.01.26.03');
    // The same row to the letter as when it was lost, and two of 2025 and 2024 that the year no longer has.
    serveUcdp(world, {
      '26.01.26.06': [21, 22, 23].map((id) => ucdpRow(id, '2026-02-10')),
      '26.1': [2, 3, 4, 5, 11, 12].map((id) => ucdpRow(id, id > 10 ? '2025-08-10' : `2024-0${id}-11`)),
    });
    await fetchOn(120);
    expect(await standing()).toEqual([2, 3, 4, 5, 11, 12, 21, 22, 23]);
    const returned = (await eventsOf('ucdp-ged')).find(({ id }) => id === '22');
    expect(returned).toMatchObject({ revision: 3, retracted: false });
    expect(await overview(120)).toMatchObject({
      publishedTo: '2026-06-30',
      recency: 'Candidate 26.01.26.06: January to June 2026',
    });
  });

  it('leaves an event retracted that a person retracted, whatever edition has it', async () => {
    serveUcdp(world, editions());
    await turnOnHere();
    await fetchOn(0);
    await test.database.query(
      `update event_revision set retracted = true from event
       where event.id = event_id and source_event_id = '22'`,
    );
    serveUcdp(world, { '26.01.26.03': [21, 22, 23].map((id) => ucdpRow(id, '2026-02-10')) });
    await fetchOn(20);
    expect(await standing()).not.toContain(22);
  });

  it('gives the same events as a file of the same rows', async () => {
    const rows = [
      ucdpRow(21, '2026-01-10'),
      ucdpRow(31, '2026-01-11', { where_description: 'Near a river' }),
    ];
    const columns = Object.keys(rows[0]!);
    const csv = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].join('\n');
    const events = valuesOf(await readAll(readUcdpGed, csv, { now: switchedOnAt }));
    const context = { database: test.database, queues: { wake: async () => {} } };
    await collectEvents(context as never, events, switchedOnAt);
    serveUcdp(world, { ...editions(), '26.0.1': rows });
    await turnOnHere();
    await fetchOn(0);
    const revisions = await eventsOf('ucdp-ged');
    expect(revisions.filter(({ id }) => ['21', '31'].includes(id))).toMatchObject([
      { id: '21', revision: 1 },
      { id: '31', revision: 1 },
    ]);
  });

  it('takes the undocumented series only where that is asked for, and retracts nothing for it', async () => {
    const there = { ...editions(), '26.9.2': [ucdpRow(41, '2026-02-20')] };
    serveUcdp(world, there);
    await turnOnHere({ undocumented: 'yes' });
    await fetchOn(0);
    expect(await standing()).toEqual([...first, 41]);
    serveUcdp(world, { '26.01.26.03': [21, 22, 23].map((id) => ucdpRow(id, '2026-02-10')) });
    await fetchOn(20);
    expect(await standing()).toEqual(first);
  });

  it('needs a token, and says so where it is refused', async () => {
    serveUcdp(world, editions());
    await turnOnHere();
    await fetchAfter(0, source, { credentials: { OREWATCH_UCDP_TOKEN: 'expired' } });
    expect(await overview()).toMatchObject({
      state: 'needs-person',
      todo: 'UCDP refuses the token in OREWATCH_UCDP_TOKEN (401): API token required. Add header: x-ucdp-access-token. Check it, or ask for another one',
    });
    await fetchOn(1);
    expect(await overview(1)).toMatchObject({ state: 'ok', rowsNew: 11 });
  });

  it('goes on with the next page where the token expired half-way', async () => {
    let isExpired = true;
    serveUcdp(world, editions(), (answer, { page }, response) => {
      if (!isExpired || page === 0) return answer;
      response.writeHead(403).end('Token expired');
      return null;
    });
    await turnOnHere();
    await fetchOn(0);
    expect(await overview()).toMatchObject({ state: 'needs-person', rowsNew: 2 });
    isExpired = false;
    const before = world.requests.length;
    await fetchOn(1);
    expect(pagesAsked(world, before).slice(0, 2)).toEqual(['25.1 1', '25.1 2']);
    expect(await standing()).toEqual(first);
    expect(await overview(1)).toMatchObject({ rowsSeen: 11, rowsNew: 11 });
  });
});

type Bend = Parameters<typeof serveUcdp>[2];

const faults: [string, NonNullable<Bend>, string][] = [
  ['an answer that is cut off', () => '{"TotalCount": 3, "Resu', 'no JSON, or was cut off'],
  ['a page of HTML with status 200', () => '<html>Be right back</html>', '<html>Be right back</html>'],
  ['an error inside 200', () => ({ Message: 'An error has occurred.' }), 'none of its own form, TotalCount'],
  ['no rows where rows are to come', (answer) => ({ ...answer, Result: [] }), 'is empty, and'],
  [
    'rows with a renamed column',
    (answer) => ({
      ...answer,
      Result: answer.Result.map(({ best, ...row }) => ({ ...row, best_estimate: best })),
    }),
    'a row lacks best, so its form has changed; it has id, relid',
  ],
  [
    'a next page on another host',
    (answer) => ({ ...answer, NextPageUrl: 'https://elsewhere.example.org/api/gedevents/25.1?page=2' }),
    'which is not of this edition',
  ],
  [
    'another failure',
    (_, __, response) => {
      response.writeHead(502).end();
      return null;
    },
    'it answered 502',
  ],
];

describe('UCDP under way', () => {
  it.each(faults)(
    'never moves on where it gives %s, and then goes on from that page',
    async (_, bend, told) => {
      let isBent = true;
      serveUcdp(world, editions(), (answer, asked, response) =>
        isBent && asked.version === '25.1' && asked.page === 1 ? bend(answer, asked, response) : answer,
      );
      await turnOnHere();
      await fetchOn(0);
      const { state, lastError, publishedTo } = await overview();
      expect({ state, publishedTo }).toEqual({ state: 'failing', publishedTo: null });
      expect(lastError).toContain(told);
      expect(await standing()).toEqual([2, 3]);
      isBent = false;
      const before = world.requests.length;
      await fetchOn(1);
      expect(pagesAsked(world, before)[0]).toBe('25.1 1');
      expect(await standing()).toEqual(first);
      expect(await overview(1)).toMatchObject({ state: 'ok', rowsSeen: 11, rowsNew: 11 });
    },
  );

  it('waits for a server that never answers no longer than it may', async () => {
    let hangs = true;
    serveUcdp(world, editions(), (answer, { page }) => (hangs && page === 1 ? null : answer));
    await turnOnHere();
    await fetchOn(0, { fetching: { totalMs: 300 } });
    expect((await overview()).lastError).toContain('took longer than 0.3 s');
    hangs = false;
    await fetchOn(1);
    expect(await standing()).toEqual(first);
  });

  it('begins an edition anew where its rows do not add up, and retracts nothing for it', async () => {
    const there = editions();
    let isDoubled = true;
    // The last page has a row of the first: as many rows as are to come, but not the same.
    serveUcdp(world, there, (answer, { version, page }) =>
      isDoubled && version === '25.1' && page === 2 ? { ...answer, Result: [there['25.1']![1]] } : answer,
    );
    await turnOnHere();
    await fetchOn(0);
    expect((await overview()).lastError).toBe(
      'edition 25.1 is not whole: it says that it has 5 events, and 4 different ones came in 5 rows. It is begun anew',
    );
    expect(await cursor()).toMatchObject({ done: [], current: null });
    isDoubled = false;
    await fetchOn(1);
    expect(await standing()).toEqual(first);
  });

  it('counts rows over several processes, so that none that is given twice hides one that is missing', async () => {
    const there = editions();
    let fault = 'stops';
    serveUcdp(world, there, (answer, { version, page }, response) => {
      if (version !== '25.1' || page !== 2 || fault === '') return answer;
      if (fault === 'doubles') return { ...answer, Result: [there['25.1']![1]] };
      response.writeHead(500).end();
      return null;
    });
    await turnOnHere();
    await fetchOn(0);
    fault = 'doubles';
    await fetchOn(1);
    expect((await overview(1)).lastError).toContain('4 different ones came in 5 rows');
    fault = '';
    await fetchOn(2);
    expect(await standing()).toEqual(first);
  });

  it('begins an edition anew that was published again while it was fetched', async () => {
    const there = editions();
    let grown = false;
    serveUcdp(world, there, (answer, { version, page }) => {
      if (version === '25.1' && page === 1 && !grown) {
        grown = true;
        there['25.1']!.push(ucdpRow(7, '2024-11-11'));
        return { ...answer, TotalCount: 6 };
      }
      return answer;
    });
    await turnOnHere();
    await fetchOn(0);
    expect(pagesAsked(world).filter((page) => page === '25.1 0')).toHaveLength(2);
    expect(await standing()).toContain(7);
    expect(await overview()).toMatchObject({ state: 'ok', failures: 0 });
  });

  it('keeps a single row aside that cannot be read, and retracts nothing for it', async () => {
    const there = editions();
    serveUcdp(world, there);
    await turnOnHere({ pageSize: '1000' });
    await fetchOn(0);
    serveUcdp(world, {
      '26.01.26.03': [21, 22, 23, 24, 25].map((id) =>
        ucdpRow(id, '2026-02-10', id === 22 ? { type_of_violence: 7 } : {}),
      ),
    });
    await fetchOn(20);
    expect(await overview(20)).toMatchObject({ state: 'ok', rowsRefused: 1 });
    expect(await standing()).toEqual([...first, 24, 25]);
  });
});

describe('UCDP asked too fast', () => {
  it('is given a minute where it answers 400 to a page that must be there, and nothing has failed', async () => {
    let answers400 = true;
    serveUcdp(world, editions(), (answer, { page }, response) => {
      if (!answers400 || page === 0) return answer;
      response.writeHead(400).end();
      return null;
    });
    await turnOnHere();
    await fetchOn(0);
    expect(await overview()).toMatchObject({ failures: 0, lastError: null, nextFetchAt: atMinute(1) });
    answers400 = false;
    await fetchAfter(1, source, { credentials });
    expect(await standing()).toEqual(first);
    expect(await overview()).toMatchObject({ state: 'ok', rowsSeen: 11 });
  });

  it('has failed where that goes on and on', async () => {
    serveUcdp(world, editions(), (answer, { page }, response) => {
      if (page === 0) return answer;
      response.writeHead(400).end();
      return null;
    });
    await turnOnHere();
    const at = new Date(switchedOnAt);
    const fetcher = fetcherOf(source, at, { credentials });
    for (let minute = 0; minute < 6; minute += 1) {
      expect((await overviewOf(source, minute)).failures).toBe(0);
      at.setTime(atMinute(minute).getTime());
      await fetcher.run();
    }
    expect((await overviewOf(source, 6)).lastError).toContain('it answered 400 6 times in a row');
  });

  it('takes 400 for "too fast" where an edition that is there gets it too, and otherwise for "not there"', async () => {
    let isThrottled = true;
    const there = editions();
    const unknown = (version: string) =>
      world.on(`/api/gedevents/${version}`, (_, response) => response.writeHead(400).end());
    for (const version of ['26.1', '26.0.3']) unknown(version);
    serveUcdp(world, there, (answer, _, response) => {
      if (!isThrottled) return answer;
      response.writeHead(400).end('Too many requests');
      return null;
    });
    await turnOnHere();
    await fetchOn(0);
    expect(pagesAsked(world)).toEqual(['26.1 0', '25.1 0']);
    expect(await overview()).toMatchObject({ failures: 0, nextFetchAt: atMinute(1) });
    isThrottled = false;
    await fetchAfter(1, source, { credentials });
    expect(await standing()).toEqual(first);
    expect(await overview()).toMatchObject({ state: 'ok' });
  });

  it('waits as long as it says with 429', async () => {
    world.on('/api/gedevents/26.1', (_, response) => response.writeHead(429, { 'retry-after': '900' }).end());
    serveUcdp(world, editions());
    await turnOnHere();
    await fetchOn(0);
    const { lastError, nextFetchAt } = await overview();
    expect(lastError).toContain('answered 429');
    expect(nextFetchAt!.getTime()).toBeGreaterThanOrEqual(atMinute(15).getTime());
  });

  it('is asked no more on a day whose calls are used up, and goes on the next day', async () => {
    serveUcdp(world, editions());
    await turnOnHere();
    await test.database.query(`update source_state set cursor = $1`, [
      JSON.stringify({ calls: { day: '2026-03-20', calls: 4797 } }),
    ]);
    await fetchOn(0);
    expect(pagesAsked(world)).toEqual(['26.1 0', '25.1 0', '25.1 1']);
    expect(await overview()).toMatchObject({
      failures: 0,
      nextFetchAt: new Date('2026-03-21T00:00:00Z'),
    });
    await fetchOn(1);
    expect(await standing()).toEqual(first);
  });
});

describe('orewatch sources test ucdp-ged', () => {
  const tools = (credentials: Record<string, string>) =>
    toolsFor(source, source.options.parse({ baseUrl: world.url }), {
      database: test.database,
      queues: { wake: async () => {} },
      log: pino({ level: 'silent' }),
      fetching: { userAgent: 'Orewatch/test', allow: [world.host], pauseMs: 0 },
      credentials,
      clock: () => switchedOnAt,
      signal: new AbortController().signal,
      memoryOf: () => new Map(),
    });

  it('says what is there, or what is wrong', async () => {
    serveUcdp(world, editions());
    expect(await source.probe(tools(credentials))).toBe(
      'the token is accepted; GED 25.1: 1989 to 2024, holds 6 events, and Candidate 26.0.2: February 2026, 2.',
    );
    await expect(source.probe(tools({ OREWATCH_UCDP_TOKEN: 'wrong' }))).rejects.toThrow('refuses the token');
    expect(() => tools({})).toThrow(
      'OREWATCH_UCDP_TOKEN (a token of the UCDP API) is not set: Ask the maintainer',
    );
  });

  it('says that the address is wrong where nothing is there', async () => {
    await expect(source.probe(tools(credentials))).rejects.toThrow('is not there (404)');
    await turnOnHere();
    await fetchOn(0);
    expect((await overview()).lastError).toContain('25.1?pagesize=1&page=0 is not there (404)');
  });
});
