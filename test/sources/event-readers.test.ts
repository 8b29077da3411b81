import { createReadStream } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEventCsv } from '../../services/sources/events/event-csv.ts';
import { readEventJsonl } from '../../services/sources/events/event-jsonl.ts';
import { parseColumnMap, readMappedCsv } from '../../services/sources/events/mapped-csv.ts';
import { readUcdpGed } from '../../services/sources/events/ucdp-ged.ts';
import { hasSharedData, readAll, refusalsIn, sharedData, valuesOf } from './read-all.ts';

const header = 'source,sourceEventId,occurredOn,type,subType,place,latitude,longitude,actors,deathsBest';

describe('events in Orewatch’s own columns', () => {
  it('become events, lists separated by semicolons', async () => {
    const rows = await readAll(
      readEventCsv,
      `${header}\nnews,a,2025-03-19,Battles,Armed clash,Mubi,-1.30883,27.89323,M23; Wazalendo,\n`,
    );
    expect(valuesOf(rows)[0]?.event).toMatchObject({
      source: 'news',
      actors: ['M23', 'Wazalendo'],
      latitude: -1.30883,
      deathsBest: null,
      uncertaintyKm: 5,
    });
  });

  it('refuse bad rows one by one and keep the good ones', async () => {
    const rows = await readAll(
      readEventCsv,
      [
        `\ufeff${header}`,
        'news,a,2025-03-19,Battles,Armed clash,Mubi,91,27,,',
        'news,b,2027-01-01,Battles,Armed clash,Mubi,1,27,,',
        'news,c,2025-03-19,Battles,Armed clash,"Mubi,1,27,,',
        'news,d,2025-03-19,Battles,Armed clash,Mubi,1,27,,a few',
        'news,e,2025-03-19,Battles,Armed clash,Mubi,1,27,,3',
        '',
      ].join('\r\n'),
    );
    expect(refusalsIn(rows)).toEqual(['2: latitude', '3: occurredOn', '4: (row)', '5: deathsBest']);
    expect(valuesOf(rows).map(({ event }) => event.sourceEventId)).toEqual(['e']);
  });

  it('refuse only the line with bytes that are not UTF-8', async () => {
    const line = (id: string, place: string) => `news,${id},2025-03-19,Battles,Armed clash,${place},1,27,,\n`;
    const content = Buffer.concat([
      Buffer.from(`${header}\n${line('a', 'Goma \ufffd é')}`),
      Buffer.from(line('b', 'Kasaï'), 'latin1'),
      Buffer.from(line('c', 'Kasaï')),
    ]);
    for (const pieceSize of [1, 7, 64_000]) {
      const rows = await readAll(readEventCsv, content, {}, pieceSize);
      expect(refusalsIn(rows)).toEqual(['3: (row)']);
      expect(valuesOf(rows).map(({ event }) => event.place)).toEqual(['Goma \ufffd é', 'Kasaï']);
    }
  });

  it('are refused as a whole, with the columns found and expected, where columns are unknown or missing', async () => {
    await expect(readAll(readEventCsv, 'date,lat,lon\n2025-01-01,1,2\n')).rejects.toThrow(
      /columns missing: sourceEventId.*columns not known: date, lat, lon.*found: date, lat, lon.*expected: source, /s,
    );
  });

  it('are refused as a whole where there is no header line, with what it should name', async () => {
    const rows = 'news,news,2025-03-19,Battles,Armed clash,Mubi,-1.3,27,,3\n'.repeat(2);
    await expect(readAll(readEventCsv, rows)).rejects.toThrow(
      /^there is no header line: the first line holds data \(news, news, 2025-03-19.*needed are sourceEventId, occurredOn, type, subType, source\n.*also datePrecision, place/s,
    );
  });

  it.each([
    ['an empty file', '', /empty/],
    ['an Excel workbook', Buffer.from('PK\x03\x04 and more'), /Excel/],
    ['a gzip file', Buffer.from([0x1f, 0x8b, 8, 0]), /gzip/],
    ['UTF-16 text', Buffer.from('\ufeffa,b\n', 'utf16le'), /UTF-16/],
    ['binary data', Buffer.from([1, 2, 3, 0, 4, 5]), /not text/],
    ['bare carriage returns', 'a,b\r1,2\r', /carriage returns/],
    ['a column named twice', 'a,a\n1,2\n', /twice/],
  ])('say what is wrong with %s', async (_, content, message) => {
    await expect(readAll(readEventCsv, content)).rejects.toThrow(message);
  });
});

describe('events as JSON Lines', () => {
  it('are read line by line, with what is wrong in each', async () => {
    const event = { source: 'news', occurredOn: '2025-03-19', type: 'Battles', subType: 'Armed clash' };
    const lines = [
      JSON.stringify({ ...event, sourceEventId: 'a' }),
      '{"source": ',
      '[]',
      '',
      JSON.stringify({ ...event, sourceEventId: 'b', place: '\ud800' }),
      JSON.stringify({ ...event, sourceEventId: 'c', colour: 'red' }),
      '{"publishedAt": "2025-01-01T00:00:00Z", "events": []}',
      JSON.stringify({ ...event, sourceEventId: 'd' }),
    ];
    const rows = await readAll(readEventJsonl, lines.join('\n'), {}, 10);
    expect(refusalsIn(rows)).toEqual(['2: (row)', '3: (row)', '5: place', '6: colour', '7: (row)']);
    expect(valuesOf(rows).map(({ event }) => event.sourceEventId)).toEqual(['a', 'd']);
  });

  it('say so where a line never ends', async () => {
    const rows = await readAll(readEventJsonl, `{"a": "${'x'.repeat(1_000_000)}\n{}\n`);
    expect(rows.map((row) => row.line)).toEqual([1, 2]);
    expect(refusalsIn(rows)[0]).toBe('1: (row)');
  });
});

describe('events of any other CSV file', () => {
  const columns = parseColumnMap('date=day,lat=y,lon=x,type=what,deaths=killed,place=where');
  const source = 'mine';

  it('are read by the map of its columns', async () => {
    const rows = await readAll(
      readMappedCsv,
      'day,what,x,y,killed,where\n2020-01-02 00:00:00.000,State-based,28,-1,3,"Oso\nriver"\n' +
        '3 May 2021,armed clash,28,-1,,\n2021-05-04,One-sided violence,28,-1,2.0,B\n2021-05-04,war,28,-1,2,B\n',
      { source, columns },
    );
    expect(
      valuesOf(rows).map(({ event: e }) => [e.occurredOn, e.type, e.subType, e.deathsBest, e.place]),
    ).toEqual([
      ['2020-01-02', 'Battles', 'Armed clash', 3, 'Oso river'],
      ['2021-05-03', 'Battles', 'Armed clash', null, null],
      ['2021-05-04', 'Violence against civilians', 'Attack', 2, 'B'],
    ]);
    expect(refusalsIn(rows)).toEqual(['6: type', '6: subType']);
  });

  it('have one id where they say the same, and values that hold for every row', async () => {
    const row = '2020-01-02,Non-state,28,-1,3,A\n';
    const fixed = parseColumnMap(
      'date=day,lat=y,lon=x,type=what',
      'confidence=confirmed,locationPrecision=2',
    );
    const rows = await readAll(readMappedCsv, `day,what,x,y,killed,where\n${row}${row}`, {
      source,
      columns: fixed,
    });
    const [first, second] = valuesOf(rows);
    expect(first!.event).toEqual(second!.event);
    expect(first!.event).toMatchObject({ confidence: 'confirmed', locationPrecision: 2, uncertaintyKm: 25 });
  });

  it.each([
    ['date=day', /holds type/],
    ['date=day,type=what,lat=y', /lat and lon/],
    ['date=day,type=what,colour=c', /colour.*not known.*occurredOn/],
    ['date', /expected name=value/],
    ['date=a,occurredOn=b,type=c', /twice/],
  ])('are refused before anything is read where the map is wrong: %s', (map, message) => {
    expect(() => parseColumnMap(map)).toThrow(message);
  });

  it('are refused as a whole where there is no header line, with the mapped columns', async () => {
    await expect(readAll(readMappedCsv, '20 March 2025,1.5,27\n', { source, columns })).rejects.toThrow(
      /no header line.*needed are day, y, x, what, killed, where/s,
    );
  });

  it('are refused as a whole where a mapped column is missing', async () => {
    await expect(readAll(readMappedCsv, 'day,x\n1,2\n', { source, columns })).rejects.toThrow(
      /columns missing: y, what, killed, where.*found: day, x/s,
    );
  });
});

describe.skipIf(!hasSharedData)('the real event files', () => {
  const read = (file: string) =>
    readAll(readUcdpGed, createReadStream(path.join(sharedData, 'events', file)));

  it.each([
    ['ucdp-candidate-26.0.2-third.csv', 433],
    ['ucdp-ged-sample-1000.csv', 1000],
    ['ucdp-hdx-bangladesh.csv', 601],
  ])('%s gives an event for each of its rows', async (file, count) => {
    const rows = await read(file);
    expect(refusalsIn(rows)).toEqual([]);
    const values = valuesOf(rows);
    expect(new Set(values.map(({ event }) => event.sourceEventId)).size).toBe(count);
    for (const { event } of values) {
      expect(event.sourceEventId).toMatch(/^\d+$/);
      expect(event.actors).toHaveLength(2);
      expect(event.deathsLow!).toBeLessThanOrEqual(event.deathsBest!);
      expect(event.deathsBest!).toBeLessThanOrEqual(event.deathsHigh!);
    }
  });

  it('keep UCDP’s precision, its best estimate and the row itself', async () => {
    const rows = await read('ucdp-ged-sample-1000.csv');
    const row = rows.find((candidate) => candidate.ok && candidate.value.event.sourceEventId === '401115')!;
    expect(row.line).toBe(4);
    expect(row.ok && row.value.event).toMatchObject({
      occurredOn: '2021-05-28',
      datePrecision: 2,
      locationPrecision: 4,
      place: 'Nangarhar province',
      actors: ['Government of Afghanistan', 'Taleban'],
      deathsBest: 10,
      confidence: 'confirmed',
    });
    expect(row.raw).toMatchObject({ relid: 'AFG-2021-1-735-1217.1' });
    const inconsistent = valuesOf(rows).find(({ event }) => event.sourceEventId === '236880')!;
    expect(inconsistent.event).toMatchObject({ deathsLow: 2, deathsBest: 2, deathsHigh: 3 });
  });

  it('are read by a map where they were reduced; six rows of the DR Congo file are exact repetitions', async () => {
    const file = path.join(sharedData, 'events', 'ucdp-ged-drc-1989-2021.csv');
    const columns = parseColumnMap(
      'date=date,lat=latitude,lon=longitude,place=location,deaths=fatalities,type=event_type',
    );
    const rows = await readAll(readMappedCsv, createReadStream(file), { source: 'drc', columns });
    expect(refusalsIn(rows)).toEqual([]);
    expect(rows).toHaveLength(6091);
    expect(new Set(valuesOf(rows).map(({ event }) => event.sourceEventId)).size).toBe(6085);
  });
});
