import type { Database, Queryable } from '../pool.ts';

/** Key of the advisory lock that an import of many events shares while it runs. */
const bulkImportLock = 7_283_463;

/**
 * Announces that more events are coming. PostgreSQL takes the announcement back when the connection ends, also when
 * this process dies. Answers the function that takes it back.
 */
export async function announceBulkImport(database: Database): Promise<() => Promise<void>> {
  const client = await database.connect();
  await client.query('select pg_advisory_lock_shared($1)', [bulkImportLock]);
  return async () => {
    try {
      await client.query('select pg_advisory_unlock_shared($1)', [bulkImportLock]);
      // PostgreSQL gathers its statistics about once a minute; what reads the new rows runs now.
      await client.query('analyze event, event_revision, link');
      client.release();
    } catch (error) {
      // A connection that is closed holds no lock.
      client.release(error as Error);
    }
  };
}

/** True while an import is running, or events that came in wait to be linked. */
export async function areEventsComing(client: Queryable): Promise<boolean> {
  const { rows } = await client.query(
    `select exists (select from event where event.linked_revision is distinct from event.revision)
         or exists (select from pg_locks
                    where pg_locks.locktype = 'advisory' and pg_locks.objid = $1
                      and pg_locks.database = (select oid from pg_database where datname = current_database())) as coming`,
    [bulkImportLock],
  );
  return rows[0].coming;
}
