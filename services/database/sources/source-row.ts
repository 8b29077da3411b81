import type { CalendarDate } from '../../../domain/time.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';

/** The edition of a dataset that a row stands in: a row of a higher rank is not changed by one of a lower rank. */
export type Edition = {
  name: string;
  rank: number;
  /** Names this fetch of the edition, from its first page to its last: what it brought is counted by it. */
  fetch?: string;
};

type Refusal = { field: string; expected: string; got: string };

/** A row that could not be read, by the source's own id where it has one. */
export type RefusedSourceRow = { rowId: string; refusals: Refusal[]; raw: unknown };

/**
 * Notes that rows stand in an edition. Of those that may be stored, since no edition of higher rank has spoken of them,
 * answers whether an edition that lacked them had them retracted. Run it in the transaction that stores them.
 */
export async function noteRowsOfEdition(
  client: Queryable,
  source: string,
  rowIds: readonly string[],
  edition: Edition,
): Promise<Map<string, { wasLost: boolean }>> {
  const { rows } = await client.query<{ rowId: string; rank: number; wasLost: boolean }>(
    `insert into source_row as known (source, row_id, edition, edition_rank, seen_by)
     select $1, row_id, $3, $4, $5 from unnest($2::text[]) as given (row_id) group by row_id order by row_id
     on conflict (source, row_id) do update
       set seen_by = excluded.seen_by,
           edition = case when known.edition_rank <= $4 then excluded.edition else known.edition end,
           edition_rank = greatest(known.edition_rank, $4)
     returning known.row_id as "rowId", known.edition_rank as rank, known.lost_in is not null as "wasLost"`,
    [source, rowIds, edition.name, edition.rank, edition.fetch ?? null],
  );
  const standing = rows.filter(({ rank }) => rank === edition.rank);
  const returning = standing.filter(({ wasLost }) => wasLost).map(({ rowId }) => rowId);
  if (returning.length > 0) await noteRowsLost(client, source, returning, null);
  return new Map(standing.map(({ rowId, wasLost }) => [rowId, { wasLost }]));
}

/** How many different rows a fetch of an edition has brought so far. */
export async function countRowsSeen(client: Queryable, source: string, fetch: string): Promise<number> {
  const { rows } = await client.query(
    'select count(*)::integer as count from source_row where source = $1 and seen_by = $2',
    [source, fetch],
  );
  return rows[0].count;
}

/**
 * Ids of events that editions of lower rank have within days that an edition now has whole, and it has not; where the
 * edition was fetched before, those as well that it had then. What is retracted already is left out.
 */
export async function findEventsGone(
  client: Queryable,
  source: string,
  { rank, fetch, from, to }: Edition & { from: CalendarDate; to: CalendarDate },
): Promise<{ eventId: number; rowId: string; edition: string }[]> {
  const { rows } = await client.query(
    `select event.id as "eventId", source_row.row_id as "rowId", source_row.edition
     from source_row
     join event on event.source = source_row.source and event.source_event_id = source_row.row_id
     join event_revision r on r.event_id = event.id and r.revision = event.revision
     where source_row.source = $1 and r.occurred_on between $3 and $4 and not r.retracted
       and (source_row.edition_rank < $2 or source_row.edition_rank = $2 and source_row.seen_by <> $5)
     order by event.source_event_id for update of event`,
    [source, rank, from, to, fetch ?? null],
  );
  return rows;
}

/** How many events of editions stand within days. */
export async function countEventsStanding(
  client: Queryable,
  source: string,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): Promise<number> {
  const { rows } = await client.query(
    `select count(*)::integer as count from source_row
     join event on event.source = source_row.source and event.source_event_id = source_row.row_id
     join event_revision r on r.event_id = event.id and r.revision = event.revision
     where source_row.source = $1 and r.occurred_on between $2 and $3 and not r.retracted`,
    [source, from, to],
  );
  return rows[0].count;
}

/**
 * Notes which edition lacks rows whose events were retracted for it: they stand again once a later one has them. Null:
 * none lacks them any more.
 */
export async function noteRowsLost(
  client: Queryable,
  source: string,
  rowIds: readonly string[],
  edition: Edition | null,
): Promise<void> {
  await client.query(
    `update source_row as known set lost_in = $3 from unnest($2::text[]) as lost (row_id)
     where known.source = $1 and known.row_id = lost.row_id`,
    [source, rowIds, edition?.name ?? null],
  );
}

/** Ids of the events of a source by the source's own ids; those that are not known are left out. */
export async function findEventIds(
  client: Queryable,
  source: string,
  sourceEventIds: readonly string[],
): Promise<number[]> {
  const { rows } = await client.query(
    `select event.id from event where event.source = $1 and event.source_event_id = any($2)
     order by event.source_event_id for update`,
    [source, sourceEventIds],
  );
  return rows.map((row) => row.id);
}

/** Keeps rows aside that could not be read; what was kept of the same rows before gives way. */
export async function keepRefusedRows(
  client: Queryable,
  source: string,
  refused: readonly RefusedSourceRow[],
  now: Date,
): Promise<void> {
  if (refused.length === 0) return;
  const byId = new Map(refused.map((row) => [row.rowId, row]));
  const rows = [...byId.values()].map(({ rowId, refusals, raw }) => ({
    row_id: rowId,
    refusals,
    raw: raw ?? null,
  }));
  await client.query(
    `insert into source_refused_row as known (source, row_id, refusals, raw, refused_at)
     select $1, row_id, refusals, raw, $3
     from json_to_recordset($2::json) as given (row_id text, refusals jsonb, raw json) order by row_id
     on conflict (source, row_id) do update
       set refusals = excluded.refusals, raw = excluded.raw, refused_at = excluded.refused_at`,
    [source, jsonText(rows), now],
  );
}

/** Rows that can be read now are kept aside no more. */
export async function forgetRefusedRows(
  client: Queryable,
  source: string,
  rowIds: readonly string[],
): Promise<void> {
  if (rowIds.length === 0) return;
  await client.query('delete from source_refused_row where source = $1 and row_id = any($2)', [
    source,
    rowIds,
  ]);
}

export type KeptRefusal = { rowId: string; refusals: Refusal[]; refusedAt: Date };

/** The rows of a source that are kept aside, the newest first. */
export async function findRefusedRows(
  client: Queryable,
  source: string,
  limit: number,
): Promise<KeptRefusal[]> {
  const { rows } = await client.query<KeptRefusal>(
    `select kept.row_id as "rowId", kept.refusals, kept.refused_at as "refusedAt" from source_refused_row kept
     where kept.source = $1 order by kept.refused_at desc, kept.row_id limit $2`,
    [source, limit],
  );
  return rows;
}

/** Rows that were kept aside so long ago that nobody will look at them. */
export async function forgetOldRefusedRows(client: Queryable, keepDays: number, now: Date): Promise<void> {
  await client.query(
    `delete from source_refused_row where refused_at < $1::timestamptz - $2 * interval '1 day'`,
    [now, keepDays],
  );
}
