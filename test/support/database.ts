import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createPool, type Database } from '../../services/database/pool.ts';
import { templateDatabase } from './global-setup.ts';

export type TestDatabase = { database: Database; url: string; drop(): Promise<void> };

/** A database of its own for a test file, cloned from the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const maintenanceUrl = inject('maintenanceUrl');
  await withMaintenance(maintenanceUrl, (pool) =>
    pool.query(`create database ${name} template ${templateDatabase}`),
  );
  const url = maintenanceUrl.replace(/\/postgres$/, `/${name}`);
  const database = createPool(url, { max: 10, applicationName: 'orewatch test', onError: () => {} });
  return {
    database,
    url,
    async drop() {
      await database.end();
      await withMaintenance(maintenanceUrl, (pool) => pool.query(`drop database ${name} with (force)`));
    },
  };
}

async function withMaintenance(url: string, work: (pool: Database) => Promise<unknown>): Promise<void> {
  const pool = createPool(url, { max: 1, applicationName: 'orewatch test', onError: () => {} });
  try {
    // Cloning needs the template to itself: two clones at the same time take turns.
    await pool.query('select pg_advisory_lock(1)');
    await work(pool);
  } finally {
    await pool.end();
  }
}
