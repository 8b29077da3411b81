import { z } from 'zod';
import { millisecondsPerDay } from '../../domain/time.ts';
import { type FeedRow, noteFeedTold, sourceNameOf } from '../database/feeds/feed.ts';
import { findItems, forgetOldItems, type KnownItem, rememberItem } from '../database/feeds/feed-item.ts';
import type { Database } from '../database/pool.ts';
import { FetchError } from '../fetching/fetch-error.ts';
import type { Fetched } from '../fetching/polite-client.ts';
import type { FeedItem, ReadFeed } from '../sources/feeds/feed.ts';
import { type Portion, type Source, SourceError, type SourceTools } from '../sources/source.ts';
import { offThread } from '../threads/off-thread.ts';
import { type FeedOrigin, fetchArticle } from './fetch-article.ts';

const maxFeedBytes = 5_000_000;
/** Servers call feeds by many names: the content tells, but for what no feed ever is. */
const feedTypes = /^(?!(?:image|audio|video|font)\/|application\/(?:pdf|zip|gzip|msword))/;
const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';

/** The rest of a long feed comes with the next polls, which follow soon. */
const articlesPerPoll = 50;
const mostPollMs = 15 * 60_000;
const restAfterMs = 60_000;
/** What a feed had long before it was added is not news. */
const oldDays = 30;
/** Zones are often wrong, by half a day at most; what is dated further ahead is dated wrongly altogether. */
const aheadMs = millisecondsPerDay;
const mostAttempts = 5;
const forgetAfterDays = 90;
/** A feed that could not be had for so many days is told to the operator. */
const staleAfterDays = 7;

/** What the server wants to hear again in a conditional request (RFC 9110, 13.1). */
const validators = z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() });

/**
 * A news feed as a source: what is new in it since the last poll is read as news. An item is remembered in the
 * transaction that stores its report.
 */
export function feedSource(feed: FeedRow, database: Database): Source {
  return {
    name: sourceNameOf(feed.id),
    title: feed.publisher ?? feed.title ?? feed.url,
    gives: 'reports',
    terms: {
      licence: 'That of its publisher',
      attribution: feed.publisher ?? feed.title ?? feed.url,
      url: feed.url,
      whoMayUse: 'Everybody; the texts belong to the publisher.',
      mayShowRaw: feed.mayShowRaw,
      mayFit: false,
    },
    coverage: 'What its publisher writes.',
    access: 'It is public.',
    credentials: [],
    options: z.object({}),
    everyMinutes: feed.everyMinutes,
    lagDays: null,
    staleAfterDays,
    async *fetch(cursor, tools) {
      const fetched = await getFeed(feed, cursor, tools);
      if (!fetched.isModified) {
        if (feed.note !== null) yield { note: feed.note };
        return;
      }
      yield* pollItems({ ...tools, database }, feed, fetched, await readFeedText(fetched));
    },
    async probe(tools) {
      const fetched = await getFeed(feed, null, tools);
      if (!fetched.isModified) throw new SourceError('it sent nothing');
      const { title, items } = await readFeedText(fetched);
      return `${items.length} items in ${title ?? 'a feed without a title'}.`;
    },
  };
}

function getFeed(feed: FeedRow, cursor: unknown, { web, signal }: SourceTools): Promise<Fetched> {
  const known = validators.safeParse(cursor).data ?? { etag: null, lastModified: null };
  return web.fetch(feed.url, { maxBytes: maxFeedBytes, accept, types: feedTypes, validators: known, signal });
}

async function readFeedText({ text, url }: Fetched & { isModified: true }): Promise<ReadFeed> {
  try {
    return await offThread('readFeed', text, url);
  } catch (error) {
    // Thrown in a thread, an error keeps its name alone.
    if ((error as Error).name === 'FeedFormatError')
      throw new SourceError((error as Error).message, { cause: error });
    throw error;
  }
}

type PollTools = SourceTools & { database: Database };

async function* pollItems(
  tools: PollTools,
  feed: FeedRow,
  fetched: Fetched & { isModified: true },
  { title, publishedAt, language, items, beyond }: ReadFeed,
): AsyncGenerator<Portion> {
  const { database, now } = tools;
  const notes = new Notes();
  if (beyond > 0) notes.add('beyond the 1000 newest items of the feed', beyond);
  const keys = items.map((item) => item.key);
  const known = await findItems(database, feed.id, keys);
  const { wanted, undated } = sortItems(items, known, feed, now(), notes);
  if (undated.length > 0) {
    yield {
      leftOut: { undated: undated.length },
      also: async (client) => {
        for (const { item, reason } of undated)
          await rememberItem(client, feed.id, { ...item, state: 'skipped', reason }, now());
      },
    };
  }
  const origin = { ...feed, publisher: feed.publisher ?? title ?? feed.title, feedPublishedAt: publishedAt };
  // The newest are the most urgent; among them the order in which things happened is kept.
  const batch = wanted.slice(0, articlesPerPoll).reverse();
  const endsAt = now().getTime() + mostPollMs;
  let done = 0;
  let waitMs = 0;
  for (const item of batch) {
    // On a host that wants long pauses the other feeds should not have to wait for hours.
    if (now().getTime() > endsAt) break;
    const { portion, note, hostWaitMs } = await pollItem(tools, origin, item, known.get(item.key));
    if (note) notes.add(note);
    if (hostWaitMs !== null) {
      waitMs = hostWaitMs;
      break;
    }
    yield portion;
    done += 1;
  }
  const left = wanted.length - done;
  if (left > 0) notes.add('to be read with the next polls', left);
  const note = notes.text();
  yield {
    // Said again, the validators would have the server answer that nothing is new, and the rest would never be read.
    cursor: left > 0 || notes.hasFailures ? { etag: null, lastModified: null } : fetched.validators,
    also: async (client) => {
      await noteFeedTold(client, feed.id, { title, language });
      await forgetOldItems(client, feed.id, keys, forgetAfterDays, now());
    },
    ...(note === null ? {} : { note }),
    ...(left > 0
      ? { againAfterMs: Math.max(waitMs, Math.min(restAfterMs, feed.everyMinutes * 60_000)) }
      : {}),
  };
}

/** What is to be read, and what is held back for it may be of any age; what is out of time is passed over. */
function sortItems(
  items: readonly FeedItem[],
  known: ReadonlyMap<string, KnownItem>,
  feed: FeedRow,
  now: Date,
  notes: Notes,
): { wanted: FeedItem[]; undated: { item: FeedItem; reason: string }[] } {
  const wanted: FeedItem[] = [];
  const undated: { item: FeedItem; reason: string }[] = [];
  for (const item of items.filter((item) => isWanted(item, known.get(item.key)))) {
    const reason = undatedReason(item, feed);
    if (reason !== null) {
      notes.add(reason);
      undated.push({ item, reason });
    } else if (isInTime(item, feed, now, notes)) wanted.push(item);
  }
  return { wanted, undated };
}

/** New, changed since it was read, or failed not too often yet. */
function isWanted(item: FeedItem, known: KnownItem | undefined): boolean {
  if (!known) return true;
  if (known.state === 'failed' && known.attempts < mostAttempts) return true;
  return item.changedAt !== null && known.changedAt !== null && item.changedAt > known.changedAt;
}

/**
 * Why an item is held back that may be of any age: nothing old is ever dated today. What appears without a date in a
 * feed that was looked at before has appeared since.
 */
function undatedReason({ publishedAt, unreadDate }: FeedItem, feed: FeedRow): string | null {
  if (publishedAt !== null) return null;
  if (unreadDate !== null) return `held back: its date is not understood (${unreadDate})`;
  return feed.lastSuccessAt === null ? 'held back: it has no date and may be old' : null;
}

function isInTime({ publishedAt }: FeedItem, feed: FeedRow, now: Date, notes: Notes): boolean {
  if (publishedAt === null) return true;
  if (publishedAt.getTime() > now.getTime() + aheadMs) {
    notes.add('refused: dated in the future');
    return false;
  }
  return publishedAt.getTime() >= feed.createdAt.getTime() - oldDays * millisecondsPerDay;
}

type Origin = FeedOrigin & FeedRow;

/** `hostWaitMs`: the host wants to be left alone that long, and the item is still to be read. */
type ItemResult = { portion: Portion; note: string | null; hostWaitMs: number | null };

async function pollItem(
  tools: PollTools,
  feed: Origin,
  item: FeedItem,
  known: KnownItem | undefined,
): Promise<ItemResult> {
  const { now, log, signal } = tools;
  const remembered = (state: KnownItem['state'], reason: string | null): Portion => ({
    also: (client) => rememberItem(client, feed.id, { ...item, state, reason }, now()),
  });
  const attempt = attemptOf(item, known);
  try {
    const { article, reason } = await fetchArticle(tools, feed, item, attempt >= mostAttempts);
    if (article === null)
      return { portion: remembered('skipped', reason), note: `not read: ${reason}`, hostWaitMs: null };
    return {
      portion: { reports: [article], ...remembered('read', reason) },
      note: reason && `read from the feed's own text: ${reason}`,
      hostWaitMs: null,
    };
  } catch (error) {
    if (signal.aborted) throw error;
    const isTheirs = error instanceof FetchError;
    if (isTheirs && error.waitMs !== null)
      return { portion: {}, note: error.message, hostWaitMs: error.waitMs };
    const reason = isTheirs ? error.message : 'something went wrong on our side: the log has more';
    if (!isTheirs)
      log.error({ err: error, feed: feed.url, article: item.url }, 'an article could not be fetched');
    const hope = attempt < mostAttempts ? 'tried again' : 'given up';
    return { portion: remembered('failed', reason), note: `${hope}: ${reason}`, hostWaitMs: null };
  }
}

/** Counted as `rememberItem` does: since the item was read or changed last. */
function attemptOf({ changedAt }: FeedItem, known: KnownItem | undefined): number {
  const isSame = known?.state === 'failed' && known.changedAt?.getTime() === changedAt?.getTime();
  return isSame ? known.attempts + 1 : 1;
}

/** What a poll could not make use of, counted by reason. */
class Notes {
  readonly #counts = new Map<string, number>();
  get hasFailures(): boolean {
    return [...this.#counts.keys()].some((reason) => reason.startsWith('tried again'));
  }
  add(reason: string, count = 1): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count);
  }
  /** At most five reasons in one line; null where all went well. */
  text(): string | null {
    const reasons = [...this.#counts].map(([reason, count]) =>
      count > 1 ? `${reason} (×${count})` : reason,
    );
    const shown = reasons.slice(0, 5).join('; ');
    if (reasons.length === 0) return null;
    return (reasons.length > 5 ? `${shown}; and ${reasons.length - 5} more reasons` : shown).slice(0, 2000);
  }
}
