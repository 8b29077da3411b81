import { afterAll, beforeAll, expect, test } from 'vitest';
import { setAside } from '../../services/database/set-aside.ts';
import { startTestApi, type TestApi } from './support.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

test('Prometheus gets the figures of operation without a key, each time as they are then', async () => {
  const ask = async () => {
    const answer = await api.call('/metrics', { headers: { authorization: '' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    return await answer.text();
  };
  expect(await ask()).toContain('orewatch_stage_set_aside{stage="assess"} 0');
  await setAside(api.database, { stage: 'assess', id: 7, reason: 'no number' }, [1]);
  const text = await ask();
  expect(text).toContain('# TYPE orewatch_stage_set_aside gauge');
  expect(text).toContain('orewatch_stage_set_aside{stage="assess"} 1');
  expect(text).toContain('process_resident_memory_bytes');
});
