import { millisecondsPerDay } from '../../domain/time.ts';
import { collectReports } from '../collecting/collect.ts';
import { findItems, forgetOldItems, type KnownItem, rememberItem } from '../database/feeds/feed-item.ts';
import {
  type ClaimedFeed,
  noteFailure,
  noteSuccess,
  noteUnchanged,
  postponePoll,
  releaseClaim,
  renewClaim,
} from '../database/feeds/feed-poll.ts';
import { FetchError } from '../fetching/fetch-error.ts';
import type { Fetched, PoliteClient } from '../fetching/polite-client.ts';
import type { PipelineContext } from '../running/context.ts';
import type { FeedItem, ReadFeed } from '../sources/feeds/feed.ts';
import { offThread } from '../threads/off-thread.ts';
import { fetchArticle } from './fetch-article.ts';

export type PollContext = Pick<PipelineContext, 'database' | 'queues' | 'log'> & {
  client: PoliteClient;
  clock: () => Date;
  /** Aborted when the process is to stop. */
  signal: AbortSignal;
};

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
const longestPauseMs = millisecondsPerDay;

/**
 * Polls one feed: fetches it if it has changed, collects the articles that are new in it, and notes when it is polled
 * next. An item is remembered only after its report is stored: a crash in between has it collected again, and the
 * report is then known already.
 */
export async function pollFeed(context: PollContext, feed: ClaimedFeed): Promise<void> {
  const { database, log, signal } = context;
  try {
    const fetched = await fetchFeed(context, feed);
    if (!fetched.isModified) {
      const now = context.clock();
      await noteUnchanged(database, feed, new Date(now.getTime() + feed.everyMinutes * 60_000), now);
      return;
    }
    await pollItems(context, feed, fetched, await offThread('readFeed', fetched.text, fetched.url));
  } catch (error) {
    if (signal.aborted) {
      await releaseClaim(database, feed);
      return;
    }
    // Another feed of this host was told to wait, and so does this one.
    if (error instanceof FetchError && error.waitMs !== null && error.status === null) {
      await postponePoll(database, feed, new Date(context.clock().getTime() + error.waitMs));
      return;
    }
    // Thrown in a thread, an error keeps its name alone.
    const isTheirs = error instanceof FetchError || (error as Error).name === 'FeedFormatError';
    const message = isTheirs
      ? (error as Error).message
      : 'something went wrong on our side: the log has more';
    const now = context.clock();
    const nextPollAt = new Date(now.getTime() + backOffMs(feed, error));
    log.warn(
      { feed: feed.url, ...(isTheirs ? { reason: message } : { err: error }), nextPollAt },
      'a feed failed',
    );
    await noteFailure(database, feed, { error: message, nextPollAt }, now);
  }
}

function fetchFeed(
  { client, signal }: PollContext,
  { url, etag, lastModified }: ClaimedFeed,
): Promise<Fetched> {
  const validators = { etag, lastModified };
  return client.fetch(url, { maxBytes: maxFeedBytes, accept, types: feedTypes, validators, signal });
}

/** Twice the pause after each failure in a row, up to a day; longer where the server says so. */
function backOffMs({ everyMinutes, failures }: ClaimedFeed, error: unknown): number {
  const doubled = everyMinutes * 60_000 * 2 ** Math.min(failures, 20);
  const asked = error instanceof FetchError ? (error.waitMs ?? 0) : 0;
  return Math.max(asked, Math.min(doubled, Math.max(longestPauseMs, everyMinutes * 60_000)));
}

async function pollItems(
  context: PollContext,
  feed: ClaimedFeed,
  fetched: Fetched & { isModified: true },
  { title, publishedAt, language, items, beyond }: ReadFeed,
): Promise<void> {
  const { database, clock, signal } = context;
  const notes = new Notes();
  if (beyond > 0) notes.add('beyond the 1000 newest items of the feed', beyond);
  const keys = items.map((item) => item.key);
  const known = await findItems(database, feed.id, keys);
  const wanted: FeedItem[] = [];
  for (const item of items.filter((item) => isWanted(item, known.get(item.key)))) {
    const reason = undatedReason(item, feed);
    if (reason === null) {
      if (isInTime(item, feed, clock(), notes)) wanted.push(item);
      continue;
    }
    notes.add(reason);
    await rememberItem(database, feed.id, { ...item, state: 'skipped', reason }, clock());
  }
  const source = { ...feed, publisher: feed.publisher ?? title ?? feed.title, feedPublishedAt: publishedAt };
  // The newest are the most urgent; among them the order in which things happened is kept.
  const batch = wanted.slice(0, articlesPerPoll).reverse();
  const endsAt = clock().getTime() + mostPollMs;
  let done = 0;
  let waitMs = 0;
  for (const item of batch) {
    signal.throwIfAborted();
    // On a host that wants long pauses the other feeds should not have to wait for hours.
    if (clock().getTime() > endsAt) break;
    // Who took the feed over, or removed it, has the say now.
    if (!(await renewClaim(database, feed, clock()))) return;
    const result = await pollItem(context, source, item, known.get(item.key));
    if (result.note) notes.add(result.note);
    if (result.hostWaitMs !== null) {
      waitMs = result.hostWaitMs;
      break;
    }
    done += 1;
  }
  const left = wanted.length - done;
  if (left > 0) notes.add('to be read with the next polls', left);
  const now = clock();
  await forgetOldItems(database, feed.id, keys, forgetAfterDays, now);
  const usualMs = feed.everyMinutes * 60_000;
  const isTriedAgain = left > 0 || notes.hasFailures;
  // Said again, the validators would have the server answer that nothing is new, and the rest would never be read.
  const validators = isTriedAgain ? { etag: null, lastModified: null } : fetched.validators;
  const pauseMs = left > 0 ? Math.max(waitMs, Math.min(restAfterMs, usualMs)) : usualMs;
  await noteSuccess(
    database,
    feed,
    { title, language, ...validators, note: notes.text(), nextPollAt: new Date(now.getTime() + pauseMs) },
    now,
  );
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
function undatedReason({ publishedAt, unreadDate }: FeedItem, feed: ClaimedFeed): string | null {
  if (publishedAt !== null) return null;
  if (unreadDate !== null) return `held back: its date is not understood (${unreadDate})`;
  return feed.lastSuccessAt === null ? 'held back: it has no date and may be old' : null;
}

function isInTime({ publishedAt }: FeedItem, feed: ClaimedFeed, now: Date, notes: Notes): boolean {
  if (publishedAt === null) return true;
  if (publishedAt.getTime() > now.getTime() + aheadMs) {
    notes.add('refused: dated in the future');
    return false;
  }
  return publishedAt.getTime() >= feed.createdAt.getTime() - oldDays * millisecondsPerDay;
}

type Source = ClaimedFeed & { feedPublishedAt: Date | null };

/** `hostWaitMs`: the host wants to be left alone that long, and the item is still to be read. */
type ItemResult = { note: string | null; hostWaitMs: number | null };

async function pollItem(
  context: PollContext,
  feed: Source,
  item: FeedItem,
  known: KnownItem | undefined,
): Promise<ItemResult> {
  const { database, clock, log, signal } = context;
  const remember = (state: KnownItem['state'], reason: string | null) =>
    rememberItem(database, feed.id, { ...item, state, reason }, clock());
  const attempt = attemptOf(item, known);
  try {
    const { article, reason } = await fetchArticle(context, feed, item, attempt >= mostAttempts);
    if (article) {
      await collectReports(context, [article], clock());
      await remember('read', reason);
      return { note: reason && `read from the feed's own text: ${reason}`, hostWaitMs: null };
    }
    await remember('skipped', reason);
    return { note: `not read: ${reason}`, hostWaitMs: null };
  } catch (error) {
    if (signal.aborted) throw error;
    const isTheirs = error instanceof FetchError;
    if (isTheirs && error.waitMs !== null) return { note: error.message, hostWaitMs: error.waitMs };
    const reason = isTheirs ? error.message : 'something went wrong on our side: the log has more';
    if (!isTheirs)
      log.error({ err: error, feed: feed.url, article: item.url }, 'an article could not be stored');
    await remember('failed', reason);
    const hope = attempt < mostAttempts ? 'tried again' : 'given up';
    return { note: `${hope}: ${reason}`, hostWaitMs: null };
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
