import type { LinkableSite } from '../../domain/sites/link.ts';
import type { CollectedSite } from '../database/sites/collected-site.ts';
import type { Row } from '../sources/files/row-reader.ts';
import type { Reading } from './reading.ts';

/**
 * The sites of a file, one for each cell of 0.1° (coordinates rounded to one decimal): mines stand in clusters, and
 * counting each of them would weigh the same event many times. The site with the lowest id stands for its cell. Where
 * a file tells of a site more than once, its newest row counts.
 */
export async function readBacktestSites(
  rows: AsyncIterable<Row<CollectedSite>>,
  reading: Reading,
): Promise<LinkableSite[]> {
  const newest = new Map<string, CollectedSite>();
  for await (const row of rows) {
    if (!reading.note(row)) continue;
    const { value } = row;
    const known = newest.get(value.siteId);
    if (!known || (value.asOf ?? '') >= (known.asOf ?? '')) newest.set(value.siteId, value);
  }
  const byCell = new Map<string, CollectedSite>();
  for (const value of newest.values()) {
    const cell = cellOf(value.site);
    const first = byCell.get(cell);
    if (!first || value.siteId < first.siteId) byCell.set(cell, value);
  }
  return [...byCell.values()]
    .sort((a, b) => (a.siteId < b.siteId ? -1 : 1))
    .map(({ siteId, site: { latitude, longitude } }, siteNo) => ({
      siteNo,
      id: siteId,
      latitude,
      longitude,
    }));
}

function cellOf({ latitude, longitude }: { latitude: number; longitude: number }): string {
  // toFixed goes by the exact value; multiplying by ten first would round some of it away. `+` makes −0.0 and 0.0 one.
  return `${+latitude.toFixed(1) + 0}/${+longitude.toFixed(1) + 0}`;
}
