import { describe, expect, it } from 'vitest';
import { acledSource } from '../../services/sources/events/acled-source.ts';
import type { Source } from '../../services/sources/source.ts';
import { eventsOf, fetchAfter, overviewOf, setUpSources, test, turnOn, world } from '../support/sources.ts';
import { type AcledServer, account, rowOf, secondsAt, serveAcled } from './acled-server.ts';

setUpSources();

const source = acledSource as Source;
const credentials = { credentials: account };
const turnOnHere = (over: object = {}) =>
  turnOn(source, { baseUrl: world.url, since: '2026-01-10', ...over });
const fetchHere = (minutes: number) => fetchAfter(minutes, source, credentials);
const idsStored = async () =>
  (await eventsOf('acled')).flatMap(({ id, retracted }) => (retracted ? [] : [id]));
const cursorStored = async () =>
  (await test.database.query(`select cursor from source_state where source = 'acled'`)).rows[0].cursor;
const daysAsked = ({ asked }: AcledServer) => [
  ...new Set(asked.flatMap(({ query }) => (query.has('page') && query.get('event_date')) || [])),
];

/** Twelve events of three months. */
const threeMonths = () =>
  ['2026-03-05', '2026-02-10', '2026-01-15'].flatMap((day, month) =>
    [1, 2, 3, 4].map((n) => rowOf(`XYZ${month}${n}`, day)),
  );

describe('ACLED', () => {
  it('is asked month by month, the newest first, and each page until one is empty', async () => {
    const server = serveAcled(threeMonths());
    server.rowsOfPage = 3;
    await turnOnHere();
    await fetchHere(0);
    expect(daysAsked(server)).toEqual([
      '2026-02-28|2026-03-21',
      '2026-01-31|2026-03-01',
      '2026-01-09|2026-02-01',
    ]);
    const newest = server.asked.filter(({ query }) => query.get('event_date') === '2026-02-28|2026-03-21');
    expect(newest.map(({ query }) => [query.get('page'), query.get('limit')])).toEqual([
      ['1', '5000'],
      ['2', '5000'],
      ['3', '5000'],
    ]);
    expect(await idsStored()).toHaveLength(12);
    expect(await overviewOf(source, 0)).toMatchObject({
      ...{ state: 'ok', rowsNew: 12, rowsRefused: 0, publishedTo: '2026-03-05' },
      recency: 'your account sees all that is published',
    });
    expect(server.grants).toEqual(['password']);
  });

  it('is then asked for what was written and deleted since, which revises and retracts', async () => {
    const rows = threeMonths();
    const server = serveAcled(rows);
    await turnOnHere();
    await fetchHere(0);
    server.asked.length = 0;
    rows[0] = rowOf('XYZ01', '2026-03-05', { fatalities: 9, timestamp: secondsAt(300) });
    rows.splice(1, 1);
    rows.push(rowOf('XYZ99', '2026-02-20', { timestamp: secondsAt(310) }));
    server.deleted.push({ event_id_cnty: 'XYZ02', deleted_timestamp: secondsAt(305) });
    server.deleted.push({ event_id_cnty: 'NEVERSEEN', deleted_timestamp: secondsAt(305) });
    await fetchHere(720);
    const byId = new Map((await eventsOf('acled')).map((event) => [event.id, event]));
    expect(byId.get('XYZ01')).toMatchObject({ deaths: 9, revision: 2 });
    expect(byId.get('XYZ02')).toMatchObject({ retracted: true });
    expect(byId.get('XYZ99')).toMatchObject({ revision: 1, retracted: false });
    expect(await overviewOf(source, 720)).toMatchObject({ rowsNew: 13, rowsChanged: 1, rowsRetracted: 1 });
    expect(daysAsked(server)).toEqual(['2026-03-19|2026-03-22']);
    expect(await cursorStored()).toMatchObject({ changedTo: secondsAt(310) });
  });

  it('has an event stand again that was written anew after its deletion', async () => {
    const rows = threeMonths();
    const server = serveAcled(rows);
    await turnOnHere();
    await fetchHere(0);
    server.deleted.push({ event_id_cnty: 'XYZ01', deleted_timestamp: secondsAt(100) });
    const [first] = rows.splice(0, 1);
    await fetchHere(720);
    expect(await idsStored()).not.toContain('XYZ01');
    rows.push({ ...first!, fatalities: 5, timestamp: secondsAt(800) });
    // Long after, what others wrote has the fetch begin behind the day on which it was written anew.
    for (const minutes of [1440, 2160, 28_800, 29_520]) {
      if (minutes === 28_800) rows.push(rowOf('XYZ98', '2026-03-30', { timestamp: secondsAt(28_000) }));
      await fetchHere(minutes);
      expect(await idsStored()).toContain('XYZ01');
    }
  });

  it('passes over nothing because of a row whose time of writing lies ahead', async () => {
    const rows = [rowOf('XYZ1', '2026-03-05', { timestamp: 9_999_999_999 })];
    serveAcled(rows);
    await turnOnHere();
    await fetchHere(0);
    rows.push(rowOf('XYZ2', '2026-03-06', { timestamp: secondsAt(10) }));
    await fetchHere(720);
    expect(await idsStored()).toEqual(['XYZ1', 'XYZ2']);
  });

  it('that shows an account what is a year old is fresh to that day, and gives each day once it is seen', async () => {
    const rows = [
      rowOf('OLD1', '2025-03-10'),
      rowOf('OLD2', '2025-03-21'),
      rowOf('MID1', '2025-11-05'),
      rowOf('NEW1', '2026-03-19'),
    ];
    const server = serveAcled(rows);
    server.visibleTo = '2025-03-20';
    await turnOnHere({ since: '2025-03-01' });
    await fetchHere(0);
    expect(await idsStored()).toEqual(['OLD1']);
    expect(await overviewOf(source, 0)).toMatchObject({
      ...{ state: 'ok', publishedTo: '2025-03-20', isStale: true },
      recency: 'your account sees data older than 12 months',
    });
    server.visibleTo = '2025-03-21';
    await fetchHere(720);
    expect(await idsStored()).toEqual(['OLD1', 'OLD2']);
    server.visibleTo = null;
    await fetchHere(1440);
    expect(await idsStored()).toEqual(['MID1', 'NEW1', 'OLD1', 'OLD2']);
    expect(await overviewOf(source, 1440)).toMatchObject({
      ...{ publishedTo: '2026-03-19', isStale: false },
      recency: 'your account sees all that is published',
    });
  });

  it('is asked for the countries that were chosen; what lies elsewhere or before is left out', async () => {
    const rows = [
      rowOf('CD1', '2026-03-05'),
      rowOf('ML1', '2026-03-06', { iso: 466 }),
      rowOf('SD1', '2026-03-07', { iso: 729 }),
      rowOf('CD0', '2026-01-09'),
    ];
    const server = serveAcled(rows);
    await turnOnHere({ countries: 'ml,CD' });
    await fetchHere(0);
    expect(await idsStored()).toEqual(['CD1', 'ML1']);
    expect((await overviewOf(source, 0)).rowsLeftOut).toBe(1);
    // Where the filter is not heeded, nothing else is stored either.
    server.before = ({ query }) => {
      query.delete('iso');
      return false;
    };
    rows.push(rowOf('SD2', '2026-03-20', { iso: '729', timestamp: secondsAt(5) }));
    rows.push(rowOf('CD2', '2026-03-20', { iso: '180', timestamp: secondsAt(5) }));
    await fetchHere(720);
    expect(await idsStored()).toEqual(['CD1', 'CD2', 'ML1']);
  });

  it('knows no other countries, and sends a password nowhere in the clear', () => {
    const refused = (options: object) => source.options.safeParse(options).error?.issues[0]?.message;
    expect(refused({ countries: 'CD,QQ' })).toMatch(/must be among AF, AM/);
    expect(refused({ baseUrl: 'http://acled.example.org' })).toMatch(/must begin with https/);
    expect(refused({ since: 'yesterday' })).toMatch(/YYYY-MM-DD/);
    expect(source.options.parse({})).toEqual({ baseUrl: 'https://acleddata.com' });
  });
});
