import type { Queryable } from './pool.ts';

/** Notes that a source told of something that happened on a day; the newest day counts. */
export async function noteSourceNews(
  client: Queryable,
  news: readonly { source: string; freshTo: string }[],
  now: Date,
): Promise<void> {
  if (news.length === 0) return;
  await client.query(
    `insert into source_state as state (source, fresh_to, last_success_at)
     select source, fresh_to, $3 from unnest($1::text[], $2::date[]) as news (source, fresh_to) order by source
     on conflict (source) do update
       set fresh_to = greatest(state.fresh_to, excluded.fresh_to),
           last_success_at = greatest(state.last_success_at, excluded.last_success_at)`,
    [news.map((n) => n.source), news.map((n) => n.freshTo), now],
  );
}

/** Up to which day each source has told of events, by source. */
export async function readFreshness(client: Queryable): Promise<Map<string, string>> {
  const { rows } = await client.query(
    `select state.source, state.fresh_to as "freshTo" from source_state as state where state.fresh_to is not null`,
  );
  return new Map(rows.map((row) => [row.source, row.freshTo]));
}

/** Up to which day each source had told of events by an instant, as far as its events show. */
export async function readFreshnessKnownAt(client: Queryable, knownAt: Date): Promise<Map<string, string>> {
  const { rows } = await client.query(
    `select event.source, max(r.occurred_on) as "freshTo"
     from event_revision r join event on event.id = r.event_id where r.recorded_at <= $1 group by event.source`,
    [knownAt],
  );
  return new Map(rows.map((row) => [row.source, row.freshTo]));
}
