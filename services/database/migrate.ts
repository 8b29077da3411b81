import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../config/package-root.ts';
import type { Database } from './pool.ts';
import { inTransaction } from './transaction.ts';

type Migration = { version: number; name: string; sql: string; checksum: string };

/** Held while migrations run, so that two processes that start together do not both run them. */
const migrationLock = 7_283_461;

/** The files of `migrations/` in order. */
function readMigrations(): Migration[] {
  const folder = path.join(packageRoot, 'migrations');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(path.join(folder, file), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      return { version: Number.parseInt(file, 10), name: file, sql, checksum };
    });
}

/** Brings the schema up to date, forward only, each file in the same transaction. Answers the names applied. */
export async function migrate(database: Database): Promise<string[]> {
  const migrations = readMigrations();
  return inTransaction(database, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query(`
      create table if not exists schema_migration (
        version integer primary key, name text not null, checksum text not null, applied_at timestamptz not null
      )`);
    const { rows } = await client.query<{ version: number; name: string; checksum: string }>(
      'select version, name, checksum from schema_migration order by version',
    );
    for (const applied of rows) {
      const known = migrations.find((migration) => migration.version === applied.version);
      if (!known)
        throw new SchemaError(
          `the database has migration ${applied.name}, which this Orewatch does not know`,
        );
      if (known.checksum !== applied.checksum) {
        throw new SchemaError(`migration ${known.name} was changed after it had been applied`);
      }
    }
    const pending = migrations.filter((migration) => !rows.some((row) => row.version === migration.version));
    for (const migration of pending) {
      await client.query(migration.sql);
      await client.query(
        'insert into schema_migration (version, name, checksum, applied_at) values ($1, $2, $3, now())',
        [migration.version, migration.name, migration.checksum],
      );
    }
    return pending.map((migration) => migration.name);
  });
}

export class SchemaError extends Error {
  override name = 'SchemaError';
}

/** Throws a SchemaError that says what to run, where the database lacks a migration or has one that is not known here. */
export async function assertSchemaIsCurrent(database: Database): Promise<void> {
  const needed = readMigrations();
  const applied = await readApplied(database);
  const lastVersion = applied.at(-1)?.version ?? 0;
  // One that is not known comes first: "orewatch migrate" could do nothing about it.
  const unknown = applied.filter(({ version }) => !needed.some((migration) => migration.version === version));
  if (unknown.length > 0) {
    throw new SchemaError(
      `the database schema is at version ${lastVersion}, newer than this Orewatch, which does not know ${namesOf(unknown)}: start the Orewatch release that migrated it, or a later one`,
    );
  }
  const missing = needed.filter(({ version }) => !applied.some((migration) => migration.version === version));
  if (missing.length > 0) {
    throw new SchemaError(
      `the database schema is at version ${lastVersion}, and this Orewatch needs ${namesOf(missing)} too: run "orewatch migrate" once, then start again`,
    );
  }
}

async function readApplied(database: Database): Promise<{ version: number; name: string }[]> {
  const { rows: tables } = await database.query(
    `select to_regclass('schema_migration') is not null as found`,
  );
  if (!tables[0].found) return [];
  return (await database.query('select version, name from schema_migration order by version')).rows;
}

function namesOf(migrations: readonly { name: string }[]): string {
  return migrations.map(({ name }) => name).join(', ');
}
