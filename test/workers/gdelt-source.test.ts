import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type ExportFields, exportLine, listOf } from '../../bench/gdelt/gdelt-files.ts';
import { zipOf } from '../../bench/gdelt/zip.ts';
import { packageRoot } from '../../config/package-root.ts';
import { toolsFor } from '../../services/polling/fetch-source.ts';
import { stepsAfter } from '../../services/sources/events/gdelt-lists.ts';
import { gdelt } from '../../services/sources/events/gdelt-source.ts';
import type { Source, SourceTools } from '../../services/sources/source.ts';
import { hasSharedData, sharedData } from '../sources/read-all.ts';
import { playList, publish } from '../support/gdelt.ts';
import { until } from '../support/redis.ts';
import {
  atMinute,
  eventsOf,
  fetchAfter,
  fetcherOf,
  log,
  logged,
  overviewOf,
  setUpSources,
  test,
  turnOn,
  world,
} from '../support/sources.ts';

setUpSources();

const source = gdelt as Source;
const day = '20260320';
/** The quarter so many after the beginning of the day on which the source is switched on, at noon. */
const quarterOf = (n: number) =>
  `${day}${String(Math.floor(n / 4)).padStart(2, '0')}${['00', '15', '30', '45'][n % 4]}00`;
const row = (n: number, over: ExportFields = {}) =>
  exportLine({
    id: 100 + n,
    day,
    feature: String(1000 + n),
    place: `Town ${n}`,
    added: quarterOf(n),
    ...over,
  });
const quarters = (...numbers: number[]) => numbers.map((n) => ({ quarter: quarterOf(n), lines: [row(n)] }));

const on = (options: object = {}) => turnOn(source, { baseUrl: world.url, ...options });
const places = async () => (await eventsOf('gdelt')).map(({ place }) => place).toSorted();
const cursor = async () =>
  (await test.database.query(`select cursor from source_state where source = 'gdelt'`)).rows[0].cursor;
const archivesAsked = () => world.pathsAsked().flatMap((asked) => /^\/(\d+)\.export/.exec(asked)?.[1] ?? []);

/** One fetch after which the first quarter of the day is the last one that is known. */
async function startAt0(): Promise<void> {
  publish(world, quarters(0));
  // Before it nothing was published.
  await on({ since: '2026-03-20' });
  await fetchAfter(0, source);
  expect(await cursor()).toEqual({ quarter: quarterOf(0) });
}

describe('GDELT', () => {
  it('is fetched from quarter by quarter, oldest first, the missed ones too', async () => {
    await startAt0();
    publish(world, quarters(0, 1, 2, 3));
    await fetchAfter(15, source);
    expect(archivesAsked()).toEqual([0, 1, 2, 3].map(quarterOf));
    expect(await places()).toEqual(['Town 0', 'Town 1', 'Town 2', 'Town 3']);
    expect(await cursor()).toEqual({ quarter: quarterOf(3) });
    const list = world.requests.find(({ path: asked }) => asked === '/masterfilelist.txt');
    expect(list?.headers.range).toMatch(/^bytes=-\d+$/);
  });

  it('is asked for the newest quarter alone where none was missed, and for nothing where none is new', async () => {
    await startAt0();
    publish(world, quarters(0, 1));
    world.requests.length = 0;
    await fetchAfter(15, source);
    expect(world.pathsAsked()).toEqual(['/lastupdate.txt', `/${quarterOf(1)}.export.CSV.zip`]);
    world.requests.length = 0;
    await fetchAfter(30, source);
    expect(world.pathsAsked()).toEqual(['/lastupdate.txt']);
  });

  it('begins a day before the newest quarter unless it is told since when', async () => {
    const twoDays = Array.from({ length: 192 }, (_, n) => stepsAfter('20260318000000', n + 1));
    publish(
      world,
      twoDays.map((quarter) => ({ quarter, lines: [row(0)] })),
    );
    await on();
    await fetchAfter(0, source);
    expect(archivesAsked()).toEqual(twoDays.slice(96));
  });

  it('is fresh to its newest quarter, though that tells of nothing or of long ago', async () => {
    publish(world, [
      {
        quarter: quarterOf(0),
        lines: [row(0, { day: '20250320', quadClass: '4' }), row(1, { quadClass: '1' })],
      },
    ]);
    await on({ since: '2026-03-20' });
    await fetchAfter(0, source);
    const overview = await overviewOf(source, 0);
    expect(overview).toMatchObject({
      state: 'ok',
      publishedTo: '2026-03-20',
      recency: 'published up to 2026-03-20 00:00 UTC',
      rowsSeen: 2,
      rowsNew: 1,
      rowsLeftOut: 1,
      isStale: false,
    });
    expect((await overviewOf(source, 4 * 1440)).isStale).toBe(true);
  });

  it('joins what a day says again, within a quarter and from one to the next', async () => {
    await startAt0();
    const again = row(0, { id: 7, url: 'https://other.example.org/a', place: 'Towne 0' });
    publish(world, [...quarters(0), { quarter: quarterOf(1), lines: [again, again, row(1)] }]);
    await fetchAfter(15, source);
    expect(await eventsOf('gdelt')).toMatchObject([{ revision: 1 }, { revision: 1 }]);
    expect(await places()).toEqual(['Town 0', 'Town 1']);
    expect(await overviewOf(source, 15)).toMatchObject({ rowsNew: 2, rowsChanged: 0, rowsLeftOut: 1 });
  });

  it('keeps a row aside that cannot be read', async () => {
    publish(world, [{ quarter: quarterOf(0), lines: [row(0), row(1, { latitude: '95' })] }]);
    await on({ since: '2026-03-20' });
    await fetchAfter(0, source);
    const { rows } = await test.database.query('select row_id, refusals from source_refused_row');
    expect(rows).toMatchObject([{ row_id: `${quarterOf(0)}:2`, refusals: [{ field: 'latitude' }] }]);
    expect(await places()).toEqual(['Town 0']);
  });

  it('refuses a quarter loudly where a column has moved, and stays where it was', async () => {
    await startAt0();
    const moved = [1, 2, 3, 4, 5].map((n) => row(n).replace('\t\t', '\tnew\t').replace('\t4\t', '\tfour\t'));
    publish(world, [...quarters(0), { quarter: quarterOf(1), lines: moved }]);
    await fetchAfter(15, source);
    expect((await overviewOf(source, 15)).lastError).toMatch(
      /5 of 5 rows cannot be read.*form may have changed/,
    );
    expect(await cursor()).toEqual({ quarter: quarterOf(0) });
  });
});

describe('a quarter of GDELT that is not there', () => {
  it('is waited for, and taken when it comes, before those after it', async () => {
    await startAt0();
    publish(world, quarters(0, 1, 2));
    world.on(`/${quarterOf(1)}.export.CSV.zip`, (_, response) => response.writeHead(404).end());
    await fetchAfter(15, source);
    expect(await overviewOf(source, 15)).toMatchObject({
      state: 'ok',
      note: '2026-03-20 00:15 UTC is not there yet, and is asked for again',
    });
    expect(await cursor()).toEqual({ quarter: quarterOf(0) });
    publish(world, quarters(0, 1, 2, 3));
    await fetchAfter(30, source);
    expect(await places()).toEqual(['Town 0', 'Town 1', 'Town 2', 'Town 3']);
    expect(await overviewOf(source, 30)).toMatchObject({ note: null });
  });

  it('is passed over two hours later, listed or not, with a note', async () => {
    await startAt0();
    publish(world, quarters(0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    world.on(`/${quarterOf(3)}.export.CSV.zip`, (_, response) => response.writeHead(404).end());
    await fetchAfter(15, source);
    expect((await eventsOf('gdelt')).length).toBe(1 + 9);
    expect(await cursor()).toEqual({ quarter: quarterOf(12) });
    expect((await overviewOf(source, 15)).note).toBe(
      '3 quarters of an hour from 2026-03-20 00:15 UTC to 2026-03-20 00:45 UTC were passed over: they are not there, or cannot be read',
    );
  });
});

describe('a fault of GDELT', () => {
  const archive = zipOf({ name: 'a', content: row(1) });
  const zipPath = `/${quarterOf(1)}.export.CSV.zip`;
  const bomb = zipOf({ name: 'a', content: Buffer.alloc(150_000_000), claimedSize: 1000 });
  const serve = (bytes: Buffer | string) => world.on(zipPath, (_, response) => response.end(bytes));
  const relist = (bytes: Buffer) => {
    world.on('/lastupdate.txt', listOf(quarterOf(1), bytes));
    serve(bytes);
  };

  it.each<[string, () => void, RegExp]>([
    ['is a wrong checksum', () => serve(Buffer.from(archive).fill(0, 40, 50)), /not what the list says/],
    [
      'is an archive that is cut off',
      () => serve(archive.subarray(0, 50)),
      /not what the list says: 50 bytes/,
    ],
    ['is a page instead of an archive', () => serve('<html>maintenance</html>'), /not what the list says/],
    [
      'is an archive full of nothing, which lies about its size',
      () => relist(bomb),
      /cannot be read: the ZIP archive is broken: too many bytes/,
    ],
    [
      'is an archive that is none',
      () => relist(Buffer.from('PK\x03\x04 and nothing')),
      /cannot be read: the ZIP archive is broken/,
    ],
    [
      'is an archive with another file',
      () => relist(zipOf({ name: 'a', content: 'a,b\n1,2\n' })),
      /the first line has 1 columns/,
    ],
    ['is an archive of an empty file', () => relist(zipOf({ name: 'a', content: '' })), /the file is empty/],
    [
      'is an error with a page',
      () => world.on(zipPath, (_, response) => response.writeHead(500).end('oops')),
      /answered 500/,
    ],
    [
      'is a page instead of the list',
      () => world.on('/lastupdate.txt', '<html>hello</html>'),
      /is no list of files.*"<html>hello<\/html>"/,
    ],
    ['is an empty list', () => world.on('/lastupdate.txt', ''), /is no list of files/],
    [
      'is a list that cannot be had',
      () => world.on('/lastupdate.txt', (_, response) => response.writeHead(403).end()),
      /answered 403/,
    ],
    [
      'is a list that is ahead of time',
      () => world.on('/lastupdate.txt', listOf('20990101000000', archive)),
      /lies ahead: 2099-01-01/,
    ],
    [
      'is a connection that breaks off',
      () =>
        world.on(
          zipPath,
          (_, response) =>
            void response.writeHead(200, { 'content-length': '9999' }).write('PK', () => response.destroy()),
        ),
      /broke the connection off/,
    ],
    ['is an archive that never comes', () => world.on(zipPath, () => {}), /took longer than 0.4 s/],
  ])('that %s moves nothing on, and is over with the next try', async (_, fault, reason) => {
    await startAt0();
    publish(world, quarters(0, 1));
    fault();
    await fetchAfter(15, source, { fetching: { totalMs: 400 } });
    const { state, lastError } = await overviewOf(source, 15);
    expect({ state, lastError }).toEqual({ state: 'failing', lastError: expect.stringMatching(reason) });
    expect(await cursor()).toEqual({ quarter: quarterOf(0) });
    expect(await places()).toEqual(['Town 0']);
    publish(world, quarters(0, 1));
    await fetchAfter(30, source);
    expect(await places()).toEqual(['Town 0', 'Town 1']);
    expect(await overviewOf(source, 30)).toMatchObject({ state: 'ok', failures: 0 });
  });

  it.each<[string, (whole: string) => string, RegExp]>([
    ['was cut off', (whole) => whole.slice(0, whole.length / 2), /ends with .*: it was cut off/],
    ['is a page', () => '<html>hello</html>\n', /is no list of files/],
    ['is empty', () => '', /is no list of files/],
  ])('that is a list of all files that %s moves nothing on', async (_, spoil, reason) => {
    await startAt0();
    const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    publish(world, quarters(...numbers));
    const whole = numbers.map((n) => listOf(quarterOf(n), zipOf({ name: 'a', content: row(n) }))).join('');
    playList(world, spoil(whole));
    await fetchAfter(15, source);
    expect((await overviewOf(source, 15)).lastError).toMatch(reason);
    expect(await cursor()).toEqual({ quarter: quarterOf(0) });
  });

  it('that stays the same for five tries is passed over with a note, and holds up nothing any more', async () => {
    await startAt0();
    publish(world, quarters(0, 1, 2));
    serve('<html>gone</html>');
    const fetcher = fetcherOf(source, atMinute(60_000));
    for (let i = 0; i < 4; i += 1) {
      await test.database.query(`update source_state set next_fetch_at = $1`, [atMinute(0)]);
      await fetcher.run();
      expect(await cursor()).toEqual({ quarter: quarterOf(0) });
    }
    await test.database.query(`update source_state set next_fetch_at = $1`, [atMinute(0)]);
    await fetcher.run();
    expect(await places()).toEqual(['Town 0', 'Town 2']);
    expect(await overviewOf(source, 60_000)).toMatchObject({
      state: 'ok',
      note: '2026-03-20 00:15 UTC was passed over: it is not there, or cannot be read',
    });
    expect(logged.join()).toContain('quarters were passed over');
  });

  it('is no fault where the list of all files comes whole though its end was asked for', async () => {
    await startAt0();
    publish(world, quarters(0, 1, 2));
    const whole = [1, 2].map((n) =>
      listOf(quarterOf(n), zipOf({ name: `${quarterOf(n)}.export.CSV`, content: row(n) })),
    );
    world.on('/masterfilelist.txt', (_, response) =>
      response.end(listOf(quarterOf(0), archive) + whole.join('')),
    );
    await fetchAfter(15, source);
    expect(await places()).toEqual(['Town 0', 'Town 1', 'Town 2']);
  });
});

describe('a fetch from GDELT that is killed', () => {
  const all = [0, 1, 2, 3, 4, 5];
  const program = path.join(packageRoot, 'test', 'support', 'fetch-sources.mjs');
  const rowsOf = async () =>
    (
      await test.database.query(
        `select source_event_id, revision, place, (select count(*)::int from report where source = 'gdelt') as reports
         from current_event order by 1`,
      )
    ).rows;

  it('goes on elsewhere from its last quarter, and brings the same rows, once', async () => {
    await startAt0();
    publish(world, quarters(...all));
    await fetchAfter(15, source);
    const unharmed = await rowsOf();
    await test.database.query('truncate source_state, event_revision, event, report cascade');

    await startAt0();
    world.requests.length = 0;
    for (const last of [2, 4, 5]) {
      publish(world, quarters(...all));
      // The answer never ends: the process is killed while it waits for it.
      world.on(`/${quarterOf(last)}.export.CSV.zip`, (_, response) => void response.write('PK'));
      const killed = spawn(process.execPath, [program, test.url, world.host, atMinute(15).toISOString()]);
      await until(`quarter ${last}`, async () => archivesAsked().at(-1) === quarterOf(last));
      killed.kill('SIGKILL');
      await once(killed, 'close');
      expect(await cursor()).toEqual({ quarter: quarterOf(last - 1) });
      // Its claim lapses, as nobody renews it.
      await test.database.query('update source_state set claimed_until = null');
    }
    publish(world, quarters(...all));
    await fetchAfter(30, source);
    expect(archivesAsked()).toEqual([1, 2, 2, 3, 4, 4, 5, 5].map(quarterOf));
    expect(await rowsOf()).toEqual(unharmed);
    expect(await overviewOf(source, 30)).toMatchObject({
      state: 'ok',
      rowsNew: 6,
      rowsChanged: 0,
      failures: 0,
    });
  });
});

describe('a try of GDELT', () => {
  const probe = () =>
    gdelt.probe(
      toolsFor(
        source,
        { baseUrl: world.url },
        {
          database: test.database,
          queues: { wake: async () => {} },
          log,
          fetching: { userAgent: 'Orewatch/test', allow: [world.host], pauseMs: 0 },
          credentials: {},
          clock: () => atMinute(0),
          signal: AbortSignal.timeout(10_000),
          memoryOf: () => new Map(),
        },
      ) as SourceTools<{ baseUrl: string }>,
    );

  it('says how far it has published, and what of that is taken', async () => {
    publish(world, [{ quarter: quarterOf(0), lines: [row(0), row(1, { quadClass: '1' })] }]);
    expect(await probe()).toBe(
      'the newest quarter is 2026-03-20 00:00 UTC, with 2 rows, of which 1 are taken.',
    );
  });

  it.skipIf(!hasSharedData)('reads a genuine export', async () => {
    const file = path.join(sharedData, 'events', 'gdelt-20191024143000.export.CSV');
    publish(world, [{ quarter: '20191024143000', lines: [await textOf(createReadStream(file))] }]);
    expect(await probe()).toBe(
      'the newest quarter is 2019-10-24 14:30 UTC, with 2111 rows, of which 60 are taken.',
    );
  });
});
