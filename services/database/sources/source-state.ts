import type { CalendarDate } from '../../../domain/time.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';

/** What is known of a source that may be fetched from, or whose events came by a file or the API. */
export type SourceState = {
  source: string;
  isOn: boolean | null;
  options: Record<string, unknown>;
  /** The newest day up to which it has told. */
  freshTo: CalendarDate | null;
  publishedTo: CalendarDate | null;
  recency: string | null;
  nextFetchAt: Date | null;
  lastFetchAt: Date | null;
  lastSuccessAt: Date | null;
  failures: number;
  needsPerson: boolean;
  lastError: string | null;
  lastErrorAt: Date | null;
  note: string | null;
  rowsSeen: number;
  rowsNew: number;
  rowsChanged: number;
  rowsRetracted: number;
  rowsLeftOut: number;
  rowsRefused: number;
};

/** What is known of every source, by its name. */
export async function readSourceStates(client: Queryable): Promise<Map<string, SourceState>> {
  const { rows } = await client.query<SourceState>(
    `select state.source, state.is_on as "isOn", state.options, state.fresh_to as "freshTo",
       state.published_to as "publishedTo", state.recency, state.next_fetch_at as "nextFetchAt",
       state.last_fetch_at as "lastFetchAt", state.last_success_at as "lastSuccessAt", state.failures,
       state.needs_person as "needsPerson", state.last_error as "lastError", state.last_error_at as "lastErrorAt",
       state.note, state.rows_seen as "rowsSeen", state.rows_new as "rowsNew", state.rows_changed as "rowsChanged",
       state.rows_retracted as "rowsRetracted", state.rows_left_out as "rowsLeftOut",
       state.rows_refused as "rowsRefused"
     from source_state as state order by state.source`,
  );
  return new Map(rows.map((row) => [row.source, row]));
}

/** Switches a source on, with what was chosen for it: it is fetched from at once, from where it was left. */
export async function switchOn(client: Queryable, source: string, options: object, now: Date): Promise<void> {
  await client.query(
    `insert into source_state as state (source, is_on, options, next_fetch_at) values ($1, true, $2, $3)
     on conflict (source) do update
       set is_on = true, options = excluded.options, next_fetch_at = excluded.next_fetch_at, failures = 0,
           needs_person = false, last_error = null, last_error_at = null,
           -- A fetch under way asks for what was chosen before: nothing of it is stored any more.
           claim = state.claim + 1, claimed_until = null,
           -- Other options may ask for what was passed over before.
           cursor = case when state.options = excluded.options then state.cursor end`,
    [source, jsonText(options), now],
  );
}

/** Switches a source off: what it brought stays. A fetch that is under way ends with its next portion. */
export async function switchOff(client: Queryable, source: string): Promise<void> {
  await client.query(
    `insert into source_state as state (source, is_on) values ($1, false)
     on conflict (source) do update set is_on = false, next_fetch_at = null, claimed_until = null,
       claim = state.claim + 1`,
    [source],
  );
}

/** Nothing is known of a source any more, and what is under way is not stored. */
export async function forgetSource(client: Queryable, source: string): Promise<void> {
  await client.query('delete from source_state where source = $1', [source]);
}

/** Makes a source due now; false where it is not switched on. */
export async function makeDue(client: Queryable, source: string, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    `update source_state set next_fetch_at = least(next_fetch_at, $2) where source = $1 and is_on`,
    [source, now],
  );
  return rowCount === 1;
}
