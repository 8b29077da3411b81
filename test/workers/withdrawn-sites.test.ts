import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../services/api/server.ts';
import { readPlaces } from '../../services/database/places/place.ts';
import { reassess } from '../../workers/reassess.ts';
import type { Json } from '../api/support.ts';
import { startPipeline, type TestPipeline, testSite } from '../support/pipeline.ts';
import { call as callServer, serve } from '../support/serve.ts';

let pipeline: TestPipeline;
let server: RunningServer;
beforeAll(async () => {
  pipeline = await startPipeline();
  server = await serve(pipeline);
  await pipeline.addSites(
    { id: 'kokoli', latitude: 0, longitude: 20 },
    { id: 'other', latitude: 9, longitude: 20 },
  );
});
afterAll(async () => {
  await server?.close();
  await pipeline?.stop();
});

const call = (method: string, path: string, body?: unknown) => callServer(server, method, path, body);
const get = async (path: string) => (await call('GET', path)).body;
const count = async (sql: string) =>
  (await pipeline.database.query(`select count(*) from ${sql}`)).rows[0].count;
const risk = (knownAt: string) => get(`/v1/sites/kokoli/risk?at=${knownAt}&knownAt=${knownAt}`);
const event = (sourceEventId: string, more = {}) => ({
  sourceEventId,
  latitude: 0.01,
  longitude: 20,
  ...more,
});
const withoutBreaks = (text: string | undefined) => text!.replaceAll(/\s+/g, ' ');

// One story: it is withdrawn, news come, it is restored.
describe('a site that is withdrawn', { shuffle: false }, () => {
  let before: { at: string; risk: Json };
  beforeAll(async () => {
    await pipeline.subscribe('buyer@example.org', { minLevel: 'guarded' });
    await pipeline.subscribe('severe@example.org', { minLevel: 'severe' });
    await pipeline.subscribe('later@example.org', { sites: ['other'] });
    await pipeline.post(
      event('near', { subType: 'Non-state actor overtakes territory', deaths: 5 }),
      event('named', {
        latitude: null,
        longitude: null,
        siteIds: ['kokoli'],
        subType: 'Attack',
        type: 'Violence against civilians',
      }),
    );
    const at = new Date().toISOString();
    before = { at, risk: await risk(at) };
    expect((await get('/v1/alerts?site=kokoli')).items).toMatchObject([{ open: true, level: 'severe' }]);
    const reason = 'It stood twice: see misisi';
    const { status } = await call(
      'DELETE',
      `/v1/sites/kokoli?author=Ada&reason=${encodeURIComponent(reason)}`,
    );
    expect(status).toBe(204);
    await pipeline.idle();
  });

  it('closes its alert with the reason, without a level', async () => {
    const [alert] = (await get('/v1/alerts?site=kokoli')).items;
    expect(alert).toMatchObject({
      ...{ open: false, kind: 'resolved', level: 'unknown', previousLevel: 'severe' },
      reason: 'the site is no longer watched: withdrawn by Ada: It stood twice: see misisi',
    });
  });

  it('tells so at once, in one mail each, to those who were told of its alert and to nobody else', async () => {
    const mails = (await pipeline.mails()).filter(({ subject }) => subject!.includes('no longer watched'));
    expect(mails.map(({ to }) => (to as Json).text).sort()).toEqual([
      'buyer@example.org',
      'severe@example.org',
    ]);
    const [{ subject, text }] = mails as [Json];
    expect(subject).toBe('kokoli: no longer watched');
    expect(withoutBreaks(text)).toContain(
      'The alert for kokoli (gold, artisanal, DR Congo) is closed: the site is no longer watched: withdrawn by Ada: It stood twice: see misisi.',
    );
    expect(withoutBreaks(text)).toContain('that nothing more is told of it says nothing about it');
    expect(text).not.toContain('No current source');
    expect(mails.flatMap(({ attachments }) => attachments)).toEqual([]);
  });

  it('is answered with since when, by whom and why, and stands in the audit trail', async () => {
    const { withdrawn } = await get('/v1/sites/kokoli');
    expect(withdrawn).toEqual({ at: expect.any(String), by: 'Ada', reason: 'It stood twice: see misisi' });
    expect((await get('/v1/audit?subject=sites/kokoli')).items).toMatchObject([
      { author: 'Ada', key: 'admin', action: 'withdrawn', details: { reason: 'It stood twice: see misisi' } },
    ]);
  });

  it('stands in no list but that of the withdrawn ones, and is not counted', async () => {
    const idsOf = async (query: string) => (await get(`/v1/sites?${query}`)).items.map(({ id }: Json) => id);
    expect(await idsOf('')).toEqual(['other']);
    expect(await idsOf('withdrawn=true')).toEqual(['kokoli']);
    expect(await idsOf('withdrawn=any')).toEqual(['kokoli', 'other']);
    const [feature] = (await get('/v1/sites?withdrawn=true&format=geojson')).features;
    expect(feature.properties.withdrawn).toMatchObject({ by: 'Ada' });
    const { places } = await readPlaces(pipeline.database);
    expect(places.filter(({ kind }) => kind === 'site').map(({ name }) => name)).toEqual(['other']);
  });

  it('is answered as before for what was known before, and refuses to answer for later', async () => {
    expect(await risk(before.at)).toEqual(before.risk);
    expect(before.risk.contributions).toHaveLength(2);
    const explained = await get(`/v1/sites/kokoli/risk/explain?at=${before.at}&knownAt=${before.at}`);
    expect(explained.level).toBe('severe');
    expect((await get('/v1/sites/kokoli/history')).items.length).toBeGreaterThan(0);
    const { at } = (await get('/v1/sites/kokoli')).withdrawn;
    for (const path of ['risk', 'risk/explain', `risk?knownAt=${new Date().toISOString()}`, 'events']) {
      const { status, body } = await call('GET', `/v1/sites/kokoli/${path}`);
      expect([path, status]).toEqual([path, 410]);
      expect(body.detail).toContain(`was withdrawn on ${at} by Ada: It stood twice: see misisi.`);
      expect(body.detail).toContain('POST /v1/sites/kokoli/restore');
    }
  });

  it('is tied to nothing, assessed no more and not alerted, whatever is told of it', async () => {
    const ofKokoli = `assessment join site using (site_no) where site.id = 'kokoli'`;
    const assessments = await count(ofKokoli);
    await pipeline.post(event('near'), event('later', { siteIds: ['kokoli'] }));
    await reassess(pipeline.context, new Date());
    await pipeline.setClock(null);
    expect(await count('link')).toBe(0);
    expect(await count(ofKokoli)).toBe(assessments);
    expect(await count('assessment_due')).toBe(0);
    expect((await get('/v1/alerts?open=true')).items).toEqual([]);
  });

  it('is not brought back by its dataset, of which nothing is stored', async () => {
    await pipeline.addSites({ id: 'kokoli', latitude: 0.5, longitude: 20 });
    const { withdrawn, latitude } = await get('/v1/sites/kokoli');
    expect([withdrawn.by, latitude]).toEqual(['Ada', 0]);
    expect(await count('link')).toBe(0);
  });

  it('is refused where it is posted, with how to restore it', async () => {
    const { site, siteId: id } = testSite({ id: 'kokoli', latitude: 0, longitude: 20 });
    const { status, body } = await call('POST', '/v1/sites', { ...site, id });
    expect([status, body.detail]).toEqual([
      409,
      expect.stringMatching(
        /^The site kokoli was withdrawn on .* by Ada: .*POST \/v1\/sites\/kokoli\/restore/,
      ),
    ]);
  });

  it('can be subscribed to no more; who named it before may change all else', async () => {
    const content = { email: 'new@example.org', sites: ['kokoli'] };
    const { status, body } = await call('POST', '/v1/subscriptions', content);
    expect([status, body.errors[0].expected]).toEqual([
      422,
      'must be the id of a site that is known and watched',
    ]);
    const made = await call('POST', '/v1/subscriptions', { ...content, sites: ['other'] });
    await pipeline.database.query(`update subscription set sites = '{kokoli}' where id = $1`, [made.body.id]);
    const changed = await call('PATCH', `/v1/subscriptions/${made.body.id}`, {
      minLevel: 'high',
      sites: ['kokoli'],
    });
    expect([changed.status, changed.body.minLevel]).toEqual([200, 'high']);
  });

  it('stays as it is where it is withdrawn again', async () => {
    const mails = (await pipeline.mails()).length;
    expect((await call('DELETE', '/v1/sites/kokoli?reason=again')).status).toBe(204);
    await pipeline.idle();
    expect((await get('/v1/sites/kokoli')).withdrawn.by).toBe('Ada');
    expect(await pipeline.mails()).toHaveLength(mails);
  });

  it('is refused without a reason, and where there is none', async () => {
    const { status, body } = await call('DELETE', '/v1/sites/other');
    expect([status, body.errors[0].field]).toEqual([400, 'reason']);
    expect(body.detail).toMatch(/^reason: is missing: it must be [^(]+$/);
    expect((await call('DELETE', '/v1/sites/nowhere?reason=x')).status).toBe(404);
    expect((await call('DELETE', '/v1/sites/%00?reason=x')).status).toBe(404);
    expect((await call('POST', '/v1/sites/nowhere/restore')).status).toBe(404);
  });

  describe('and restored', () => {
    let at: string;
    let told: number;
    const isSevere = (subject: string | undefined) => subject!.startsWith('kokoli: severe');
    beforeAll(async () => {
      at = new Date().toISOString();
      told = (await pipeline.mails()).filter(({ subject }) => isSevere(subject)).length;
      expect((await call('POST', '/v1/sites/kokoli/restore?author=Ben')).body).toMatchObject({
        ...{ id: 'kokoli', withdrawn: null },
        positions: [{ latitude: 0, longitude: 20 }],
      });
      await pipeline.idle();
    });

    it('is tied to all events around it, and assessed for the time of the restoring', async () => {
      const places = (await get('/v1/sites/kokoli/events')).items.map(
        ({ sourceEventId }: Json) => sourceEventId,
      );
      expect(places.sort()).toEqual(['later', 'named', 'near']);
      const site = await get('/v1/sites/kokoli');
      expect(site.risk.at >= at).toBe(true);
      expect(site.risk.level).toBe('severe');
      expect((await get('/v1/audit?subject=sites/kokoli')).items[0]).toMatchObject({
        author: 'Ben',
        action: 'restored',
      });
    });

    it('is still answered to the letter for what was known before it was withdrawn', async () => {
      expect(await risk(before.at)).toEqual(before.risk);
    });

    it('is alerted and told again, and changes nothing where it is restored again', async () => {
      const positions = await count('site_position');
      expect((await get('/v1/alerts?site=kokoli&open=true')).items).toHaveLength(1);
      const subjects = (await pipeline.mails()).map(({ subject }) => subject!);
      expect(subjects.filter(isSevere)).toHaveLength(told + 3);
      const mails = subjects.length;
      expect((await call('POST', '/v1/sites/kokoli/restore')).status).toBe(200);
      expect(await count('site_position')).toBe(positions);
      await pipeline.idle();
      expect(await pipeline.mails()).toHaveLength(mails);
    });
  });
});
