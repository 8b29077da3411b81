import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addEvent, addSite, adminKey, eventLike, type Json, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const post = (body: unknown) => api.send('POST', '/v1/events', body);

describe('posting events', () => {
  test('one event is new, then unchanged, then changed with a further revision', async () => {
    const first = await post(eventLike('p1'));
    expect(first.status).toBe(201);
    const { eventId } = first.body.items[0];
    expect(first.body).toEqual({ items: [{ index: 0, outcome: 'new', eventId, revision: 1 }] });
    expect(first.headers.get('location')).toBe(`/v1/events/${eventId}`);
    const again = await post(eventLike('p1'));
    expect([again.status, again.body.items]).toEqual([
      200,
      [{ index: 0, outcome: 'unchanged', eventId, revision: 1 }],
    ]);
    const corrected = await post(eventLike('p1', { deathsBest: 5 }));
    expect([corrected.status, corrected.body.items]).toEqual([
      200,
      [{ index: 0, outcome: 'changed', eventId, revision: 2 }],
    ]);
    const event = await api.get(`/v1/events/${eventId}`);
    expect(event).toMatchObject({ id: eventId, revision: 2, deathsBest: 5, retracted: false });
    expect(event.revisions.map(({ deathsBest }: Json) => deathsBest)).toEqual([3, 5]);
    expect(event.report).toMatchObject({
      externalId: 'p1',
      mayShowRaw: true,
      content: eventLike('p1', { deathsBest: 5 }),
    });
  });

  test('of several events each has its own outcome, and a bad one costs only itself', async () => {
    const tomorrow = eventLike('p3', { occurredOn: '2025-04-03' });
    const { status, body } = await post([
      eventLike('p2'),
      tomorrow,
      eventLike('p4', { latitude: 91 }),
      eventLike('p5'),
    ]);
    expect(status).toBe(200);
    expect(body.items.map(({ outcome }: Json) => outcome)).toEqual(['new', 'refused', 'refused', 'new']);
    expect(body.items[1].refusals).toMatchObject([{ field: 'occurredOn', got: '2025-04-03' }]);
    expect(body.items[2].refusals).toMatchObject([{ field: 'latitude', got: '91' }]);
    expect(body.items[1].refusals[0].expected).toContain('future');
  });

  test('where all are refused the answer is a problem that names every field', async () => {
    const { status, headers, body } = await post({ ...eventLike('p6'), latitude: 91, colour: 'red' });
    expect(status).toBe(422);
    expect(headers.get('content-type')).toMatch('application/problem+json');
    expect(body.errors.map(({ field }: Json) => field)).toEqual(['latitude', 'colour']);
    expect(body.items).toHaveLength(1);
    const several = await post([{}, 7, null, eventLike('p7', { type: 'Riots' })]);
    expect(several.status).toBe(422);
    expect(several.body.errors.at(-1)).toMatchObject({ field: '3.subType' });
  });

  test('none and more than 1,000 events are refused', async () => {
    expect((await post([])).body.errors).toMatchObject([{ expected: 'must hold 1 to 1000 events' }]);
    expect((await post(Array.from({ length: 1001 }, () => ({})))).status).toBe(422);
  });

  test('1,000 events are taken at once', async () => {
    const { status, body } = await post(Array.from({ length: 1000 }, (_, i) => eventLike(`bulk-${i}`)));
    expect(status).toBe(201);
    expect(new Set(body.items.map(({ eventId }: Json) => eventId)).size).toBe(1000);
  });

  test('HTML in notes comes back as the text that it is', async () => {
    const notes = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const { body } = await post(eventLike('html', { notes }));
    const answer = await api.call(`/v1/events/${body.items[0].eventId}`);
    expect(answer.headers.get('content-type')).toMatch('application/json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(((await answer.json()) as Json).notes).toBe(notes);
  });

  test('text with half a surrogate pair does not bring the batch down', async () => {
    const { status, body } = await post([eventLike('sur-1', { notes: 'a\ud800b' }), eventLike('sur-2')]);
    expect(status).toBeLessThan(300);
    expect(body.items[1].outcome).toBe('new');
  });

  test('whatever JSON is posted, the answer is never a 500', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom(...Object.keys(eventLike('x'))),
        async (value, field) => {
          const one = await post({ ...eventLike(`fuzz-${field}`), [field]: value });
          expect(one.status).toBeLessThan(500);
          expect((await post(value)).status).toBeLessThan(500);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('bodies that cannot be read', () => {
  const raw = (
    body: string | Buffer,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) => api.call('/v1/events', { method: 'POST', headers, body });

  test('malformed JSON is answered with 400 and its place', async () => {
    const answer = await raw('[\n  {"source": "x",\n   "deaths" 3}\n]');
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Json).detail).toContain('line 3, column 13');
    expect((await raw('{"a": }')).status).toBe(400);
    expect((await raw('7')).status).toBe(400);
  });

  test('an empty body is answered with 400, another type with 415', async () => {
    expect((await raw('')).status).toBe(400);
    expect((await raw('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await raw('{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await raw('{}', { 'content-type': 'application/json; charset=utf-99' })).status).toBe(415);
    expect(
      (await raw('{}', { 'content-type': 'application/json', 'content-encoding': 'rot13' })).status,
    ).toBe(415);
  });

  test('a body of 50 MB is refused by its length', async () => {
    const answer = await raw(Buffer.alloc(50_000_000, ' '));
    expect(answer.status).toBe(413);
    expect(((await answer.json()) as Json).detail).toContain('10000000 bytes');
  });

  test('a body of 50 MB that hides its length is refused, and the API goes on', async () => {
    const chunk = Buffer.alloc(1_000_000, ' ');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' };
      const request = httpRequest(`${api.server.url}/v1/events`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
      let sent = 0;
      const sendMore = () => {
        if (sent++ === 50) request.end();
        else request.write(chunk, sendMore);
      };
      sendMore();
    });
    expect(status).toBe(413);
    expect((await api.call('/v1/events')).status).toBe(200);
  });

  test('a large body without a key is not read', async () => {
    const headers = { authorization: 'Bearer wrong', 'content-type': 'application/json' };
    expect((await raw(Buffer.alloc(1_000_000, ' '), headers)).status).toBe(401);
  });
});

describe('retracting an event', () => {
  test('keeps it readable, hides it from lists, and holds until its source says something new', async () => {
    const { body } = await post(eventLike('gone', { source: 'retractions' }));
    const { eventId } = body.items[0];
    for (let i = 0; i < 2; i++) {
      expect((await api.call(`/v1/events/${eventId}`, { method: 'DELETE' })).status).toBe(204);
    }
    expect(await api.get(`/v1/events/${eventId}`)).toMatchObject({ revision: 2, retracted: true });
    const idsOf = async (query: string) =>
      (await api.get(`/v1/events?source=retractions${query}`)).items.map(({ id }: Json) => id);
    expect(await idsOf('')).toEqual([]);
    expect(await idsOf('&retracted=true')).toEqual([eventId]);
    expect(await idsOf('&retracted=any')).toEqual([eventId]);
    const same = await post(eventLike('gone', { source: 'retractions' }));
    expect(same.body.items[0].outcome).toBe('withdrawn');
    const other = await post(eventLike('gone', { source: 'retractions', deathsBest: 9 }));
    expect(other.body.items[0]).toMatchObject({ outcome: 'changed', revision: 3 });
    expect(await idsOf('')).toEqual([eventId]);
  });

  test.each(['999999', '0', '-1', 'abc', '1.5', '99999999999999999999'])(
    'there is no event %s',
    async (id) => {
      expect((await api.call(`/v1/events/${id}`, { method: 'DELETE' })).status).toBe(404);
      expect((await api.call(`/v1/events/${id}`)).status).toBe(404);
    },
  );
});

describe('reading events', () => {
  beforeAll(async () => {
    const source = 'reading';
    const siteNo = await addSite(api, 'near-by', { name: 'Near by' });
    for (let i = 0; i < 7; i++) {
      // Three events to a day: pages end in the middle of one.
      const occurredOn = `2025-02-0${1 + Math.floor(i / 3)}`;
      await addEvent(api, eventLike(`e${i}`, { source, occurredOn, longitude: 20 + i }), {
        siteNo,
        distanceKm: i,
      });
    }
    await addEvent(api, {
      ...eventLike('nowhere', {
        source,
        occurredOn: '2025-01-01',
        notes: '=1+1, "quoted"\nnext',
        place: '@here',
      }),
      ...{ type: 'Violence against civilians', subType: 'Attack' },
      ...{ latitude: null, longitude: null, locationPrecision: null },
    });
  });

  const list = async (query: string): Promise<Json[]> =>
    (await api.get(`/v1/events?source=reading&${query}`)).items;
  const namesOf = (items: Json[]) => items.map(({ sourceEventId }) => sourceEventId);

  test.each([1, 2, 3, 5, 100])('pages of %i hold every event once, newest first', async (limit) => {
    const seen: Json[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: Json = await api.get(
        `/v1/events?source=reading&limit=${limit}${after && `&after=${after}`}`,
      );
      seen.push(...page.items);
      after = page.next;
    }
    expect(namesOf(seen)).toEqual(['e6', 'e5', 'e4', 'e3', 'e2', 'e1', 'e0', 'nowhere']);
  });

  test('an event that comes in between two pages shifts neither', async () => {
    const first: Json = await api.get('/v1/events?source=reading&limit=3');
    const added = await addEvent(api, eventLike('late', { source: 'reading', occurredOn: '2025-03-01' }));
    const second: Json = await api.get(`/v1/events?source=reading&limit=3&after=${first.next}`);
    expect(namesOf([...first.items, ...second.items])).toEqual(['e6', 'e5', 'e4', 'e3', 'e2', 'e1']);
    await api.call(`/v1/events/${added}`, { method: 'DELETE' });
  });

  test('are narrowed by type, sub-type, date, box and whether they have a place', async () => {
    expect(namesOf(await list('type=Violence+against+civilians'))).toEqual(['nowhere']);
    expect(namesOf(await list('subType=Attack'))).toEqual(['nowhere']);
    expect(namesOf(await list('from=2025-02-02&to=2025-02-02'))).toEqual(['e5', 'e4', 'e3']);
    expect(namesOf(await list('bbox=22.5,-5,24.5,5'))).toEqual(['e4', 'e3']);
    expect(namesOf(await list('bbox=25.5,-5,20.5,5'))).toEqual(['e6', 'e0']);
    expect(namesOf(await list('located=false'))).toEqual(['nowhere']);
    expect(await list('located=true')).toHaveLength(7);
  });

  test('come as GeoJSON, where an event without a place has no geometry', async () => {
    const { features } = await api.get('/v1/events?source=reading&format=geojson');
    expect(features[0].geometry).toEqual({ type: 'Point', coordinates: [26, -1.30883] });
    expect(features.at(-1).geometry).toBeNull();
  });

  test('come as CSV, with lines and quotation marks within cells and no formulas', async () => {
    const text = await (await api.call('/v1/events?source=reading&located=false&format=csv')).text();
    expect(text).toContain(`,'@here,`);
    expect(text).toContain(`,"'=1+1, ""quoted""\nnext",`);
    expect(text).toContain(',M23; Wazalendo,');
  });

  test('one event names the sites that it is tied to', async () => {
    const [newest] = await list('limit=1');
    const event = await api.get(`/v1/events/${newest.id}`);
    expect(event.links).toEqual([
      { siteId: 'near-by', siteName: 'Near by', distanceKm: 6, uncertaintyKm: 5, named: false },
    ]);
  });

  test('the raw report is hidden where its licence forbids showing it', async () => {
    const [newest] = await list('limit=1');
    await api.database.query(`update report set may_show_raw = false where source = 'reading'`);
    const { report } = await api.get(`/v1/events/${newest.id}`);
    await api.database.query(`update report set may_show_raw = true where source = 'reading'`);
    expect(report).toMatchObject({ mayShowRaw: false, content: null });
  });

  test.each(['from=2025-13-01', 'to=0000-01-01', 'located=maybe', 'type=War', 'retracted=no', 'site=x'])(
    'the query %s is refused',
    async (query) => {
      expect((await api.call(`/v1/events?${query}`)).status).toBe(400);
    },
  );
});
