import { Readable } from 'node:stream';
import { domainToASCII } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commoditiesOf } from '../../domain/sites/minerals.ts';
import { mistakeIn } from '../../services/refusing/mail-address.ts';
import { readEventCsv } from '../../services/sources/events/event-csv.ts';
import { readEventJsonl } from '../../services/sources/events/event-jsonl.ts';
import { parseColumnMap, readMappedCsv } from '../../services/sources/events/mapped-csv.ts';
import { readSiteCsv } from '../../services/sources/sites/site-csv.ts';
import { readSiteGeojson } from '../../services/sources/sites/site-geojson.ts';
import { readAll, valuesOf } from './read-all.ts';

const options = { now: new Date('2025-04-01T00:00:00Z'), source: 'test' };

async function eventsOf(text: string) {
  const rows = [];
  for await (const row of readEventCsv(Readable.from([Buffer.from(text)]), options)) rows.push(row);
  return rows.map((row) => (row.ok ? row.value.event : row.refusals));
}

async function sitesOf(text: string) {
  const rows = [];
  for await (const row of readSiteCsv(Readable.from([Buffer.from(text)]), options)) rows.push(row);
  return rows.map((row) => (row.ok ? row.value.site : row.refusals));
}

const header = 'sourceEventId,occurredOn,type,subType,place,latitude,longitude,notes';
const row = 'e1,2025-03-19,Battles,Armed clash,Mubi,-1.3,27.9,told by a trader';

describe('a CSV file as spreadsheets leave it', () => {
  it.each([';', '\t', ',', '|'])('is read by the separator %j that its first line names', async (mark) => {
    const text = `sep=${mark}\r\n${header.replaceAll(',', mark)}\r\n${row.replaceAll(',', mark)}\r\n`;
    expect(await eventsOf(text)).toMatchObject([{ place: 'Mubi', latitude: -1.3 }]);
  });

  it('is read with empty columns at the end of its rows, of its header, or of both', async () => {
    for (const [ofHeader, ofRow] of [
      ['', ',,,'],
      [',,', ''],
      [',,', ',,'],
      [',', ',,,,'],
      [', ,', ',,'],
    ])
      expect(await eventsOf(`${header}${ofHeader}\n${row}${ofRow}\n`)).toMatchObject([{ place: 'Mubi' }]);
    expect(await sitesOf('id,name,latitude,longitude,,\nm,Mine,-1,27,,\n')).toMatchObject([{ name: 'Mine' }]);
  });

  it('still refuses a row with more columns than the header that hold something', async () => {
    expect(await eventsOf(`${header}\n${row},surplus\n`)).toMatchObject([[{ field: '(row)' }]]);
  });

  it('keeps events whose words hold stray control characters', async () => {
    for (const [letter, read] of [
      ['\u000b', ' '],
      ['\u0092', '’'],
      ['\u001f', ' '],
      ['\u0093', '“'],
    ])
      expect(await eventsOf(`${header}\n${row}${letter}x\n`)).toMatchObject([
        { notes: `told by a trader${read}x` },
      ]);
  });

  describe.each([
    ['\u000b', ' '],
    ['\u0092', '’'],
    ['\u0001', ' '],
    ['\u007f', ' '],
    ['\u0085', '…'],
  ])('whose names hold %j, which is read as %j,', (letter, read) => {
    const [name, clean] = [`A${letter}b`, `A${read}b`];

    it('keeps its events, in each format', async () => {
      const own = `${header},actors\n${row},${name}\n`.replace('Mubi', name);
      expect(await eventsOf(own)).toMatchObject([{ place: clean, actors: [clean] }]);

      const words = { place: name, actors: [name], notes: name };
      const kind = { source: 'x', occurredOn: '2025-03-19', type: 'Battles', subType: 'Armed clash' };
      const lines = await readAll(readEventJsonl, JSON.stringify({ ...kind, sourceEventId: '1', ...words }));
      const columns = parseColumnMap('date=day,lat=y,lon=x,type=kind,place=where,actors=who,notes=what');
      const text = `day,y,x,kind,where,who,what\n2025-03-19,1,27,State-based,${name},${name},${name}\n`;
      const mapped = await readAll(readMappedCsv, text, { columns, source: 'x' });
      const cleanWords = { place: clean, actors: [clean], notes: clean };
      for (const rows of [lines, mapped])
        expect(valuesOf(rows).map(({ event }) => event)).toMatchObject([cleanWords]);
    });

    it('keeps its sites, in each format', async () => {
      const words = { name, operator: name, aliases: [name], admin1: name };
      const cleanWords = { name: clean, operator: clean, aliases: [clean], admin1: clean };
      const own = `id,name,latitude,longitude,operator,aliases,admin1\nm,${name},-1,27,${name},${name},${name}\n`;
      expect(await sitesOf(own)).toMatchObject([cleanWords]);

      const geometry = { type: 'Point', coordinates: [27, -1] };
      const features = [{ type: 'Feature', geometry, properties: { id: 'm', ...words } }];
      const rows = await readAll(readSiteGeojson, JSON.stringify({ type: 'FeatureCollection', features }));
      expect(valuesOf(rows).map(({ site }) => site)).toMatchObject([cleanWords]);
    });
  });

  it('takes columns and words that JavaScript knows for what they are', async () => {
    expect(commoditiesOf(['constructor', 'toString', 'coltan'])).toEqual([
      'constructor',
      'toString',
      'tantalum',
    ]);
    const [refusals] = await sitesOf(
      'id,name,latitude,longitude,minerals\nconstructor,__proto__,-1,27,valueof\n',
    );
    expect(refusals).toMatchObject({ name: '__proto__', minerals: ['valueof'] });
  });
});

describe('0, 0', () => {
  it('is told of an event that is taken without it', async () => {
    const text = `${header}\ne1,2025-03-19,Battles,Armed clash,Mubi,0,0,x\n${row}\n`;
    const rows = await readAll(readEventCsv, text, options);
    expect(rows.map((read) => read.ok && read.warning?.got)).toEqual(['0, 0', undefined]);
  });

  it('is no place: an event there is unlocated, a site there is refused', async () => {
    expect(await eventsOf(`${header}\ne1,2025-03-19,Battles,Armed clash,Mubi,0,0,x\n`)).toMatchObject([
      { latitude: null, longitude: null },
    ]);
    expect(await sitesOf('id,name,latitude,longitude\nm,Mine,0,0.0\n')).toMatchObject([
      [{ field: 'latitude' }],
    ]);
    expect(await sitesOf('id,name,latitude,longitude\nm,Mine,0,27\n')).toMatchObject([{ latitude: 0 }]);
  });
});

describe('a mail address', () => {
  it.each([
    'buyer@example.org',
    'buyer@käufer.example',
    'buyer@письмо.рф',
    'пётр@письмо.рф',
    'a.b+c@sub.example.org',
    `${'a'.repeat(64)}@example.org`,
  ])('%s can be delivered to', (address) => {
    expect(mistakeIn(address)).toBeNull();
  });

  it.each([
    `${'a'.repeat(65)}@example.org`,
    `${'ü'.repeat(33)}@example.org`,
    `buyer@${'a'.repeat(64)}.example`,
    `buyer@${'a'.repeat(240)}`,
    `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(20)}.org`,
    'buyer',
    'buyer@localhost',
    'buyer@-a.example',
    'a..b@example.org',
    '.a@example.org',
    'a b@example.org',
    'a@b@example.org',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    'a@example.org\r\nBcc: b@example.org',
    'a,b@example.org',
    '',
  ])('%j cannot', (address) => {
    expect(mistakeIn(address)).not.toBeNull();
  });

  // Each label has 55 octets in UTF-8, and 61 in the ASCII form in which the domain is sent.
  const wide = (labels: number) =>
    Array(labels)
      .fill(`${'a'.repeat(45)}ü${'b'.repeat(8)}`)
      .join('.');

  it('is measured as it is sent, its domain in ASCII', () => {
    expect(Buffer.byteLength(`buyer@${wide(4)}.org`)).toBeLessThanOrEqual(254);
    expect(mistakeIn(`buyer@${wide(3)}.org`)).toBeNull();
    expect(mistakeIn(`buyer@${wide(4)}.org`)).toMatch(/at most 25[34] octets .*; as it is sent it is xn--/);
  });

  it('may be longer in UTF-8 than it may be as it is sent', () => {
    const domain = `${Array(4).fill('ж'.repeat(45)).join('.')}.рф`;
    expect(Buffer.byteLength(domain)).toBeGreaterThan(254);
    expect(domainToASCII(domain).length).toBeLessThan(250);
    expect(mistakeIn(`b@${domain}`)).toBeNull();
  });

  it('has labels of at most 63 octets as they are sent', () => {
    expect(mistakeIn(`buyer@${'ü'.repeat(60)}.org`)).toMatch(/at most 63 octets between two dots/);
  });
});
