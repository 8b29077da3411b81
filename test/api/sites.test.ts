import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSite, type Json, now, startTestApi, type TestApi } from './support.ts';

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
        withdrawn: null,
      },
    ]);
    const { positions, vanished, ...site } = await api.get('/v1/sites/bisie');
    expect(site).toEqual(items[0]);
    expect(vanished).toEqual([]);
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
      'id,name,aliases,minerals,commodities,kind,operator,country,admin1,latitude,longitude,status,sources,risk.score,risk.level,risk.at,withdrawn',
    );
    expect(lines[1]).toBe(
      'bisie,Bisie,Mpama North,cassiterite,tin,artisanal,Alphamin,CD,,-1.033035,27.744321,unknown,"[{""dataset"":""ipis"",""recordId"":""codmine00396""}]",,unknown,,',
    );
    expect(lines[2]).toContain("'=Vatukoula");
    expect(lines).toHaveLength(6);
  });

  test('other formats are refused', async () => {
    expect((await api.call('/v1/sites?format=xml')).status).toBe(400);
    expect((await api.call('/v1/sites', { headers: { accept: 'image/png' } })).status).toBe(406);
  });

  test.each([
    [
      'colour=red',
      'colour',
      /not a known parameter.*q, mineral, country, bbox, level, withdrawn, limit, format, after/,
    ],
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
