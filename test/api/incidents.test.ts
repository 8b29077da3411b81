import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { inTransaction } from '../../services/database/transaction.ts';
import { formAnew } from '../../services/incidents/join-incidents.ts';
import { addEvent, addSite, eventLike, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
let acled: number;
let news: number;
let other: number;

beforeAll(async () => {
  api = await startTestApi();
  const siteNo = await addSite(api, 'mine');
  const link = { siteNo, distanceKm: 4 };
  news = await addEvent(api, eventLike('n1', { source: 'news', confidence: 'provisional' }), link);
  acled = await addEvent(api, eventLike('a1'), link);
  other = await addEvent(api, eventLike('a2', { occurredOn: '2025-01-01' }), link);
  // As the linking does it.
  const rules = { policy: riskPolicy, actors: new Map() };
  await inTransaction(api.database, (client) => formAnew(client, [news, acled, other], rules));
});
afterAll(() => api?.stop());

const separate = (id: number, body: unknown) => api.send('POST', `/v1/incidents/${id}/separations`, body);

describe('incidents in the API', () => {
  it('show their events, which one counts, and why they are joined, under the id of any of them', async () => {
    const incident = await api.get(`/v1/incidents/${acled}`);
    expect(incident).toMatchObject({
      id: news,
      counted: acled,
      memberCount: 2,
      members: [{ id: news }, { id: acled }],
      pairCount: 1,
      pairs: [{ events: [news, acled] }],
      separationCount: 0,
      separations: [],
    });
    expect(incident.pairs[0].reason).toMatch(/^on the same day; 0.0 km apart/);
    expect(await api.get(`/v1/incidents/${news}`)).toEqual(incident);
    expect((await api.get(`/v1/events/${acled}`)).incidentId).toBe(news);
    expect((await api.get(`/v1/events/${other}`)).incidentId).toBeNull();
  });

  it('count once in the risk of a site, which names the other report', async () => {
    const risk = await api.get('/v1/sites/mine/risk');
    expect(risk.contributions).toMatchObject([
      { eventId: acled, incidentId: news, alsoReportedBy: [{ eventId: news, source: 'news' }] },
      { eventId: other, incidentId: null, alsoReportedBy: [] },
    ]);
    const known = await api.get('/v1/sites/mine/risk?knownAt=2025-04-01T12:00:00Z');
    expect(known.contributions).toEqual(risk.contributions);
  });

  it('show an event that stands alone as one of its own, and nothing where there is no event', async () => {
    expect(await api.get(`/v1/incidents/${other}`)).toMatchObject({ id: other, counted: other, pairs: [] });
    expect((await api.call('/v1/incidents/999')).status).toBe(404);
  });

  it('refuse to separate what is not joined, with the reason', async () => {
    const why = { author: 'Ada', reason: 'two fights' };
    const unknown = await separate(news, { eventId: other, ...why });
    expect(unknown.status).toBe(422);
    expect(unknown.body.errors).toMatchObject([{ field: 'eventId', got: `${other}` }]);
    expect((await separate(news, { eventId: news, from: news, ...why })).status).toBe(422);
    expect((await separate(other, { eventId: other, ...why })).status).toBe(422);
    expect((await separate(news, { eventId: news })).body.errors).toHaveLength(2);
    expect((await separate(999, { eventId: news, ...why })).status).toBe(404);
  });

  it('are parted by a person, with a trace, and formed again when that is ended', async () => {
    const made = await separate(news, { eventId: acled, author: 'Ada', reason: 'two fights' });
    expect(made).toMatchObject({
      status: 201,
      body: { separations: [{ events: [news, acled], author: 'Ada', reason: 'two fights' }] },
    });
    const [{ id }] = made.body.separations;
    const parted = await api.get(`/v1/incidents/${acled}`);
    expect(parted).toMatchObject({ id: acled, members: [{ id: acled }], separations: [{ id }] });
    expect((await api.get('/v1/sites/mine/risk')).contributions).toHaveLength(3);
    const { rows } = await api.database.query('select count(*)::int as due from assessment_due');
    expect(rows).toEqual([{ due: 1 }]);
    expect((await api.call(`/v1/separations/${id}`, { method: 'DELETE' })).status).toBe(400);
    const end = () => api.call(`/v1/separations/${id}?author=Grace`, { method: 'DELETE' });
    expect((await end()).status).toBe(204);
    expect((await end()).status).toBe(404);
    expect((await api.get(`/v1/incidents/${acled}`)).members).toHaveLength(2);
    const { rows: trail } = await api.database.query(
      'select actor, action, subject, details from audit_entry order by id',
    );
    expect(trail).toEqual([
      {
        actor: 'Ada',
        action: 'created',
        subject: `separations/${id}`,
        details: { events: [news, acled], reason: 'two fights' },
      },
      {
        actor: 'Grace',
        action: 'ended',
        subject: `separations/${id}`,
        details: { events: [news, acled], reason: null },
      },
    ]);
  });

  it('show the first of a crowd with how many there are, and all of them page by page', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 120; i++)
      ids.push(
        await addEvent(api, eventLike(`crowd-${i}`, { source: `paper-${i}`, occurredOn: '2024-06-01' })),
      );
    const rules = { policy: riskPolicy, actors: new Map() };
    await inTransaction(api.database, (client) => formAnew(client, ids, rules));
    const incident = await api.get(`/v1/incidents/${ids[7]}`);
    // All pairs of 50 representatives, and one of each further event.
    const pairCount = (50 * 49) / 2 + 70;
    expect(incident).toMatchObject({ id: ids[0], memberCount: 120, pairCount });
    expect(incident.members.map((member: { id: number }) => member.id)).toEqual(ids.slice(0, 100));
    expect(incident.pairs).toHaveLength(pairCount);

    const allOf = async (list: string, limit: number) => {
      const items = [];
      let next: string | null = '';
      while (next !== null) {
        const page: { items: unknown[]; next: string | null } = await api.get(
          `/v1/incidents/${ids[0]}/${list}?limit=${limit}${next && `&after=${next}`}`,
        );
        expect(page.items.length).toBeLessThanOrEqual(limit);
        items.push(...page.items);
        next = page.next;
      }
      return items;
    };
    const members = (await allOf('members', 50)) as { id: number }[];
    expect(members.map(({ id }) => id)).toEqual(ids);
    expect(await allOf('pairs', 500)).toEqual(incident.pairs);
    expect((await api.call('/v1/incidents/99999/members')).status).toBe(404);
    expect((await api.call('/v1/incidents/99999/pairs')).status).toBe(404);
  });
});
