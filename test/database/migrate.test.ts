import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertSchemaIsCurrent } from '../../services/database/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

describe('the check of the schema', () => {
  it('finds nothing where all migrations are applied', async () => {
    await expect(assertSchemaIsCurrent(test.database)).resolves.toBeUndefined();
  });

  it('names a migration that is missing below the highest one, and what to run', async () => {
    const { rows } = await test.database.query(
      'delete from schema_migration where version in (2, 15) returning *',
    );
    await expect(assertSchemaIsCurrent(test.database)).rejects.toThrow(
      /needs 0002-incidents\.sql, 0015-days-ahead\.sql too: run "orewatch migrate" once/,
    );
    for (const row of rows)
      await test.database.query('insert into schema_migration values ($1, $2, $3, $4)', Object.values(row));
  });

  it('names one that this Orewatch does not know, also below the highest one', async () => {
    await test.database.query(
      `insert into schema_migration values (11, '0011-of-another.sql', 'none', now())`,
    );
    await expect(assertSchemaIsCurrent(test.database)).rejects.toThrow(
      /does not know 0011-of-another\.sql: start the Orewatch release/,
    );
    await test.database.query('delete from schema_migration where version = 11');
  });
});
