import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fading } from '../../domain/risk/score.ts';
import { addEvent, addSite, eventLike, type Json, now, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('the list of sites', () => {
  beforeAll(async () => {
    await addSite(api, 'bisie', {
      name: 'Bisie',
      minerals: ['cassiterite'],
      commodities: ['tin'],
      operator: 'Alphamin',
      latitude: -1.033035,
      longitude: 27.744321,
    });
    await addSite(api, 'loulo', { name: 'Loulo 100%', country: 'ML', latitude: 13, longitude: -11.4 });
    await addSite(api, 'fiji', { name: '=Vatukoula', country: 'FJ', latitude: -17.5, longitude: 179.9 });
    await addSite(api, 'samoa', { name: 'Samoa', country: 'WS', latitude: -13.6, longitude: -172.3 });
    const { rows } = await api.database.query(`select site_no from site where id = 'bisie'`);
    await api.database.query(
      `insert into site_name (site_no, name, dataset) values ($1, 'Bisie', 'api'), ($1, 'Mpama North', 'api')`,
      [rows[0].site_no],
    );
    for (const revision of [1, 2]) {
      await api.database.query(
        `insert into site_record (dataset, record_id, revision, site_no, content, content_hash, recorded_at)
         values ('ipis', 'codmine00396', $2, $1, '{}', 'x', now())`,
        [rows[0].site_no, revision],
      );
    }
  });

  const idsOf = async (query: string) =>
    ((await api.get(`/v1/sites?${query}`)).items as Json[]).map(({ id }) => id);

  test('holds what is known of each site; one that was never assessed is unknown', async () => {
    const { items, next } = await api.get('/v1/sites?q=bisie');
    expect(next).toBeNull();
    expect(items).toEqual([
      {
        id: 'bisie',
        name: 'Bisie',
        aliases: ['Mpama North'],
        minerals: ['cassiterite'],
        commodities: ['tin'],
        kind: 'artisanal',
        operator: 'Alphamin',
        country: 'CD',
        admin1: null,
        latitude: -1.033035,
        longitude: 27.744321,
        status: 'unknown',
        sources: [{ dataset: 'ipis', recordId: 'codmine00396' }],
        risk: { score: null, level: 'unknown', at: null },
      },
    ]);
    const { positions, ...site } = await api.get('/v1/sites/bisie');
    expect(site).toEqual(items[0]);
    const { latitude, longitude } = items[0];
    expect(positions).toEqual([{ from: now.toISOString(), latitude, longitude, source: null }]);
  });

  test('is narrowed by name, alias, operator, mineral, commodity, country, box and level', async () => {
    expect(await idsOf('q=MPAMA')).toEqual(['bisie']);
    expect(await idsOf('q=alphamin')).toEqual(['bisie']);
    expect(await idsOf('mineral=tin')).toEqual(['bisie']);
    expect(await idsOf('mineral=Cassiterite')).toEqual(['bisie']);
    expect(await idsOf('country=ml')).toEqual(['loulo']);
    expect(await idsOf('bbox=27,-2,28,0')).toEqual(['bisie']);
    expect(await idsOf('level=unknown&country=CD')).toEqual(['bisie']);
    expect(await idsOf('level=high')).toEqual([]);
  });

  test('a box over the dateline holds the sites on both of its sides', async () => {
    expect(await idsOf('bbox=170,-20,-170,0')).toEqual(['fiji', 'samoa']);
  });

  test.each(["' or 1=1 --", '%', '_', '\\', "x'; drop table site; --"])('q takes %s for text', async (q) => {
    expect(await idsOf(`q=${encodeURIComponent(q)}`)).toEqual(q === '%' ? ['loulo'] : []);
  });

  test('pages hold every site once, in the same order', async () => {
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: Json = await api.get(`/v1/sites?limit=1${after && `&after=${after}`}`);
      expect(page.items.length).toBe(1);
      seen.push(page.items[0].id);
      after = page.next;
    }
    expect(seen).toEqual(['bisie', 'fiji', 'loulo', 'samoa']);
  });

  test('comes as GeoJSON', async () => {
    const answer = await api.call('/v1/sites?limit=1', { headers: { accept: 'application/geo+json' } });
    expect(answer.headers.get('content-type')).toMatch('application/geo+json');
    expect(answer.headers.get('link')).toMatch(/^<\/v1\/sites\?limit=1&after=[\w-]+>; rel="next"$/);
    const body: Json = await answer.json();
    expect(body.type).toBe('FeatureCollection');
    expect(body.features[0]).toMatchObject({
      type: 'Feature',
      id: 'bisie',
      geometry: { type: 'Point', coordinates: [27.744321, -1.033035] },
      properties: { name: 'Bisie', risk: { level: 'unknown' } },
    });
  });

  test('comes as CSV, in which no cell is a formula and numbers stay numbers', async () => {
    const answer = await api.call('/v1/sites?format=csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = (await answer.text()).split('\r\n');
    expect(lines[0]).toBe(
      'id,name,aliases,minerals,commodities,kind,operator,country,admin1,latitude,longitude,status,sources,risk.score,risk.level,risk.at',
    );
    expect(lines[1]).toBe(
      'bisie,Bisie,Mpama North,cassiterite,tin,artisanal,Alphamin,CD,,-1.033035,27.744321,unknown,"[{""dataset"":""ipis"",""recordId"":""codmine00396""}]",,unknown,',
    );
    expect(lines[2]).toContain("'=Vatukoula");
    expect(lines).toHaveLength(6);
  });

  test('other formats are refused', async () => {
    expect((await api.call('/v1/sites?format=xml')).status).toBe(400);
    expect((await api.call('/v1/sites', { headers: { accept: 'image/png' } })).status).toBe(406);
  });

  test.each([
    ['colour=red', 'colour', /not a known parameter.*q, mineral, country, bbox, level, limit, format, after/],
    ['limit=0', 'limit', /1 to 1000/],
    ['limit=1001', 'limit', /1 to 1000/],
    ['limit=ten', 'limit', /1 to 1000/],
    ['after=nonsense', 'after', /next/],
    ['after=WzFd', 'after', /next/],
    ['bbox=1,2,3', 'bbox', /west,south,east,north/],
    ['bbox=0,10,1,5', 'bbox', /south/],
    ['country=Congo', 'country', /ISO 3166-1/],
    ['level=extreme', 'level', /severe/],
    ['q=', 'q', /empty/],
    ['q=%00', 'q', /control/],
    ['country=CD&country=ML', 'country', /once/],
  ])('the query %s is refused, naming the parameter', async (query, field, expected) => {
    const answer = await api.call(`/v1/sites?${query}`);
    expect(answer.status).toBe(400);
    const problem: Json = await answer.json();
    expect(new Set(problem.errors.map((error: Json) => error.field)).size).toBe(1);
    expect(problem.errors[0].field).toBe(field);
    expect(problem.errors[0].expected).toMatch(expected);
  });
});

describe('one site', () => {
  test('an id that no site has is answered with 404', async () => {
    for (const path of ['nowhere', 'nowhere/risk', 'nowhere/events', '%00', "a'b", 'x'.repeat(500)]) {
      expect((await api.call(`/v1/sites/${path}`)).status, path).toBe(404);
    }
  });

  test('the newest news of operation wins over what the dataset says of its status', async () => {
    const siteNo = await addSite(api, 'halted', { status: 'operating' });
    const statusAfter = async (
      id: string,
      occurredOn: string,
      subType: 'Operation suspended' | 'Operation restarted',
    ) => {
      const news = eventLike(id, {
        type: 'Strategic developments',
        subType,
        occurredOn,
        siteIds: ['halted'],
      });
      const eventId = await addEvent(api, news, { siteNo, distanceKm: 0, named: true });
      return { eventId, status: (await api.get('/v1/sites/halted')).status };
    };
    expect((await statusAfter('n1', '2025-03-13', 'Operation suspended')).status).toBe('suspended');
    const restart = await statusAfter('n2', '2025-03-25', 'Operation restarted');
    expect(restart.status).toBe('restarted');
    expect((await statusAfter('n3', '2025-03-01', 'Operation restarted')).status).toBe('restarted');
    expect((await api.call(`/v1/events/${restart.eventId}`, { method: 'DELETE' })).status).toBe(204);
    expect((await api.get('/v1/sites/halted')).status).toBe('suspended');
  });

  test('doubtful news of operation leaves its status as it is', async () => {
    const siteNo = await addSite(api, 'working', { status: 'operating' });
    const news = eventLike('d1', {
      type: 'Strategic developments',
      subType: 'Operation suspended',
      occurredOn: '2025-03-13',
      siteIds: ['working'],
      confidence: 'doubtful',
    });
    await addEvent(api, news, { siteNo, distanceKm: 0, named: true });
    expect((await api.get('/v1/sites/working')).status).toBe('operating');
  });
});

describe('posting a site', () => {
  const site = {
    id: 'posted',
    name: 'Posted',
    minerals: ['gold'],
    latitude: -1,
    longitude: 28,
    country: 'cd',
  };

  test('adds it, and changes it when it is posted again', async () => {
    const added = await api.send('POST', '/v1/sites', site);
    expect([added.status, added.headers.get('location')]).toEqual([201, '/v1/sites/posted']);
    expect(added.body).toMatchObject({
      id: 'posted',
      country: 'CD',
      commodities: ['gold'],
      risk: { level: 'unknown' },
    });
    expect(added.body.sources).toEqual([{ dataset: 'api', recordId: 'posted' }]);
    expect((await api.send('POST', '/v1/sites', site)).status).toBe(200);
    const changed = await api.send('POST', '/v1/sites', { ...site, name: 'Renamed' });
    expect([changed.status, changed.body.name]).toEqual([200, 'Renamed']);
  });

  test('one without coordinates, or beyond the pole, is refused with the field and what was expected', async () => {
    const { latitude: _, ...without } = site;
    const missing = await api.send('POST', '/v1/sites', without);
    expect(missing.status).toBe(422);
    expect(missing.body.errors).toMatchObject([{ field: 'latitude', got: 'nothing' }]);
    const beyond = await api.send('POST', '/v1/sites', { ...site, latitude: 91, colour: 'red' });
    expect(beyond.status).toBe(422);
    expect(beyond.body.errors.map(({ field }: Json) => field)).toEqual(['latitude', 'colour']);
  });
});

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

  test('sums up by hand from its answer alone', async () => {
    const risk = await api.get(`/v1/sites/risky/risk?at=${at}`);
    expect(Object.keys(risk)).toEqual(
      'siteId,at,knownAt,score,expectedHarm,level,violenceChance,meaning,covered,forecast,background,contributions,signals,endings,context,model,policy,parameters'.split(
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
