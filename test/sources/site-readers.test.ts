import { createReadStream } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { countryCodeOf } from '../../services/sources/country-code.ts';
import { readIcmm } from '../../services/sources/sites/icmm.ts';
import { readIpis } from '../../services/sources/sites/ipis.ts';
import { readSiteCsv } from '../../services/sources/sites/site-csv.ts';
import { readSiteGeojson } from '../../services/sources/sites/site-geojson.ts';
import { hasSharedData, readAll, refusalsIn, sharedData, valuesOf } from './read-all.ts';

describe('sites in Orewatch’s own columns', () => {
  it('are all of the bundled ones, with the records that describe the same mine', async () => {
    const rows = await readAll(readSiteCsv, createReadStream(path.join(packageRoot, 'data', 'sites.csv')));
    expect(refusalsIn(rows)).toEqual([]);
    const bisie = valuesOf(rows).find(({ siteId }) => siteId === 'bisie')!;
    expect(bisie).toMatchObject({
      dataset: 'orewatch',
      recordId: 'bisie',
      sameAs: [{ dataset: 'ipis', recordId: 'codmine00396' }],
      site: { name: 'Bisie', minerals: ['cassiterite'], latitude: -1.033035 },
    });
  });

  it('are refused as a whole where there is no header line, with what it should name', async () => {
    await expect(readAll(readSiteCsv, 'a,Mine,-1.03,27.74\nb,Pit,-1,27\n')).rejects.toThrow(
      /^there is no header line: the first line holds data \(a, Mine, -1.03, 27.74\).*needed are id, name, latitude, longitude\n.*also aliases, minerals/s,
    );
  });

  it('are refused without coordinates or with records that cannot be read', async () => {
    const text = 'id,name,latitude,longitude,records\na,A,,,\nb,B,1,2,ipis\nc,C,1,2,ipis:x; icmm:y\n';
    const rows = await readAll(readSiteCsv, text, { source: 'acme' });
    expect(refusalsIn(rows)).toEqual(['2: latitude', '2: longitude', '3: records.0']);
    expect(valuesOf(rows)[0]).toMatchObject({
      dataset: 'acme',
      sameAs: [{ dataset: 'ipis' }, { dataset: 'icmm' }],
    });
  });
});

describe('sites as GeoJSON', () => {
  const point = (id: string, coordinates: unknown, more = {}) => ({
    type: 'Feature',
    geometry: coordinates === null ? null : { type: 'Point', coordinates },
    properties: { id, name: `Mine "${id}" {[,]}`, minerals: ['gold'], ...more },
  });
  const collection = (features: unknown[], indent?: number) =>
    JSON.stringify(
      { type: 'FeatureCollection', name: 'features', meta: { features: [1] }, features, crs: {} },
      null,
      indent,
    );

  it('are read one at a time, in pieces of any size, whatever stands before and after them', async () => {
    const features = [point('a', [27.7, -1, 800]), point('b', [0, 1], { aliases: 'x;y', owner: 'z' })];
    for (const pieceSize of [1, 3, 1000]) {
      for (const indent of [0, 2]) {
        const rows = await readAll(readSiteGeojson, collection(features, indent), {}, pieceSize);
        expect(refusalsIn(rows)).toEqual([]);
        expect(
          valuesOf(rows).map(({ siteId, site, details }) => [siteId, site.longitude, site.aliases, details]),
        ).toEqual([
          ['a', 27.7, [], undefined],
          ['b', 0, ['x', 'y'], { owner: 'z' }],
        ]);
      }
    }
  });

  it('keep a property that bears the name of something every object has', async () => {
    const features = [point('a', [1, 2], { constructor: 'Cat', toString: 'x' })];
    const [site] = valuesOf(await readAll(readSiteGeojson, collection(features)));
    expect(site!.details).toEqual({ constructor: 'Cat', toString: 'x' });
  });

  it('keep a property called __proto__ as one of their own', async () => {
    const text = collection([point('a', [1, 2], { owner: 'z' })]).replace('"owner"', '"__proto__"');
    const [site] = valuesOf(await readAll(readSiteGeojson, text));
    expect(JSON.stringify(site!.details)).toBe('{"__proto__":"z"}');
  });

  it.each([[null], [[1]], ['x']])('are refused where their properties are %j', async (properties) => {
    const rows = await readAll(readSiteGeojson, collection([{ ...point('a', [1, 2]), properties }]));
    expect(refusalsIn(rows)).toEqual([`${rows[0]!.line}: properties`]);
  });

  it('are refused without coordinates, each for itself', async () => {
    const features = [point('a', null), point('b', []), point('c', [1, 91]), 7, 'x', point('d', [1, 2])];
    const rows = await readAll(readSiteGeojson, collection(features, 1));
    expect(rows.map((row) => row.ok)).toEqual([false, false, false, false, false, true]);
    expect(refusalsIn(rows)).toContain(`${rows[0]!.line}: geometry`);
    const first = rows[0]!;
    expect(!first.ok && first.refusals[0]!.expected).toMatch(/site without coordinates/);
  });

  it('come in up to the place where the file was cut off', async () => {
    const text = collection([point('a', [1, 2]), point('b', [1, 2])]);
    const rows = await readAll(readSiteGeojson, text.slice(0, text.indexOf('"b"') + 20));
    expect(rows.map((row) => row.ok)).toEqual([true, false]);
    const last = rows[1]!;
    expect(!last.ok && last.refusals[0]!.expected).toMatch(/cut off/);
  });

  it.each([
    '',
    '{}',
    '[1,2]',
    '{"type":"Feature","geometry":null}',
    '{"features": {}}',
    '{"features": 3}',
    'a,b\n1,2\n',
  ])('are refused as a whole where there is no FeatureCollection: %s', async (text) => {
    await expect(readAll(readSiteGeojson, text)).rejects.toThrow(/FeatureCollection/);
  });
});

describe('country names', () => {
  it.each([
    ['Democratic Republic of the Congo', 'CD'],
    ['Republic of the Congo', 'CG'],
    ["Côte d'Ivoire", 'CI'],
    ['Turkey', 'TR'],
    ['Kosovo', 'XK'],
    ['Germany', 'DE'],
    ['United Kingdom', 'GB'],
    ['Atlantis', null],
  ])('%s is %s', (name, code) => {
    expect(countryCodeOf(name)).toBe(code);
  });
});

const ipisHeader =
  'vid,pcode,name,visit_date,longitude,latitude,province,workers_numb,mineral1,mineral2,mineral3,presence,interference,armed_group1,type_armed_group1';

describe('IPIS visits', () => {
  it.each([
    ['opendata_p_ipis.fid--3e60154c_17c662a0ff2_-18ee', '2021-10-09T17:46:45.106Z'],
    ['opendata_p_ipis.fid-35544b23_18df5e540d0_7f', '2024-02-29T17:24:18.768Z'],
    ['opendata_p_ipis.fid-35544b23_fffffffffff_7f', undefined],
    ['17', undefined],
    ['', undefined],
  ])('whose FID is "%s" stand in the edition of %s', async (featureId, edition) => {
    const row = `${featureId},codmine1,Mine,2020-01-02,28,-1,Nord-Kivu,Or`;
    const text = `FID,pcode,name,visit_date,longitude,latitude,province,mineral1\n${row}\n`;
    const [site] = valuesOf(await readAll(readIpis, text));
    expect(site!.edition).toBe(edition);
  });

  it('tell of the mine in English and of the visit', async () => {
    const rows = await readAll(
      readIpis,
      [
        ipisHeader,
        '1,codmine1,Mine,2020-01-02,28,-1,Nord-Kivu,30,Or,Minerais mixtes (Cassitérite/Coltan),inconnu,1,0,FDLR,Groupe armé étranger',
        '2,codmine1,Mine,2020-01-02,28,-1,Nord-Kivu,,Manvenve,,,0,,0,Aucun',
        '3,codmine1,Mine,2020-02-30,28,-1,Nord-Kivu,some,Or,,,,,,',
      ].join('\n'),
    );
    expect(refusalsIn(rows)).toEqual(['4: visit_date', '4: workers_numb']);
    const [first, second] = valuesOf(rows);
    expect(first).toMatchObject({
      recordId: 'codmine1',
      siteId: 'ipis-codmine1',
      site: {
        minerals: ['gold', 'cassiterite', 'coltan'],
        admin1: 'North Kivu',
        country: 'CD',
        kind: 'artisanal',
      },
      visits: [
        {
          visitId: 'codmine1/2020-01-02',
          workers: 30,
          armedPresence: true,
          interference: false,
          armedGroups: ['FDLR'],
        },
      ],
    });
    expect(second).toMatchObject({
      site: { minerals: ['manvenve'] },
      visits: [
        {
          visitId: 'codmine1/2020-01-02/02',
          workers: null,
          armedPresence: false,
          interference: null,
          armedGroups: [],
        },
      ],
    });
  });
});

describe('IPIS columns of any name', () => {
  it('are kept with the visit, also one called __proto__', async () => {
    const text = `${ipisHeader},__proto__,constructor\n1,codmine1,Mine,2020-01-02,28,-1,Nord-Kivu,,Or,,,,,,,x,y\n`;
    const [site] = valuesOf(await readAll(readIpis, text));
    expect(JSON.parse(JSON.stringify(site!.visits[0]!.content))).toEqual(
      JSON.parse('{"mineral1": "Or", "__proto__": "x", "constructor": "y"}'),
    );
  });
});

describe.skipIf(!hasSharedData)('the real site files', () => {
  const open = (file: string) => createReadStream(path.join(sharedData, 'sites', file));

  it.each([
    ['ipis-drc-2021.csv', 5074, 2994],
    ['ipis-drc-2024.csv', 6955, 3409],
  ])('%s gives a visit for each row, each with an id of its own', async (file, visits, mines) => {
    const rows = await readAll(readIpis, open(file));
    expect(refusalsIn(rows)).toEqual([]);
    const values = valuesOf(rows);
    expect(new Set(values.map(({ recordId }) => recordId)).size).toBe(mines);
    expect(new Set(values.flatMap((value) => value.visits.map(({ visitId }) => visitId))).size).toBe(visits);
    expect(new Set(values.flatMap(({ site }) => site.minerals))).not.toContain('or');
  });

  it('the visits of the older edition are those of the newer one, but for the few that IPIS withdrew', async () => {
    const idsOf = async (file: string) =>
      new Set(valuesOf(await readAll(readIpis, open(file))).map(({ visits }) => visits[0]!.visitId));
    const newer = await idsOf('ipis-drc-2024.csv');
    const withdrawn = [...(await idsOf('ipis-drc-2021.csv'))].filter((id) => !newer.has(id));
    expect(withdrawn).toHaveLength(58);
  });

  it('icmm-2025.geojson gives a site for each point, in a country', async () => {
    const rows = await readAll(readIcmm, open('icmm-2025.geojson'));
    expect(refusalsIn(rows)).toEqual([]);
    const values = valuesOf(rows);
    expect(new Set(values.map(({ recordId }) => recordId)).size).toBe(8508);
    expect(values.filter(({ site }) => site.country === null)).toEqual([]);
    expect(values[0]).toMatchObject({
      recordId: 'ICMM00375',
      siteId: 'icmm00375',
      site: {
        name: 'Brejui',
        minerals: ['tin', 'tungsten'],
        country: 'BR',
        kind: 'industrial',
        status: 'unknown',
      },
      details: { confidenceFactor: 'Very Low' },
    });
  });
});
