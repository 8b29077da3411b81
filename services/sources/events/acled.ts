import { wordMap } from '../../../domain/word-map.ts';
import type { CollectedEvent } from '../../database/events/event.ts';
import type { Refusal } from '../../refusing/refusal.ts';
import { openCsvTable, type TableRow } from '../files/csv-table.ts';
import { dayOf, listOf, numberOf, oneLine } from '../files/field-text.ts';
import { type MemberArray, readMembers } from '../files/json-members.ts';
import { brokenRow, type Row, type RowReader } from '../files/row-reader.ts';
import { acledAddress, acledTerms } from './acled-terms.ts';
import { kindOf } from './event-kind.ts';
import { eventRow } from './event-row.ts';

/**
 * The columns that are read; all editions have them. `data_id` of the editions before 2023 is no id: it was another
 * one with each update.
 */
export const acledColumns = [
  'event_id_cnty',
  'event_date',
  'time_precision',
  'event_type',
  'sub_event_type',
  'actor1',
  'actor2',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'fatalities',
];

/** The rows in what ACLED's API answers; a list of rows alone is taken too. */
export const acledRows: MemberArray = {
  key: 'data',
  mayBeBare: true,
  absent: 'the file holds no rows of ACLED: an object with an array "data" was expected, as its API answers',
};

/** ACLED's exports as CSV, with all their columns; the names of the columns in any case. */
export const readAcled: RowReader<CollectedEvent> = async function* (input, { now }) {
  const { rows } = await openCsvTable(input, {
    required: acledColumns,
    inAnyCase: true,
    hint: 'a reduced file needs --map instead, such as --map id=event_id_cnty,date=event_date,lat=…,lon=…,type=…',
  });
  for await (const row of rows) yield row.ok ? acledEvent(row, row.value, now) : row;
};

/** What ACLED's API answers, as JSON. */
export const readAcledJson: RowReader<CollectedEvent> = async function* (input, { now }) {
  for await (const row of readMembers(input, acledRows)) {
    if (!row.ok) {
      yield row;
      continue;
    }
    const fields = acledFields(row.value);
    yield fields ? acledEvent(row, fields, now) : noFlatRow(row.line, row.value);
  }
};

/** The refusal of a row that is no flat object. */
export function noFlatRow(line: number, value: unknown): Row<never> {
  const expected = 'must be one JSON object with the columns of ACLED, and no list or object in it';
  return brokenRow(line, JSON.stringify(value), expected);
}

/** The fields of a row as text; null where it is no flat object. */
export function acledFields(value: unknown): TableRow | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const fields: TableRow = Object.create(null);
  for (const [name, field] of Object.entries(value)) {
    if (typeof field === 'object' && field !== null) return null;
    fields[name] = String(field ?? '');
  }
  return fields;
}

/** ACLED's `geo_precision` in UCDP's codes: the place, near it, and a larger region that is no district. */
const locationPrecisions = wordMap({ 1: 1, 2: 2, 3: 4 });

/** ACLED's `time_precision` in UCDP's codes: the day, the week, the month. */
const datePrecisions = wordMap({ 1: 1, 2: 3, 3: 4 });

/** The event of a row, or why it was refused. */
export function acledEvent(
  at: { line: number; raw: unknown },
  row: TableRow,
  now: Date,
): Row<CollectedEvent> {
  const locationPrecision = locationPrecisions[numberOf(row.geo_precision) ?? ''];
  const datePrecision = datePrecisions[numberOf(row.time_precision) ?? ''];
  const refusals: Refusal[] = [];
  const refuse = (field: string, expected: string) =>
    refusals.push({ field, expected, got: JSON.stringify(row[field] ?? '') });
  if (!locationPrecision)
    refuse('geo_precision', 'must be 1 (the place), 2 (near it) or 3 (a larger region)');
  if (!datePrecision) refuse('time_precision', 'must be 1 (the day), 2 (the week) or 3 (the month)');

  const actors = [row.actor1, row.actor2, ...listOf(row.assoc_actor_1), ...listOf(row.assoc_actor_2)];
  const event: Record<string, unknown> = {
    source: 'acled',
    sourceEventId: row.event_id_cnty,
    occurredOn: dayOf(row.event_date),
    datePrecision: datePrecision ?? 1,
    ...kindOf(row.event_type?.trim(), row.sub_event_type?.trim().replace(/protestors$/i, 'protesters')),
    place: oneLine(row.location, 500),
    latitude: numberOf(row.latitude),
    longitude: numberOf(row.longitude),
    locationPrecision,
    actors: [...new Set(actors.flatMap((actor) => oneLine(actor, 300) ?? []))].slice(0, 20),
    deathsBest: numberOf(row.fatalities),
    confidence: 'confirmed',
    url: acledAddress,
  };
  const read = eventRow(at, event, now, {
    publisher: acledTerms.attribution,
    publishedAt: timeOf(row.timestamp, now),
    mayShowRaw: acledTerms.mayShowRaw,
  });
  if (refusals.length === 0) return read;
  return { ...at, ok: false, refusals: [...refusals, ...(read.ok ? [] : read.refusals)] };
}

/** When ACLED wrote the row last: seconds since 1970. */
function timeOf(timestamp: string | undefined, now: Date): Date | null {
  const ms = 1000 * Number(numberOf(timestamp));
  return ms > 0 && ms <= now.getTime() ? new Date(ms) : null;
}
