import type { CollectedEvent } from '../../database/events/event.ts';
import { openCsvTable } from '../files/csv-table.ts';
import type { RowReader } from '../files/row-reader.ts';
import { ucdpColumns, ucdpEvent } from './ucdp-row.ts';

/** UCDP GED and Candidate events as UCDP or HDX publish them. */
export const readUcdpGed: RowReader<CollectedEvent> = async function* (input, { now }) {
  const { rows } = await openCsvTable(input, {
    required: ucdpColumns,
    hint: 'a reduced file needs --map instead, such as --map date=…,lat=…,lon=…,type=…,deaths=…',
  });
  for await (const row of rows) {
    if (!row.ok) yield row;
    else if (!isTagLine(Object.values(row.value))) yield ucdpEvent(row, row.value, now);
  }
};

/** True for the line below the header in which HDX says what the columns mean, in HXL's words (`#geo+lat`). */
export function isTagLine(fields: readonly string[]): boolean {
  let hasTag = false;
  for (const field of fields) {
    if (field === '') continue;
    if (!/^#[a-z][a-z0-9_]*( ?\+[a-z][a-z0-9_]*)*$/i.test(field.trim())) return false;
    hasTag = true;
  }
  return hasTag;
}
