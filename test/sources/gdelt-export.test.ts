import { createReadStream } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ExportFields, exportLine } from '../../bench/gdelt/gdelt-files.ts';
import { readGdeltExport } from '../../services/sources/events/gdelt-export.ts';
import { count, run, runText, setUpImports, test } from '../support/importing.ts';
import { hasSharedData, readAll, refusalsIn, sharedData, valuesOf } from './read-all.ts';

setUpImports();

const gdelt = { kind: 'events', format: 'gdelt' } as const;
const rowOf = async (over: ExportFields = {}) => (await readAll(readGdeltExport, exportLine(over)))[0]!;
const eventOf = async (over: ExportFields = {}) =>
  valuesOf(await readAll(readGdeltExport, exportLine(over)))[0]?.event;
const identitiesOf = async (...rows: ExportFields[]) => {
  const values = valuesOf(await readAll(readGdeltExport, rows.map(exportLine).join('')));
  return new Set(values.map(({ event }) => event.sourceEventId)).size;
};

const rebels = ['TALIBAN', 'AFG', 'TAL', 'INS'] as const;
const army = ['KINSHASA', 'COD', '', 'MIL'] as const;

describe('a row of GDELT', () => {
  it('becomes a provisional event near the named town, with the address of its article', async () => {
    expect(await eventOf({ actor1: rebels, actor2: army })).toMatchObject({
      source: 'gdelt',
      occurredOn: '2025-03-19',
      datePrecision: 1,
      type: 'Battles',
      subType: 'Armed clash',
      place: 'Mubi, Nord-Kivu, Congo',
      latitude: -1.30883,
      longitude: 27.8932,
      locationPrecision: 2,
      uncertaintyKm: 25,
      actors: ['Taliban', 'Military Forces of the Democratic Republic of Congo'],
      deathsBest: null,
      confidence: 'provisional',
      url: 'https://news.example.org/mubi',
      origin: null,
    });
  });

  it('keeps what came beside it, with the time at which GDELT read it', async () => {
    const [value] = valuesOf([await rowOf({ id: 77 })]);
    expect(value?.report).toMatchObject({
      externalId: '77',
      publisher: 'GDELT',
      publishedAt: new Date('2025-03-19T14:30:00Z'),
      mayShowRaw: true,
      content: { GLOBALEVENTID: '77', EventCode: '190', ActionGeo_FeatureID: '-2900001' },
    });
  });

  it.each([
    ['1823', 'Violence against civilians', 'Attack'],
    ['181', 'Violence against civilians', 'Abduction/forced disappearance'],
    ['183', 'Explosions/Remote violence', 'Remote explosive/landmine/IED'],
    ['195', 'Explosions/Remote violence', 'Air/drone strike'],
    ['202', 'Violence against civilians', 'Attack'],
    ['1712', 'Strategic developments', 'Looting/property destruction'],
  ])('with the event code %s is %s, %s', async (code, type, subType) => {
    expect(await eventOf({ code })).toMatchObject({ type, subType });
  });

  it.each([
    ['is no material conflict', { quadClass: '3', code: '141' }, /QuadClass/],
    ['lies in a country only', { placeType: '1' }, /ActionGeo_Type/],
    ['lies in a state of the USA only', { placeType: '2' }, /ActionGeo_Type/],
    ['lies in a province only', { placeType: '5' }, /ActionGeo_Type/],
    ['lies nowhere', { placeType: '0' }, /ActionGeo_Type/],
    ['is an arrest', { code: '173' }, /EventCode/],
    ['says that ground was occupied', { code: '192' }, /EventCode/],
    ['is a show of force', { code: '154' }, /EventCode/],
  ])('is left out with the reason where it %s', async (_, over, reason) => {
    const row = await rowOf(over);
    expect(row).toMatchObject({ ok: false, refusals: [], leftOut: expect.stringMatching(reason) });
  });

  it('names no actor of which only a country, a trade or a rank without a country is known', async () => {
    expect((await eventOf({ actor1: ['CONGOLESE', 'COD', '', ''] }))?.actors).toEqual([]);
    expect((await eventOf({ actor1: ['SURGEON', '', '', 'HLH'] }))?.actors).toEqual([]);
    expect((await eventOf({ actor1: ['ARMY', '', '', 'MIL'] }))?.actors).toEqual([]);
    expect((await eventOf({ actor1: ['GUNMAN', 'MMR', '', 'UAF'] }))?.actors).toEqual([
      'Unidentified Armed Group (Myanmar)',
    ]);
  });

  it('has no address where its source is no page of the web', async () => {
    for (const url of [
      'BBC Monitoring, 19 March',
      'javascript:alert(1)',
      `https://a.example/${'x'.repeat(2000)}`,
    ])
      expect(await eventOf({ url })).toMatchObject({ url: null });
  });

  it.each([
    ['last week', '20250312', 3],
    ['last month', '20250217', 4],
    ['last year', '20240319', 5],
  ])('that a text dates to %s has a date no better known', async (_, day, precision) => {
    expect(await eventOf({ day, added: '20250319143000' })).toMatchObject({ datePrecision: precision });
  });

  it('is refused where its day, its place or what decides upon it is not what it is said to be', async () => {
    const rows = await readAll(
      readGdeltExport,
      [
        exportLine(),
        exportLine({ day: '20251399' }),
        exportLine({ latitude: '91' }),
        exportLine({ quadClass: 'fight' }),
        exportLine({ placeType: '9' }),
        exportLine({ code: '' }),
        exportLine({ day: '20300101' }),
        exportLine().replace('\t', ''),
      ].join(''),
    );
    expect(refusalsIn(rows)).toEqual([
      '2: occurredOn',
      '3: latitude',
      '4: QuadClass',
      '5: ActionGeo_Type',
      '6: EventCode',
      '7: occurredOn',
      '8: (row)',
    ]);
  });

  it('makes a file that is none of GDELT refused as a whole', async () => {
    await expect(readAll(readGdeltExport, '<html>not found</html>\n')).rejects.toThrow(
      /the first line has 1 columns; an export of GDELT 2.0 has 61/,
    );
    await expect(readAll(readGdeltExport, '')).rejects.toThrow(/empty/);
  });
});

describe('what GDELT says again of a day', () => {
  it('is one event, whatever the article, the name of the town or who is called an actor', async () => {
    const again = [
      { id: 2, url: 'https://other.example/a' },
      { id: 3, place: 'Moubi, Nord-Kivu, Congo' },
      { id: 4, actor1: ['SURGEON', '', '', 'HLH'] as const },
      { id: 5, code: '193' },
    ];
    expect(await identitiesOf({}, ...again)).toBe(1);
    expect(await identitiesOf({ actor1: army, actor2: rebels }, { actor1: rebels, actor2: army })).toBe(1);
  });

  it('is another event on another day, at another place, of another kind or of other forces', async () => {
    const others = [
      { day: '20250320' },
      { feature: '-2900002' },
      { code: '195' },
      { actor1: rebels },
      { feature: '', latitude: '-1.5' },
    ];
    expect(await identitiesOf({}, ...others)).toBe(6);
  });

  it('is stored once from several files, in whichever order they come, and is never told anew', async () => {
    const files = [
      exportLine({ id: 1, url: 'https://a.example/1' }) + exportLine({ id: 2, url: 'https://b.example/1' }),
      exportLine({ id: 3, url: 'https://c.example/1', place: 'Moubi, Congo' }) +
        exportLine({ id: 4, code: '195' }),
    ];
    const stored = async (texts: string[]) => {
      await test.database.query('truncate event, report restart identity cascade');
      const outcomes = [];
      for (const text of texts) outcomes.push(await runText(gdelt, text));
      const { rows } = await test.database.query(
        'select source_event_id, revision, sub_type, latitude from current_event order by 1',
      );
      return { rows, outcomes };
    };
    const forth = await stored(files);
    expect(forth.outcomes).toMatchObject([
      { rows: 2, new: 1, repeated: 1, refused: 0 },
      { rows: 2, new: 1, unchanged: 1, changed: 0, refused: 0 },
    ]);
    expect((await stored(files.toReversed())).rows).toEqual(forth.rows);
    expect(forth.rows.map(({ revision }) => revision)).toEqual([1, 1]);
    expect(await count('report')).toBe(2);
  });
});

describe('an import that leaves rows out', () => {
  it('accounts for every line: what is new, said again, left out for which reason, and refused', async () => {
    const text = [
      exportLine(),
      exportLine({ id: 2 }),
      exportLine({ quadClass: '1', code: '042' }),
      exportLine({ placeType: '1' }),
      exportLine({ placeType: '5' }),
      exportLine({ latitude: 'north' }),
    ].join('');
    const summary = await runText(gdelt, text);
    expect(summary).toMatchObject({ rows: 6, new: 1, repeated: 1, leftOut: 3, refused: 1 });
    expect(Object.values(summary.leftOutBy).toSorted()).toEqual([1, 2]);
  });

  it('warns of a town that can hardly lie in the country of its FIPS code', async () => {
    const summary = await runText(gdelt, exportLine({ fips: 'UG' }));
    expect(summary.firstWarnings).toMatchObject([{ text: expect.stringContaining('do not lie in UG') }]);
    expect((await runText(gdelt, exportLine({ id: 9, feature: '-1' }))).warnings).toBe(0);
  });

  it.skipIf(!hasSharedData)('accounts for every line of a genuine file', async () => {
    const open = () => createReadStream(path.join(sharedData, 'events', 'gdelt-20191024143000.export.CSV'));
    const summary = await run(gdelt, open());
    expect(summary).toMatchObject({
      ...{
        rows: 2111,
        new: 60,
        changed: 0,
        unchanged: 0,
        repeated: 55,
        leftOut: 1996,
        refused: 0,
        warnings: 0,
      },
      leftOutBy: {
        'no material conflict (QuadClass is not 4)': 1774,
        'no more than a country or province is known, or no place at all (ActionGeo_Type is not 3 or 4)': 154,
        'no violence on the ground (by its EventCode)': 68,
      },
    });
    expect(60 + 55 + 1774 + 154 + 68).toBe(2111);
    const again = await run(gdelt, open());
    expect(again).toMatchObject({ new: 0, unchanged: 60, repeated: 55, leftOut: 1996 });
  });
});
