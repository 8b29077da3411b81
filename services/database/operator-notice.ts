import type { Queryable } from './pool.ts';

/** `key`: what it is about; `text`: what the operator reads. */
export type OperatorNotice = { key: string; text: string };

/** What goes on and off is told once a day at most; and what comes one after the other in one mail an hour. */
const keptHours = 24;
const quietMinutes = 60;

/**
 * Notes what there is to tell the operator about a subject, `keys` that begin with `about`. Answers what is new among
 * it; what has ended is forgotten, and told again where it comes back. Run it in the transaction that makes the message.
 */
export async function noteOperatorNotices(
  client: Queryable,
  about: string,
  notices: readonly OperatorNotice[],
  now: Date,
): Promise<OperatorNotice[]> {
  const keys = notices.map(({ key }) => key);
  await client.query(
    `delete from operator_notice where starts_with(key, $1) and not key = any($2)
       and told_at < $3::timestamptz - $4 * interval '1 hour'`,
    [about, keys, now, keptHours],
  );
  const recent = await client.query(
    `select 1 from operator_notice
     where starts_with(key, $1) and told_at > $2::timestamptz - $3 * interval '1 minute' and told_at <= $2 limit 1`,
    [about, now, quietMinutes],
  );
  if (recent.rows.length > 0) return [];
  const { rows } = await client.query(
    `insert into operator_notice (key, text, told_at)
     select key, text, $3 from unnest($1::text[], $2::text[]) as given (key, text) order by key
     on conflict (key) do nothing returning key`,
    [keys, notices.map(({ text }) => text), now],
  );
  const isNew = new Set(rows.map((row) => row.key));
  return notices.filter(({ key }) => isNew.has(key));
}
