import type { CollectedEvent } from '../../database/events/event.ts';
import { openCsvTable } from '../files/csv-table.ts';
import { listOf, numberOf, oneLine } from '../files/field-text.ts';
import type { RowReader } from '../files/row-reader.ts';
import { eventInput } from './event-input.ts';
import { eventRow } from './event-row.ts';

/** The columns that every file has; one of its own for the source, or a name given for all rows, comes to them. */
export const eventColumns = ['sourceEventId', 'occurredOn', 'type', 'subType'];

export const eventFields = Object.keys(eventInput.shape);
const lists: readonly string[] = ['actors', 'siteIds'];
const numbers: readonly string[] = [
  'datePrecision',
  'latitude',
  'longitude',
  'locationPrecision',
  'uncertaintyKm',
  'deaths',
  'deathsLow',
  'deathsBest',
  'deathsHigh',
];

/** Events in Orewatch's own columns, which are the fields of a posted event; lists are separated by `;`. */
export const readEventCsv: RowReader<CollectedEvent> = async function* (input, { now, source }) {
  const { columns, rows } = await openCsvTable(input, {
    required: source ? eventColumns : [...eventColumns, 'source'],
    known: eventFields,
    hint: `${source ? '' : 'a file without the column source needs --source NAME; '}for a file with other columns say which is which: --map date=…,lat=…,lon=…,type=…`,
  });
  for await (const row of rows) {
    if (!row.ok) {
      yield row;
      continue;
    }
    const event: Record<string, unknown> = source ? { source } : {};
    for (const field of columns) {
      const text = row.value[field]!.trim();
      if (text !== '') event[field] = fieldOf(field, text);
    }
    yield eventRow(row, event, now);
  }
};

/** The value of a field of an event from the text of a CSV field. */
export function fieldOf(field: string, text: string): unknown {
  if (numbers.includes(field)) return numberOf(text);
  if (lists.includes(field)) return listOf(text);
  return field === 'place' ? oneLine(text, 500) : text;
}
