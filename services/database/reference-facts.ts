import type { PoolClient } from 'pg';
import type { Queryable } from './pool.ts';

/** What is known and wanted before anything happens, each table after those that it refers to. */
const tables = [
  { name: 'site', recordedBy: 'recorded_at', identity: 'site_no' },
  { name: 'site_name' },
  { name: 'site_record', recordedBy: 'recorded_at' },
  { name: 'site_visit', recordedBy: 'recorded_at' },
  { name: 'site_position', recordedBy: 'recorded_at' },
  { name: 'place' },
  { name: 'place_name' },
  { name: 'subscriber', recordedBy: 'created_at', identity: 'id' },
  { name: 'subscription', recordedBy: 'created_at', identity: 'id', where: 'ended_at is null' },
  { name: 'installation', where: `key in ('bundled sites', 'bundled places')` },
] as const satisfies readonly {
  name: string;
  /** The column that says since when it is known. */
  recordedBy?: string;
  identity?: string;
  where?: string;
}[];

const rowsAtOnce = 5000;

/**
 * Copies sites, places and subscriptions from one database into an empty one of the same schema, as if they had been
 * known since `knownSince`. Both clients are in a transaction.
 */
export async function copyReferenceFacts(
  from: PoolClient,
  into: PoolClient,
  knownSince: Date,
): Promise<void> {
  for (const table of tables) {
    const { name } = table;
    const condition = 'where' in table ? `where ${table.where}` : '';
    await from.query(
      `declare copied no scroll cursor for select row_to_json(${name})::text as row from ${name} ${condition}`,
    );
    for (let rows = await fetchRows(from); rows.length > 0; rows = await fetchRows(from)) {
      await into.query(
        `insert into ${name} overriding system value select * from json_populate_recordset(null::${name}, $1)`,
        [`[${rows.join(',')}]`],
      );
    }
    await from.query('close copied');
    if ('recordedBy' in table) {
      const { recordedBy } = table;
      await into.query(`update ${name} set ${recordedBy} = $1 where ${recordedBy} > $1`, [knownSince]);
    }
    if ('identity' in table) {
      const { identity } = table;
      await into.query(
        `select setval(pg_get_serial_sequence('${name}', '${identity}'), max(${identity})) from ${name}`,
      );
    }
  }
  await into.query('update site_set set version = version + 1');
  await into.query('update place_set set version = version + 1');
}

/** Rows as JSON texts. */
async function fetchRows(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ row: string }>(`fetch ${rowsAtOnce} from copied`);
  return rows.map(({ row }) => row);
}
