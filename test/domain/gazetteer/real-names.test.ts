import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../config/package-root.ts';
import { areasByKey, placeOf } from '../../../domain/gazetteer/areas-of-places.ts';
import { buildGazetteer, type Gazetteer } from '../../../domain/gazetteer/gazetteer.ts';
import { siteAsPlace } from '../../../domain/gazetteer/place.ts';
import { readPlaceCsv } from '../../../services/sources/places/place-csv.ts';
import { readWhosOnFirst } from '../../../services/sources/places/whosonfirst.ts';
import { readSiteCsv } from '../../../services/sources/sites/site-csv.ts';
import { hasSharedData, readAll, sharedData, valuesOf } from '../../sources/read-all.ts';
import { settledIn } from './small-world.ts';

/** The gazetteer as it is after an import of the four countries, without a database. */
async function realGazetteer(): Promise<Gazetteer> {
  const bundled = (name: string) => createReadStream(path.join(packageRoot, 'data', name));
  const collected = [
    ...valuesOf(await readAll(readPlaceCsv, bundled('regions.csv'), { source: 'bundled' })),
    ...valuesOf(await readAll(readPlaceCsv, bundled('places.csv'), { source: 'bundled' })),
  ];
  for (const country of ['cd', 'rw', 'bi', 'ug']) {
    const file = path.join(sharedData, 'places', `whosonfirst-${country}.csv`);
    collected.push(...valuesOf(await readAll(readWhosOnFirst, createReadStream(file))));
  }
  const stored = collected.map(({ dataset, recordId, place }) => ({
    ...place,
    id: `${dataset}:${recordId}`,
  }));
  const areas = areasByKey(stored);
  const sites = valuesOf(await readAll(readSiteCsv, bundled('sites.csv'))).map(({ siteId, site }) =>
    siteAsPlace({ ...site, id: siteId, names: site.aliases }),
  );
  const operators = [{ name: 'Alphamin Bisie Mining', siteIds: ['bisie'] }];
  return buildGazetteer([...stored.map((row) => placeOf(row, areas)), ...sites], operators);
}

describe.skipIf(!hasSharedData)('with 65,000 real places', () => {
  let gazetteer: Gazetteer;
  beforeAll(async () => {
    gazetteer = await realGazetteer();
  }, 30_000);
  const settled = (text: string, name: string) =>
    settledIn(text, gazetteer).find(({ mention }) => mention.name === name)!;

  it('the Kigoma, the Shabunda and the Kibati of the text are found', () => {
    const kigoma = settled('Fighting reached Kigoma, a village in Walikale territory.', 'Kigoma');
    expect(kigoma.place).toMatchObject({ admin1: 'North Kivu' });
    const lake = settled('Refugees crossed Lake Tanganyika to Kigoma in Tanzania.', 'Kigoma');
    expect(lake.place).toMatchObject({ country: 'TZ' });
    const near = settled('They took Shabunda, 18 km north of Walikale-centre.', 'Shabunda');
    expect(near.latitude).toBeCloseTo(-1.27, 1);
    const far = settled('In Shabunda, South Kivu, gold traders closed shop.', 'Shabunda');
    expect(far.latitude).toBeCloseTo(-2.69, 1);
    expect(settled('Clashes in Kibati, north of Goma, went on.', 'Kibati').longitude).toBeCloseTo(29.26, 1);
    const masisi = settled('From Nyabiondo the rebels reached Kibati in Masisi territory.', 'Kibati');
    expect(masisi.longitude).toBeCloseTo(28.61, 1);
  });

  it('the places of the Walikale article are those on the map, and no hamlet is read into it', async () => {
    const text = await readFile(path.join(sharedData, 'reports', 'walikale-2025-03-20.txt'), 'utf8');
    const places = settledIn(text, gazetteer);
    const localities = places.filter(({ locationPrecision }) => locationPrecision <= 2);
    expect(new Set(localities.map(({ mention }) => mention.name))).toEqual(
      new Set(['Bukavu', 'GOMA', 'Walikale', 'Mubi', 'Alphamin', 'Bisie', 'Doha']),
    );
    for (const { certainty } of localities) expect(certainty).toBeGreaterThan(0.9);
    const bisie = places.find(({ mention }) => mention.name === 'Bisie')!;
    expect(bisie).toMatchObject({ siteIds: ['bisie'], latitude: -1.033035 });
    const mubi = places.find(({ mention }) => mention.name === 'Mubi')!;
    expect(mubi).toMatchObject({ latitude: -1.30883, longitude: 27.89323 });
    const district = places.find(({ mention }) => mention.classWord === 'admin2')!;
    expect(district.place).toMatchObject({ name: 'Walikale', kind: 'admin2' });
  });

  it('ten thousand names that each stand for several places take no long time', () => {
    const names = [...gazetteer.byName]
      .filter(([name, senses]) => senses.length > 3 && /^[a-z]{5,}$/.test(name))
      .map(([name]) => name[0]!.toUpperCase() + name.slice(1));
    const text = Array.from({ length: 10_000 }, (_, i) => `in ${names[i % names.length]}`).join(', ');
    const startedAt = performance.now();
    expect(settledIn(text, gazetteer).length).toBeGreaterThan(7000);
    expect(performance.now() - startedAt).toBeLessThan(4000);
  });
});
