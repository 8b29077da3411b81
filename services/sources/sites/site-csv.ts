import type { CollectedSite } from '../../database/sites/collected-site.ts';
import { openCsvTable } from '../files/csv-table.ts';
import { listOf, numberOf } from '../files/field-text.ts';
import type { RowReader } from '../files/row-reader.ts';
import { siteRow } from './site-row.ts';

export const siteColumns = ['id', 'name', 'latitude', 'longitude'];

/** The columns of `data/sites.csv`. */
export const knownSiteColumns = [
  'id',
  'name',
  'aliases',
  'minerals',
  'kind',
  'operator',
  'country',
  'admin1',
  'latitude',
  'longitude',
  'status',
  'records',
  'source',
];

/** Sites in Orewatch's own columns; lists are separated by `;`. `options.source` names the dataset. */
export const readSiteCsv: RowReader<CollectedSite> = async function* (input, { source }) {
  const dataset = source ?? 'orewatch';
  const { rows } = await openCsvTable(input, {
    required: siteColumns,
    known: knownSiteColumns,
  });
  for await (const row of rows) {
    if (!row.ok) {
      yield row;
      continue;
    }
    const { aliases, minerals, latitude, longitude, records, source: origin, ...texts } = row.value;
    const site: Record<string, unknown> = {
      aliases: listOf(aliases),
      minerals: listOf(minerals),
      records: listOf(records),
      latitude: numberOf(latitude),
      longitude: numberOf(longitude),
    };
    for (const field in texts) if (texts[field]!.trim() !== '') site[field] = texts[field];
    yield siteRow(row, site, {
      dataset,
      ...(origin?.trim() ? { details: { source: origin.trim() } } : {}),
    });
  }
};
