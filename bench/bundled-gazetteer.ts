import { createReadStream } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import { areasByKey, placeOf } from '../domain/gazetteer/areas-of-places.ts';
import { buildGazetteer, type Gazetteer } from '../domain/gazetteer/gazetteer.ts';
import type { Operator, Place } from '../domain/gazetteer/place.ts';
import { siteAsPlace } from '../domain/gazetteer/place.ts';
import { withWorld } from '../domain/gazetteer/world.ts';
import { readKnownActors } from '../services/sources/actors.ts';
import type { RowReader } from '../services/sources/files/row-reader.ts';
import { readPlaceCsv } from '../services/sources/places/place-csv.ts';
import { readWhosOnFirst } from '../services/sources/places/whosonfirst.ts';
import { worldPlaces } from '../services/sources/places/world-places.ts';
import { readSiteCsv } from '../services/sources/sites/site-csv.ts';

/** The gazetteer of the bundled files and the towns of the world, and of gazetteers of Who's On First if any are given; no database is needed. */
export async function readBundledGazetteer(
  whosOnFirstFiles: readonly string[] = [],
  { withTowns = true }: { withTowns?: boolean } = {},
): Promise<Gazetteer> {
  const data = (name: string) => path.join(packageRoot, 'data', name);
  const collected = [
    ...(await valuesOf(readPlaceCsv, data('places.csv'))),
    ...(await valuesOf(readPlaceCsv, data('regions.csv'))),
  ];
  for (const file of whosOnFirstFiles) collected.push(...(await valuesOf(readWhosOnFirst, file)));
  const stored = collected.map(({ dataset, recordId, place }) => ({
    ...place,
    id: `${dataset}:${recordId}`,
  }));
  const areas = areasByKey(stored);
  const places: Place[] = stored.map((row) => placeOf(row, areas));
  const operators = new Map<string, Operator>();
  for (const { siteId, site } of await valuesOf(readSiteCsv, data('sites.csv'))) {
    places.push(siteAsPlace({ ...site, id: siteId, names: site.aliases }));
    if (!site.operator) continue;
    const known = operators.get(site.operator);
    if (known) known.siteIds.push(siteId);
    else operators.set(site.operator, { name: site.operator, siteIds: [siteId] });
  }
  const others = readKnownActors().flatMap(({ name, aliases, country }) =>
    [name, ...aliases].map((spelling) => ({ name: spelling, country })),
  );
  const all = withTowns ? withWorld(places, worldPlaces()) : places;
  return buildGazetteer(all, [...operators.values()], others);
}

async function valuesOf<T>(reader: RowReader<T>, file: string): Promise<T[]> {
  const values: T[] = [];
  const options = { now: new Date(), source: null };
  for await (const row of reader(createReadStream(file), options)) if (row.ok) values.push(row.value);
  return values;
}
