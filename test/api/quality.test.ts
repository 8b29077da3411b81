import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { createApp } from '../../services/api/app.ts';
import { type RunningServer, startServer } from '../../services/api/server.ts';
import { judgeMonths } from '../../services/quality/judge-months.ts';
import { fillMay } from '../quality/world.ts';
import { adminKey, type Json, startTestApi, type TestApi } from './support.ts';

const now = new Date('2025-07-20T00:00:00Z');

let api: TestApi;
let server: RunningServer;
beforeAll(async () => {
  api = await startTestApi();
  const { event, sites } = await fillMay(api.database);
  const context = { database: api.database, policy: riskPolicy };
  await judgeMonths(context, now);
  await event('at a', '2025-05-12', '2025-07-20T00:00:00Z', { [sites.a]: 10 }, { deathsBest: 0 });
  await judgeMonths(context, new Date('2025-07-21T00:00:00Z'));
  const app = createApp({ context: api.context, config: { adminKey }, clock: () => now });
  server = await startServer(app, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await api.stop();
});

const call = (path: string) => fetch(server.url + path, { headers: { authorization: `Bearer ${adminKey}` } });
const get = async (path: string): Promise<Json> => (await call(path)).json();

describe('GET /v1/quality', () => {
  test('answers the newest judgement of each month, and why others wait', async () => {
    const { items, next } = await get('/v1/quality');
    expect(items.map(({ month, state, judgement }: Json) => [month, state, judgement])).toEqual([
      ['2025-07', 'waiting', null],
      ['2025-06', 'waiting', null],
      ['2025-05', 'judged', 2],
    ]);
    expect(next).toBeNull();
    expect(items[1].reason).toBe(
      'UCDP has told up to 2025-06-30; this month can be judged once it has told up to 2025-07-30.',
    );
    expect(items[2]).toMatchObject({
      reason: null,
      freshTo: '2025-06-30',
      judgedAt: '2025-07-21T00:00:00.000Z',
      siteDays: 12,
      followed: 3,
      said: 28,
      happened: 25,
      policies: [riskPolicy.version],
    });
    expect(items[2].levels).toHaveLength(6);
  });

  test('answers all judgements of one month, in pages', async () => {
    const first = await get('/v1/quality?month=2025-05&limit=1');
    expect(first.items).toMatchObject([{ judgement: 2, followed: 3 }]);
    const second = await get(`/v1/quality?month=2025-05&limit=1&after=${first.next}`);
    expect(second.items).toMatchObject([{ judgement: 1, followed: 5 }]);
    expect(second.next).toBeNull();
  });

  test('goes on from a month that waits to those that are judged', async () => {
    const { next } = await get('/v1/quality?limit=1');
    const { items } = await get(`/v1/quality?after=${next}`);
    expect(items.map(({ month }: Json) => month)).toEqual(['2025-06', '2025-05']);
  });

  test('comes as CSV, a line for each month', async () => {
    const lines = (await (await call('/v1/quality?format=csv')).text()).trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('chance.averagePrecision,chance.rocAuc,chance.brier,chance.brierSkill');
    expect(lines[3]).toMatch(/^2025-05,judged,/);
  });

  test('refuses what is no month, and whoever has no key', async () => {
    const answer = await call('/v1/quality?month=2025-13');
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Json).errors[0]).toMatchObject({
      field: 'month',
      expected: 'must be a month as YYYY-MM',
    });
    expect((await fetch(`${server.url}/v1/quality`)).status).toBe(401);
  });
});
