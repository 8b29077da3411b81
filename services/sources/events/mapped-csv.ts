import { createHash } from 'node:crypto';
import { wordMap } from '../../../domain/word-map.ts';
import type { CollectedEvent } from '../../database/events/event.ts';
import { openCsvTable, type TableRow } from '../files/csv-table.ts';
import { dayOf, oneLine } from '../files/field-text.ts';
import type { ColumnMap, RowReader } from '../files/row-reader.ts';
import { eventFields, fieldOf } from './event-csv.ts';
import { kindOf } from './event-kind.ts';
import { eventRow } from './event-row.ts';

/** Short names for the fields that every file has under another name. */
const fieldByShortName = wordMap<string>({
  id: 'sourceEventId',
  date: 'occurredOn',
  lat: 'latitude',
  lon: 'longitude',
  location: 'place',
});

/** The map is wrong; the message says what it may hold. */
export class ColumnMapError extends Error {
  override name = 'ColumnMapError';
}

/**
 * Reads `date=event_date,lat=latitude,…` (which column holds which field) and `confidence=confirmed,…` (values that
 * hold for every row). Throws a ColumnMapError where a field is not known, given twice, or needed and missing.
 */
export function parseColumnMap(mapText: string, fixedText = ''): ColumnMap {
  const map: ColumnMap = { from: readPairs(mapText, '--map'), fixed: readPairs(fixedText, '--set') };
  const has = (field: string) => field in map.from || field in map.fixed;
  const twice = Object.keys(map.from).find((field) => field in map.fixed);
  if (twice) throw new ColumnMapError(`${twice} is given by --map and by --set: leave one out`);
  const missing = ['occurredOn', 'type'].filter(
    (field) => !has(field) && !(field === 'type' && has('subType')),
  );
  if (missing.length > 0) {
    const names = missing.map((field) => (field === 'occurredOn' ? 'date' : field)).join(' and ');
    throw new ColumnMapError(`--map must say which column holds ${names}`);
  }
  if (has('latitude') !== has('longitude'))
    throw new ColumnMapError('--map must name lat and lon, or neither');
  return map;
}

function readPairs(text: string, option: string): Record<string, string> {
  const pairs: Record<string, string> = Object.create(null);
  for (const pair of text.split(',').filter((part) => part.trim() !== '')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, Math.max(0, at)).trim();
    const value = pair.slice(at + 1).trim();
    if (at < 1 || !value)
      throw new ColumnMapError(`${option} holds "${pair}": expected name=value, separated by commas`);
    const field = fieldByShortName[name] ?? name;
    if (!eventFields.includes(field)) {
      const known = [...Object.keys(fieldByShortName), ...eventFields].join(', ');
      throw new ColumnMapError(`${option} names the field ${name}, which is not known; known are ${known}`);
    }
    if (field in pairs) throw new ColumnMapError(`${option} names the field ${name} twice`);
    pairs[field] = value;
  }
  return pairs;
}

/** Events of any CSV file whose columns `options.columns` names. */
export const readMappedCsv: RowReader<CollectedEvent> = async function* (
  input,
  { now, source, columns: map },
) {
  if (!map) throw new ColumnMapError('this format needs --map');
  const { rows } = await openCsvTable(input, { required: [...new Set(Object.values(map.from))] });
  for await (const row of rows) {
    if (!row.ok) yield row;
    else yield eventRow(row, toEvent(row.value, map, source), now);
  }
};

function toEvent(row: TableRow, map: ColumnMap, source: string | null): Record<string, unknown> {
  const event: Record<string, unknown> = { source };
  for (const [field, text] of Object.entries(map.fixed)) event[field] = fieldOf(field, text);
  const texts: string[] = [];
  for (const field in map.from) {
    const text = row[map.from[field]!]!.trim();
    texts.push(field, text);
    if (text !== '') event[field] = foreignFieldOf(field, text);
  }
  // Without an id of its own a row is known by what it says: two that say the same are one event.
  event.sourceEventId ??= createHash('sha256').update(texts.join('\n')).digest('base64url').slice(0, 22);
  return Object.assign(event, kindOf(event.type, event.subType));
}

/** Files of others hold line breaks in names, times in dates and integers with a decimal point. */
function foreignFieldOf(field: string, text: string): unknown {
  if (field === 'occurredOn') return dayOf(text);
  if (field === 'place') return oneLine(text, 500);
  if (field === 'sourceEventId') return oneLine(text, 1000);
  const value = fieldOf(field, text);
  return Array.isArray(value) ? value.map((part) => oneLine(part, 300)) : value;
}
