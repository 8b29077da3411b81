import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../services/api/server.ts';
import type { Json } from '../api/support.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';
import { call as callServer, serve } from '../support/serve.ts';

let pipeline: TestPipeline;
let server: RunningServer;
beforeAll(async () => {
  pipeline = await startPipeline();
  server = await serve(pipeline);
  await pipeline.addSites(
    { id: 'taken', latitude: 0, longitude: 20 },
    { id: 'calm', latitude: 9, longitude: 20 },
    { id: 'raised', latitude: 4, longitude: 20 },
  );
  await pipeline.post({
    ...{ sourceEventId: 'taken', latitude: 0.01, longitude: 20, deaths: 5 },
    subType: 'Non-state actor overtakes territory',
  });
});
afterAll(async () => {
  await server?.close();
  await pipeline?.stop();
});

async function call(method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await callServer(server, method, path, body);
  expect(answer.status, `${method} ${path}`).toBeLessThan(300);
  await pipeline.idle();
  return answer.body;
}
const clash = { latitude: 4.01, longitude: 20, type: 'Battles' as const, subType: 'Armed clash' as const };
const subscribe = (email: string, over: Json = { sites: ['taken', 'calm'] }) =>
  call('POST', '/v1/subscriptions', { email, ...over });
const mailsTo = async (email: string) =>
  (await pipeline.mails()).filter(({ to }) => (to as Json).text === email);
const subjectsTo = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject);

describe('who subscribes while a site stands at the level asked for', () => {
  it('is told at once how it stands, and of calm sites nothing', async () => {
    const { id } = await subscribe('new@example.org');
    const [mail, ...others] = await mailsTo('new@example.org');
    expect(others).toEqual([]);
    expect(mail!.subject).toMatch(/^taken: severe – /);
    expect(mail!.text!.replaceAll(/\s+/g, ' ')).toContain('already stands at severe.');
    expect(mail!.text).toContain('SEVERE (standing)');
    expect(mail!.text).toContain('Ask your supplier and the operator');
    expect(mail!.text).not.toMatch(/was unknown|Unknown means/);
    expect((await call('GET', `/v1/deliveries?subscription=${id}`)).items).toMatchObject([
      { siteId: 'taken', kind: 'opened', standing: true, state: 'sent' },
    ]);
  });

  it('is told once, also where the subscription is changed afterwards', async () => {
    const { id } = await subscribe('changing@example.org');
    await call('PATCH', `/v1/subscriptions/${id}`, { minLevel: 'guarded' });
    expect(await subjectsTo('changing@example.org')).toHaveLength(1);
  });

  it('is told when the subscription is widened to it', async () => {
    const { id } = await subscribe('widened@example.org', { sites: ['calm'] });
    expect(await subjectsTo('widened@example.org')).toEqual([]);
    await call('PATCH', `/v1/subscriptions/${id}`, { sites: null, countries: ['CD'] });
    expect(await subjectsTo('widened@example.org')).toEqual([expect.stringMatching(/^taken: severe/)]);
  });

  it('is told of a level that was reached while the subscription left the site out', async () => {
    const { id } = await subscribe('narrowed@example.org', { sites: ['raised'] });
    await pipeline.post({ ...clash, sourceEventId: 'raised-1', deaths: 2 });
    const before = await subjectsTo('narrowed@example.org');
    expect(before).toHaveLength(1);
    await call('PATCH', `/v1/subscriptions/${id}`, { sites: ['calm'] });
    await pipeline.post(
      ...[2, 3, 4, 5, 6, 7, 8].map((i) => ({
        ...clash,
        sourceEventId: `raised-${i}`,
        actors: [`Front ${i}`],
        deaths: 9,
      })),
    );
    expect(await subjectsTo('narrowed@example.org')).toEqual(before);
    await call('PATCH', `/v1/subscriptions/${id}`, { sites: ['calm', 'raised'] });
    const after = await subjectsTo('narrowed@example.org');
    expect(after).toHaveLength(2);
    expect(after).toContainEqual(expect.stringMatching(/^raised: (high|severe) /));
    await call('PATCH', `/v1/subscriptions/${id}`, { sites: ['raised'] });
    expect(await subjectsTo('narrowed@example.org')).toHaveLength(2);
  });

  it('hears nothing of a site that is muted', async () => {
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const { id } = await call('POST', '/v1/mutes', { site: 'taken', until, reason: 'known', author: 'Ada' });
    await subscribe('muted@example.org');
    expect(await subjectsTo('muted@example.org')).toEqual([]);
    await call('DELETE', `/v1/mutes/${id}?author=Ada`);
  });
});

describe('a site that is taken up where something happened lately', () => {
  it('is told with its level, also where it was withdrawn before', async () => {
    await subscribe('waiting@example.org', { countries: ['CD'], minLevel: 'severe' });
    await pipeline.addSites({ id: 'added', latitude: 0.02, longitude: 20 });
    const heard = async () =>
      (await subjectsTo('waiting@example.org')).filter((subject) => subject!.startsWith('added')).sort();
    expect(await heard()).toEqual([expect.stringMatching(/^added: severe/)]);
    const texts = (await mailsTo('waiting@example.org')).map(({ text }) => text);
    expect(texts.join()).not.toContain('from unknown');
    await call('DELETE', '/v1/sites/added?author=Ada&reason=twice');
    await call('POST', '/v1/sites/added/restore?author=Ada');
    expect(await heard()).toEqual([
      'added: no longer watched',
      expect.stringMatching(/^added: severe/),
      expect.stringMatching(/^added: severe/),
    ]);
  });

  it('is told of nothing where all of it is older', async () => {
    await subscribe('history@example.org', { countries: ['CD'], minLevel: 'guarded' });
    const before = await subjectsTo('history@example.org');
    const occurredOn = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
    await pipeline.post(
      ...[1, 2, 3, 4, 5].map((i) => ({
        ...{
          sourceEventId: `old-${i}`,
          latitude: -8.01,
          longitude: 20 + i / 100,
          deaths: 50,
          occurredOn,
        },
        ...{ type: 'Violence against civilians' as const, subType: 'Attack' as const },
      })),
    );
    await pipeline.addSites({ id: 'late', latitude: -8, longitude: 20 });
    const { level } = await call('GET', '/v1/sites/late/risk');
    expect(['guarded', 'elevated', 'high', 'severe']).toContain(level);
    expect(await subjectsTo('history@example.org')).toEqual(before);
  });
});
