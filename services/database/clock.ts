import type { Queryable } from './pool.ts';

/** The time by the database's clock, which is one for all processes; within a transaction, that of its start. */
export async function readClock(client: Queryable): Promise<Date> {
  const { rows } = await client.query('select now() as now');
  return rows[0].now;
}
