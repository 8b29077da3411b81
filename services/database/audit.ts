import { jsonText } from './json-text.ts';
import type { Queryable } from './pool.ts';

/** Who does something: the author that is claimed, and the key that was used; null at the command line. */
export type Doer = { author: string; key: string | null };

type AuditEntry = { actor: string; key: string | null; action: string; subject: string; details: unknown };

/**
 * Notes who did what, in the transaction in which it is done: `actor` is the author that the caller claims to be, `key`
 * the name of the key that was used. Entries are never changed.
 */
export async function writeAudit(client: Queryable, entry: AuditEntry, at: Date): Promise<void> {
  await client.query(
    'insert into audit_entry (at, actor, key_name, action, subject, details) values ($1, $2, $3, $4, $5, $6)',
    [at, entry.actor, entry.key, entry.action, entry.subject, JSON.stringify(entry.details)],
  );
}

/** The same of many things that are done at once. */
export async function writeAuditEntries(
  client: Queryable,
  entries: readonly AuditEntry[],
  at: Date,
): Promise<void> {
  if (entries.length === 0) return;
  await client.query(
    `insert into audit_entry (at, actor, key_name, action, subject, details)
     select $2, actor, key, action, subject, details
     from json_to_recordset($1::json) as (actor text, key text, action text, subject text, details jsonb)`,
    [jsonText(entries), at],
  );
}

export type AuditRow = {
  id: number;
  at: Date;
  actor: string;
  keyName: string | null;
  action: string;
  subject: string;
  details: Record<string, unknown>;
};

/** The audit trail, the newest entry first. */
export async function findAuditEntries(
  client: Queryable,
  filter: { subject?: string; after?: number; limit: number },
): Promise<AuditRow[]> {
  const { rows } = await client.query<AuditRow>(
    `select audit_entry.id, audit_entry.at, audit_entry.actor, audit_entry.key_name as "keyName", audit_entry.action, audit_entry.subject,
            audit_entry.details
     from audit_entry
     where ($1::text is null or audit_entry.subject = $1) and ($2::bigint is null or audit_entry.id < $2)
     order by audit_entry.id desc limit $3`,
    [filter.subject ?? null, filter.after ?? null, filter.limit],
  );
  return rows;
}
