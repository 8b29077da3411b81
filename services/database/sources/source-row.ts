import type { CalendarDate } from '../../../domain/time.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';

/** The edition of a dataset that a row stands in: a row of a higher rank is not changed by one of a lower rank. */
export type Edition = { name: string; rank: number };

type Refusal = { field: string; expected: string; got: string };

/** A row that could not be read, by the source's own id where it has one. */
export type RefusedSourceRow = { rowId: string; refusals: Refusal[]; raw: unknown };

/**
 * Notes that rows stand in an edition. Answers the ids of those that may be stored: an edition of higher rank has not
 * spoken of them. Run it in the transaction that stores them.
 */
export async function noteRowsOfEdition(
  client: Queryable,
  source: string,
  rowIds: readonly string[],
  edition: Edition,
): Promise<Set<string>> {
  const { rows } = await client.query(
    `insert into source_row as known (source, row_id, edition, edition_rank)
     select $1, row_id, $3, $4 from unnest($2::text[]) as given (row_id) group by row_id order by row_id
     on conflict (source, row_id) do update set edition = excluded.edition, edition_rank = excluded.edition_rank
       where known.edition_rank <= excluded.edition_rank
     returning known.row_id as "rowId"`,
    [source, rowIds, edition.name, edition.rank],
  );
  return new Set(rows.map((row) => row.rowId));
}

/**
 * Ids of events that editions of lower rank have within days that an edition now has whole, and it has not; those
 * that are retracted already are left out.
 */
export async function findEventsGone(
  client: Queryable,
  source: string,
  { rank, from, to }: { rank: number; from: CalendarDate; to: CalendarDate },
): Promise<{ eventId: number; edition: string }[]> {
  const { rows } = await client.query(
    `select event.id as "eventId", source_row.edition
     from source_row
     join event on event.source = source_row.source and event.source_event_id = source_row.row_id
     join event_revision r on r.event_id = event.id and r.revision = event.revision
     where source_row.source = $1 and source_row.edition_rank < $2 and r.occurred_on between $3 and $4
       and not r.retracted
     order by event.id`,
    [source, rank, from, to],
  );
  return rows;
}

/** Ids of the events of a source by the source's own ids; those that are not known are left out. */
export async function findEventIds(
  client: Queryable,
  source: string,
  sourceEventIds: readonly string[],
): Promise<number[]> {
  const { rows } = await client.query(
    `select event.id from event where event.source = $1 and event.source_event_id = any($2) order by event.id`,
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
