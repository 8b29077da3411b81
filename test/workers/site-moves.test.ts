import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../services/api/server.ts';
import type { Json } from '../api/support.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';
import { serve } from '../support/serve.ts';

let pipeline: TestPipeline;
let server: RunningServer;
beforeEach(async () => {
  pipeline = await startPipeline();
  server = await serve(pipeline);
});
afterEach(async () => {
  await server?.close();
  await pipeline?.stop();
});

const headers = { authorization: 'Bearer key', 'content-type': 'application/json' };

async function get(path: string): Promise<Json> {
  return (await fetch(server.url + path, { headers })).json();
}

const added = '2025-03-01T08:00:00.000Z';
const told = '2025-03-10T08:00:00.000Z';
const moved = '2025-03-20T08:00:00.000Z';
const known = '2025-03-11T08:00:00.000Z';
const later = '2025-03-21T08:00:00.000Z';

const riskOf = (id: string, knownAt?: string) =>
  get(`/v1/sites/${id}/risk?at=${known}${knownAt ? `&knownAt=${knownAt}` : ''}`);
const distancesIn = ({ contributions }: Json) =>
  Object.fromEntries(contributions.map(({ place, distanceKm }: Json) => [place, distanceKm]));

const event = (place: string, longitude: number, over = {}) => ({
  sourceEventId: place,
  place,
  occurredOn: '2025-03-09',
  latitude: 0,
  longitude,
  ...over,
});

/** 0.36° along the equator. */
const movedByKm = 40.03;

describe('a site that is moved by 40 km', () => {
  let before: Json;
  beforeEach(async () => {
    await pipeline.addSitesAt(new Date(added), { id: 'mover', latitude: 0, longitude: 20 });
    await pipeline.postAt(
      new Date(told),
      event('at the old place', 20.03),
      event('at the new place', 20.36),
      event('behind the old place', 19.5),
      event('taken far behind', 19, { subType: 'Non-state actor overtakes territory', deaths: 0 }),
      event('named and far away', 40, { siteIds: ['mover'] }),
    );
    before = await riskOf('mover', known);
    await pipeline.addSitesAt(new Date(moved), { id: 'mover', latitude: 0, longitude: 20.36 });
  });

  it('is answered for its old place, to the letter, as it was known before', async () => {
    expect(distancesIn(before)).toMatchObject({ 'at the old place': 3.336, 'at the new place': 40.03 });
    expect(before.signals.map(({ signal }: Json) => signal)).toContain('front');
    expect(await riskOf('mover', known)).toEqual(before);
    const { sentences } = await get(`/v1/sites/mover/risk/explain?at=${known}&knownAt=${known}`);
    expect(sentences.join(' ')).toContain('at the old place');
  });

  it('is answered for its new place as it is known from the move on, and now', async () => {
    const now = distancesIn(await riskOf('mover'));
    expect(now).toMatchObject({ 'at the old place': 36.694, 'at the new place': 0 });
    expect(now['behind the old place']).toBeUndefined();
    expect(distancesIn(await riskOf('mover', later))).toEqual(now);
    expect(distancesIn(await riskOf('mover', moved))).toEqual(now);
  });

  it('tells where it was from when on, and who moved it', async () => {
    const source = { dataset: 'test', recordId: 'mover' };
    expect((await get('/v1/sites/mover')).positions).toEqual([
      { from: added, latitude: 0, longitude: 20, source },
      { from: moved, latitude: 0, longitude: 20.36, source },
    ]);
    expect((await get('/v1/audit?subject=sites/mover')).items).toMatchObject([
      {
        at: moved,
        author: 'command line',
        key: null,
        action: 'moved',
        details: {
          from: { latitude: 0, longitude: 20 },
          to: { latitude: 0, longitude: 20.36 },
          distanceKm: movedByKm,
          record: source,
        },
      },
    ]);
  });

  it('is assessed for the time of the move', async () => {
    expect((await get('/v1/sites/mover')).risk.at).toBe(moved);
  });

  it('may move back: each answer is for the place of its time', async () => {
    await pipeline.addSitesAt(new Date('2025-04-01T08:00:00Z'), { id: 'mover', latitude: 0, longitude: 20 });
    expect(distancesIn(await riskOf('mover', later))).toMatchObject({ 'at the new place': 0 });
    expect(await riskOf('mover', known)).toEqual(before);
    expect(distancesIn(await riskOf('mover'))).toEqual(distancesIn(before));
    expect((await get('/v1/sites/mover')).positions).toHaveLength(3);
  });
});

describe('a site on the dateline', () => {
  it('is answered for its old place on either side of it', async () => {
    await pipeline.addSitesAt(new Date(added), { id: 'fiji', latitude: 0, longitude: 179.9 });
    await pipeline.postAt(new Date(told), event('beyond the dateline', -179.95));
    const before = await riskOf('fiji', known);
    expect(distancesIn(before)).toEqual({ 'beyond the dateline': 16.679 });
    await pipeline.addSitesAt(new Date(moved), { id: 'fiji', latitude: 0, longitude: -170 });
    expect(await riskOf('fiji', known)).toEqual(before);
    expect(distancesIn(await riskOf('fiji'))).toEqual({});
  });
});

describe('a site that is posted again', () => {
  const post = async (latitude: number) => {
    const site = { id: 'posted', name: 'Posted', latitude, longitude: 0 };
    const answer = await fetch(`${server.url}/v1/sites`, {
      method: 'POST',
      headers,
      body: JSON.stringify(site),
    });
    return (await answer.json()) as Json;
  };

  it('has moved only where its coordinates differ, by the key that posted it', async () => {
    await post(10);
    expect((await post(10)).positions).toHaveLength(1);
    const { positions } = await post(10.1);
    expect(positions.map(({ latitude }: Json) => latitude)).toEqual([10, 10.1]);
    expect((await get('/v1/audit?subject=sites/posted')).items).toMatchObject([
      { author: 'admin', key: 'admin', action: 'moved' },
    ]);
  });
});
