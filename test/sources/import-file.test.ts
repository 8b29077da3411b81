import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { type ImportRequest, type ImportSummary, importFile } from '../../services/importing/import-file.ts';
import { parseColumnMap } from '../../services/sources/events/mapped-csv.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { hasSharedData, sharedData } from './read-all.ts';

const recordedAt = new Date('2026-11-22T12:00:00Z');
const header = 'source,sourceEventId,occurredOn,type,subType,latitude,longitude,notes';
const line = (id: number | string, notes = '') => `news,${id},2025-03-19,Battles,Armed clash,1,27,${notes}`;
let test: TestDatabase;
let folder: string;

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'orewatch-import-'));
});
afterAll(async () => {
  await test.drop();
  await rm(folder, { recursive: true });
});
beforeEach(() => test.database.query('truncate site, event, report restart identity cascade'));

type Kind =
  | { kind: 'events'; format: 'csv' | 'jsonl' | 'ucdp-ged' | 'mapped-csv' }
  | { kind: 'sites'; format: 'csv' | 'geojson' | 'ipis' | 'icmm' };

function run(kind: Kind, input: Readable, more: Partial<ImportRequest> = {}): Promise<ImportSummary> {
  const context = { database: test.database, queues: { wake: async () => {}, close: async () => {} } };
  const base = {
    input,
    fileName: 'in/some file.csv',
    context,
    recordedAt,
    refusedFolder: path.join(folder, 'refused'),
  };
  return importFile({ ...base, ...more, ...kind } as ImportRequest);
}

const runText = (kind: Kind, text: string, more: Partial<ImportRequest> = {}) =>
  run(kind, Readable.from([Buffer.from(text)]), more);
const csv = { kind: 'events', format: 'csv' } as const;
const count = async (table: string) =>
  (await test.database.query(`select count(*) from ${table}`)).rows[0].count;

describe('an import of events', () => {
  it('tells what became of each row, and keeps the refused ones with their reasons', async () => {
    const text = [
      header,
      line(1),
      line(1),
      line(1, 'other'),
      'news,2,yesterday,Battles,Armed clash,91,27,',
      line(3),
    ].join('\n');
    const summary = await runText(csv, text);
    expect(summary).toMatchObject({
      rows: 5,
      new: 2,
      changed: 0,
      unchanged: 0,
      repeated: 1,
      refused: 2,
      stopped: false,
    });
    expect(summary.refusedFile).toMatch(/refused\/[\dT-]+Z-some_file\.csv\.jsonl$/);
    const kept = (await readFile(summary.refusedFile!, 'utf8'))
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row));
    expect(
      kept.map((row) => [row.line, row.refusals.map((refusal: { field: string }) => refusal.field)]),
    ).toEqual([
      [4, ['(row)']],
      [5, ['occurredOn', 'latitude']],
    ]);
    expect(kept[1].raw).toMatchObject({ sourceEventId: '2', occurredOn: 'yesterday' });
    expect(summary.firstRefused).toEqual(kept);
  });

  it('changes nothing the second time, and makes a revision of a changed row', async () => {
    await runText(csv, [header, line(1), line(2)].join('\n'));
    expect(await runText(csv, [header, line(1), line(2)].join('\n'))).toMatchObject({ new: 0, unchanged: 2 });
    expect(await runText(csv, [header, line(1), line(2, 'more')].join('\n'))).toMatchObject({
      unchanged: 1,
      changed: 1,
    });
    expect(await count('event_revision')).toBe(3);
  });

  it('streams thousands of rows in batches, and says on the way how far it is', async () => {
    function* lines() {
      yield Buffer.from(`${header}\n`);
      for (let i = 0; i < 9000; i++) yield Buffer.from(`${line(i)}\n`);
    }
    const rows: number[] = [];
    const summary = await run(csv, Readable.from(lines()), {
      onProgress: (progress) => rows.push(progress.rows),
    });
    expect(summary).toMatchObject({ rows: 9000, new: 9000 });
    expect(rows.length).toBeGreaterThan(1);
    expect(await count('event')).toBe(9000);
  });

  it('loses no good row to one that the database cannot store', async () => {
    await test.database.query(
      `alter table event_revision add constraint poison check (notes is distinct from 'poison')`,
    );
    try {
      const rows = Array.from({ length: 1200 }, (_, i) => line(i, i === 700 || i === 3 ? 'poison' : ''));
      const summary = await runText(csv, [header, ...rows].join('\n'));
      expect(summary).toMatchObject({ rows: 1200, new: 1198, refused: 2 });
      expect(summary.firstRefused.map((row) => row.line).sort()).toEqual([5, 702]);
    } finally {
      await test.database.query('alter table event_revision drop constraint poison');
    }
  });

  it('ends with the error where something fails on the way, and is completed by another run', async () => {
    const text = [header, ...Array.from({ length: 9000 }, (_, i) => line(i))].join('\n');
    await expect(
      runText(csv, text, {
        onProgress: () => {
          throw new Error('no space left');
        },
      }),
    ).rejects.toThrow('no space left');
    const stored = await count('event');
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(9000);
    expect(await runText(csv, text)).toMatchObject({ unchanged: stored, new: 9000 - stored });
  });

  it('stops where it is asked to, with all that was read until then stored', async () => {
    const stopping = new AbortController();
    async function* endless() {
      yield Buffer.from(`${header}\n`);
      for (let i = 0; ; i++) yield Buffer.from(`${line(i)}\n`);
    }
    const summary = await run(csv, Readable.from(endless()), {
      signal: stopping.signal,
      onProgress: () => stopping.abort(),
    });
    expect(summary.stopped).toBe(true);
    expect(summary.new).toBe(summary.rows);
    expect(await count('event')).toBe(summary.rows);
  });

  it('counts a megabyte of broken lines, loses no good row to them, and keeps what has room', async () => {
    const broken = 'x\n'.repeat(260_000);
    const text = `${header}\n${line(1)}\n${broken}${line(2)}\n${broken}${line(3)}\n`;
    const summary = await runText(csv, text);
    expect(summary).toMatchObject({ rows: 520_003, new: 3, refused: 520_000 });
    const kept = await readFile(summary.refusedFile!, 'utf8');
    expect(kept.length).toBeLessThan(2 * text.length + 1_050_000);
    // One line of it says that there is little room.
    expect(kept.trim().split('\n').length - 1).toBe(summary.refused - summary.onlyCounted);
  });

  it('takes those that can hardly lie in the country that a column names, and tells them', async () => {
    const text =
      'day,kind,y,x,country\n2025-03-19,State-based,27.7,-1,DR Congo\n2025-03-20,State-based,-1,27.7,DR Congo\n';
    const columns = parseColumnMap('date=day,type=kind,lat=y,lon=x');
    const summary = await runText({ kind: 'events', format: 'mapped-csv' }, text, { source: 'x', columns });
    expect(summary).toMatchObject({ new: 2, refused: 0, warnings: 1, firstWarnings: [{ line: 2 }] });
  });

  it('refuses a file of other columns before anything is stored', async () => {
    await expect(runText(csv, 'a,b\n1,2\n')).rejects.toThrow(/columns missing/);
    expect(await count('event')).toBe(0);
  });
});

describe('an import of sites', () => {
  it('takes those that can hardly lie in their country, counts them and tells twenty of them', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `m${i},Mine,${27.7 + i / 100},-1,CD`);
    const text = ['id,name,latitude,longitude,country', 'good,Mine,-1,27.7,CD', ...rows].join('\n');
    const summary = await runText({ kind: 'sites', format: 'csv' }, text);
    expect(summary).toMatchObject({ new: 31, refused: 0, warnings: 30 });
    expect(summary.firstWarnings).toHaveLength(20);
    expect(summary.firstWarnings[0]).toEqual({
      line: 3,
      field: 'latitude, longitude',
      got: '27.7, -1',
      text: 'do not lie in CD, as the row says; swapped, they lie in CD',
    });
  });

  it('counts a row once that two things look wrong about', async () => {
    const text = 'id,name,latitude,longitude,country\na,A,27.7,-1,CD\nb,B,27.7001,-1,CD\n';
    const summary = await runText({ kind: 'sites', format: 'csv' }, text);
    expect(summary.warnings).toBe(2);
    expect(summary.firstWarnings.map(({ line }) => line)).toEqual([2, 3, 3]);
  });

  it('loads the bundled sites once', async () => {
    const file = path.join(packageRoot, 'data', 'sites.csv');
    const sites = { kind: 'sites', format: 'csv' } as const;
    const first = await run(sites, createReadStream(file), { source: 'orewatch' });
    expect(first).toMatchObject({ new: first.rows, refused: 0 });
    expect(await run(sites, createReadStream(file), { source: 'orewatch' })).toMatchObject({
      unchanged: first.rows,
    });
  });
});

describe.skipIf(!hasSharedData)('an import of the real files', () => {
  const open = (folder: string, file: string) => createReadStream(path.join(sharedData, folder, file));
  const ipis = { kind: 'sites', format: 'ipis' } as const;

  it('makes one site of each IPIS mine over both editions, with all visits, beside the bundled sites', async () => {
    const bundled = createReadStream(path.join(packageRoot, 'data', 'sites.csv'));
    await run({ kind: 'sites', format: 'csv' }, bundled, { source: 'orewatch' });
    const bundledIpis = (await test.database.query(`select count(*) from site_record where dataset = 'ipis'`))
      .rows[0].count;
    expect(bundledIpis).toBeGreaterThan(50);

    const older = await run(ipis, open('sites', 'ipis-drc-2021.csv'));
    expect(older).toMatchObject({ rows: 5074, new: 5074, refused: 0 });
    // Of 2,994 mines two are the shafts of one bundled site, Kalimbi.
    expect(older.sites!.new + older.sites!.changed).toBe(2993);
    const newer = await run(ipis, open('sites', 'ipis-drc-2024.csv'));
    expect(newer).toMatchObject({ rows: 6955, refused: 0, repeated: 0 });
    const { new: added, changed, unchanged } = newer.sites!;
    expect(added + changed + unchanged).toBe(3408);

    // 26 mines of 2021 are no longer in the edition of 2024: they stay. 58 visits of 2021 were withdrawn: they stay.
    const mines = await test.database.query(
      `select distinct record_id, site_no from site_record where dataset = 'ipis'`,
    );
    expect(mines.rows).toHaveLength(3435);
    expect(await count('site_visit')).toBe(6955 + 58);
    const names = await test.database.query(
      `select id, name from site where id in ('bisie', 'ipis-codmine00396')`,
    );
    expect(names.rows).toEqual([{ id: 'bisie', name: 'Bisie' }]);

    const before = await test.database.query('select version from site_set');
    const again = await run(ipis, open('sites', 'ipis-drc-2024.csv'));
    expect(again).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 6955,
      sites: { new: 0, changed: 0, unchanged: 3408 },
    });
    expect(await test.database.query('select version from site_set').then((result) => result.rows)).toEqual(
      before.rows,
    );
  });

  it('changes nothing back where the older edition comes after the newer one, and counts its rows', async () => {
    await run(ipis, open('sites', 'ipis-drc-2024.csv'));
    const before = await test.database.query(
      'select id, name, minerals, latitude, longitude from site order by site_no',
    );
    const older = await run(ipis, open('sites', 'ipis-drc-2021.csv'));
    expect(older).toMatchObject({
      ...{ rows: 5074, new: 58, changed: 0, older: 2043, unchanged: 2973 },
      sites: { new: 26, changed: 0, unchanged: 2968 },
    });
    const after = await test.database.query(
      `select id, name, minerals, latitude, longitude from site where id = any($1) order by site_no`,
      [before.rows.map(({ id }) => id)],
    );
    expect(after.rows).toEqual(before.rows);
    expect(await run(ipis, open('sites', 'ipis-drc-2024.csv'))).toMatchObject({ unchanged: 6955 });
  });

  it('knows the ICMM mines that are bundled already', async () => {
    const bundled = createReadStream(path.join(packageRoot, 'data', 'sites.csv'));
    await run({ kind: 'sites', format: 'csv' }, bundled, { source: 'orewatch' });
    const known = await count('site');
    const tied = (await test.database.query(`select count(*) from site_record where dataset = 'icmm'`))
      .rows[0].count;
    const summary = await run({ kind: 'sites', format: 'icmm' }, open('sites', 'icmm-2025.geojson'));
    expect(summary).toMatchObject({ rows: 8508, new: 8508 - tied, changed: tied, refused: 0 });
    expect(await count('site')).toBe(known + 8508 - tied);
  });

  it.each([
    ['ucdp-candidate-26.0.2-third.csv', 433],
    ['ucdp-ged-sample-1000.csv', 1000],
    ['ucdp-hdx-bangladesh.csv', 601],
  ])('stores each event of %s once', async (file, rows) => {
    const ucdp = { kind: 'events', format: 'ucdp-ged' } as const;
    expect(await run(ucdp, open('events', file))).toMatchObject({ rows, new: rows });
    expect(await run(ucdp, open('events', file))).toMatchObject({ rows, unchanged: rows });
  });

  it('counts exact repetitions in the reduced DR Congo file once', async () => {
    const map = 'date=date,lat=latitude,lon=longitude,place=location,deaths=fatalities,type=event_type';
    const options = { source: 'drc', columns: parseColumnMap(map) };
    const mapped = { kind: 'events', format: 'mapped-csv' } as const;
    const file = () => open('events', 'ucdp-ged-drc-1989-2021.csv');
    expect(await run(mapped, file(), options)).toMatchObject({
      rows: 6091,
      new: 6085,
      repeated: 6,
      refused: 0,
    });
    expect(await run(mapped, file(), options)).toMatchObject({ unchanged: 6085, repeated: 6 });
  });
});
