import pg from 'pg';

/** Held in the embedded database by the process that owns the stack; PostgreSQL frees it when that process dies. */
const ownerLock = 7_283_462;

export type StackLock = {
  release(): Promise<void>;
  /** Resolves when the connection that holds it ends. */
  lost: Promise<void>;
};

/** Takes the ownership of the embedded stack; null where another living process has it. */
export async function takeOwnership(maintenanceUrl: string): Promise<StackLock | null> {
  const client = new pg.Client({
    connectionString: maintenanceUrl,
    application_name: 'orewatch owner',
    keepAlive: true,
  });
  client.on('error', () => {});
  const lost = new Promise<void>((resolve) => client.once('end', () => resolve()));
  await client.connect();
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [ownerLock]);
  if (!rows[0].taken) {
    await client.end();
    return null;
  }
  return { release: () => client.end(), lost };
}

/** How many connections of other Orewatch processes are open, that would break if the database stopped now. */
export async function countGuests(maintenanceUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select count(*)::int as guests from pg_stat_activity where application_name like 'orewatch guest%'`,
    );
    return rows[0].guests;
  } finally {
    await client.end();
  }
}
