import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/time.ts';
import type { RunningServer } from '../../services/api/server.ts';
import { startPipeline, type TestPipeline, today } from '../support/pipeline.ts';
import { serve } from '../support/serve.ts';

let pipeline: TestPipeline;
let server: RunningServer;
beforeAll(async () => {
  pipeline = await startPipeline();
  server = await serve(pipeline);
});
afterAll(async () => {
  await server?.close();
  await pipeline?.stop();
});

let sites = 0;

/** A mine of its own, far from all others, with one who follows it. One degree of latitude is 111 km. */
async function addMine() {
  const mine = { id: `muted-${sites}`, latitude: 0, longitude: -170 + 10 * sites };
  sites += 1;
  await pipeline.addSites(mine);
  await pipeline.subscribe(`${mine.id}@example.org`, { sites: [mine.id] });
  return {
    ...mine,
    /** Posts a taking of a place this many km to the north: high beyond 25 km, severe within, if nothing else. */
    take: (sourceEventId: string, km: number, actors = ['AFC/M23']) =>
      pipeline.post({
        sourceEventId: `${mine.id} ${sourceEventId}`,
        latitude: km / 111.2,
        longitude: mine.longitude,
        type: 'Strategic developments',
        subType: 'Non-violent transfer of territory',
        actors,
        deaths: null,
      }),
    async mails() {
      const mails = await pipeline.mails();
      return mails.filter((mail) => [mail.to].flat()[0]!.text === `${mine.id}@example.org`).length;
    },
    async revisions() {
      const { items } = await call('GET', `alerts?site=${mine.id}`);
      if (!items[0]) return [];
      const { revisions } = await call('GET', `alerts/${items[0].id}`);
      return revisions.map(
        ({ kind, level, mutedBy }: { kind: string; level: string; mutedBy: number | null }) => ({
          kind,
          level,
          mutedBy,
        }),
      );
    },
  };
}

async function call(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${server.url}/v1/${path}`, {
    method,
    headers: { authorization: 'Bearer key', 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true);
  return answer.status === 204 ? null : JSON.parse(await answer.text());
}

async function mute(what: { site?: string; actor?: string; signal?: string; includesSevere?: boolean }) {
  const until = `${addDays(today(), 7)}T00:00:00Z`;
  const { id } = await call('POST', 'mutes', { ...what, until, reason: 'known', author: 'Ada' });
  return id as number;
}

const unmute = (id: number) => call('DELETE', `mutes/${id}?author=Bob`);

describe('a mute', () => {
  it('of a site keeps what happens there from being told, and the revision with its name', async () => {
    const mine = await addMine();
    const id = await mute({ site: mine.id });
    await mine.take('far', 60);
    expect(await mine.revisions()).toEqual([{ kind: 'opened', level: 'guarded', mutedBy: id }]);
    expect(await mine.mails()).toBe(0);
    await unmute(id);
  });

  it('does not hide a rise to severe, unless it says so', async () => {
    const mine = await addMine();
    const id = await mute({ site: mine.id });
    await mine.take('far', 60);
    await mine.take('near', 12);
    expect(await mine.revisions()).toEqual([
      { kind: 'opened', level: 'guarded', mutedBy: id },
      { kind: 'escalated', level: 'severe', mutedBy: null },
    ]);
    expect(await mine.mails()).toBe(1);
    await unmute(id);

    const quiet = await addMine();
    const all = await mute({ site: quiet.id, includesSevere: true });
    await quiet.take('near', 12);
    expect(await quiet.revisions()).toEqual([{ kind: 'opened', level: 'severe', mutedBy: all }]);
    expect(await quiet.mails()).toBe(0);
    await unmute(all);
  });

  it('of an actor covers its other names and its allies, and nobody else', async () => {
    const mine = await addMine();
    const id = await mute({ actor: 'March 23 Movement' });
    await mine.take('allied', 60, ['Twirwaneho']);
    expect(await mine.revisions()).toEqual([{ kind: 'opened', level: 'guarded', mutedBy: id }]);
    const other = await addMine();
    await other.take('foreign', 60, ['ADF']);
    expect(await other.revisions()).toEqual([{ kind: 'opened', level: 'guarded', mutedBy: null }]);
    expect([await mine.mails(), await other.mails()]).toEqual([0, 1]);
    await unmute(id);
  });

  it('of a signal holds at every site', async () => {
    const mine = await addMine();
    const id = await mute({ signal: 'front' });
    await mine.take('far', 60);
    expect(await mine.revisions()).toEqual([{ kind: 'opened', level: 'guarded', mutedBy: id }]);
    await unmute(id);
  });

  it('no longer hides anything once it has ended', async () => {
    const mine = await addMine();
    await unmute(await mute({ site: mine.id, includesSevere: true }));
    await mine.take('far', 60);
    expect(await mine.revisions()).toEqual([{ kind: 'opened', level: 'guarded', mutedBy: null }]);
    expect(await mine.mails()).toBe(1);
  });
});
