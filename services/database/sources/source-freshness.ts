import type { Queryable } from '../pool.ts';

/**
 * Notes that a source has told of all up to a day: of something that happened on it, or that it has published so far.
 * The newest day counts.
 */
export async function noteSourceNews(
  client: Queryable,
  news: readonly { source: string; freshTo: string }[],
  now: Date,
): Promise<void> {
  if (news.length === 0) return;
  const given = [news.map((n) => n.source), news.map((n) => n.freshTo), now];
  await client.query(
    `with risen as (
       insert into source_state as state (source, fresh_to)
       select source, fresh_to from unnest($1::text[], $2::date[]) as news (source, fresh_to) order by source
       on conflict (source) do update
         set fresh_to = greatest(state.fresh_to, excluded.fresh_to)
       returning state.source, state.fresh_to)
     insert into source_freshness as known (source, fresh_to, recorded_at)
     select risen.source, risen.fresh_to, $3 from risen order by risen.source
     on conflict (source, fresh_to) do update set recorded_at = excluded.recorded_at
       where excluded.recorded_at < known.recorded_at`,
    given,
  );
}

/** Up to which day each source has told of events, by source. */
export async function readFreshness(client: Queryable): Promise<Map<string, string>> {
  const { rows } = await client.query(
    `select state.source, state.fresh_to as "freshTo" from source_state as state where state.fresh_to is not null`,
  );
  return new Map(rows.map((row) => [row.source, row.freshTo]));
}

/** Up to which day each source had told of events by an instant. */
export async function readFreshnessKnownAt(client: Queryable, knownAt: Date): Promise<Map<string, string>> {
  const { rows } = await client.query(
    `select known.source, max(known.fresh_to) as "freshTo"
     from source_freshness as known where known.recorded_at <= $1 group by known.source`,
    [knownAt],
  );
  return new Map(rows.map((row) => [row.source, row.freshTo]));
}

/**
 * Up to which day what a source has told is whole: what it says itself where it is fetched from, since of an edition
 * that came in part its newest event says nothing; else the day of its newest event. Null where it has told nothing
 * whole yet.
 */
export async function readWholeTo(
  client: Queryable,
  source: string,
): Promise<{ day: string | null; isBeingFetched: boolean }> {
  const { rows } = await client.query(
    `select case when state.is_on then state.published_to else state.fresh_to end as day,
            coalesce(state.claimed_until > now(), false) as "isBeingFetched"
     from source_state as state where state.source = $1`,
    [source],
  );
  return rows[0] ?? { day: null, isBeingFetched: false };
}
