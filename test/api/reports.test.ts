import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReports } from '../../workers/read.ts';
import { filler, told } from '../support/reports.ts';
import { adminKey, type Json, now, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const input = {
  url: 'https://news.example.org/walikale',
  publishedAt: '2025-03-20',
  publisher: 'Example News',
  text: [told.walikaleTaken, told.mubiClash, filler].join('\n'),
};

/** Hands a report in without waiting, and reads what is to be read, as the worker would. */
async function hand(over: Json = {}) {
  const answer = await api.call('/v1/reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json', prefer: 'respond-async' },
    body: JSON.stringify({ ...input, ...over }),
  });
  const body: Json = await answer.json();
  await readAll();
  return { status: answer.status, headers: answer.headers, body };
}

async function readAll() {
  const context = { ...api.context };
  await readReports.run(context, await readReports.findUnfinished(context, 100));
}

describe('POST /v1/reports', () => {
  test('answers 202 at once where the client prefers that, and tells where the report is', async () => {
    const { status, headers, body } = await hand();
    expect(status).toBe(202);
    expect(headers.get('preference-applied')).toBe('respond-async');
    expect(body).toMatchObject({ outcome: 'new', state: 'unread', waiting: true, origin: 'examplenews' });
    expect(headers.get('location')).toBe(`/v1/reports/${body.id}`);
    expect(await api.get(`/v1/reports/${body.id}`)).toMatchObject({
      state: 'unreviewed',
      waiting: false,
      events: 2,
    });
  });

  test('waits for the reading, and answers 201 with the events', async () => {
    const url = 'https://news.example.org/waits';
    const answer = api.send('POST', '/v1/reports', { ...input, url });
    const reading = (async () => {
      while ((await readReports.findUnfinished(api.context, 1)).length === 0) await new Promise(setImmediate);
      await readAll();
    })();
    const { status, body } = await answer;
    await reading;
    expect(status).toBe(201);
    expect(body).toMatchObject({
      outcome: 'new',
      language: 'en',
      items: [{ place: 'Walikale', url }, { place: 'Mubi' }],
      revisions: [{ revision: 1 }],
    });
    expect(await api.send('POST', '/v1/reports', { ...input, url })).toMatchObject({
      status: 200,
      body: { outcome: 'unchanged', id: body.id },
    });
  });

  test('reduces a page to its article, takes its title, and keeps captions', async () => {
    const html = `<html><head><title>Town taken</title><meta property="og:title" content="M23 takes Walikale"></head>
      <body><nav><a href="/">Home</a></nav><article><h1>M23 takes Walikale</h1>
      <figure><img src="a.jpg"><figcaption>Soldiers in Goma in 2012.</figcaption></figure>
      <p>${told.walikaleTaken}</p><p>${told.mubiClash}</p><p>${filler}</p></article>
      <aside>Read more: a war elsewhere</aside><script>var a = 'The army attacked Goma on Wednesday.';</script></body></html>`;
    const { body } = await hand({
      url: 'https://news.example.org/page',
      text: undefined,
      html,
      mayShowRaw: true,
    });
    const detail = await api.get(`/v1/reports/${body.id}`);
    expect(detail.title).toBe('M23 takes Walikale');
    const { text } = detail.revisions[0];
    expect(text.split('\n')).toEqual(
      expect.arrayContaining(['Soldiers in Goma in 2012.', told.walikaleTaken, told.mubiClash, filler]),
    );
    expect(text).not.toMatch(/Home|elsewhere|attacked/);
  });

  test.each([
    [{ text: '' }, 'text', 'not be empty'],
    [{ text: 'a\0b'.repeat(50) }, 'text', 'must be text'],
    [{ text: '1 2 3 4 5\n6;7;8;9' }, 'text', 'prose'],
    [{ text: undefined }, '(whole)', 'exactly one of text and html'],
    [{ html: '<p>x</p>' }, '(whole)', 'exactly one of text and html'],
    [{ text: undefined, html: '<script>var x = 1;</script><p> </p>' }, 'html', 'prose'],
    [{ publishedAt: undefined }, 'publishedAt', 'such as 2025-03-20'],
    [{ publishedAt: 'yesterday' }, 'publishedAt', 'such as 2025-03-20'],
    [{ publishedAt: '2099-01-01' }, 'publishedAt', 'in the future (today is 2025-04-01)'],
    [{ publishedAt: '1988-12-31' }, 'publishedAt', 'before 1989'],
    [{ url: 'ftp://example.org/x' }, 'url', 'http'],
    [{ url: `https://example.org/${'é'.repeat(700)}` }, 'url', 'longer than 2000'],
    [{ source: 'news' }, 'source', 'not a known field'],
  ])('refuses %j, naming the field and what was expected', async (over, field, expected) => {
    const { status, body } = await hand(over);
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { field, expected: expect.stringContaining(expected), got: expect.any(String) },
    ]);
  });

  test('takes form feeds and next-line marks between lines as what they are', async () => {
    const line = 'Gunmen attacked the village of Luke on Wednesday, residents said.';
    const { status } = await hand({ text: `${line}\f${line} Nobody was hurt.\u0085${line} Calm is back.` });
    expect(status).toBe(202);
  });

  test('refuses what is larger than an article by its size', async () => {
    const { status, body } = await hand({ text: 'a '.repeat(1_100_000) });
    expect(status).toBe(413);
    expect(body.detail).toContain('2000000');
  });
});

describe('GET /v1/reports', () => {
  test('lists reports by their state, page by page, and as CSV', async () => {
    const foreign =
      'I ribelli hanno preso la città di Walikale mercoledì, hanno detto le autorità locali. Gli abitanti sono fuggiti verso la foresta quando sono iniziati gli scontri tra l esercito e i ribelli.';
    const { body } = await hand({ url: 'https://news.example.org/it', text: foreign });
    expect(await api.get('/v1/reports?state=unread')).toMatchObject({
      items: [{ id: body.id, state: 'unread', language: 'other', events: 0 }],
      next: null,
    });
    await hand({ url: 'https://news.example.org/none', text: filler });
    const first = await api.get('/v1/reports?state=unreviewed&events=true&limit=1');
    expect(first.items).toHaveLength(1);
    const second = await api.get(`/v1/reports?state=unreviewed&events=true&limit=1&after=${first.next}`);
    expect(second.items[0].id).toBeLessThan(first.items[0].id);
    const csv = await (await api.call('/v1/reports?format=csv')).text();
    expect(csv.split('\r\n')[0]).toMatch(/^id,revision,state,waiting,language,/);
  });

  test('shows the text only where its licence allows, and the place in it always', async () => {
    const hidden = await hand({ url: 'https://news.example.org/hidden' });
    const detail = await api.get(`/v1/reports/${hidden.body.id}`);
    expect(JSON.stringify(detail)).not.toContain('local officials said');
    expect(detail.items[0]).toMatchObject({
      url: 'https://news.example.org/hidden',
      notes: expect.stringContaining('Walikale'),
      reading: {
        start: 0,
        end: told.walikaleTaken.length,
        inTitle: false,
        sentence: null,
        state: 'unreviewed',
      },
    });
    const event = await api.get(`/v1/events/${detail.items[0].id}`);
    expect(event).toMatchObject({ notes: expect.stringContaining('Walikale'), report: { content: null } });
    const shown = await hand({ url: 'https://news.example.org/shown', mayShowRaw: true });
    const open = await api.get(`/v1/reports/${shown.body.id}`);
    expect(open.items[0].reading.sentence).toBe(told.walikaleTaken);
    expect(open.revisions[0].text).toContain('local officials said');
    // Who hands it in again under stricter terms is heard.
    await hand({ url: 'https://news.example.org/shown', mayShowRaw: false });
    expect((await api.get(`/v1/reports/${shown.body.id}`)).items[0].reading.sentence).toBeNull();
  });

  test('hides what was shown before when an edit comes under stricter terms', async () => {
    const url = 'https://news.example.org/edited-terms';
    const { body } = await hand({ url, mayShowRaw: true });
    await hand({ url, text: `${told.mubiClash}\n${filler}`, mayShowRaw: false });
    const { revisions } = await api.get(`/v1/reports/${body.id}`);
    expect(revisions).toMatchObject([{ text: null }, { text: null }]);
  });

  test('answers 404 for a report that is none', async () => {
    expect((await api.call('/v1/reports/999999')).status).toBe(404);
    expect((await api.call('/v1/reports/x')).status).toBe(404);
  });
});

describe('the review over the API', () => {
  const by = { author: 'Ada', reason: 'Called the parish' };
  const act = (report: number, event: number, action: string, body: Json = by) =>
    api.send('POST', `/v1/reports/${report}/events/${event}/${action}`, body);
  let next = 0;
  async function reportWithAttack() {
    next += 1;
    const url = `https://news.example.org/review-${next}`;
    const { body } = await hand({ url, text: `${told.nyabiondoAttack}\n${filler}` });
    const detail = await api.get(`/v1/reports/${body.id}`);
    return { reportId: body.id as number, eventId: detail.items[0].id as number };
  }

  test('confirms, with the audit trail naming who and why', async () => {
    const { reportId, eventId } = await reportWithAttack();
    const { status, body } = await act(reportId, eventId, 'confirm');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: eventId,
      confidence: 'confirmed',
      revision: 2,
      reading: { state: 'confirmed', settledBy: 'Ada', reason: by.reason, attestation: 'confirmed' },
    });
    expect(await api.get(`/v1/reports/${reportId}`)).toMatchObject({ state: 'reviewed', unsettled: 0 });
    expect((await api.get(`/v1/audit?subject=events/${eventId}`)).items).toMatchObject([
      {
        author: 'Ada',
        action: 'confirmed',
        at: now.toISOString(),
        details: { report: reportId, reason: by.reason },
      },
    ]);
  });

  test('corrects any field, and notes what it was before', async () => {
    const { reportId, eventId } = await reportWithAttack();
    const event = { place: 'Loashi', latitude: -1.3, longitude: 28.8, deathsBest: 6 };
    const { body } = await act(reportId, eventId, 'correct', { ...by, event });
    expect(body).toMatchObject({
      ...event,
      locationPrecision: 1,
      uncertaintyKm: 5,
      reading: { state: 'corrected' },
    });
    const [entry] = (await api.get(`/v1/audit?subject=events/${eventId}`)).items;
    expect(entry.details.changes).toMatchObject({
      place: { from: 'Nyabiondo', to: 'Loashi' },
      deathsBest: { from: 4, to: 6 },
    });
  });

  test.each([
    [{ event: { latitude: 91 } }, 'event.latitude'],
    [{ event: { subType: 'Armed clash' } }, 'event.subType'],
    [{ event: { occurredOn: '2099-01-01' } }, 'event.occurredOn'],
    [{ event: { sourceEventId: 'x' } }, 'event.sourceEventId'],
    [{ event: { source: { toString: 1 } } }, 'event.source'],
    [{ event: { killed: 3 } }, 'event.killed'],
    [{ event: {} }, 'event'],
    [{ event: { place: 'X' }, reason: '' }, 'reason'],
  ])('refuses the correction %j and changes nothing', async (over, field) => {
    const { reportId, eventId } = await reportWithAttack();
    const { status, body } = await act(reportId, eventId, 'correct', { ...by, ...over });
    expect(status).toBe(422);
    expect(body.errors.map((error: Json) => error.field)).toContain(field);
    expect(await api.get(`/v1/events/${eventId}`)).toMatchObject({ revision: 1 });
  });

  test('rejects, and needs an author and a reason for it', async () => {
    const { reportId, eventId } = await reportWithAttack();
    expect((await act(reportId, eventId, 'reject', {})).status).toBe(422);
    expect((await act(reportId, eventId, 'reject')).body).toMatchObject({
      retracted: true,
      reading: { state: 'rejected' },
    });
    expect((await act(reportId, 999_999, 'reject')).status).toBe(404);
  });

  test('a report is called reviewed only when its events are settled', async () => {
    const { reportId, eventId } = await reportWithAttack();
    const review = () => api.send('POST', `/v1/reports/${reportId}/review`, by);
    expect(await review()).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining(`${eventId}`) },
    });
    await act(reportId, eventId, 'reject');
    expect(await review()).toMatchObject({ status: 200, body: { state: 'reviewed' } });
    const empty = await hand({ url: 'https://news.example.org/empty', text: filler });
    expect(await api.send('POST', `/v1/reports/${empty.body.id}/review`, by)).toMatchObject({ status: 200 });
    expect((await api.get(`/v1/audit?subject=reports/${empty.body.id}`)).items).toMatchObject([
      { action: 'reviewed' },
    ]);
  });

  test('needs a key', async () => {
    const open = await fetch(`${api.server.url}/v1/reports`);
    expect(open.status).toBe(401);
    const keyed = await fetch(`${api.server.url}/v1/reports`, {
      headers: { authorization: `Bearer ${adminKey}` },
    });
    expect(keyed.status).toBe(200);
  });
});
