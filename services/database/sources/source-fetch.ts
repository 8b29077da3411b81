import type { CalendarDate } from '../../../domain/time.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';

/** A source that this process fetches from until the claim lapses; `claim` tells it from a later one that took over. */
export type ClaimedSource = {
  source: string;
  claim: number;
  options: Record<string, unknown>;
  cursor: unknown;
  failures: number;
};

/** A worker that died is waited for as long; one that lives renews its claim with each portion and each minute. */
const claimMinutes = 5;

/**
 * Claims the source that has been due longest, but for those of `without`, and for feeds where they are not asked for;
 * null where none is. Two workers never get the same one.
 * A last fetch or a claim that lies well ahead shows that the clock was put back: then nobody waits until it has
 * caught up.
 */
export async function claimDueSource(
  client: Queryable,
  { without, feeds }: { without: readonly string[]; feeds: boolean },
  now: Date,
): Promise<ClaimedSource | null> {
  const { rows } = await client.query<ClaimedSource>(
    `update source_state as state
     set claim = state.claim + 1, claimed_until = $2::timestamptz + $3 * interval '1 minute', last_fetch_at = $2
     where state.source = (
       select due.source from source_state due
       where due.is_on and not due.source = any($1) and ($4 or not starts_with(due.source, 'feed/'))
         and (due.next_fetch_at <= $2 or due.last_fetch_at > $2::timestamptz + interval '15 minutes')
         and (due.claimed_until is null or due.claimed_until < $2
              or due.claimed_until > $2::timestamptz + 2 * $3 * interval '1 minute')
       order by due.next_fetch_at, due.source limit 1 for update skip locked)
     returning state.source, state.claim, state.options, state.cursor, state.failures`,
    [without, now, claimMinutes, feeds],
  );
  return rows[0] ?? null;
}

type Claim = Pick<ClaimedSource, 'source' | 'claim'>;

/** Holds the claim for longer; false where the source was switched off or somebody else took it over. */
export async function renewSourceClaim(
  client: Queryable,
  { source, claim }: Claim,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update source_state set claimed_until = $3::timestamptz + $4 * interval '1 minute'
     where source = $1 and claim = $2 and is_on`,
    [source, claim, now, claimMinutes],
  );
  return rowCount === 1;
}

export type RowCounts = {
  seen: number;
  new: number;
  changed: number;
  retracted: number;
  leftOut: number;
  refused: number;
};

/**
 * Notes what a portion brought and where the next fetch begins. Run it in the transaction that stores the portion;
 * false where the claim is lost, and then nothing of it may be stored. `cursor` undefined: it stays.
 */
export async function notePortion(
  client: Queryable,
  { source, claim }: Claim,
  portion: { rows: RowCounts; cursor: unknown; publishedTo: CalendarDate | null; recency: string | null },
  now: Date,
): Promise<boolean> {
  const { rows: counts, cursor, publishedTo, recency } = portion;
  const { rowCount } = await client.query(
    `update source_state
     set claimed_until = $3::timestamptz + $4 * interval '1 minute',
         cursor = case when $5 then $6::jsonb else cursor end,
         published_to = coalesce($7, published_to), recency = coalesce($8, recency),
         rows_seen = rows_seen + $9, rows_new = rows_new + $10, rows_changed = rows_changed + $11,
         rows_retracted = rows_retracted + $12, rows_left_out = rows_left_out + $13, rows_refused = rows_refused + $14
     where source = $1 and claim = $2 and is_on`,
    [
      ...[source, claim, now, claimMinutes, cursor !== undefined],
      ...[cursor === undefined ? null : jsonText(cursor), publishedTo, recency],
      ...[counts.seen, counts.new, counts.changed, counts.retracted, counts.leftOut, counts.refused],
    ],
  );
  return rowCount === 1;
}

/** Notes that a fetch came to its end, and when the next one begins. */
export async function noteFetched(
  client: Queryable,
  { source, claim }: Claim,
  { note, nextFetchAt }: { note: string | null; nextFetchAt: Date },
  now: Date,
): Promise<void> {
  await client.query(
    `update source_state
     set claimed_until = null, next_fetch_at = $3, last_success_at = $4, failures = 0, needs_person = false,
         last_error = null, last_error_at = null, note = $5
     where source = $1 and claim = $2`,
    [source, claim, nextFetchAt, now, note],
  );
}

/** Notes why a fetch could not go on, and when that is tried again. */
export async function noteFetchFailure(
  client: Queryable,
  { source, claim }: Claim,
  failure: { error: string; needsPerson: boolean; nextFetchAt: Date },
  now: Date,
): Promise<void> {
  await client.query(
    `update source_state
     set claimed_until = null, next_fetch_at = $3, failures = failures + 1, needs_person = $4, last_error = $5,
         last_error_at = $6
     where source = $1 and claim = $2`,
    [source, claim, failure.nextFetchAt, failure.needsPerson, failure.error, now],
  );
}

/** Gives the source back as it was: nothing has failed, and somebody else may go on from the cursor at `nextFetchAt`. */
export async function postponeFetch(
  client: Queryable,
  { source, claim }: Claim,
  nextFetchAt: Date,
): Promise<void> {
  await client.query(
    'update source_state set claimed_until = null, next_fetch_at = $3 where source = $1 and claim = $2',
    [source, claim, nextFetchAt],
  );
}
