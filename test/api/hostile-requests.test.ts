import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../services/api/app.ts';
import { addSite, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await addSite(api, 'bisie');
});
afterAll(() => api.stop());

const json = { 'content-type': 'application/json' };

/** What is posted as it stands, and how large the answer was. */
async function post(path: string, body: string | Buffer, headers: Record<string, string> = {}) {
  const answer = await api.call(path, { method: 'POST', headers: { ...json, ...headers }, body });
  const text = await answer.text();
  return { status: answer.status, size: text.length, body: JSON.parse(text) };
}

const cursorOf = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

describe('a cursor that no answer of the list gave', () => {
  const lists = routes.filter(({ list }) => list).map(({ path }) => path.replace('{id}', 'bisie'));
  const forged = [
    cursorOf(['not-a-date', 1]),
    cursorOf(['2025-01-01T00:00:00.000Z', 1]),
    cursorOf([1]),
    cursorOf([]),
    cursorOf({ length: 2 }),
    cursorOf(['sites', 'x'.repeat(300)]),
    cursorOf(['audit', 9e99]),
    cursorOf(['audit', -1]),
    cursorOf(['assessments', '2025-13-45T00:00:00.000Z', 1]),
    cursorOf(['assessments', '99999-01-01', 1]),
    cursorOf(['assessments', '2025-01-01T00:00:00.000Z', 'x']),
    'AAAA',
    '%00',
    '🙂',
  ];

  test.each(lists)('is a bad query at %s, and no error of ours', async (path) => {
    for (const after of forged) {
      const answer = await api.call(`${path}?after=${encodeURIComponent(after)}`);
      const body = (await answer.json()) as { errors?: { field: string }[] };
      expect(answer.status, `${after}: ${JSON.stringify(body)}`).toBe(400);
      expect(body.errors?.[0]?.field).toBe('after');
    }
  });

  test('is also that of another list', async () => {
    for (const id of ['a1', 'a2']) await addSite(api, id);
    const { next } = await api.get('/v1/sites?limit=1');
    expect((await api.call(`/v1/sites?after=${next}`)).status).toBe(200);
    expect((await api.call(`/v1/alerts?after=${next}`)).status).toBe(400);
  });
});

describe('a body', () => {
  test('that is not what its encoding says is a bad request', async () => {
    for (const body of ['{"a":1}', gzipSync('{"a":1}').subarray(0, 12)]) {
      const { status } = await post('/v1/events', body, { 'content-encoding': 'gzip' });
      expect(status).toBe(400);
    }
  });

  test('that is nested without end is refused', async () => {
    for (const depth of [150, 4000, 200_000]) {
      const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      const { status } = await post('/v1/events', `{"id":${nested}}`);
      expect([400, 422], `${depth}`).toContain(status);
    }
  });

  test('of which everything is wrong is answered with twenty mistakes and the number of the others', async () => {
    const manyKeys = JSON.stringify(
      Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`key${i}`, 1])),
    );
    const one = await post('/v1/events', gzipSync(manyKeys), { 'content-encoding': 'gzip' });
    expect(one.status).toBe(422);
    expect(one.size).toBeLessThan(20_000);
    expect(one.body.errors.at(-1).expected).toMatch(/^and \d+ more mistakes/);

    const many = await post('/v1/events', JSON.stringify(Array(1000).fill({ a: 1 })));
    expect(many.status).toBe(422);
    expect(many.body.items).toHaveLength(1000);
    expect(many.size).toBeLessThan(120_000);
  });

  test('none of these is an error of ours in the log', () => {
    expect(api.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });
});

test('the audit trail holds the key that was used beside the author that was claimed', async () => {
  const until = '2025-05-01T00:00:00Z';
  const mute = { site: 'bisie', until, reason: 'known', author: 'The CEO' };
  expect((await api.send('POST', '/v1/mutes', mute)).status).toBe(201);
  const { items } = await api.get('/v1/audit');
  expect(items[0]).toMatchObject({ author: 'The CEO', key: 'admin', action: 'created' });
});
