import { createReadStream } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { parseColumnMap } from '../../services/sources/events/mapped-csv.ts';
import { count, run, setUpImports, test } from '../support/importing.ts';
import { hasSharedData, sharedData } from './read-all.ts';

setUpImports();

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
