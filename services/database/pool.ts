import pg from 'pg';

export type Database = pg.Pool;
/** Where a query runs: on any connection of the pool, or on the one that holds a transaction. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

/** Rows of one insert where there may be a hundred thousand: putting them into words holds the event loop. */
export const rowsPerInsert = 5000;

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    // A date stays a calendar date: as a Date it would move with the time zone of the machine.
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    // Row counts and identities fit a double exactly up to 2^53.
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

/**
 * A connection pool. A connection that is lost, idle or in use, is told to `onError`, and the pool replaces it; what
 * was under way on it fails with an error of its own. Nobody needs to listen to a client: one that is checked out
 * would otherwise end the process with it.
 */
export function createPool(
  connectionString: string,
  options: { max: number; applicationName: string; onError: (error: Error) => void; schema?: string },
): Database {
  const pool = new pg.Pool({
    connectionString,
    max: options.max,
    application_name: options.applicationName,
    types,
    options: options.schema ? `-c search_path=${options.schema} -c timezone=UTC` : '-c timezone=UTC',
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 60_000,
  });
  pool.on('connect', (client) => client.on('error', options.onError));
  // Said of an idle connection, which has told it already.
  pool.on('error', () => {});
  return pool;
}

type Answers<A extends readonly (() => Promise<unknown>)[]> = {
  -readonly [I in keyof A]: Awaited<ReturnType<A[I]>>;
};

/**
 * Asks several things: side by side on the connections of a pool, so that the answer waits for the slowest of them; in
 * turn on the one connection of a transaction.
 */
export async function together<A extends readonly (() => Promise<unknown>)[]>(
  client: Queryable,
  ...asks: A
): Promise<Answers<A>> {
  if (client instanceof pg.Pool) return Promise.all(asks.map((ask) => ask())) as Promise<Answers<A>>;
  const answers: unknown[] = [];
  for (const ask of asks) answers.push(await ask());
  return answers as Answers<A>;
}
