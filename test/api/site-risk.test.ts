import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fading } from '../../domain/risk/score.ts';
import { cellCentre, cellOf } from '../../domain/sites/grid-cell.ts';
import { switchOn } from '../../services/database/sources/source-state.ts';
import { addEvent, addSite, eventLike, type Json, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe("a site's risk", () => {
  const at = '2025-03-20T12:00:00Z';
  let siteNo: number;
  let mubi: number;

  beforeAll(async () => {
    siteNo = await addSite(api, 'risky');
    mubi = await addEvent(api, eventLike('r1'), { siteNo, distanceKm: 34.9 });
    await addEvent(
      api,
      eventLike('r2', {
        subType: 'Non-state actor overtakes territory',
        place: 'Walikale',
        deathsBest: undefined,
        confidence: 'provisional',
        latitude: -1.43049,
        longitude: 28.07519,
      }),
      { siteNo, distanceKm: 57.4 },
    );
    await addEvent(api, eventLike('r3', { occurredOn: '2025-03-25' }), { siteNo, distanceKm: 4 });
    await addEvent(
      api,
      eventLike('r4', { locationPrecision: 4, place: 'North Kivu', occurredOn: '2025-02-01' }),
      {
        siteNo,
        distanceKm: 20,
      },
    );
    const retracted = await addEvent(api, eventLike('r5'), { siteNo, distanceKm: 1 });
    await api.call(`/v1/events/${retracted}`, { method: 'DELETE' });
  });

  test('names what others forecast for its cell as context, with figures only where they may be shown', async () => {
    const { latitude, longitude } = await api.get('/v1/sites/risky');
    const cell = cellOf({ latitude, longitude });
    const before = await api.get(`/v1/sites/risky/risk?at=${at}`);
    await api.database.query(
      `insert into forecast_cell (source, cell_id, month, run, chance, expected, recorded_at)
       select 'views', $1, month::date, run, chance, 1.5, '2025-03-01T00:00:00Z'
       from (values ('2025-02-01', 'fatalities002_2025_01_t01', 0.9), ('2025-03-01', 'fatalities002_2025_01_t01', 0.25),
                    ('2025-03-01', 'fatalities002_2025_02_t01', 0.5), ('2025-05-01', 'fatalities002_2025_02_t01', 0.1),
                    ('2025-06-01', 'fatalities002_2025_02_t01', 0.9)) as told (month, run, chance)`,
      [cell],
    );
    const ask = (query: string) => api.get(`/v1/sites/risky/risk?at=${at}${query}`);
    expect((await ask('')).forecasts).toEqual([]);
    await switchOn(api.database, 'views', {}, new Date(at));
    const told = {
      ...{ source: 'views', cell: { id: cell, ...cellCentre(cell) } },
      attribution: expect.stringContaining('VIEWS'),
      url: 'https://viewsforecasting.org',
    };
    const run = 'fatalities002_2025_02_t01';
    const hidden = await ask('');
    expect(hidden.forecasts).toEqual([
      { ...told, run, month: '2025-03', chance: null, expected: null },
      { ...told, run, month: '2025-05', chance: null, expected: null },
    ]);
    await switchOn(api.database, 'views', { show: 'figures' }, new Date(at));
    expect((await ask('')).forecasts[0]).toEqual({
      ...told,
      run,
      month: '2025-03',
      chance: 50,
      expected: 1.5,
    });
    expect((await ask('&knownAt=2025-02-27T00:00:00Z')).forecasts).toEqual([]);
    const { forecasts: _, ...risk } = hidden;
    const { forecasts: __, ...riskBefore } = before;
    expect(risk).toEqual(riskBefore);
  });

  test('sums up by hand from its answer alone', async () => {
    const risk = await api.get(`/v1/sites/risky/risk?at=${at}`);
    expect(Object.keys(risk)).toEqual(
      'siteId,at,knownAt,score,expectedHarm,level,violenceChance,meaning,covered,freshness,forecast,background,contributions,furtherContributions,signals,furtherSignals,endings,context,furtherContext,model,policy,parameters,forecasts'.split(
        ',',
      ),
    );
    expect(risk.contributions.map(({ place }: Json) => place)).toEqual(['Mubi', 'Walikale']);
    const p = risk.parameters;
    let sum = risk.background;
    for (const c of risk.contributions) {
      const expected =
        c.weight *
        p.terms
          .map(
            (t: Json) =>
              t.amount *
              2 ** (-c.ageDays / t.halfLifeDays) *
              2 ** (-Math.max(0, c.distanceKm - t.plateauKm) / t.halvingKm),
          )
          .reduce((a: number, b: number) => a + b);
      expect(c.expected).toBeCloseTo(expected, 12);
      sum += expected;
    }
    expect(Math.abs(risk.violenceChance - 100 * (1 - Math.exp(-sum)))).toBeLessThan(1e-9);
    let harm = sum;
    for (const { chances } of risk.signals) {
      for (const c of chances) {
        expect(c.p).toBeCloseTo(c.base * c.attestation * c.placeFactor * c.fading, 12);
        expect(c.harm).toBe(p.harms[c.outcome]);
        harm += c.harm * c.p;
      }
    }
    expect(risk.expectedHarm).toBeCloseTo(harm, 9);
    expect(Math.abs(risk.score - 100 * (1 - Math.exp(-harm)))).toBeLessThan(1e-9);
    for (const c of risk.contributions) expect(c.share).toBeCloseTo(c.expected / harm, 12);
    expect(fading(1.5, 34.9, p)).toBeCloseTo(risk.contributions[0].expected, 9);
  });

  test('names each event, its revision, distance and age', async () => {
    const { contributions } = await api.get(`/v1/sites/risky/risk?at=${at}`);
    expect(contributions[0]).toMatchObject({
      eventId: mubi,
      revision: 1,
      occurredOn: '2025-03-19',
      type: 'Battles',
      subType: 'Armed clash',
      place: 'Mubi',
      distanceKm: 34.9,
      uncertaintyKm: 5,
      ageDays: 1.5,
      weight: 1,
    });
  });

  test('tells the signals with their events, chances and what of them is measured', async () => {
    const { score, level, signals, meaning, policy, model } = await api.get(`/v1/sites/risky/risk?at=${at}`);
    expect([level, score > 5 && score < 35]).toEqual([score < 15 ? 'guarded' : 'elevated', true]);
    expect(signals).toMatchObject([
      { signal: 'front', attestedAs: 'provisional', since: '2025-03-19T00:00:00.000Z' },
    ]);
    expect(signals[0].chances).toMatchObject([
      { outcome: 'ground', measured: true, attestation: 0.8, harm: 8 },
      { outcome: 'stop', measured: false, attestation: 0.8, harm: 5 },
    ]);
    expect(signals[0].events).toHaveLength(1);
    expect(meaning).toContain('the harm to be expected from conflict');
    expect([policy, model]).toEqual([expect.any(String), 'expected-harm-1']);
  });

  test('shows coarse events as context, which counts nothing', async () => {
    const { context, contributions } = await api.get(`/v1/sites/risky/risk?at=${at}`);
    expect(context).toMatchObject([{ place: 'North Kivu', locationPrecision: 4, occurredOn: '2025-02-01' }]);
    expect(contributions.some(({ place }: Json) => place === 'North Kivu')).toBe(false);
  });

  test('is that of now where no instant is given, and knows nothing that lies ahead', async () => {
    const risk = await api.get('/v1/sites/risky/risk');
    expect(risk.at).toBe('2025-04-01T12:00:00.000Z');
    expect(risk.contributions).toHaveLength(3);
    const before = await api.get('/v1/sites/risky/risk?at=2025-03-18T23:59:59Z');
    expect([before.contributions, before.level]).toEqual([[], 'unknown']);
    expect(before.meaning).toContain('unknown, not low');
  });

  test('takes instants with an offset, even where its plus sign came as a space', async () => {
    for (const text of ['2025-03-20T14:00:00%2B02:00', '2025-03-20T14:00:00+02:00']) {
      expect((await api.get(`/v1/sites/risky/risk?at=${text}`)).at).toBe('2025-03-20T12:00:00.000Z');
    }
  });

  test.each([
    'yesterday',
    '2025-03-20',
    '2025-02-30T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-10:00',
  ])('the instant %s is refused', async (text) => {
    const answer = await api.call(`/v1/sites/risky/risk?at=${text}`);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Json).errors[0].field).toBe('at');
  });

  test('the events of the site come with their distance, newest first, on pages', async () => {
    const all = (await api.get('/v1/sites/risky/events')).items;
    expect(all.map(({ occurredOn }: Json) => occurredOn)).toEqual([
      '2025-03-25',
      '2025-03-19',
      '2025-03-19',
      '2025-02-01',
    ]);
    expect(all[0]).toMatchObject({ distanceKm: 4, uncertaintyKm: 5, named: false });
    const first = await api.get('/v1/sites/risky/events?limit=2');
    const second = await api.get(`/v1/sites/risky/events?limit=2&after=${first.next}`);
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.next).toBeNull();
    expect((await api.get('/v1/sites/risky/events?from=2025-03-01&to=2025-03-19')).items).toHaveLength(2);
  });
});
