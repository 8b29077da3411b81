import { wordMap } from '../../../domain/word-map.ts';
import type { CollectedPlace } from '../../database/places/place.ts';
import { countryCodeOf } from '../country-code.ts';
import { openCsvTable, type TableRow } from '../files/csv-table.ts';
import { listOf, numberOf, oneLine } from '../files/field-text.ts';
import type { Row, RowReader } from '../files/row-reader.ts';
import { latinNames, placeRow } from './place-input.ts';

export const whosOnFirstColumns = ['wof_id', 'name', 'placetype', 'latitude', 'longitude'];

const kinds = wordMap<CollectedPlace['place']['kind']>({
  country: 'country',
  dependency: 'country',
  region: 'admin1',
  macrocounty: 'admin2',
  county: 'admin2',
  localadmin: 'locality',
  locality: 'locality',
  borough: 'locality',
  neighbourhood: 'locality',
});

const columnsOfAreas = ['parent_id', 'region_id', 'county_id', 'country_id'];

/**
 * Who's On First places as CSV. Continents, postcodes and the like, and places that are no more (`deprecated`,
 * `is_current` 0), are passed over. The areas that a place lies in are named by their ids.
 */
export const readWhosOnFirst: RowReader<CollectedPlace> = async function* (input) {
  const { rows } = await openCsvTable(input, { required: whosOnFirstColumns });
  for await (const row of rows) {
    if (!row.ok) yield row;
    else {
      const place = toPlace(row, row.value);
      if (place) yield place;
    }
  }
};

function toPlace(at: { line: number; raw: unknown }, row: TableRow): Row<CollectedPlace> | null {
  const kind = kinds[row.placetype!.trim()];
  if (row.deprecated?.trim() || row.is_current?.trim() === '0') return null;
  if (kind === undefined && /^[a-z]+$/.test(row.placetype!.trim())) return null;
  const id = row.wof_id!.trim();
  const name = oneLine(row.name, 200);
  const isArea = kind === 'country' || kind === 'admin1' || kind === 'admin2';
  const within = columnsOfAreas
    .map((column) => row[column]?.trim() ?? '')
    .filter((key) => /^\d+$/.test(key) && key !== id && key !== '0')
    .map((key) => `whosonfirst:${key}`);
  const code = [row.iso_country, row.wof_country, row.iso].find((text) => /^[A-Za-z]{2}$/.test(text ?? ''));
  const place = {
    name,
    // Counties carry the names of their regions among their own.
    names: kind === 'admin2' ? [] : latinNames(listOf(row.alt_names, '|'), name ?? ''),
    kind: kind ?? row.placetype,
    country: code ?? (kind === 'country' && name ? countryCodeOf(name) : null),
    latitude: numberOf(row.latitude),
    longitude: numberOf(row.longitude),
    population: numberOf(row.population) ?? null,
    areaKey: isArea ? `whosonfirst:${id}` : null,
    within: [...new Set(within)],
  };
  return placeRow(at, place, { dataset: 'whosonfirst', recordId: id, idColumn: 'wof_id' });
}
