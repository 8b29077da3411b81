import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSite, type Json, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
let first: number;
let second: number;

beforeAll(async () => {
  api = await startTestApi();
  await api.database.query(`insert into policy (version, content, in_force_from) values ('p', '{}', now())`);
  first = await addAlert('alerted', [
    { kind: 'opened', level: 'high', at: '2025-03-19T00:00:00Z' },
    { kind: 'escalated', level: 'severe', at: '2025-03-20T00:00:00Z' },
  ]);
  second = await addAlert('resolved', [{ kind: 'resolved', level: 'low', at: '2025-03-25T00:00:00Z' }]);
  await api.database.query('update alert set is_open = false, closed_at = now() where id = $1', [second]);
});
afterAll(() => api.stop());

async function addAlert(
  siteId: string,
  revisions: { kind: string; level: string; at: string }[],
): Promise<number> {
  const siteNo = await addSite(api, siteId, { latitude: -1, longitude: 27.7 });
  const { rows: assessments } = await api.database.query(
    `insert into assessment (site_no, at, score, level, previous_level, signals, contributions, has_news, model, policy, recorded_at)
     values ($1, now(), 50, 'high', 'low', '[]', '[]', true, 'm', 'p', now()) returning id`,
    [siteNo],
  );
  const { rows } = await api.database.query(
    `insert into alert (site_no, revision, is_open, opened_at, cited, told_keys)
     values ($1, $2, true, $3, '[]', '{}') returning id`,
    [siteNo, revisions.length, revisions[0]!.at],
  );
  for (const [i, { kind, level, at }] of revisions.entries()) {
    await api.database.query(
      `insert into alert_revision (alert_id, revision, kind, level, previous_level, score, reason, assessment_id, signals,
         evidence, at, recorded_at)
       values ($1, $2, $3, $4, 'low', 50, 'level rose', $5, '[]', '[{"eventId": 7, "place": "Mubi"}]', $6, $6)`,
      [rows[0].id, i + 1, kind, level, assessments[0].id, at],
    );
  }
  return rows[0].id;
}

const idsOf = async (query: string) => (await api.get(`/v1/alerts?${query}`)).items.map(({ id }: Json) => id);

test('alerts stand with what they said last, the newest first', async () => {
  const { items } = await api.get('/v1/alerts');
  expect(items.map(({ id }: Json) => id)).toEqual([second, first]);
  expect(items[1]).toMatchObject({
    siteId: 'alerted',
    revision: 2,
    kind: 'escalated',
    level: 'severe',
    open: true,
    at: '2025-03-20T00:00:00.000Z',
    openedAt: '2025-03-19T00:00:00.000Z',
    closedAt: null,
  });
  const { features } = await api.get('/v1/alerts?format=geojson');
  expect(features[0].geometry.coordinates).toEqual([27.7, -1]);
});

test('alerts are narrowed by site, level, whether they are open, and when something was said', async () => {
  expect(await idsOf('site=alerted')).toEqual([first]);
  expect(await idsOf('level=severe')).toEqual([first]);
  expect(await idsOf('level=high')).toEqual([]);
  expect(await idsOf('open=true')).toEqual([first]);
  expect(await idsOf('open=false')).toEqual([second]);
  expect(await idsOf('from=2025-03-20T00:00:00Z')).toEqual([second, first]);
  expect(await idsOf('from=2025-03-20T00:00:01Z')).toEqual([second]);
  expect(await idsOf('to=2025-03-20T00:00:00Z')).toEqual([first]);
  expect(await idsOf(`limit=1&after=${(await api.get('/v1/alerts?limit=1')).next}`)).toEqual([first]);
});

test('one alert holds every revision as it was said', async () => {
  const alert = await api.get(`/v1/alerts/${first}`);
  expect(alert.revisions.map(({ kind, level }: Json) => [kind, level])).toEqual([
    ['opened', 'high'],
    ['escalated', 'severe'],
  ]);
  expect(alert.revisions[0].evidence).toEqual([{ eventId: 7, place: 'Mubi' }]);
  for (const id of ['999', 'x']) expect((await api.call(`/v1/alerts/${id}`)).status).toBe(404);
});
