import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSite, type Json, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await addSite(api, 'bisie');
});
afterAll(() => api.stop());

const post = (body: unknown) => api.send('POST', '/v1/subscriptions', body);

test('a subscription is made, read, changed and ended', async () => {
  const made = await post({ email: 'buyer@example.org', sites: ['bisie', 'bisie'] });
  expect(made.status).toBe(201);
  const { id } = made.body;
  expect(made.headers.get('location')).toBe(`/v1/subscriptions/${id}`);
  expect(made.body).toEqual({
    id,
    email: 'buyer@example.org',
    sites: ['bisie'],
    minerals: null,
    countries: null,
    bbox: null,
    minLevel: 'elevated',
    createdAt: '2025-04-01T12:00:00.000Z',
    updatedAt: '2025-04-01T12:00:00.000Z',
  });
  expect(await api.get(`/v1/subscriptions/${id}`)).toEqual(made.body);

  const patch = {
    sites: null,
    countries: ['cd'],
    minerals: ['Tin'],
    minLevel: 'high',
    email: 'desk@example.org',
  };
  const changed = await api.send('PATCH', `/v1/subscriptions/${id}`, patch);
  expect(changed.status).toBe(200);
  expect(changed.body).toMatchObject({ sites: null, countries: ['CD'], minerals: ['tin'], minLevel: 'high' });
  expect(changed.body.email).toBe('desk@example.org');
  const untouched = await api.send('PATCH', `/v1/subscriptions/${id}`, {});
  expect([untouched.status, untouched.body.countries]).toEqual([200, ['CD']]);

  expect((await api.call(`/v1/subscriptions/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await api.call(`/v1/subscriptions/${id}`, { method: 'DELETE' })).status).toBe(404);
  expect((await api.call(`/v1/subscriptions/${id}`)).status).toBe(404);
  expect((await api.send('PATCH', `/v1/subscriptions/${id}`, {})).status).toBe(404);
  const { rows } = await api.database.query('select ended_at from subscription where id = $1', [id]);
  expect(rows[0].ended_at).toEqual(new Date('2025-04-01T12:00:00Z'));
});

test('two subscriptions to one address, in any case, have one subscriber', async () => {
  const all = { bbox: [-180, -90, 180, 90] };
  await post({ email: 'Same@example.org', ...all });
  await post({ email: 'same@example.org', ...all });
  const { rows } = await api.database.query(
    `select email from subscriber where lower(email) = 'same@example.org'`,
  );
  expect(rows).toEqual([{ email: 'Same@example.org' }]);
  const { items } = await api.get('/v1/subscriptions?email=SAME@example.org');
  expect(items).toHaveLength(2);
});

test('the list goes on where its page ended, and comes as CSV', async () => {
  for (let i = 0; i < 3; i++) await post({ email: `list${i}@example.org`, countries: ['ML'] });
  const first: Json = await api.get('/v1/subscriptions?limit=2');
  const second: Json = await api.get(`/v1/subscriptions?limit=1000&after=${first.next}`);
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  expect(second.next).toBeNull();
  expect(await (await api.call('/v1/subscriptions?format=csv')).text()).toContain('list2@example.org');
  expect((await api.call('/v1/subscriptions?format=geojson')).status).toBe(400);
});

test.each([
  [{ sites: ['bisie'] }, 'email'],
  [{ email: 'nobody', sites: ['bisie'] }, 'email'],
  [{ email: 'a@example.org\r\nBcc: b@example.org', sites: ['bisie'] }, 'email'],
  [{ email: 'a@example.org' }, '(whole)'],
  [{ email: 'a@example.org', sites: [] }, 'sites'],
  [{ email: 'a@example.org', sites: ['bisie', 'nowhere'] }, 'sites.1'],
  [{ email: 'a@example.org', countries: ['Congo'] }, 'countries.0'],
  [{ email: 'a@example.org', bbox: [0, 1, 2] }, 'bbox'],
  [{ email: 'a@example.org', bbox: [0, 5, 1, -5] }, 'bbox'],
  [{ email: 'a@example.org', sites: ['bisie'], minLevel: 'extreme' }, 'minLevel'],
  [{ email: 'a@example.org', sites: ['bisie'], often: true }, 'often'],
])('the subscription %j is refused for its %s', async (body, field) => {
  const answer = await post(body);
  expect(answer.status).toBe(422);
  expect(answer.body.errors.map((error: Json) => error.field)).toEqual([field]);
});

test('a change may not leave a subscription without a selector', async () => {
  const { body } = await post({ email: 'a@example.org', sites: ['bisie'] });
  const answer = await api.send('PATCH', `/v1/subscriptions/${body.id}`, { sites: null });
  expect(answer.status).toBe(422);
  expect((await api.get(`/v1/subscriptions/${body.id}`)).sites).toEqual(['bisie']);
});
