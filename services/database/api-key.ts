import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from './pool.ts';

/** Makes an API key and answers it, the only time that it is seen: the table keeps its hash alone. */
export async function createApiKey(client: Queryable, name: string, now: Date): Promise<string> {
  const key = `ore_${randomBytes(32).toString('base64url')}`;
  await client.query('insert into api_key (name, key_hash, created_at) values ($1, $2, $3)', [
    name,
    hashOf(key),
    now,
  ]);
  return key;
}

/** The name under which a key was made; null where it was not made here, or is revoked. */
export async function findKeyName(client: Queryable, key: string): Promise<string | null> {
  const { rows } = await client.query(
    'select api_key.name from api_key where api_key.key_hash = $1 and api_key.revoked_at is null',
    [hashOf(key)],
  );
  return rows[0]?.name ?? null;
}

/** How many keys are in force. */
export async function countKeys(client: Queryable): Promise<number> {
  const { rows } = await client.query(
    'select count(*) as count from api_key where api_key.revoked_at is null',
  );
  return rows[0].count;
}

/** A key holds 256 random bits: a plain hash of it cannot be guessed back, unlike that of a password. */
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
