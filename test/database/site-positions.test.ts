import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { storeSites } from '../../services/database/sites/site.ts';
import { inTransaction } from '../../services/database/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testSite } from '../support/pipeline.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test?.drop());

const place = (id: string, day: string, latitude: number, name = id) =>
  inTransaction(test.database, (client) => {
    const site = testSite({ id, latitude, longitude: 20 });
    const item = { ...site, site: { ...site.site, name } };
    return storeSites(client, [item], new Date(day), { author: 'Ada', key: null });
  });

const positions = async () =>
  (await test.database.query('select * from site_position order by site_no, revision')).rows;

it('the migration finds the positions of sites that have moved before it', async () => {
  await place('still', '2025-01-01', 1);
  await place('moved', '2025-01-01', 1);
  await place('moved', '2025-01-02', 1, 'renamed');
  await place('moved', '2025-01-03', 2);
  await place('moved', '2025-01-04', 1);
  await test.database.query(
    `insert into site (id, name, kind, latitude, longitude, status, recorded_at)
     values ('by-hand', 'By hand', 'artisanal', 5, 5, 'unknown', '2025-01-05')`,
  );
  const kept = await positions();
  expect(kept.map(({ revision, latitude }) => [revision, latitude])).toEqual([
    [1, 1],
    [1, 1],
    [2, 2],
    [3, 1],
  ]);
  await test.database.query('drop table site_position');
  const migration = path.join(packageRoot, 'migrations', '0021-site-positions.sql');
  await test.database.query(readFileSync(migration, 'utf8'));
  const byHand = { latitude: 5, dataset: null, record_id: null, recorded_at: new Date('2025-01-05') };
  expect(await positions()).toEqual([...kept, expect.objectContaining(byHand)]);
});
