import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { detailOf } from '../../services/api/routes/sites.ts';
import { findAuditEntries } from '../../services/database/audit.ts';
import { storeSites } from '../../services/database/sites/site.ts';
import { findSite } from '../../services/database/sites/site-query.ts';
import { inTransaction } from '../../services/database/transaction.ts';
import { ipis } from '../../services/sources/sites/ipis-source.ts';
import type { Source } from '../../services/sources/source.ts';
import {
  atMinute,
  fetchAfter,
  overviewOf,
  setUpSources,
  switchedOnAt,
  test,
  turnOn,
  world,
} from '../support/sources.ts';
import { hasSharedData, sharedData } from './read-all.ts';

setUpSources();
beforeEach(() => test.database.query('truncate site, site_vanished, audit_entry restart identity cascade'));

const source = ipis as Source;
const week = 7 * 1440;
const congo = 'cod_mines_curated_all_opendata_p_ipis';
const centralAfrica = 'caf_mines_curated_all_opendata_p_ipis';
const turnOnHere = (more: object = {}) =>
  turnOn(source, { baseUrl: `${world.url}/open-data`, wfsUrl: `${world.url}/ows`, countries: 'CD', ...more });

const header =
  'pcode,name,visit_date,longitude,latitude,province,workers_numb,mineral1,presence,interference';
const mine = (n: number, { day = '2023-06-20', name = `Mine ${n}` } = {}) =>
  `codmine${String(n).padStart(5, '0')},${name},${day},${28 + n / 50},-1.5,Nord-Kivu,30,Or,1,0`;
const mines = (count: number) => Array.from({ length: count }, (_, i) => mine(i + 1));
const table = (rows: string[]) => `${[header, ...rows].join('\n')}\n`;

/** Links files from the page, in an order that is not that of their dates. */
function publish(files: Record<string, string>) {
  const links = Object.keys(files).map((file) => `<li><a href="${file}">CSV</a></li>`);
  world.on('/open-data/', `<html><body><ul>${links.join('')}</ul></body></html>`);
  for (const [file, text] of Object.entries(files)) world.on(file, text);
}
const dated = (month: string, name = congo) => `/wp-content/uploads/${month}/${name}.csv`;

const detail = async (id: string) => detailOf(test.database, (await findSite(test.database, id))!);
const auditOf = async (id: string) =>
  (await findAuditEntries(test.database, { subject: `sites/${id}`, limit: 10 })).map(
    ({ action, actor, details }) => ({ action, actor, ...details }),
  );
const siteIds = async () =>
  (await test.database.query('select id from site order by id')).rows.map(({ id }) => id as string);
const askedFor = (part: string) => world.pathsAsked().filter((asked) => asked.includes(part)).length;

describe('IPIS', () => {
  it('is read from the newest file that its page links to, for each country', async () => {
    publish({
      [dated('2026/02')]: table([mine(1, { name: 'New name' }), mine(2)]),
      [dated('2024/11')]: table([mine(1, { name: 'Old name' })]),
      [dated('2025/05', centralAfrica)]: [
        'pcode,name,visit_date,longitude,latitude,prefecture,workers_numb,minerals_or,minerals_diamant,actor_type,actor1name,actor1name_tax,actor1name_pillage',
        'cafmine00001,Banga,2020-01-02,15.5,4.5,Mambéré-Kadéï,12,1.0,1,2,Some group,1,0',
        'cafmine00002,Bouca,2020-01-03,18.2,6.5,Ouham,,0,1,0,,,',
      ].join('\n'),
    });
    await turnOnHere({ countries: 'CD,CF' });
    await fetchAfter(0, source);
    expect(await overviewOf(source, 0)).toMatchObject({
      ...{ state: 'ok', rowsSeen: 4, rowsNew: 4, rowsRefused: 0 },
      // The one that lies further behind.
      publishedTo: '2025-05-01',
    });
    expect(await detail('ipis-codmine00001')).toMatchObject({
      name: 'New name',
      country: 'CD',
      vanished: [],
    });
    const banga = { country: 'CF', minerals: ['gold', 'diamond'], admin1: 'Mambéré-Kadéï' };
    expect(await detail('ipis-cafmine00001')).toMatchObject(banga);
    const { rows: visits } = await test.database.query(
      `select workers, armed_presence as armed, interference, armed_groups as groups from site_visit
       where dataset = 'ipis' and visit_id like 'caf%' order by visit_id`,
    );
    expect(visits).toEqual([
      { workers: 12, armed: true, interference: true, groups: ['Some group'] },
      { workers: null, armed: false, interference: null, groups: [] },
    ]);
    expect(askedFor('2024/11')).toBe(0);
  });

  it('is looked for in the dated folders of a listing', async () => {
    world.on('/open-data/', '<a href="../">up</a> <a href="2024/">2024/</a> <a href="2026/">2026/</a>');
    world.on('/open-data/2026/', '<a href="01/">01/</a><a href="03/">03/</a><a href="/open-data/">up</a>');
    world.on('/open-data/2026/03/', `<a href="${congo}.csv">a</a><a href='${congo}-1.csv'>b</a>`);
    world.on(`/open-data/2026/03/${congo}-1.csv`, table([mine(1)]));
    await turnOnHere();
    await fetchAfter(0, source);
    expect(await overviewOf(source, 0)).toMatchObject({ state: 'ok', rowsNew: 1, publishedTo: '2026-03-01' });
  });

  it('is not read again where the file is the same, by what its server says or by its content', async () => {
    publish({ [dated('2026/02')]: '' });
    let asked: (string | undefined)[] = [];
    world.on(dated('2026/02'), (request, response) => {
      asked.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === '"a"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"a"' }).end(table(mines(3)));
    });
    await turnOnHere();
    await fetchAfter(0, source);
    await fetchAfter(week, source);
    expect(asked).toEqual([undefined, '"a"']);
    expect(await overviewOf(source, week)).toMatchObject({ state: 'ok', rowsSeen: 3 });
    asked = [];
    publish({ [dated('2026/03')]: table(mines(3)) });
    await fetchAfter(2 * week, source);
    expect(await overviewOf(source, 2 * week)).toMatchObject({ state: 'ok', rowsSeen: 3 });
  });

  it('marks a mine that the newest edition lacks, keeps the site, and takes the mark off once it is back', async () => {
    publish({ [dated('2026/01')]: table(mines(10)) });
    await turnOnHere();
    await fetchAfter(0, source);
    publish({ [dated('2026/02')]: table(mines(9)) });
    await fetchAfter(week, source);
    const mark = {
      ...{ dataset: 'ipis', recordId: 'codmine00010', edition: '2026-02-01', lastEdition: '2026-01-01' },
      since: atMinute(week).toISOString(),
    };
    expect(await detail('ipis-codmine00010')).toMatchObject({ withdrawn: null, vanished: [mark] });
    expect((await detail('ipis-codmine00009')).vanished).toEqual([]);
    const { since: _, ...told } = mark;
    expect(await auditOf('ipis-codmine00010')).toEqual([{ action: 'vanished', actor: 'ipis', ...told }]);

    const row = {
      dataset: 'ipis',
      recordId: 'codmine00010',
      siteId: 'ipis-codmine00010',
      sameAs: [],
      visits: [],
    };
    const { rows } = await test.database.query(
      `select content from site_record where record_id = 'codmine00010'`,
    );
    const { details, asOf, edition: __, ...site } = rows[0].content;
    const older = { ...row, site, details, asOf, edition: '2026-01-20' };
    const by = { author: 'command line', key: null };
    await inTransaction(test.database, (client) => storeSites(client, [older], switchedOnAt, by));
    expect((await detail('ipis-codmine00010')).vanished).toEqual([mark]);

    publish({ [dated('2026/03')]: table(mines(10)) });
    await fetchAfter(2 * week, source);
    expect((await detail('ipis-codmine00010')).vanished).toEqual([]);
    expect((await auditOf('ipis-codmine00010')).map(({ action }) => action)).toEqual([
      'reappeared',
      'vanished',
    ]);
  });

  it.each([
    ['is much shorter than the one before', () => table(mines(7)), '7 visits where the one before had 10'],
    ['lacks many mines', () => table([...mines(7), mine(21), mine(22), mine(23)]), 'lacks 3 of'],
    ['is cut off within a row', () => `${table(mines(9))}codmine00010,Mine`, 'ends in the middle of line 11'],
    ['names a column otherwise', () => table(mines(10)).replace('pcode', 'code'), 'columns missing: pcode'],
    ['is empty', () => `${header}\n`, 'holds no visits'],
  ])('marks nothing and moves on nowhere where the file %s', async (_, text, told) => {
    publish({ [dated('2026/01')]: table(mines(10)) });
    await turnOnHere();
    await fetchAfter(0, source);
    publish({ [dated('2026/02')]: text() });
    await fetchAfter(week, source);
    const { state, lastError, publishedTo } = await overviewOf(source, week);
    expect({ state, publishedTo }).toEqual({ state: 'failing', publishedTo: '2026-01-01' });
    expect(lastError).toContain(told);
    expect((await test.database.query('select from site_vanished')).rowCount).toBe(0);
    publish({ [dated('2026/02')]: table(mines(10)) });
    await fetchAfter(week + 10, source);
    expect(await overviewOf(source, week + 10)).toMatchObject({ state: 'ok', lastError: null });
  });

  it('asks the map server where the file is gone, and lets that change nothing that a newer file said', async () => {
    publish({ [dated('2026/02')]: table([mine(1, { name: 'By the file' })]) });
    await turnOnHere();
    await fetchAfter(0, source);
    world.on('/ows', table([mine(1, { name: 'By the map' }), mine(2)]));
    world.on(dated('2026/02'), (_, response) => response.writeHead(404).end());
    await fetchAfter(week, source);
    const asked = new URL(world.pathsAsked().at(-1)!, world.url).searchParams;
    expect(asked.get('typeName')).toBe(`public:${congo}`);
    const { state, note } = await overviewOf(source, week);
    expect(state).toBe('ok');
    expect(note).toContain('its file cannot be had');
    expect(note).toContain('answered 404');
    expect((await detail('ipis-codmine00001')).name).toBe('By the file');
    expect(await siteIds()).toEqual(['ipis-codmine00001', 'ipis-codmine00002']);
  });

  it('says why neither file nor map server can be had, and reads the other country all the same', async () => {
    publish({
      [dated('2026/02')]: '<!DOCTYPE html><html><title>Page not found</title></html>',
      [dated('2026/02', centralAfrica)]:
        'pcode,visit_date,longitude,latitude,minerals_or\ncafmine1,2020-01-02,15.5,4.5,1\n',
    });
    world.on('/ows', '<?xml version="1.0"?><ServiceException>Unknown layer</ServiceException>');
    await turnOnHere({ countries: 'CD,CF' });
    await fetchAfter(0, source);
    const { state, lastError } = await overviewOf(source, 0);
    expect(state).toBe('failing');
    expect(lastError).toMatch(/^CD: neither its file .*Page not found.* nor the map server .*Unknown layer/);
    expect(await siteIds()).toEqual(['ipis-cafmine1']);
  });

  it('leaves a server alone that asks for it', async () => {
    publish({ [dated('2026/02')]: '' });
    world.on(dated('2026/02'), (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    world.on('/ows', table([mine(1)]));
    await turnOnHere();
    await fetchAfter(0, source);
    const { state, nextFetchAt } = await overviewOf(source, 0);
    expect(state).toBe('failing');
    expect(nextFetchAt!.getTime()).toBeGreaterThanOrEqual(atMinute(119).getTime());
    expect(askedFor('/ows')).toBe(0);
  });

  it.skipIf(!hasSharedData)('takes two real editions one after the other', async () => {
    const edition = (year: number) =>
      readFileSync(path.join(sharedData, 'sites', `ipis-drc-${year}.csv`), 'utf8');
    publish({ [dated('2021/10')]: edition(2021) });
    await turnOnHere();
    await fetchAfter(0, source);
    expect(await overviewOf(source, 0)).toMatchObject({ state: 'ok', rowsSeen: 5074, rowsRefused: 0 });
    publish({ [dated('2024/02')]: edition(2024) });
    await fetchAfter(week, source);
    const { state, rowsSeen, publishedTo } = await overviewOf(source, week);
    expect({ state, rowsSeen, publishedTo }).toEqual({
      ...{ state: 'ok', rowsSeen: 5074 + 6955, publishedTo: '2024-02-29' },
    });
    const { rows } = await test.database.query(
      `select count(*)::int as gone, min(last_edition) as last from site_vanished`,
    );
    expect(rows[0].gone).toBeGreaterThan(0);
    expect(rows[0].last).toContain('2021-10-09');
  });
});
