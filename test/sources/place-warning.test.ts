import { createReadStream } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { buildCountryAreas, type CountryAreas } from '../../domain/gazetteer/country-areas.ts';
import { countryOfRow, placeWarning } from '../../services/importing/place-warning.ts';
import { readUcdpGed } from '../../services/sources/events/ucdp-ged.ts';
import { readBundledPlaces } from '../../services/sources/places/place-bundled.ts';
import { readWhosOnFirst } from '../../services/sources/places/whosonfirst.ts';
import { readIcmm } from '../../services/sources/sites/icmm.ts';
import { readIpis } from '../../services/sources/sites/ipis.ts';
import { readSiteCsv } from '../../services/sources/sites/site-csv.ts';
import { hasSharedData, readAll, sharedData, valuesOf } from './read-all.ts';

let areas: CountryAreas;
beforeAll(async () => {
  areas = buildCountryAreas((await readBundledPlaces(new Date())).map(({ place }) => place));
});

const told = (latitude: number, longitude: number, country: string | null) =>
  placeWarning({ latitude, longitude }, country, areas);

describe('a position that cannot be in the country of its row', () => {
  it('is told with what would fit', () => {
    expect(told(27.744321, -1.033035, 'CD')).toEqual({
      field: 'latitude, longitude',
      got: '27.744321, -1.033035',
      text: 'do not lie in CD, as the row says; swapped, they lie in CD',
    });
    expect(told(11.66, 27.48, 'CD')).toMatchObject({
      field: 'latitude',
      text: 'do not lie in CD, as the row says; with the other sign of the latitude, they lie in CD',
    });
  });

  it('is told with the country that it does lie in', () => {
    // The middle of the Tshopo.
    expect(told(0.7, 25.1, 'FR')).toMatchObject({
      text: 'do not lie in FR, as the row says, but in CD: correct them, or the country',
    });
  });

  it('is none on either side of a border', () => {
    expect(told(-1.6792, 29.2228, 'CD')).toBeNull();
    expect(told(-1.7028, 29.2569, 'RW')).toBeNull();
    expect(told(-2.4907, 28.8428, 'CD')).toBeNull();
    expect(told(-2.4846, 28.9075, 'RW')).toBeNull();
  });

  it('is none where the row names no country, or none of which anything is known', () => {
    expect(told(27.744321, -1.033035, null)).toBeNull();
    expect(told(27.744321, -1.033035, 'AU')).toBeNull();
  });

  it('is none among the bundled sites', async () => {
    const file = createReadStream(path.join(packageRoot, 'data', 'sites.csv'));
    const sites = valuesOf(await readAll(readSiteCsv, file)).map(({ site }) => site);
    expect(sites.filter((site) => told(site.latitude, site.longitude, site.country))).toEqual([]);
  });
});

describe('the country of an event', () => {
  it.each([
    [{ country: 'DR Congo (Zaire)' }, 'CD'],
    [{ country: 'Myanmar (Burma)' }, 'MM'],
    [{ country: ' CD ' }, 'CD'],
    [{ country: 'Atlantis' }, null],
    [{}, null],
    [null, null],
    ['text', null],
  ])('in %j is %s', (raw, country) => {
    expect(countryOfRow(raw)).toBe(country);
  });
});

describe.skipIf(!hasSharedData)('in the real files', () => {
  const open = (...parts: string[]) => createReadStream(path.join(sharedData, ...parts));

  it('all mines lie in their countries', async () => {
    const mines = [
      ...(await readAll(readIpis, open('sites', 'ipis-drc-2024.csv'))),
      ...(await readAll(readIcmm, open('sites', 'icmm-2025.geojson'))),
    ];
    const sites = valuesOf(mines).map(({ site }) => site);
    expect(sites.length).toBeGreaterThan(15_000);
    expect(sites.filter((site) => told(site.latitude, site.longitude, site.country))).toEqual([]);
    // And each one would be told if its latitude and longitude were swapped.
    const congolese = sites.filter((site) => site.country === 'CD');
    const swapped = congolese.filter(({ latitude, longitude }) => told(longitude, latitude, 'CD'));
    expect(swapped).toHaveLength(congolese.length);
  });

  it.each(['bi', 'cd', 'rw', 'ug'])('all places of %s lie in it', async (country) => {
    const places = valuesOf(await readAll(readWhosOnFirst, open('places', `whosonfirst-${country}.csv`)));
    const astray = places.filter(({ place }) => told(place.latitude, place.longitude, place.country));
    expect(astray.map(({ place }) => place.name)).toEqual([]);
  });

  it.each(['ucdp-ged-sample-1000.csv', 'ucdp-candidate-26.0.2-third.csv'])(
    'nearly all events of %s lie in their countries',
    async (file) => {
      const rows = await readAll(readUcdpGed, open('events', file));
      const astray = rows.flatMap((row) =>
        row.ok && placeWarning(row.value.event, countryOfRow(row.raw), areas) ? [row.value.event.place] : [],
      );
      // South Sudan was Sudan until 2011.
      expect(astray.filter((place) => place !== 'Upper Nile state')).toEqual([]);
    },
  );
});
