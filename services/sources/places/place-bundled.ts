import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../../../config/package-root.ts';
import { contentHash } from '../../database/content-hash.ts';
import { noteFact, readFact } from '../../database/installation.ts';
import {
  type CollectedPlace,
  placeIdOf,
  removeOtherPlaces,
  storePlaces,
} from '../../database/places/place.ts';
import type { Database } from '../../database/pool.ts';
import { inTransaction } from '../../database/transaction.ts';
import { readPlaceCsv } from './place-csv.ts';

const files = ['regions.csv', 'places.csv'].map((name) => path.join(packageRoot, 'data', name));
const dataset = 'bundled';

/**
 * Loads the bundled places where they are new or have changed; what is no longer in the files is removed. To find
 * that nothing is to do takes one small query. Answers whether something was loaded.
 */
export async function loadBundledPlaces(database: Database, recordedAt: Date): Promise<boolean> {
  const fingerprint = contentHash(await Promise.all(files.map((file) => readFile(file, 'utf8'))));
  if ((await readFact(database, 'bundled places')) === fingerprint) return false;
  const places = await readBundledPlaces(recordedAt);
  await inTransaction(database, async (client) => {
    await storePlaces(client, places, recordedAt);
    await removeOtherPlaces(client, dataset, places.map(placeIdOf));
    await noteFact(client, 'bundled places', fingerprint);
  });
  return true;
}

export async function readBundledPlaces(now: Date): Promise<CollectedPlace[]> {
  return (await Promise.all(files.map((file) => readBundledFile(file, now)))).flat();
}

async function readBundledFile(file: string, now: Date): Promise<CollectedPlace[]> {
  const places: CollectedPlace[] = [];
  for await (const row of readPlaceCsv(createReadStream(file), { now, source: dataset })) {
    if (row.ok) places.push(row.value);
    else throw new Error(`The bundled ${file} has a bad row at line ${row.line}: ${row.refusals[0]!.field}.`);
  }
  return places;
}
