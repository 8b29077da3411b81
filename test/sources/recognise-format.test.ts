import { open } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { acledColumns } from '../../services/sources/events/acled.ts';
import { ucdpColumns } from '../../services/sources/events/ucdp-row.ts';
import { startLength } from '../../services/sources/files/stream-start.ts';
import { formatMarks } from '../../services/sources/format-marks.ts';
import { whosOnFirstColumns } from '../../services/sources/places/whosonfirst.ts';
import { type Recognition, recogniseFormat } from '../../services/sources/recognise-format.ts';
import { ipisColumns } from '../../services/sources/sites/ipis-layout.ts';
import { hasSharedData, sharedData } from './read-all.ts';

const recognise = (content: string | Buffer, among = formatMarks) =>
  recogniseFormat(Buffer.from(content).subarray(0, startLength), among);
const nameIn = (recognition: Recognition) => recognition.found?.name ?? null;

async function unsure(content: string | Buffer) {
  const recognition = await recognise(content);
  if (recognition.found) throw new Error(`taken for ${recognition.found.name}: ${recognition.reason}`);
  return recognition;
}

async function startOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(startLength), 0, startLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const table = (columns: readonly string[], mark = ',') => `${columns.join(mark)}\n`;
const geonamesRow =
  '1\tKiba\tKiba\t\t-1.5\t28.1\tP\tPPL\tCD\t\t\t\t\t\t500\t\t900\tAfrica/Lubumbashi\t2020-01-01';
const gdeltRow = (width: number, added: string) =>
  Array.from({ length: width }, (_, i) =>
    i === 0 ? '881990832' : i === 1 ? '20181024' : i === (width === 61 ? 59 : 56) ? added : '',
  ).join('\t');
const point = (properties: object) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [27, -1] },
  properties,
});
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });
const icmmMine = {
  ...{ id: 'ICMM0', name: 'Made-up', confidenceFactor: 'Low', assetType: 'Mine', primaryCommodity: 'tin' },
};
const event = { sourceEventId: 'a', occurredOn: '2025-03-19', type: 'Battles', subType: 'Armed clash' };

describe('the format of a file', () => {
  it.each([
    ['ucdp-ged', table(ucdpColumns)],
    ['ucdp-ged', table([...ucdpColumns, 'relid', 'region'].toReversed(), ';')],
    ['ucdp-ged', `\ufeff${table(ucdpColumns)}`],
    ['ucdp-ged', `sep=;\r\n${table(ucdpColumns, ';').replace('\n', '\r\n')}`],
    ['ucdp-ged', ucdpColumns.map((name) => `"${name}"`).join('\t')],
    ['acled', table(acledColumns)],
    ['acled', table(acledColumns).toUpperCase()],
    [
      'acled-json',
      JSON.stringify({ status: 200, data: [Object.fromEntries(acledColumns.map((c) => [c, 1]))] }),
    ],
    ['events-csv', 'sourceEventId,occurredOn,type,subType,latitude,longitude,source\n'],
    ['events-jsonl', `${JSON.stringify(event)}\n${JSON.stringify(event)}\n`],
    ['events-jsonl', JSON.stringify({ ...event, notes: '"features": [1], "data": [2]' })],
    ['ipis', table([...ipisColumns, 'FID', 'id'])],
    ['icmm', JSON.stringify(collection(point(icmmMine)), null, 2)],
    ['sites-csv', 'id,name,latitude,longitude,minerals\nm,Mine,-1,27,gold\n'],
    ['sites-geojson', JSON.stringify(collection(point({ id: 'm', name: 'Mine', colour: 'red' })))],
    ['sites-geojson', JSON.stringify(collection({ ...point({ name: 'Mine' }), id: 7 }))],
    ['whosonfirst', table([...whosOnFirstColumns, 'population'])],
    ['gdelt', `${gdeltRow(61, '20191024143000')}\n`],
    ['geonames', `${geonamesRow}\r\n`],
    ['geonames', `\ufeff${geonamesRow}`],
  ])('is seen in its first bytes: %s', async (name, content) => {
    expect(nameIn(await recognise(content))).toBe(name);
  });

  it('is told with what speaks for it, HXL tags among them', async () => {
    const tags = ucdpColumns.map((name) => (name === 'latitude' ? '#geo+lat' : '')).join(',');
    expect(await recognise(`${table(ucdpColumns)}${tags}\n`)).toMatchObject({
      reason:
        'its header names type_of_violence, where_prec, date_prec, side_a, and its second line holds HXL tags',
    });
    expect(await recognise(geonamesRow)).toMatchObject({
      reason: expect.stringMatching(/19 columns separated by tabs.* 5 holds a latitude/),
    });
  });

  it('is seen where the start ends within a row, a feature or a letter', async () => {
    const long = `${table(ipisColumns)}${'é'.repeat(startLength)}`;
    expect(nameIn(await recognise(long))).toBe('ipis');
    const features = Array.from({ length: 3000 }, () => point(icmmMine));
    expect(nameIn(await recognise(JSON.stringify(collection(...features))))).toBe('icmm');
  });

  it('of the bundled sites is that of sites', async () => {
    const start = await startOf(path.join(packageRoot, 'data', 'sites.csv'));
    expect(nameIn(await recogniseFormat(start))).toBe('sites-csv');
  });
});

describe('a file whose format is not plain', () => {
  it('is compared with the nearest one: a column renamed', async () => {
    const renamed = ucdpColumns.map((name) => (name === 'best' ? 'best_estimate' : name));
    expect(await unsure(table(renamed))).toMatchObject({
      seen: { text: expect.stringContaining('13 columns') },
      nearest: { mark: { name: 'ucdp-ged' }, missing: ['best'], unknown: [] },
    });
  });

  it('is compared with Orewatch’s own columns: one missing, one too many', async () => {
    expect(await unsure('Id,name,latitude,longitude,minerals\n')).toMatchObject({
      nearest: { mark: { name: 'sites-csv' }, missing: ['id'], unknown: ['Id'] },
    });
    expect(await unsure('sourceEventId,occurredOn,type,subType,colour\n')).toMatchObject({
      nearest: { mark: { name: 'events-csv' }, missing: [], unknown: ['colour'] },
    });
  });

  it('may be two: none of them is taken', async () => {
    const both = await unsure(table([...new Set([...ipisColumns, ...whosOnFirstColumns])]));
    expect(both.candidates.map(({ name }) => name)).toEqual(['ipis', 'whosonfirst']);
  });

  it('may be none', async () => {
    expect(await unsure('a,b\n1,2\n')).toMatchObject({ candidates: [], nearest: null });
    expect(await unsure(`${geonamesRow}\textra`)).toMatchObject({ nearest: null });
  });

  it.each([
    [
      'a web page',
      '\n<!DOCTYPE html><html><title>Sign in</title>',
      /web page \(HTML\)/,
      /fetch the file again/,
    ],
    ['XML', '<?xml version="1.0"?><kml/>', /XML/, /CSV or GeoJSON/],
    ['reports', '{"publishedAt":"2025-03-20T09:00:00Z","text":"x"}', /reports/, /orewatch replay/],
    ['GDELT 1.0', gdeltRow(58, '20191024'), /GDELT 1\.0/, /version 2\.0/],
    ['rows without a header', '2025-03-20,-1.5,28.1,3\n', /without a header line/, /names of the columns/],
  ])('is told what it is, and what to do with it: %s', async (_, content, text, advice) => {
    const { seen } = await unsure(content);
    expect(seen.text).toMatch(text);
    expect(seen.advice).toMatch(advice);
  });

  it.each([
    ['prose', 'Rebels took the town on Wednesday.\nThey left.\n', /text that begins with "Rebels took/],
    ['other JSON', '{"meta": {"source": "x"}, "entries": []}', /JSON lines with meta, entries/],
    ['other JSON on many lines', '{\n "meta": {\n "source": "x"', /begins with meta, source/],
    ['no features', JSON.stringify(collection()), /JSON/],
    ['a list', '[1, 2, 3]', /JSON that begins with nothing/],
    ['a quote that is never closed', '"a,b\n1,2\n', /cannot be taken apart/],
    ['a first line without end', 'x'.repeat(startLength), /first line of more than 64 KB/],
    ['deep JSON', '['.repeat(startLength), /JSON/],
    ['a feature without end', `{"features": [{"properties": {"id": "${'x'.repeat(startLength)}`, /JSON/],
    ['names that JavaScript knows', 'constructor,__proto__,toString\n1,2,3\n', /3 columns constructor/],
    ['control characters', 'a\u001b[31m,b\n', /columns a \[31m, b$/],
  ])('is told what was seen: %s', async (_, content, text) => {
    expect((await unsure(content)).seen.text).toMatch(text);
  });

  it('is told briefly, however many columns it has', async () => {
    const { seen } = await unsure(table(Array.from({ length: 9000 }, (_, i) => `c${i}`)));
    expect(seen.text.length).toBeLessThan(600);
  });

  it.each([
    ['an empty file', '', /empty/],
    ['blank lines', '\ufeff \n\n', /empty/],
    ['UTF-16 text', Buffer.from('\ufeffid,name\n', 'utf16le'), /UTF-16/],
    ['a workbook or a ZIP', Buffer.from('PK\x03\x04 and more'), /ZIP/],
    ['binary data', Buffer.from([7, 8, 9, 0, 1, 2]), /not text: byte 4/],
    ['a header in Latin-1', Buffer.from('n\u00e9,b\n', 'latin1'), /must be UTF-8/],
    ['bare carriage returns', 'id,name\r1,2\r', /carriage returns/],
  ])('is refused as a whole where it is %s', async (_, content, message) => {
    await expect(recognise(content)).rejects.toThrow(message);
  });
});

describe.skipIf(!hasSharedData)('the real files', () => {
  it.each([
    ['events/ucdp-candidate-26.0.2-third.csv', 'ucdp-ged'],
    ['events/ucdp-ged-sample-1000.csv', 'ucdp-ged'],
    ['events/ucdp-hdx-bangladesh.csv', 'ucdp-ged'],
    ['events/gdelt-20191024143000.export.CSV', 'gdelt'],
    ['sites/ipis-drc-2021.csv', 'ipis'],
    ['sites/ipis-drc-2024.csv', 'ipis'],
    ['sites/icmm-2025.geojson', 'icmm'],
    ['places/whosonfirst-bi.csv', 'whosonfirst'],
    ['places/whosonfirst-cd.csv', 'whosonfirst'],
    ['places/whosonfirst-rw.csv', 'whosonfirst'],
    ['places/whosonfirst-ug.csv', 'whosonfirst'],
  ])('%s is recognised as %s', async (file, name) => {
    expect(nameIn(await recogniseFormat(await startOf(path.join(sharedData, file))))).toBe(name);
  });

  it.each([
    ['events/ucdp-ged-drc-1989-2021.csv', /7 columns date, event_type/],
    ['fronts/front-moves.csv', /12 columns date/],
    ['fronts/front-moves-unplaced.csv', /12 columns date/],
    ['fronts/remembered.csv', /12 columns date/],
    ['fronts/halts.csv', /12 columns date/],
    ['fronts/remembered-halts.csv', /12 columns date/],
    ['fronts/mm-grid-025.csv', /3 columns state/],
    ['fronts/front_fit.py', /text that begins/],
    ['fronts/README.md', /Fronts and halts/],
    ['README.md', /text that begins with "# Real data/],
    ['regions/eu-cahra-2026-06.json', /JSON that begins with meta, source/],
    ['reports/walikale-2025-03-20.txt', /text that begins with "M23/],
  ])('%s is taken for none, and what it is is told', async (file, text) => {
    expect((await unsure(await startOf(path.join(sharedData, file)))).seen.text).toMatch(text);
  });
});
