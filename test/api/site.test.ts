import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addEvent, addSite, eventLike, type Json, startTestApi, type TestApi } from './support.ts';

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
