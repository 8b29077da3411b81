import type { Queryable } from './pool.ts';

/** Facts about this installation that are noted once. */
export type InstallationFact = 'bundled sites' | 'bundled places' | 'demo replayed';

export async function readFact(client: Queryable, key: InstallationFact): Promise<unknown> {
  const { rows } = await client.query(
    'select installation.value from installation where installation.key = $1',
    [key],
  );
  return rows[0]?.value ?? null;
}

export async function noteFact(client: Queryable, key: InstallationFact, value: unknown): Promise<void> {
  await client.query(
    `insert into installation (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value`,
    [key, JSON.stringify(value)],
  );
}
