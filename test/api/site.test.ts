import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectSites } from '../../services/collecting/collect.ts';
import { testSite } from '../support/pipeline.ts';
import { addEvent, addSite, eventLike, type Json, now, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

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

/** Stores a site as a dataset tells of it. */
async function addSiteOf(
  dataset: string,
  id: string,
  { name = id, ...place }: { name?: string; latitude: number; longitude: number },
  recordId = id,
): Promise<void> {
  const { site, ...item } = testSite({ id, ...place });
  await collectSites(api.context, [{ ...item, dataset, recordId, site: { ...site, name } }], now);
}

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

  test('is refused where another site has its id elsewhere, in words, and nothing is stored', async () => {
    await addSiteOf('orewatch', 'kokoli', { latitude: -1, longitude: 28.4 });
    const { status, body } = await api.send('POST', '/v1/sites', {
      ...site,
      id: 'kokoli',
      latitude: -2,
      longitude: 28.4,
    });
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      {
        field: 'id',
        got: '"kokoli"',
        expected:
          'must be an id that is free: kokoli is "kokoli" (site kokoli of dataset orewatch), 111 km away; choose another id; to say more of that site, post a position less than 5 km from its own',
      },
    ]);
    expect((await api.call('/v1/sites/kokoli-2')).status).toBe(404);
  });

  test('says more of a site of another dataset that has its id and lies there', async () => {
    await addSiteOf('orewatch', 'lubi', { latitude: -1, longitude: 25 });
    const same = { ...site, id: 'lubi', name: 'Lubi Hill', latitude: -1.001, longitude: 25 };
    const { status, body } = await api.send('POST', '/v1/sites', same);
    expect([status, body.name, body.aliases, body.warnings]).toEqual([200, 'lubi', ['Lubi Hill'], []]);
  });

  test('is refused by an id that a posted site got instead of its own, with the id to post it by', async () => {
    await addSiteOf('api', 'numbered-2', { latitude: -7, longitude: 25 }, 'numbered');
    const { body } = await api.send('POST', '/v1/sites', { ...site, id: 'numbered-2' });
    expect(body.errors[0].expected).toMatch(
      /that site was posted as "numbered": post it by that id to change it/,
    );
  });

  test('is warned of where it lies beside another one, and ties the two where its records say so', async () => {
    await addSiteOf('ipis', 'ipis-c1', { name: 'Misisi', latitude: -4.5, longitude: 28.7 }, 'c1');
    const beside = { ...site, latitude: -4.50018, longitude: 28.7 };
    const { status, body } = await api.send('POST', '/v1/sites', { ...beside, id: 'misisi' });
    expect(status).toBe(201);
    expect(body.warnings).toEqual([
      {
        field: 'latitude, longitude',
        got: '-4.50018, 28.7',
        text: expect.stringContaining('beside "Misisi" (site ipis-c1 of dataset ipis), 20 m away'),
      },
    ]);
    const tied = await api.send('POST', '/v1/sites', { ...beside, id: 'misisi-2', records: ['ipis:c1'] });
    expect([tied.status, tied.headers.get('location')]).toEqual([200, '/v1/sites/ipis-c1']);
    expect(tied.body.sources).toContainEqual({ dataset: 'api', recordId: 'misisi-2' });
    const unclear = await api.send('POST', '/v1/sites', { ...beside, id: 'm3', records: ['ipis'] });
    expect(unclear.body.errors).toMatchObject([
      { field: 'records.0', expected: expect.stringContaining('dataset:record') },
    ]);
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
