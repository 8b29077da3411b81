import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { readPlaceSetVersion, readPlaces } from '../../services/database/places/place.ts';
import { type ImportRequest, type ImportSummary, importFile } from '../../services/importing/import-file.ts';
import { readGeonames } from '../../services/sources/places/geonames.ts';
import { loadBundledPlaces } from '../../services/sources/places/place-bundled.ts';
import { readPlaceCsv } from '../../services/sources/places/place-csv.ts';
import { readWhosOnFirst } from '../../services/sources/places/whosonfirst.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { hasSharedData, readAll, refusalsIn, sharedData, valuesOf } from './read-all.ts';

const wofHeader =
  'wof_id,name,placetype,latitude,longitude,population,parent_id,region_id,county_id,alt_names,is_current,deprecated';
const wofRows = [
  '1,Mulanga,country,-2,23,,,,,MU|Moulanga|Муланга,1,',
  '10,East Mulanga,region,-2,28,,1,10,,Est,1,',
  '100,Kiba,locality,-1.5,28.1,12000,10,10,-1,Kyba|Киба,-1,',
];
const geoRow = (id: number, name: string, featureClass: string, code: string, rest: Partial<string[]> = []) =>
  `${[
    id,
    name,
    name,
    'Kibba,Киба',
    '-1.5',
    '28.1',
    featureClass,
    code,
    'CD',
    '',
    rest[0] ?? '11',
    rest[1] ?? '0001',
  ].join('\t')}\t\t\t500\t\t900\tAfrica/Lubumbashi\t2020-01-01`;

let test: TestDatabase;
let folder: string;
const recordedAt = new Date('2026-11-22T12:00:00Z');

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'orewatch-places-'));
});
afterAll(async () => {
  await test.drop();
  await rm(folder, { recursive: true });
});
beforeEach(() => test.database.query('truncate place, site cascade; delete from installation'));

function run(format: 'whosonfirst' | 'geonames', input: string | Readable): Promise<ImportSummary> {
  const context = { database: test.database, queues: { wake: async () => {}, close: async () => {} } };
  return importFile({
    kind: 'places',
    format,
    input: typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input,
    fileName: 'places.csv',
    context,
    recordedAt,
    refusedFolder: path.join(folder, 'refused'),
  } as ImportRequest);
}
const version = () => readPlaceSetVersion(test.database);
const wof = (...rows: string[]) => [wofHeader, ...rows].join('\n');

describe('an import of places', () => {
  it('stores them with the areas that the file names, wherever their rows stand', async () => {
    expect(await run('whosonfirst', wof(...wofRows.toReversed()))).toMatchObject({ new: 3, refused: 0 });
    const { places } = await readPlaces(test.database);
    expect(places.find(({ name }) => name === 'Kiba')).toEqual({
      id: 'whosonfirst:100',
      name: 'Kiba',
      names: ['Kyba'],
      kind: 'locality',
      country: null,
      admin1: 'East Mulanga',
      admin2: null,
      latitude: -1.5,
      longitude: 28.1,
      population: 12_000,
      siteId: null,
      radiusKm: null,
    });
  });

  it('a second time is an update, without duplicates, and raises the version only where something changed', async () => {
    await run('whosonfirst', wof(...wofRows));
    const first = await version();
    expect(await run('whosonfirst', wof(...wofRows))).toMatchObject({ new: 0, unchanged: 3 });
    expect(await version()).toBe(first);
    const moved = wofRows[2]!.replace('-1.5,', '-1.6,').replace('Kyba|', '');
    expect(await run('whosonfirst', wof(wofRows[0]!, moved))).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await version()).not.toBe(first);
    const { places } = await readPlaces(test.database);
    expect(places).toHaveLength(3);
    expect(places.find(({ name }) => name === 'Kiba')).toMatchObject({ latitude: -1.6, names: [] });
  });

  it('keeps refused rows aside and passes over what is no place', async () => {
    const text = wof(
      ...wofRows,
      '101,Nowhere,locality,-95,28,,10,10,-1,,-1,',
      '102,,locality,-1,28,,10,10,-1,,-1,',
      '103,Old,locality,-1,28,,10,10,-1,,0,2019-01-01',
      '104,12345,postalcode,-1,28,,10,10,-1,,1,',
    );
    const summary = await run('whosonfirst', text);
    expect(summary).toMatchObject({ rows: 5, new: 3, refused: 2 });
    const kept = (await readFile(summary.refusedFile!, 'utf8')).trim().split('\n');
    expect(kept.map((line) => JSON.parse(line).refusals[0].field)).toEqual(['latitude', 'name']);
  });

  it('says what a file as a whole lacks', async () => {
    await expect(run('whosonfirst', 'name,latitude\nGoma,1\n')).rejects.toThrow(/columns missing: wof_id/);
    await expect(run('geonames', 'name\tlatitude\n')).rejects.toThrow(/has 2 columns.*has 19/);
    await expect(run('geonames', '')).rejects.toThrow(/empty/);
  });
});

describe('a GeoNames dump', () => {
  it('gives populated places and areas, and no streams', async () => {
    const text = [
      geoRow(1, 'Kiba', 'P', 'PPL'),
      geoRow(2, 'Kiba River', 'H', 'STM'),
      geoRow(3, 'East', 'A', 'ADM1', ['11', '']),
      geoRow(4, 'Abandoned', 'P', 'PPLQ'),
      'a broken\tline',
      geoRow(5, 'Kiba Territory', 'A', 'ADM2'),
    ].join('\r\n');
    const rows = await readAll(readGeonames, text);
    expect(refusalsIn(rows)).toEqual(['5: (row)']);
    expect(valuesOf(rows).map(({ recordId, place }) => [recordId, place.kind, place.areaKey])).toEqual([
      ['1', 'locality', null],
      ['3', 'admin1', 'geonames:CD.11'],
      ['5', 'admin2', 'geonames:CD.11.0001'],
    ]);
    expect(valuesOf(rows)[0]!.place).toMatchObject({
      names: ['Kibba'],
      country: 'CD',
      population: 500,
      within: ['geonames:CD.11', 'geonames:CD.11.0001'],
    });
    await run('geonames', text.replace('a broken\tline\r\n', ''));
    const { places } = await readPlaces(test.database);
    expect(places.find(({ id }) => id === 'geonames:1')).toMatchObject({
      admin1: 'East',
      admin2: 'Kiba Territory',
    });
  });
});

describe('the bundled places', () => {
  it('are all readable, each with an id of its own', async () => {
    const ids = new Set<string>();
    for (const name of ['places.csv', 'regions.csv']) {
      const file = path.join(packageRoot, 'data', name);
      const rows = await readAll(readPlaceCsv, createReadStream(file));
      expect(refusalsIn(rows)).toEqual([]);
      for (const { recordId } of valuesOf(rows)) {
        expect(ids.has(recordId), recordId).toBe(false);
        ids.add(recordId);
      }
    }
    expect(ids.size).toBeGreaterThan(1000);
  });

  it('are loaded once, and again where the files have changed; what left the files is removed', async () => {
    expect(await loadBundledPlaces(test.database, recordedAt)).toBe(true);
    expect(await loadBundledPlaces(test.database, recordedAt)).toBe(false);
    const first = await version();
    await test.database.query(`update installation set value = '"other"' where key = 'bundled places'`);
    await test.database.query(
      `insert into place (id, dataset, kind, name, latitude, longitude, content_hash, recorded_at)
       values ('bundled:gone', 'bundled', 'locality', 'Gone', 0, 0, '', now())`,
    );
    expect(await loadBundledPlaces(test.database, recordedAt)).toBe(true);
    expect(await version()).not.toBe(first);
    const { places } = await readPlaces(test.database);
    expect(places.some(({ id }) => id === 'bundled:gone')).toBe(false);
    expect(places.find(({ id }) => id === 'bundled:admin2.cd-north-kivu-walikale')).toMatchObject({
      kind: 'admin2',
      country: 'CD',
      admin1: 'North Kivu',
    });
  });
});

describe('the gazetteer in memory', () => {
  it('holds the sites with their names and operators, and its version rises when they change', async () => {
    const before = await version();
    await test.database.query(
      `insert into site (id, name, kind, operator, country, latitude, longitude, status, recorded_at)
       values ('kibongo', 'Kibongo', 'industrial', 'Acme Kibongo Mining', 'CD', -1, 27, 'operating', now())`,
    );
    const added = await version();
    expect(added).not.toBe(before);
    await test.database.query(
      `insert into site_name select site.site_no, 'Kibongo North', 'acme' from site where site.id = 'kibongo'`,
    );
    expect(await version()).not.toBe(added);
    const { places, operators, version: read } = await readPlaces(test.database);
    expect(read).toBe(await version());
    expect(operators).toEqual([{ name: 'Acme Kibongo Mining', siteIds: ['kibongo'] }]);
    expect(places).toEqual([
      expect.objectContaining({
        id: 'site:kibongo',
        kind: 'site',
        siteId: 'kibongo',
        names: ['Kibongo North'],
      }),
    ]);
  });

  it('does not change its version when a site is only linked', async () => {
    await test.database.query(
      `insert into site (id, name, kind, latitude, longitude, status, recorded_at)
       values ('kibongo', 'Kibongo', 'industrial', -1, 27, 'operating', now())`,
    );
    const before = await version();
    await test.database.query('update site set linked_location = 1');
    expect(await version()).toBe(before);
  });
});

describe.skipIf(!hasSharedData)('the real file of DR Congo', () => {
  it('is imported whole, and read into memory', async () => {
    const file = path.join(sharedData, 'places', 'whosonfirst-cd.csv');
    const rows = await readAll(readWhosOnFirst, createReadStream(file));
    expect(refusalsIn(rows)).toEqual([]);
    const summary = await run('whosonfirst', createReadStream(file));
    expect(summary.refused).toBe(0);
    expect(summary.new).toBeGreaterThan(36_000);
    const { places } = await readPlaces(test.database);
    const kigomas = places.filter(({ name }) => name === 'Kigoma');
    expect(kigomas.length).toBeGreaterThan(3);
    expect(kigomas.every(({ country }) => country === 'CD')).toBe(true);
    expect(kigomas.map(({ admin1 }) => admin1)).toContain('Nord-Kivu');
  }, 30_000);
});
