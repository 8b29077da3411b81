import { writeAudit } from '../database/audit.ts';
import { type FeedContent, insertFeed } from '../database/feeds/feed.ts';
import type { Queryable } from '../database/pool.ts';

/**
 * Adds a feed that is polled at once, and notes who did. Answers its id; null where there is one with this address. Run
 * it in a transaction.
 */
export async function addFeed(
  client: Queryable,
  feed: FeedContent,
  by: { actor: string; key: string | null },
  now: Date,
): Promise<number | null> {
  const id = await insertFeed(client, feed, now);
  if (id === null) return null;
  await writeAudit(client, { ...by, action: 'created', subject: `feeds/${id}`, details: feed }, now);
  return id;
}
