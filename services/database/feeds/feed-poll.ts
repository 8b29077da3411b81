import type { Language } from '../../../domain/reading/text/text.ts';
import type { Queryable } from '../pool.ts';

/** A feed that this process polls until `claimed_until`; `claim` tells it from a later one that took it over. */
export type ClaimedFeed = {
  id: number;
  claim: number;
  url: string;
  publisher: string | null;
  title: string | null;
  everyMinutes: number;
  mayShowRaw: boolean;
  createdAt: Date;
  etag: string | null;
  lastModified: string | null;
  failures: number;
  /** Null before the first poll that went well. */
  lastSuccessAt: Date | null;
};

/** A worker that died is waited for as long; one that lives renews its claim with each article. */
const claimMinutes = 10;

/**
 * Claims the feed that has been due longest; null where none is. Two workers never get the same one. A last poll or a
 * claim that lies well ahead shows that the clock was put back: then nobody waits until it has caught up.
 */
export async function claimDueFeed(client: Queryable, now: Date): Promise<ClaimedFeed | null> {
  const { rows } = await client.query<ClaimedFeed>(
    `update feed set claim = feed.claim + 1, claimed_until = $1::timestamptz + $2 * interval '1 minute', last_poll_at = $1
     where feed.id = (
       select due.id from feed due
       where due.removed_at is null
         and (due.next_poll_at <= $1 or due.last_poll_at > $1::timestamptz + interval '15 minutes')
         and (due.claimed_until is null or due.claimed_until < $1
              or due.claimed_until > $1::timestamptz + 2 * $2 * interval '1 minute')
       order by due.next_poll_at, due.id limit 1 for update skip locked)
     returning feed.id, feed.claim, feed.url, feed.publisher, feed.title, feed.every_minutes as "everyMinutes",
       feed.may_show_raw as "mayShowRaw", feed.created_at as "createdAt", feed.etag,
       feed.last_modified as "lastModified", feed.failures, feed.last_success_at as "lastSuccessAt"`,
    [now, claimMinutes],
  );
  return rows[0] ?? null;
}

/** Holds the claim for longer; false where the feed was removed or somebody else took it over. */
export async function renewClaim(
  client: Queryable,
  { id, claim }: Pick<ClaimedFeed, 'id' | 'claim'>,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update feed set claimed_until = $3::timestamptz + $4 * interval '1 minute'
     where feed.id = $1 and feed.claim = $2 and feed.removed_at is null`,
    [id, claim, now, claimMinutes],
  );
  return rowCount === 1;
}

/** Gives the feed back as it was: the poll was stopped, and somebody else may begin at once. */
export async function releaseClaim(
  client: Queryable,
  { id, claim }: Pick<ClaimedFeed, 'id' | 'claim'>,
): Promise<void> {
  await client.query('update feed set claimed_until = null where feed.id = $1 and feed.claim = $2', [
    id,
    claim,
  ]);
}

/**
 * Notes that the feed was got, and when it is polled next. What is null of `title`, `language` and `note` was not told.
 * A language that is known already stays: whoever added the feed knows better than the feed.
 */
export async function noteSuccess(
  client: Queryable,
  { id, claim }: Pick<ClaimedFeed, 'id' | 'claim'>,
  poll: {
    title: string | null;
    language: Language | null;
    etag: string | null;
    lastModified: string | null;
    note: string | null;
    nextPollAt: Date;
  },
  now: Date,
): Promise<void> {
  await client.query(
    `update feed
     set claimed_until = null, next_poll_at = $3, last_success_at = $4, failures = 0, last_error = null,
         last_error_at = null, title = coalesce($5, feed.title), etag = $6, last_modified = $7, note = $8,
         language = coalesce(feed.language, $9)
     where feed.id = $1 and feed.claim = $2`,
    [id, claim, poll.nextPollAt, now, poll.title, poll.etag, poll.lastModified, poll.note, poll.language],
  );
}

/** Notes that nothing has changed since the last poll. */
export async function noteUnchanged(
  client: Queryable,
  { id, claim }: Pick<ClaimedFeed, 'id' | 'claim'>,
  nextPollAt: Date,
  now: Date,
): Promise<void> {
  await client.query(
    `update feed
     set claimed_until = null, next_poll_at = $3, last_success_at = $4, failures = 0, last_error = null,
         last_error_at = null
     where feed.id = $1 and feed.claim = $2`,
    [id, claim, nextPollAt, now],
  );
}

/** Notes why the feed could not be had, and when that is tried again. */
export async function noteFailure(
  client: Queryable,
  { id, claim }: Pick<ClaimedFeed, 'id' | 'claim'>,
  failure: { error: string; nextPollAt: Date },
  now: Date,
): Promise<void> {
  await client.query(
    `update feed
     set claimed_until = null, next_poll_at = $3, failures = feed.failures + 1, last_error = $4, last_error_at = $5
     where feed.id = $1 and feed.claim = $2`,
    [id, claim, failure.nextPollAt, failure.error, now],
  );
}

/** Puts a poll off that could not begin: the host of the feed is being left alone. Nothing has failed. */
export async function postponePoll(
  client: Queryable,
  { id, claim }: Pick<ClaimedFeed, 'id' | 'claim'>,
  nextPollAt: Date,
): Promise<void> {
  await client.query(
    'update feed set claimed_until = null, next_poll_at = $3 where feed.id = $1 and feed.claim = $2',
    [id, claim, nextPollAt],
  );
}
