import type { Language } from '../../../domain/reading/text/text.ts';
import type { Queryable } from '../pool.ts';
import { forgetSource, switchOn } from '../sources/source-state.ts';

export type FeedContent = {
  url: string;
  publisher: string | null;
  /** The one that its texts are taken to be in where they do not show it; null where that is not known. */
  language: Language | null;
  everyMinutes: number;
  mayShowRaw: boolean;
};

export type FeedRow = FeedContent & {
  id: number;
  /** The title that the feed gives itself. */
  title: string | null;
  createdAt: Date;
  isOn: true;
  nextPollAt: Date;
  lastPollAt: Date | null;
  lastSuccessAt: Date | null;
  /** Polls that failed one after the other. */
  failures: number;
  /** True where only a person can mend what failed, such as a wrong address. */
  needsPerson: boolean;
  lastError: string | null;
  lastErrorAt: Date | null;
  /** What the last poll that got the feed could not make use of. */
  note: string | null;
  articlesRead: number;
};

const feedColumns = `feed.id, feed.url, feed.publisher, feed.language, feed.title, feed.every_minutes as "everyMinutes",
  feed.may_show_raw as "mayShowRaw", feed.created_at as "createdAt", true as "isOn",
  state.next_fetch_at as "nextPollAt", state.last_fetch_at as "lastPollAt",
  state.last_success_at as "lastSuccessAt", state.failures, state.needs_person as "needsPerson",
  state.last_error as "lastError", state.last_error_at as "lastErrorAt", state.note,
  (select count(*) from feed_item where feed_item.feed_id = feed.id and feed_item.state = 'read') as "articlesRead"`;

const feeds = `feed join source_state state on state.source = 'feed/' || feed.id`;

/** The name of a feed among the sources; no source of events can be called so. */
export const sourceNameOf = (feedId: number) => `feed/${feedId}`;

/** Adds a feed that is polled at once; null where there is one with this address. */
export async function insertFeed(client: Queryable, feed: FeedContent, now: Date): Promise<number | null> {
  const { rows } = await client.query<{ id: number }>(
    `insert into feed (url, publisher, language, every_minutes, may_show_raw, created_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (url) where removed_at is null do nothing returning id`,
    [feed.url, feed.publisher, feed.language, feed.everyMinutes, feed.mayShowRaw, now],
  );
  const id = rows[0]?.id ?? null;
  if (id !== null) await switchOn(client, sourceNameOf(id), {}, now);
  return id;
}

/** The feeds that are polled, the newest first. */
export async function findFeeds(
  client: Queryable,
  filter: { after?: number; limit: number },
): Promise<FeedRow[]> {
  const { rows } = await client.query<FeedRow>(
    `select ${feedColumns} from ${feeds}
     where feed.removed_at is null and ($1::bigint is null or feed.id < $1) order by feed.id desc limit $2`,
    [filter.after ?? null, filter.limit],
  );
  return rows;
}

export async function findFeedById(client: Queryable, id: number): Promise<FeedRow | null> {
  const { rows } = await client.query<FeedRow>(
    `select ${feedColumns} from ${feeds} where feed.id = $1 and feed.removed_at is null`,
    [id],
  );
  return rows[0] ?? null;
}

export async function findFeedByUrl(client: Queryable, url: string): Promise<FeedRow | null> {
  const { rows } = await client.query<FeedRow>(
    `select ${feedColumns} from ${feeds} where feed.url = $1 and feed.removed_at is null`,
    [url],
  );
  return rows[0] ?? null;
}

/** Notes what a feed tells of itself. A language that is known stays: whoever added the feed knows better than the feed. */
export async function noteFeedTold(
  client: Queryable,
  id: number,
  told: { title: string | null; language: Language | null },
): Promise<void> {
  await client.query(
    `update feed set title = coalesce($2, feed.title), language = coalesce(feed.language, $3) where feed.id = $1`,
    [id, told.title, told.language],
  );
}

/** Of these addresses those that are polled, with the id of the feed of each. */
export async function findFeedIds(client: Queryable, urls: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await client.query<{ url: string; id: number }>(
    'select feed.url, feed.id from feed where feed.url = any($1) and feed.removed_at is null',
    [urls],
  );
  return new Map(rows.map(({ url, id }) => [url, id]));
}

/** Ends the polling of a feed; false where there is no such feed. The reports that it brought stay. */
export async function removeFeed(client: Queryable, id: number, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    'update feed set removed_at = $2 where id = $1 and removed_at is null',
    [id, now],
  );
  await client.query('delete from feed_item where feed_id = $1', [id]);
  await forgetSource(client, sourceNameOf(id));
  return rowCount === 1;
}
