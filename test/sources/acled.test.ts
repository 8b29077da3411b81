import { describe, expect, it } from 'vitest';
import { readAcled, readAcledJson } from '../../services/sources/events/acled.ts';
import { readAll, refusalsIn, valuesOf } from './read-all.ts';

const row = {
  event_id_cnty: 'XYZ1',
  event_date: '2025-03-19',
  year: '2025',
  time_precision: '1',
  disorder_type: 'Political violence',
  event_type: 'Battles',
  sub_event_type: 'Non-state actor overtakes territory',
  actor1: 'Made-up Movement',
  assoc_actor_1: 'Made-up Allies; Further Allies',
  inter1: 'Rebel group',
  actor2: 'Military Forces of Nowhere',
  assoc_actor_2: '',
  inter2: 'State forces',
  interaction: 'State forces-Rebel group',
  civilian_targeting: '',
  iso: '180',
  region: 'Middle Africa',
  country: 'Nowhere',
  admin1: 'Made-up Province',
  admin2: '',
  admin3: '',
  location: 'Made-up Town',
  latitude: '-1.4305',
  longitude: '28.0752',
  geo_precision: '2',
  source: 'Made-up Radio',
  source_scale: 'National',
  notes: 'Words of ACLED, made up.',
  fatalities: '4',
  tags: '',
  timestamp: '1742900000',
};
type AcledRow = Partial<Record<keyof typeof row | 'data_id' | 'iso3' | 'event_id_no_cnty', unknown>>;

function csvOf(rows: readonly AcledRow[], nameOf = (name: string) => name): string {
  const names = Object.keys(rows[0]!);
  const lines = rows.map((each) =>
    Object.values(each)
      .map((field) => `"${field}"`)
      .join(','),
  );
  return [names.map(nameOf).join(','), ...lines].join('\n');
}

describe('a row of ACLED', () => {
  it('becomes a confirmed event, its actors in ACLED’s order and its allies behind them', async () => {
    const [event] = valuesOf(await readAll(readAcled, csvOf([row])));
    expect(event!.event).toMatchObject({
      ...{ source: 'acled', sourceEventId: 'XYZ1', occurredOn: '2025-03-19', datePrecision: 1 },
      ...{ type: 'Battles', subType: 'Non-state actor overtakes territory', place: 'Made-up Town' },
      ...{ latitude: -1.4305, longitude: 28.0752, locationPrecision: 2, uncertaintyKm: 25 },
      actors: ['Made-up Movement', 'Military Forces of Nowhere', 'Made-up Allies', 'Further Allies'],
      ...{ deathsLow: null, deathsBest: 4, deathsHigh: null, confidence: 'confirmed' },
    });
  });

  it('is kept but not shown: its words are no notes of the event, which links to ACLED and names it', async () => {
    const [read] = valuesOf(await readAll(readAcled, csvOf([row])));
    expect(read!.event).toMatchObject({ notes: null, url: 'https://acleddata.com' });
    expect(read!.report).toMatchObject({
      mayShowRaw: false,
      publisher: 'ACLED (Armed Conflict Location & Event Data)',
      publishedAt: new Date('2025-03-25T10:53:20Z'),
      content: { notes: 'Words of ACLED, made up.' },
    });
    expect(JSON.stringify(read!.event)).not.toContain('Words of ACLED');
  });

  it('has its precision of place and date in UCDP’s codes: a larger region is no district', async () => {
    const codes = ['1', '2', '3'].map((code) => ({ ...row, geo_precision: code, time_precision: code }));
    const events = valuesOf(await readAll(readAcled, csvOf(codes))).map(({ event }) => event);
    expect(events.map(({ locationPrecision }) => locationPrecision)).toEqual([1, 2, 4]);
    expect(events.map(({ datePrecision }) => datePrecision)).toEqual([1, 3, 4]);
  });

  it('is refused with all its mistakes where its codes, its type or its place are none', async () => {
    const wrong = { ...row, geo_precision: '0', time_precision: '', sub_event_type: 'Duel', latitude: '99' };
    const rows = await readAll(readAcled, csvOf([row, wrong, { ...row, event_date: '31-12-2020' }]));
    expect(refusalsIn(rows)).toEqual([
      ...['3: geo_precision', '3: time_precision', '3: subType', '3: latitude'],
      '4: occurredOn',
    ]);
    expect(valuesOf(rows)).toHaveLength(1);
  });

  it('takes no time of writing that lies ahead or is no number', async () => {
    const rows = ['', 'yesterday', '-5', '99999999999'].map((timestamp) => ({ ...row, timestamp }));
    const reports = valuesOf(await readAll(readAcled, csvOf(rows))).map(({ report }) => report);
    expect(reports).toHaveLength(4);
    for (const report of reports) expect(report).toMatchObject({ publishedAt: null });
  });
});

describe('an export of ACLED', () => {
  it('of before 2023 is read with its names in capitals, its long dates and its old spelling', async () => {
    const old: AcledRow = {
      ...{ data_id: '7654321', iso: '180', event_id_cnty: 'XYZ2', event_id_no_cnty: '2' },
      ...{ ...row, event_id_cnty: 'XYZ2', event_date: '05 March 2020', event_type: 'Protests' },
      ...{ sub_event_type: 'Excessive force against protestors', iso3: 'XYZ' },
    };
    const [read] = valuesOf(
      await readAll(
        readAcled,
        csvOf([old], (name) => name.toUpperCase()),
      ),
    );
    expect(read!.event).toMatchObject({
      ...{ sourceEventId: 'XYZ2', occurredOn: '2020-03-05' },
      subType: 'Excessive force against protesters',
    });
  });

  it('without the lasting id is refused as a whole, although it has the one that changes', async () => {
    const { event_id_cnty: _, ...others } = row;
    await expect(readAll(readAcled, csvOf([{ data_id: '7654321', ...others }]))).rejects.toThrow(
      /columns missing: event_id_cnty/,
    );
  });
});

describe('an answer of ACLED’s API', () => {
  const numbers = { ...row, latitude: -1.4305, fatalities: 4, geo_precision: 2, admin3: null };

  it.each([
    ['an object with its data', { status: 200, success: true, count: 2, data: [numbers, row] }],
    ['a list of rows alone', [numbers, row]],
  ])('is read as %s, whether it writes numbers or text', async (_, answer) => {
    for (const text of [JSON.stringify(answer), JSON.stringify(answer, null, 2)]) {
      const rows = await readAll(readAcledJson, text, {}, 50);
      const [first, second] = valuesOf(rows);
      expect(first!.event).toEqual(second!.event);
      expect(rows).toHaveLength(2);
      expect(first!.event).toMatchObject({ sourceEventId: 'XYZ1', deathsBest: 4, locationPrecision: 2 });
    }
  });

  it('refuses rows that are none, and goes on', async () => {
    const data = [1, null, [], { ...row, actor1: { name: 'x' } }, {}, row];
    const rows = await readAll(readAcledJson, JSON.stringify({ data }));
    expect(rows.map(({ ok }) => ok)).toEqual([false, false, false, false, false, true]);
    expect(refusalsIn(rows)).toContain('1: geo_precision');
  });

  it('that tells an error is no file of rows', async () => {
    const answer = JSON.stringify({ status: 403, success: false, message: 'Access denied' });
    await expect(readAll(readAcledJson, answer)).rejects.toThrow(/an array "data" was expected/);
  });

  it('that was cut off gives the rows before the cut, and says so', async () => {
    const text = JSON.stringify({ data: [row, row] });
    const rows = await readAll(readAcledJson, text.slice(0, -20));
    expect(rows.map(({ ok }) => ok)).toEqual([true, false]);
    expect(!rows[1]!.ok && rows[1]!.refusals[0]!.expected).toMatch(/it was cut off/);
  });
});
