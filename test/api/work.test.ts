import { afterAll, beforeAll, expect, test } from 'vitest';
import { setAside } from '../../services/database/set-aside.ts';
import { startTestApi, type TestApi } from './support.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

test('whoever has a key sees what waits and what is set aside, stage by stage', async () => {
  await setAside(api.database, { stage: 'assess', id: 7, reason: 'no number' }, [1, 5]);
  await setAside(api.database, { stage: 'assess', id: 7, reason: 'no number again' }, [1, 5]);
  const { stages, setAside: aside } = await api.get('/v1/health/work');
  expect(aside).toEqual([
    {
      stage: 'assess',
      id: 7,
      reason: 'no number again',
      attempts: 2,
      firstFailedAt: expect.any(String),
      lastFailedAt: expect.any(String),
      nextTryAt: expect.any(String),
    },
  ]);
  expect(Date.parse(aside[0].nextTryAt) - Date.parse(aside[0].lastFailedAt)).toBe(5 * 60_000);
  expect(stages.map(({ stage }: { stage: string }) => stage).slice(0, 4)).toEqual([
    'read',
    'link-events',
    'link-sites',
    'assess',
  ]);
  expect(stages[3]).toEqual({ stage: 'assess', waiting: 0, oldestAt: null, lagSeconds: 0, setAside: 1 });
});

test('nobody without a key does', async () => {
  expect((await api.call('/v1/health/work', { headers: { authorization: '' } })).status).toBe(401);
});
