import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApiKey } from '../../services/database/api-key.ts';
import { addEvent, addSite, eventLike, type Json, now, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
let siteNo: number;
beforeAll(async () => {
  api = await startTestApi();
  siteNo = await addSite(api, 'bisie');
  await api.database.query(`insert into policy (version, content, in_force_from) values ('p', '{}', now())`);
});
afterAll(() => api.stop());

/** An alert with this many revisions. */
async function addAlert(revisions: number, mutedBy: number | null = null): Promise<number> {
  const { rows: assessments } = await api.database.query(
    `insert into assessment (site_no, at, score, level, previous_level, signals, contributions, has_news, model, policy, recorded_at)
     values ($1, now(), 50, 'high', 'low', '[]', '[]', true, 'm', 'p', now()) returning id`,
    [siteNo],
  );
  const { rows } = await api.database.query(
    `insert into alert (site_no, revision, is_open, opened_at, closed_at, cited, told_keys)
     values ($1, $2, false, now(), now(), '[]', '{}') returning id`,
    [siteNo, revisions],
  );
  await api.database.query(
    `insert into alert_revision (alert_id, revision, kind, level, previous_level, score, reason, assessment_id, signals,
       evidence, muted_by, at, recorded_at)
     select $1, revision, 'updated', 'high', 'low', 50, 'level rose', $2, '[]', '[]', $4, now(), now()
     from generate_series(1, $3) as revision`,
    [rows[0].id, assessments[0].id, revisions, mutedBy],
  );
  return rows[0].id;
}

const auditOf = async (subject: string) => (await api.get(`/v1/audit?subject=${subject}`)).items;
const fieldsOf = (body: Json) => body.errors.map((error: Json) => error.field);

describe('acknowledgements', () => {
  const acknowledge = (id: number | string, body: unknown) =>
    api.send('POST', `/v1/alerts/${id}/acknowledgements`, body);

  test('the newest revision is acknowledged where none is named, with an entry in the audit trail', async () => {
    const id = await addAlert(2);
    expect((await api.get(`/v1/alerts/${id}`)).acknowledged).toBe(false);
    const answer = await acknowledge(id, { author: 'Ada', comment: 'Called the operator.\nAll are safe.' });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(Number),
      revision: 2,
      author: 'Ada',
      comment: 'Called the operator.\nAll are safe.',
      at: now.toISOString(),
    });
    const alert = await api.get(`/v1/alerts/${id}`);
    expect(alert).toMatchObject({ acknowledged: true, acknowledgements: [answer.body] });
    const { items } = await api.get('/v1/alerts');
    expect(items.find((item: Json) => item.id === id)).toMatchObject({ acknowledged: true });
    expect(await auditOf(`alerts/${id}`)).toMatchObject([
      { at: now.toISOString(), author: 'Ada', action: 'acknowledged', details: { revision: 2 } },
    ]);
  });

  test('an acknowledgement of an older revision leaves the newest one waiting', async () => {
    const id = await addAlert(3);
    expect((await acknowledge(id, { author: 'Ada', comment: 'seen', revision: 1 })).status).toBe(201);
    expect(await api.get(`/v1/alerts/${id}`)).toMatchObject({
      acknowledged: false,
      acknowledgements: [{ revision: 1 }],
    });
    const { items } = await api.get('/v1/alerts');
    expect(items.find((item: Json) => item.id === id)).toMatchObject({ acknowledged: false });
  });

  test('a revision that does not exist is refused, and nothing is noted', async () => {
    const id = await addAlert(2);
    const answer = await acknowledge(id, { author: 'Ada', comment: 'seen', revision: 3 });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([
      { field: 'revision', expected: expect.stringContaining('1 to 2') },
    ]);
    expect(await auditOf(`alerts/${id}`)).toEqual([]);
    expect((await acknowledge(999_999, { author: 'Ada', comment: 'seen' })).status).toBe(404);
    expect((await acknowledge('x', { author: 'Ada', comment: 'seen' })).status).toBe(404);
  });

  test.each([
    [{ comment: 'seen' }, 'author'],
    [{ author: 'Ada' }, 'comment'],
    [{ author: ' ', comment: 'seen' }, 'author'],
    [{ author: 'Ada\nBob', comment: 'seen' }, 'author'],
    [{ author: 'Ada', comment: 'seen\u0000' }, 'comment'],
    [{ author: 'Ada', comment: 'seen', revision: 0 }, 'revision'],
    [{ author: 'Ada', comment: 'seen', revision: 1e12 }, 'revision'],
    [{ author: 'Ada', comment: 'seen', at: '2020-01-01' }, 'at'],
  ])('the acknowledgement %j is refused for its %s', async (body, field) => {
    const answer = await acknowledge(await addAlert(1), body);
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer.body)).toEqual([field]);
  });
});

describe('mutes', () => {
  beforeEach(async () => {
    await api.database.query('truncate mute cascade');
  });

  const mute = (body: unknown) => api.send('POST', '/v1/mutes', body);
  const until = '2025-04-08T00:00:00Z';
  const why = { until, reason: 'Known for weeks', author: 'Ada' };

  test('a mute is made, read, listed while it is in force, and ended, all of it in the audit trail', async () => {
    const made = await mute({ ...why, site: 'bisie' });
    expect(made.status).toBe(201);
    const { id } = made.body;
    expect(made.headers.get('location')).toBe(`/v1/mutes/${id}`);
    expect(made.body).toEqual({
      id,
      site: 'bisie',
      actor: null,
      signal: null,
      until: '2025-04-08T00:00:00.000Z',
      includesSevere: false,
      reason: 'Known for weeks',
      author: 'Ada',
      createdAt: now.toISOString(),
      endedAt: null,
    });
    expect(await api.get(`/v1/mutes/${id}`)).toEqual(made.body);
    expect((await api.get('/v1/mutes')).items).toEqual([made.body]);

    expect((await api.call(`/v1/mutes/${id}`, { method: 'DELETE' })).status).toBe(400);
    expect((await api.call(`/v1/mutes/${id}?author=Bob`, { method: 'DELETE' })).status).toBe(204);
    expect((await api.call(`/v1/mutes/${id}?author=Bob`, { method: 'DELETE' })).status).toBe(404);
    expect((await api.get('/v1/mutes')).items).toEqual([]);
    const past = { ...made.body, endedAt: now.toISOString() };
    expect((await api.get('/v1/mutes?all=true')).items).toEqual([past]);
    expect(await auditOf(`mutes/${id}`)).toMatchObject([
      { author: 'Bob', action: 'ended' },
      { author: 'Ada', action: 'created', details: { site: 'bisie', reason: 'Known for weeks' } },
    ]);
  });

  test('actors and signals can be muted, and an alert revision names the mute that hid it', async () => {
    const ofActor = await mute({ ...why, actor: 'M23', includesSevere: true });
    expect(ofActor.body).toMatchObject({ site: null, actor: 'M23', signal: null, includesSevere: true });
    const ofSignal = await mute({ ...why, signal: 'front' });
    expect(ofSignal.body).toMatchObject({ site: null, actor: null, signal: 'front' });
    const { items, next } = await api.get('/v1/mutes?limit=1');
    expect(items).toEqual([ofSignal.body]);
    expect((await api.get(`/v1/mutes?limit=1&after=${next}`)).items).toEqual([ofActor.body]);
    expect(await (await api.call('/v1/mutes?format=csv')).text()).toContain('front');

    const alert = await api.get(`/v1/alerts/${await addAlert(1, ofActor.body.id)}`);
    expect(alert).toMatchObject({ mutedBy: ofActor.body.id, revisions: [{ mutedBy: ofActor.body.id }] });
  });

  test('a mute whose time is over is past, and cannot be ended', async () => {
    const { rows } = await api.database.query(
      `insert into mute (site_no, until, includes_severe, reason, author, created_at)
       values ($1, $2, false, 'r', 'a', $2) returning id`,
      [siteNo, now],
    );
    const ids = async (query: string) => (await api.get(`/v1/mutes${query}`)).items.map(({ id }: Json) => id);
    expect(await ids('')).not.toContain(rows[0].id);
    expect(await ids('?all=true')).toContain(rows[0].id);
    expect((await api.call(`/v1/mutes/${rows[0].id}?author=Bob`, { method: 'DELETE' })).status).toBe(404);
  });

  test.each([
    [{ ...why }, '(whole)'],
    [{ ...why, site: 'bisie', actor: 'M23' }, '(whole)'],
    [{ ...why, site: 'nowhere' }, 'site'],
    [{ ...why, actor: '(-)' }, 'actor'],
    [{ ...why, signal: 'rain' }, 'signal'],
    [{ ...why, site: 'bisie', until: '2025-04-01T12:00:00Z' }, 'until'],
    [{ ...why, site: 'bisie', until: '2026-04-03T12:00:00Z' }, 'until'],
    [{ ...why, site: 'bisie', until: '2025-04-08' }, 'until'],
    [{ ...why, site: 'bisie', until: undefined }, 'until'],
    [{ ...why, site: 'bisie', reason: '' }, 'reason'],
    [{ ...why, site: 'bisie', author: undefined }, 'author'],
    [{ ...why, site: 'bisie', includesSevere: 'yes' }, 'includesSevere'],
    [{ ...why, site: 'bisie', for: 'ever' }, 'for'],
  ])('the mute %j is refused for its %s', async (body, field) => {
    const answer = await mute(body);
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer.body)).toEqual([field]);
  });
});

describe('the audit trail', () => {
  const retractEvent = async (sourceEventId: string, query = '', headers: Record<string, string> = {}) => {
    const id = await addEvent(api, eventLike(sourceEventId));
    for (let twice = 0; twice < 2; twice++) {
      const answer = await api.call(`/v1/events/${id}${query}`, { method: 'DELETE', headers });
      expect(answer.status).toBe(204);
    }
    return id;
  };

  test('stands with the newest entry first, in pages, and as CSV', async () => {
    for (const sourceEventId of ['a', 'b', 'c']) await retractEvent(sourceEventId);
    const first = await api.get('/v1/audit?limit=2');
    const second = await api.get(`/v1/audit?limit=1000&after=${first.next}`);
    const ids = [...first.items, ...second.items].map(({ id }: Json) => id);
    expect(ids.length).toBeGreaterThanOrEqual(3);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
    expect(second.next).toBeNull();
    expect(await (await api.call('/v1/audit?format=csv')).text()).toMatch(
      /^id,at,author,key,action,subject,details/m,
    );
  });

  test('knows who retracted an event and why, once, by the name of the key where nobody is named', async () => {
    const retract = async (query: string, key?: string) => {
      const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {};
      return auditOf(`events/${await retractEvent(`audit${query}`, query, headers)}`);
    };
    expect(await retract('?author=Ada&reason=wrong+place')).toMatchObject([
      { author: 'Ada', action: 'retracted', details: { revision: 2, reason: 'wrong place' } },
    ]);
    expect(await retract('')).toMatchObject([{ author: 'admin', details: { reason: null } }]);
    const key = await createApiKey(api.database, 'newsroom', now);
    expect(await retract('?reason=double', key)).toMatchObject([{ author: 'newsroom' }]);
  });

  test('knows what became of a subscription, without the address', async () => {
    const made = await api.send('POST', '/v1/subscriptions', { email: 'a@example.org', sites: ['bisie'] });
    const path = `/v1/subscriptions/${made.body.id}`;
    await api.send('PATCH', path, { minLevel: 'high' });
    await api.call(path, { method: 'DELETE' });
    const entries = await auditOf(`subscriptions/${made.body.id}`);
    expect(entries.map(({ action }: Json) => action)).toEqual(['ended', 'changed', 'created']);
    expect(entries[1].details).toMatchObject({ minLevel: 'high', sites: ['bisie'] });
    expect(JSON.stringify(entries)).not.toContain('example.org');
  });

  test('cannot be changed', async () => {
    await retractEvent('a');
    await expect(api.database.query('update audit_entry set actor = null')).rejects.toThrow('append-only');
    await expect(api.database.query('delete from audit_entry')).rejects.toThrow('append-only');
  });
});
