import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import { areasByKey, placeOf } from '../domain/gazetteer/areas-of-places.ts';
import { buildGazetteer, type Gazetteer } from '../domain/gazetteer/gazetteer.ts';
import type { Place } from '../domain/gazetteer/place.ts';
import { siteAsPlace } from '../domain/gazetteer/place.ts';
import { readPlaceText } from '../domain/gazetteer/read-place-text.ts';
import { distanceKm, type Point } from '../domain/sphere.ts';
import { openCsvTable } from '../services/sources/files/csv-table.ts';
import type { RowReader } from '../services/sources/files/row-reader.ts';
import { readPlaceCsv } from '../services/sources/places/place-csv.ts';
import { readWhosOnFirst } from '../services/sources/places/whosonfirst.ts';
import { readSiteCsv } from '../services/sources/sites/site-csv.ts';
import { reportNamesakes } from './namesakes.ts';

// Reads the place texts of real events of DR Congo and compares with the coordinates that their coders gave them.
// The oracle is what a reader of names could do at best: of all places whose whole name stands in the text, it takes
// the one nearest to the truth. The rows with an even number served to develop the reader, the odd ones to check it.
// Before that: how often a town of the world whose country is told is taken for one far away, with the bundled
// gazetteer alone, with files of Who's On First beside it (given as arguments), and with the towns of the world.

const near = 25;
const shared = path.join(packageRoot, '..', 'shared', 'data');
const events = path.join(shared, 'events', 'ucdp-ged-drc-1989-2021.csv');
const gazetteerFile = path.join(shared, 'places', 'whosonfirst-cd.csv');
const say = (text: string) => process.stdout.write(`${text}\n`);

type Row = Point & { text: string };

async function valuesOf<T>(reader: RowReader<T>, file: string): Promise<T[]> {
  const values: T[] = [];
  const options = { now: new Date(), source: null };
  for await (const row of reader(createReadStream(file), options)) if (row.ok) values.push(row.value);
  return values;
}

async function readGazetteer(): Promise<Gazetteer> {
  const data = (name: string) => path.join(packageRoot, 'data', name);
  const collected = [
    ...(await valuesOf(readWhosOnFirst, gazetteerFile)),
    ...(await valuesOf(readPlaceCsv, data('places.csv'))),
    ...(await valuesOf(readPlaceCsv, data('regions.csv'))),
  ];
  const stored = collected.map(({ dataset, recordId, place }) => ({
    ...place,
    id: `${dataset}:${recordId}`,
  }));
  const areas = areasByKey(stored);
  const places: Place[] = stored.map((row) => placeOf(row, areas));
  for (const { siteId, site } of await valuesOf(readSiteCsv, data('sites.csv'))) {
    places.push(siteAsPlace({ ...site, id: siteId, names: site.aliases }));
  }
  return buildGazetteer(places, []);
}

async function readRows(): Promise<Row[]> {
  const { rows } = await openCsvTable(createReadStream(events), {
    required: ['latitude', 'longitude', 'location'],
  });
  const read: Row[] = [];
  for await (const row of rows) {
    if (!row.ok) continue;
    const { latitude, longitude, location } = row.value;
    read.push({ latitude: Number(latitude), longitude: Number(longitude), text: location! });
  }
  return read;
}

/** The best that exact names can do: the sense nearest to the truth of any name of up to three words in the text. */
function oracleKm(row: Row, gazetteer: Gazetteer): number {
  const words = row.text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < words.length; i++) {
    for (let length = 1; length <= 3; length++) {
      for (const { place, byAlias } of gazetteer.byName.get(words.slice(i, i + length).join(' ')) ?? []) {
        if (place.id.startsWith('whosonfirst:') && place.kind === 'locality' && !byAlias) {
          best = Math.min(best, distanceKm(place, row));
        }
      }
    }
  }
  return best;
}

function report(name: string, rows: readonly Row[], gazetteer: Gazetteer): void {
  let oracle = 0;
  let ours = 0;
  let unread = 0;
  let far = 0;
  let admitted = 0;
  for (const row of rows) {
    if (oracleKm(row, gazetteer) <= near) oracle++;
    const read = readPlaceText(row.text, gazetteer, { country: 'CD' });
    if (read === null || read.latitude === null || read.longitude === null) {
      unread++;
      continue;
    }
    const km = distanceKm(row, { latitude: read.latitude, longitude: read.longitude });
    if (km <= near) ours++;
    else {
      far++;
      if (km <= read.uncertaintyKm) admitted++;
    }
    if (process.argv.includes('--misses') && km > near) {
      say(
        `${Math.round(km)} km ±${read.uncertaintyKm} ${read.certainty} ${read.place?.id} ${read.place?.name} ${read.mention.relation} | ${row.latitude} ${row.longitude} | ${row.text.replace(/\s+/g, ' ')}`,
      );
    }
  }
  const percent = (count: number, of = rows.length) => `${((100 * count) / of).toFixed(1)} %`;
  say(`${name}: ${rows.length} rows`);
  say(`  oracle, exact names, nearest sense    ${percent(oracle)} within ${near} km`);
  say(`  Orewatch, choosing by itself          ${percent(ours)} within ${near} km`);
  say(`  nothing read                          ${percent(unread)}`);
  say(
    `  further off                           ${percent(far)}, of which its radius admits ${percent(admitted, far)}`,
  );
}

await reportNamesakes(process.argv.slice(2).filter((argument) => !argument.startsWith('--')));
if (!existsSync(events) || !existsSync(gazetteerFile)) {
  say(`Nothing to measure: ${shared} is absent.`);
} else {
  const gazetteer = await readGazetteer();
  const rows = await readRows();
  const startedAt = performance.now();
  report(
    'developed with',
    rows.filter((_, i) => i % 2 === 0),
    gazetteer,
  );
  report(
    'checked with',
    rows.filter((_, i) => i % 2 === 1),
    gazetteer,
  );
  say(`${((performance.now() - startedAt) / rows.length).toFixed(2)} ms a row, the oracle included`);
}
