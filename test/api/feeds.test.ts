import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimDueSource, noteFetchFailure } from '../../services/database/sources/source-fetch.ts';
import { type Json, now, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.database.query('truncate feed cascade');
});

const url = 'https://news.example.org/rss.xml';
const auditOf = async (subject: string) => (await api.get(`/v1/audit?subject=${subject}`)).items;

describe('feeds', () => {
  test('a feed is added, shown, listed and removed, with entries in the audit trail', async () => {
    const made = await api.send('POST', '/v1/feeds', { url: 'HTTPS://News.example.org/rss.xml' });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.any(Number),
      url,
      publisher: null,
      language: null,
      title: null,
      everyMinutes: 15,
      mayShowRaw: false,
      state: 'waiting',
      articlesRead: 0,
      note: null,
      failures: 0,
      lastError: null,
      lastErrorAt: null,
      lastPollAt: null,
      lastSuccessAt: null,
      nextPollAt: now.toISOString(),
      createdAt: now.toISOString(),
    });
    const { id } = made.body;
    expect(made.headers.get('location')).toBe(`/v1/feeds/${id}`);
    expect(await api.get(`/v1/feeds/${id}`)).toEqual(made.body);
    expect((await api.get('/v1/feeds')).items).toEqual([made.body]);
    expect((await api.send('DELETE', `/v1/feeds/${id}`, undefined)).status).toBe(204);
    expect((await api.get('/v1/feeds')).items).toEqual([]);
    expect((await api.call(`/v1/feeds/${id}`)).status).toBe(404);
    expect((await api.call(`/v1/feeds/${id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await auditOf(`feeds/${id}`)).map(({ action, author }: Json) => [action, author])).toEqual([
      ['removed', 'admin'],
      ['created', 'admin'],
    ]);
  });

  test('known feeds are listed by country, and added by their names with what is known of them', async () => {
    const { items, next } = await api.get('/v1/feeds/known?country=CD&language=fr');
    expect(next).toBeNull();
    const okapi = items.find(({ name }: Json) => name === 'radio-okapi');
    expect(okapi).toMatchObject({ countries: ['CD'], kind: 'radio', language: 'fr', feedId: null });
    expect(okapi.seenAt).toMatch(/^https:/);
    const made = await api.send('POST', '/v1/feeds', { known: 'radio-okapi', everyMinutes: 30 });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      url: okapi.url,
      publisher: 'Radio Okapi',
      language: 'fr',
      everyMinutes: 30,
      mayShowRaw: false,
    });
    const [on] = (await api.get('/v1/feeds/known?country=CD')).items;
    expect(on).toMatchObject({ name: 'radio-okapi', feedId: made.body.id });
    expect((await api.send('POST', '/v1/feeds', { known: 'radio-okapi' })).status).toBe(409);
  });

  test('one address is one feed; removed, it may be added again', async () => {
    const first = await api.send('POST', '/v1/feeds', { url });
    const second = await api.send('POST', '/v1/feeds', { url });
    expect(second.status).toBe(409);
    expect(second.body.detail).toContain(`feed ${first.body.id}`);
    await api.send('DELETE', `/v1/feeds/${first.body.id}`, undefined);
    const third = await api.send('POST', '/v1/feeds', { url });
    expect(third.status).toBe(201);
    expect(third.body.id).not.toBe(first.body.id);
  });

  test('a feed that fails says so and why', async () => {
    const made = await api.send('POST', '/v1/feeds', { url: 'https://gone.example.org/' });
    const claim = (await claimDueSource(api.database, { without: [], feeds: true }, now))!;
    expect(claim.source).toBe(`feed/${made.body.id}`);
    await noteFetchFailure(
      api.database,
      claim,
      { error: 'gone.example.org answered 404', needsPerson: false, nextFetchAt: now },
      now,
    );
    expect(await api.get(`/v1/feeds/${made.body.id}`)).toMatchObject({
      state: 'failing',
      failures: 1,
      lastError: 'gone.example.org answered 404',
      lastErrorAt: now.toISOString(),
      lastPollAt: now.toISOString(),
    });
  });

  test.each([
    [{ url: 'news.example.org' }, 'url'],
    [{ url: 'ftp://news.example.org/' }, 'url'],
    [{ url: 'https://user:secret@news.example.org/' }, 'url'],
    [{ url, everyMinutes: 1 }, 'everyMinutes'],
    [{ url, everyMinutes: 'often' }, 'everyMinutes'],
    [{ url, publisher: 'two\nlines' }, 'publisher'],
    [{ url, mayShowRaw: 'yes' }, 'mayShowRaw'],
    [{ url, colour: 'red' }, 'colour'],
    [{}, 'url'],
    [{ known: 'radio-okapo' }, 'known'],
    [{ url, known: 'radio-okapi' }, 'known'],
    [{ url, language: 'sw' }, 'language'],
  ])('%j is refused with the field', async (body, field) => {
    const answer = await api.send('POST', '/v1/feeds', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: Json) => error.field)).toEqual([field]);
  });
});
