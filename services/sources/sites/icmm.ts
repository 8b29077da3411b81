import type { CollectedSite } from '../../database/sites/collected-site.ts';
import { countryCodeOf } from '../country-code.ts';
import { listOf, oneLine } from '../files/field-text.ts';
import type { RowReader } from '../files/row-reader.ts';
import { readPoints } from './site-geojson.ts';
import { siteRow } from './site-row.ts';

/** A mine that absorbed dozens of old claims carries all their names; more than these help nobody to find it. */
const maxAliases = 20;

/** The ICMM Global Mining Dataset: industrial mines and the smelters and refineries beside them, as GeoJSON. */
export const readIcmm: RowReader<CollectedSite> = async function* (input) {
  for await (const row of readPoints(input)) {
    if (!row.ok) {
      yield row;
      continue;
    }
    const {
      feature: { properties },
      position,
    } = row.value;
    const text = (name: string) => (typeof properties[name] === 'string' ? (properties[name] as string) : '');
    const recordId = text('id').trim();
    const name = oneLine(text('name'), 200);
    const site = {
      // ICMM's ids begin with ICMM: they need no name of the dataset before them.
      id: recordId.toLowerCase(),
      name,
      aliases: aliasesOf(text('groupNames'), name),
      minerals: mineralsOf([text('primaryCommodity'), text('secondaryCommodity'), text('otherCommodities')]),
      kind: 'industrial',
      country: countryCodeOf(text('country')),
      ...position,
    };
    yield siteRow(row, site, { dataset: 'icmm', recordId, details: properties });
  }
};

function aliasesOf(groupNames: string, name: string | undefined): string[] {
  const names = listOf(groupNames).flatMap((part) => oneLine(part, 200) ?? []);
  return [...new Set(names)].filter((alias) => alias !== name).slice(0, maxAliases);
}

function mineralsOf(commodities: readonly string[]): string[] {
  const minerals = commodities.flatMap((list) => listOf(list)).map((mineral) => mineral.toLowerCase());
  return [...new Set(minerals.map((mineral) => (mineral === 'iron ore' ? 'iron' : mineral)))];
}
