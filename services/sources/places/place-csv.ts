import type { CollectedPlace } from '../../database/places/place.ts';
import { openCsvTable, type TableRow } from '../files/csv-table.ts';
import { listOf, numberOf, slugOf } from '../files/field-text.ts';
import type { Row, RowReader } from '../files/row-reader.ts';
import { placeRow } from './place-input.ts';

/** The columns of the bundled `data/places.csv` and `data/regions.csv`: the first has localities only, and no `kind`. */
const known = 'kind code name aliases country admin1 latitude longitude population radius source'.split(' ');

/** Places in Orewatch's own columns; lists are separated by `;`. */
export const readPlaceCsv: RowReader<CollectedPlace> = async function* (input, { source }) {
  const { rows } = await openCsvTable(input, {
    required: ['name', 'country', 'latitude', 'longitude'],
    known,
  });
  const taken = new Set<string>();
  for await (const row of rows) yield row.ok ? toPlace(row, row.value, source ?? 'bundled', taken) : row;
};

function toPlace(
  at: { line: number; raw: unknown },
  row: TableRow,
  dataset: string,
  taken: Set<string>,
): Row<CollectedPlace> {
  const kind = row.kind?.trim() || 'locality';
  const latitude = numberOf(row.latitude);
  const longitude = numberOf(row.longitude);
  const base = row.code?.trim() || slugOf([row.country, row.admin1, row.name].join(' '), 80);
  // Namesakes of one province are told apart by where they are, so that adding one renames no other.
  let recordId = kind === 'locality' ? base : `${kind}.${base}`;
  if (taken.has(recordId)) recordId = `${recordId}@${latitude},${longitude}`;
  taken.add(recordId);
  const place = {
    name: row.name,
    names: listOf(row.aliases),
    kind,
    country: row.country?.trim() || null,
    admin1: row.admin1?.trim() || null,
    latitude,
    longitude,
    population: numberOf(row.population) ?? null,
    radiusKm: numberOf(row.radius) ?? null,
  };
  return placeRow(at, place, { dataset, recordId, idColumn: 'name' });
}
