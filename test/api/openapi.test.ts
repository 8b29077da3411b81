import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { routes } from '../../services/api/app.ts';
import { addEvent, addSite, eventLike, type Json, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
let document: Json;
beforeAll(async () => {
  api = await startTestApi();
  document = await api.get('/v1/openapi.json');
});
afterAll(() => api.stop());

test('the document describes every route, with unique operations', () => {
  expect(document.openapi).toBe('3.1.0');
  const operations = Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(operations).toEqual(
    [...new Set(routes.map(({ method, path }) => `${method} ${path}`))].sort(byPathOrder(operations)),
  );
  const ids = routes.map(({ method, path }) => document.paths[path][method].operationId);
  expect(new Set(ids).size).toBe(routes.length);
});

test('every reference in the document leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
  expect(references.length).toBeGreaterThan(20);
  for (const reference of references) {
    const target = reference.split('/').reduce<Json>((node, key) => node?.[key], document);
    expect(target, reference).toBeDefined();
    // Not to itself: a schema that only names itself describes nothing.
    expect(target.$ref, reference).not.toBe(`#/${reference}`);
  }
  expect(JSON.stringify(document)).not.toContain('$defs');
});

test('the document knows the parameters, what they may be, and the keys', () => {
  const { parameters, security } = document.paths['/v1/sites'].get;
  expect(parameters.map(({ name }: Json) => name)).toEqual(
    'q,mineral,country,bbox,level,withdrawn,limit,format,after'.split(','),
  );
  const limit = parameters.find(({ name }: Json) => name === 'limit');
  expect(limit.schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 1000 });
  expect(security).toBeUndefined();
  expect(document.security).toEqual([{ key: [] }]);
  expect(document.paths['/health/live'].get.security).toEqual([]);
  expect(document.components.schemas.EventInput.required).toEqual(
    expect.arrayContaining(['source', 'sourceEventId', 'occurredOn', 'type', 'subType']),
  );
});

test('answers are what the document says, without a field more', async () => {
  const siteNo = await addSite(api, 'bisie');
  const eventId = await addEvent(api, eventLike('doc-1'), { siteNo, distanceKm: 34.9 });
  const made = await api.send('POST', '/v1/subscriptions', { email: 'a@example.org', sites: ['bisie'] });
  const idOf: Record<string, string | number> = {
    events: eventId,
    subscriptions: made.body.id,
    sites: 'bisie',
  };
  let checked = 0;
  for (const { method, path, answers, list } of routes) {
    const id = idOf[path.split('/')[2] ?? ''];
    // What is no JSON has no fields.
    if (answers[200]?.schema instanceof z.ZodString) continue;
    if (method !== 'get' || (path.includes('{id}') && id === undefined)) continue;
    const body = await api.get(path.replace('{id}', String(id)));
    const schema = list ? z.object({ items: z.array(list.item), next: z.null() }) : answers[200]!.schema!;
    const parsed = schema.safeParse(body);
    expect(parsed.error, path).toBeUndefined();
    // Fields that the schema does not know are dropped by parsing: none may be.
    expect(parsed.data, path).toEqual(body);
    checked += 1;
  }
  expect(checked).toBeGreaterThan(9);
});

function byPathOrder(order: readonly string[]) {
  return (a: string, b: string) => order.indexOf(a) - order.indexOf(b);
}
