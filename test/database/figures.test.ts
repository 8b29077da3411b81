import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

/** The columns of our tables that hold figures with fractions, each with its checks as SQL. */
async function figureColumns() {
  const { rows } = await test.database.query<{
    column: string;
    name: string;
    type: string;
    checks: string[];
  }>(`
    select c.relname || '.' || a.attname as column, quote_ident(a.attname) as name, format_type(a.atttypid, null) as type,
      (select coalesce(array_agg(pg_get_expr(conbin, conrelid)), '{}') from pg_constraint
       where contype = 'c' and conrelid = c.oid and conkey = array[a.attnum]) as checks
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and format_type(a.atttypid, null) ~ '^(real|double precision|numeric)'
    order by 1`);
  return rows;
}

describe('every column of figures', () => {
  it.each(['NaN', 'Infinity', '-Infinity'])('refuses %s', async (figure) => {
    const columns = await figureColumns();
    expect(columns.map(({ column }) => column)).toEqual(
      expect.arrayContaining(['event_revision.uncertainty_km', 'place.radius_km', 'subscription.bbox']),
    );
    const taken: string[] = [];
    for (const { column, name, type, checks } of columns) {
      const value = type.endsWith('[]') ? `{0,0,${figure},0}` : figure;
      const { rows } = await test.database.query(
        `select ${checks.map((check) => `(${check})`).join(' and ') || 'true'} as ok from (select $1::${type} as ${name}) as row`,
        [value],
      );
      if (rows[0].ok !== false) taken.push(column);
    }
    expect(taken).toEqual([]);
  });
});
