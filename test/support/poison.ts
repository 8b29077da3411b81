import type { Database } from '../../services/database/pool.ts';

/**
 * Makes PostgreSQL refuse one row, as a row would be refused that breaks a rule of the table: `when` names it in terms
 * of `new`. Answers what takes the poison out again.
 */
export async function poison(
  database: Database,
  table: string,
  operation: 'insert' | 'update',
  when: string,
): Promise<() => Promise<void>> {
  await database.query(`
    create or replace function refuse_poison() returns trigger language plpgsql as $$
    begin raise exception 'this row of % is poison', tg_table_name; end $$`);
  await database.query(`create trigger poison before ${operation} on ${table} for each row
                        when (${when}) execute function refuse_poison()`);
  return async () => {
    await database.query(`drop trigger poison on ${table}`);
  };
}
