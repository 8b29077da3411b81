import { type FeedRow, findFeedById, findFeeds } from '../database/feeds/feed.ts';
import type { Database } from '../database/pool.ts';
import type { Source } from '../sources/source.ts';
import { findSource, sources } from '../sources/sources.ts';
import { feedSource } from './feed-source.ts';

const mostFeeds = 10_000;

/** Every source there is, each feed among them. */
export async function everySource(database: Database): Promise<Source[]> {
  const feeds: FeedRow[] = await findFeeds(database, { limit: mostFeeds });
  return [...sources, ...feeds.reverse().map((feed) => feedSource(feed, database))];
}

/** The source of this name, `feed/3` among them; null where there is none. */
export async function sourceOf(name: string, database: Database): Promise<Source | null> {
  const feedId = /^feed\/([1-9]\d{0,14})$/.exec(name)?.[1];
  if (feedId === undefined) return findSource(name);
  const feed = await findFeedById(database, Number(feedId));
  return feed && feedSource(feed, database);
}
