import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/time.ts';
import { collectRetraction } from '../../services/collecting/collect.ts';
import { startPipeline, type TestPipeline, today } from '../support/pipeline.ts';
import { hasRedis, startRedis, type TestRedis } from '../support/redis.ts';

const mine = { latitude: -1, longitude: 27 };
// One degree of latitude is 111.2 km: 0.027° are 3.0 km.
const attack = { sourceEventId: 'attack', latitude: -1.027, longitude: 27 };
const corrected = { ...attack, latitude: -1.018, deaths: 5 };
const seizure = {
  sourceEventId: 'seizure',
  latitude: -1.5,
  longitude: 27,
  subType: 'Non-state actor overtakes territory',
  place: 'Njingala',
} as const;
const midnightAfterToday = () => new Date(`${addDays(today(), 1)}T00:00:00Z`);
const daysAgo = (days: number) => addDays(today(), -days);

describe.each(['PostgreSQL', 'Redis'] as const)('the pipeline with its queue on %s', (backend) => {
  const isPossible = backend === 'PostgreSQL' || hasRedis;
  let redis: TestRedis | null = null;
  let pipeline: TestPipeline;

  beforeEach(async () => {
    if (backend === 'Redis') redis = await startRedis();
    pipeline = await startPipeline(redis?.url);
    await pipeline.addSites({ id: 'mine', ...mine }, { id: 'far-mine', latitude: 10, longitude: 27 });
    await pipeline.subscribe('buyer@example.org', { sites: ['mine'] });
    await pipeline.subscribe('jeweller@example.org', { minerals: ['gold'], minLevel: 'high' });
    await pipeline.subscribe('tin@example.org', { minerals: ['tin'] });
  });
  afterEach(async () => {
    await pipeline?.stop();
    await redis?.stop();
  });

  it.skipIf(!isPossible)(
    'turns an event 3 km from a mine into an alert and one mail per matching subscription',
    async () => {
      const startedAt = Date.now();
      const [outcome] = await pipeline.post(attack);
      expect(outcome).toMatchObject({ outcome: 'new', revision: 1 });
      expect(Date.now() - startedAt).toBeLessThan(10_000);
      const mails = await pipeline.mails();
      expect(mails.map((mail) => [mail.to].flat()[0]!.text).sort()).toEqual([
        'buyer@example.org',
        'jeweller@example.org',
      ]);
      expect(mails[0]!.text).toContain('3 km ± 5 km');
      const { rows } = await pipeline.database.query('select kind, level from alert_revision');
      expect(rows).toEqual([{ kind: 'opened', level: 'high' }]);
    },
  );

  it.skipIf(!isPossible)('does nothing more when the same event is posted again', async () => {
    await pipeline.post(attack);
    expect(await pipeline.mails()).toHaveLength(2);
    const [outcome] = await pipeline.post(attack);
    expect(outcome).toMatchObject({ outcome: 'unchanged', revision: 1 });
    expect(await pipeline.mails()).toHaveLength(2);
  });

  it.skipIf(!isPossible)(
    'makes a revision of a corrected event, links it anew and stays silent while the level stands',
    async () => {
      await pipeline.post(attack);
      expect(await pipeline.mails()).toHaveLength(2);
      const [outcome] = await pipeline.post(corrected);
      expect(outcome).toMatchObject({ outcome: 'changed', revision: 2 });
      const { rows } = await pipeline.database.query(
        'select revision, round(distance_km) as km from link order by revision',
      );
      expect(rows).toEqual([
        { revision: 1, km: 3 },
        { revision: 2, km: 2 },
      ]);
      expect(await pipeline.mails()).toHaveLength(2);
    },
  );

  it.skipIf(!isPossible)(
    'tells a second signal at the same level as an update of the same alert',
    async () => {
      await pipeline.post(attack);
      expect(await pipeline.mails()).toHaveLength(2);
      await pipeline.post(seizure);
      const { rows } = await pipeline.database.query(
        'select alert_id, revision, kind from alert_revision order by revision',
      );
      expect(rows.map((row) => row.kind)).toEqual(['opened', 'updated']);
      expect(new Set(rows.map((row) => row.alert_id)).size).toBe(1);
      expect(await pipeline.mails()).toHaveLength(2);
    },
  );

  it.skipIf(!isPossible)('sends what only updates an alert on the next day, not twice on one', async () => {
    await pipeline.post(attack);
    await pipeline.post(seizure);
    const midnight = midnightAfterToday();
    await pipeline.setClock(new Date(midnight.getTime() - 1000));
    expect(await pipeline.mails()).toHaveLength(2);
    await pipeline.setClock(midnight);
    expect(await pipeline.mails()).toHaveLength(4);
  });

  it.skipIf(!isPossible)(
    'cancels what rested on events that are retracted, and tells those who had heard of it',
    async () => {
      await pipeline.post(attack);
      await pipeline.post(seizure);
      await pipeline.setClock(midnightAfterToday());
      const { rows: events } = await pipeline.database.query('select id from event order by id');
      for (const { id } of events) await collectRetraction(pipeline.context, id, new Date());
      await pipeline.idle();
      const { rows } = await pipeline.database.query(
        'select kind, level from alert_revision order by revision desc limit 1',
      );
      expect(rows).toEqual([{ kind: 'cancelled', level: 'low' }]);
      const recipients = (await pipeline.mails()).map((mail) => [mail.to].flat()[0]!.text);
      expect(recipients.filter((to) => to === 'buyer@example.org').length).toBeGreaterThanOrEqual(3);
      expect(recipients).not.toContain('tin@example.org');
    },
  );

  it.skipIf(!isPossible)(
    'keeps a retracted event retracted when its source repeats what it had said',
    async () => {
      const [told] = await pipeline.post(corrected);
      await collectRetraction(pipeline.context, told!.eventId, new Date());
      await pipeline.idle();
      const [again] = await pipeline.post(corrected);
      expect(again!.outcome).toBe('withdrawn');
      const [anew] = await pipeline.post({ ...corrected, deaths: 6 });
      expect(anew!.outcome).toBe('changed');
    },
  );

  it.skipIf(!isPossible)('assesses history without alerting it', async () => {
    const mailsBefore = (await pipeline.mails()).length;
    await pipeline.addSites({ id: 'old-front', latitude: 5, longitude: 20 });
    await pipeline.subscribe('historian@example.org', { sites: ['old-front'] });
    await pipeline.post({ sourceEventId: 'old', occurredOn: daysAgo(40), latitude: 5.01, longitude: 20 });
    const { rows } = await pipeline.database.query(
      `select site_risk.level, assessment.decision, assessment.reason from site_risk
       join site using (site_no) join assessment on assessment.id = site_risk.assessment_id where site.id = 'old-front'`,
    );
    expect(rows[0]).toMatchObject({ decision: 'nothing', reason: expect.stringContaining('history') });
    expect(rows[0].level).not.toBe('low');
    expect(await pipeline.mails()).toHaveLength(mailsBefore);
  });

  it.skipIf(!isPossible)(
    'raises an alert by history untold where there was news, and tells it with the next news',
    async () => {
      await pipeline.addSites({ id: 'old-and-new', latitude: 9, longitude: 20 });
      await pipeline.subscribe('both@example.org', { sites: ['old-and-new'] });
      const at = (sourceEventId: string, ago: number, km: number) =>
        pipeline.post({ sourceEventId, occurredOn: daysAgo(ago), latitude: 9 + km / 111.2, longitude: 20 });
      const mailsToBoth = async () =>
        (await pipeline.mails()).filter((mail) => [mail.to].flat()[0]!.text === 'both@example.org');
      const said = async () =>
        (
          await pipeline.database.query(
            `select r.kind, r.level, r.is_told as "isTold" from alert_revision r join alert on alert.id = r.alert_id
             join site using (site_no) where site.id = 'old-and-new' order by r.revision`,
          )
        ).rows;

      await at('far away', 2, 60);
      expect(await said()).toEqual([]);
      for (let n = 0; n < 12; n++) await at(`long ago ${n}`, 40 + n, 12);
      expect(await said()).toMatchObject([
        { kind: 'opened', isTold: false },
        ...Array((await said()).length - 1).fill({ kind: 'escalated', isTold: false }),
      ]);
      expect(await mailsToBoth()).toEqual([]);

      await at('far away again', 1, 60);
      const { level } = (await said()).at(-1)!;
      expect((await said()).at(-1)).toEqual({ kind: 'opened', level, isTold: true });
      const mails = await mailsToBoth();
      expect(mails).toHaveLength(1);
      expect(mails[0]!.text).toContain(level.toUpperCase());
    },
  );

  it.skipIf(!isPossible)('links a new site to past events, and a moved one anew', async () => {
    await pipeline.post({ sourceEventId: 'old', occurredOn: daysAgo(40), latitude: 5.01, longitude: 20 });
    await pipeline.addSites({ id: 'late-mine', latitude: 5.05, longitude: 20 });
    const linked = async () =>
      (
        await pipeline.database.query(
          `select round(link.distance_km::numeric, 1)::float as km from link join site using (site_no) where site.id = 'late-mine'`,
        )
      ).rows;
    expect(await linked()).toEqual([{ km: 4.4 }]);
    await pipeline.addSites({ id: 'late-mine', latitude: 5.02, longitude: 20 });
    expect(await linked()).toEqual([{ km: 1.1 }]);
    await pipeline.addSites({ id: 'late-mine', latitude: 50, longitude: 20 });
    expect(await linked()).toEqual([]);
  });

  it.skipIf(!isPossible)('keeps an event without a usable place and ties it to no site', async () => {
    const [outcome] = await pipeline.post({ sourceEventId: 'nowhere', place: 'an unknown village' });
    const { rows } = await pipeline.database.query('select count(*) from link where event_id = $1', [
      outcome!.eventId,
    ]);
    expect(rows[0].count).toBe(0);
  });

  it.skipIf(!isPossible)('ties an event to a site that its report names, wherever it is placed', async () => {
    await pipeline.post({
      sourceEventId: 'halt',
      type: 'Strategic developments',
      subType: 'Operation suspended',
      siteIds: ['far-mine'],
      deaths: null,
      place: null,
    });
    const { rows } = await pipeline.database.query(
      `select site_risk.level from site_risk join site using (site_no) where site.id = 'far-mine'`,
    );
    expect(rows).toEqual([{ level: 'severe' }]);
  });

  it.skipIf(!isPossible)('tells many sites struck by one event in one mail', async () => {
    const sites = Array.from({ length: 40 }, (_, i) => ({
      id: `cluster-${i}`,
      latitude: -20 + i / 200,
      longitude: 40,
    }));
    await pipeline.addSites(...sites);
    await pipeline.subscribe('region@example.org', { sites: sites.map((site) => site.id) });
    await pipeline.post({ sourceEventId: 'cluster', latitude: -20, longitude: 40, occurredOn: today() });
    const mails = (await pipeline.mails()).filter(
      (mail) => [mail.to].flat()[0]!.text === 'region@example.org',
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain('cluster-0');
  });
});
