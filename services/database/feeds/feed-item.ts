import type { Queryable } from '../pool.ts';

export type KnownItem = {
  key: string;
  state: 'read' | 'skipped' | 'failed';
  attempts: number;
  /** When it was changed last, by what the feed said then. */
  changedAt: Date | null;
};

/** What is known of these items of a feed, by their keys. */
export async function findItems(
  client: Queryable,
  feedId: number,
  keys: readonly string[],
): Promise<Map<string, KnownItem>> {
  const { rows } = await client.query<KnownItem>(
    `select feed_item.item_key as key, feed_item.state, feed_item.attempts, feed_item.changed_at as "changedAt"
     from feed_item where feed_item.feed_id = $1 and feed_item.item_key = any($2)`,
    [feedId, keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

export type ItemOutcome = {
  key: string;
  url: string | null;
  changedAt: Date | null;
  state: KnownItem['state'];
  reason: string | null;
};

/** Remembers what was made of an item; a failure that follows another counts as one more attempt. A feed that was removed has no items. */
export async function rememberItem(
  client: Queryable,
  feedId: number,
  { key, url, changedAt, state, reason }: ItemOutcome,
  now: Date,
): Promise<void> {
  await client.query(
    `insert into feed_item as item (feed_id, item_key, state, url, reason, attempts, changed_at, seen_at)
     select feed.id, $2, $3, $4, $5, 1, $6, $7 from feed where feed.id = $1 and feed.removed_at is null
     on conflict (feed_id, item_key) do update
       set state = excluded.state, url = excluded.url, reason = excluded.reason,
           attempts = case when item.state = 'failed' and item.changed_at is not distinct from excluded.changed_at
                           then item.attempts + 1 else 1 end,
           changed_at = excluded.changed_at, seen_at = excluded.seen_at`,
    [feedId, key, state, url, reason, changedAt, now],
  );
}

/** Items that are still in the feed are kept; those that left it `keepDays` ago are forgotten. */
export async function forgetOldItems(
  client: Queryable,
  feedId: number,
  keysInFeed: readonly string[],
  keepDays: number,
  now: Date,
): Promise<void> {
  await client.query(
    `update feed_item set seen_at = $3 where feed_item.feed_id = $1 and feed_item.item_key = any($2)`,
    [feedId, keysInFeed, now],
  );
  await client.query(
    `delete from feed_item
     where feed_item.feed_id = $1 and feed_item.seen_at < $2::timestamptz - $3 * interval '1 day'`,
    [feedId, now, keepDays],
  );
}
