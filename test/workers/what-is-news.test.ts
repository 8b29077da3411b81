import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../domain/time.ts';
import { startPipeline, type TestPipeline, today } from '../support/pipeline.ts';

const mine = { latitude: -1, longitude: 27 };
const threeKmAway = { latitude: -1.027, longitude: 27 };

describe('what comes in', () => {
  let pipeline: TestPipeline;

  beforeEach(async () => {
    pipeline = await startPipeline();
    await pipeline.addSites({ id: 'mine', ...mine }, { id: 'far', latitude: 8, longitude: 20 });
    await pipeline.subscribe('buyer@example.org', { sites: ['mine'] });
    const past = [40, 45, 50, 55, 60, 65].map((days) => ({
      ...threeKmAway,
      sourceEventId: `past-${days}`,
      occurredOn: addDays(today(), -days),
    }));
    await pipeline.post(...past);
  });
  afterEach(() => pipeline?.stop());

  it('tells nobody of past attacks, neither by itself nor with something that counts nothing', async () => {
    const protest = { type: 'Protests', subType: 'Peaceful protest', deaths: 0 } as const;
    const nothings = [
      { ...protest, ...threeKmAway, sourceEventId: 'doubtful', confidence: 'doubtful' },
      { ...threeKmAway, sourceEventId: 'country', locationPrecision: 6 },
      { ...threeKmAway, sourceEventId: 'province', locationPrecision: 4, source: 'ucdp-ged' },
    ] as const;
    for (const event of nothings) {
      await pipeline.post(event as object);
      expect(await pipeline.mails(), event.sourceEventId).toHaveLength(0);
    }
    const { rows } = await pipeline.database.query('select from alert_revision where is_told');
    expect(rows).toHaveLength(0);
  });

  it('tells of them together with the next news', async () => {
    await pipeline.post({ ...threeKmAway, sourceEventId: 'now' });
    expect(await pipeline.mails()).toHaveLength(1);
  });
});

describe('an event that is dated ahead of the day on which it comes in', () => {
  let pipeline: TestPipeline;

  beforeEach(async () => {
    pipeline = await startPipeline();
    await pipeline.addSitesAt(new Date('2025-03-01T00:00:00Z'), { id: 'mine', ...mine });
    await pipeline.subscribe('buyer@example.org', { sites: ['mine'] });
  });
  afterEach(() => pipeline?.stop());

  it('waits for its day without being lost, and does not hold up what happens meanwhile', async () => {
    const tomorrow = addDays(today(), 1);
    await pipeline.post({ ...threeKmAway, sourceEventId: 'ahead', occurredOn: tomorrow });
    expect(await pipeline.mails()).toHaveLength(0);
    const { rows } = await pipeline.database.query('select due_at, has_news from assessment_ahead');
    expect(rows).toEqual([{ due_at: new Date(`${tomorrow}T00:00:00Z`), has_news: true }]);
    await pipeline.post({ latitude: -1.1, longitude: 27.1, sourceEventId: 'today' });
    expect(await pipeline.mails()).toHaveLength(1);
  });

  it('is assessed and told as soon as its day has begun, for that moment', async () => {
    const eveBefore = new Date('2025-03-19T22:30:00Z');
    await pipeline.postAt(eveBefore, { ...threeKmAway, sourceEventId: 'eve', occurredOn: '2025-03-20' });
    const { rows } = await pipeline.database.query(
      'select at, level, has_news from assessment where at < $1 order by at desc limit 1',
      [addDays(calendarDate(eveBefore), 2)],
    );
    expect(rows).toEqual([{ at: new Date('2025-03-20T00:00:00Z'), level: 'high', has_news: true }]);
    const { rows: waiting } = await pipeline.database.query(
      'select from assessment_ahead where due_at <= now()',
    );
    expect(waiting).toHaveLength(0);
  });
});

describe('an event with a name that JavaScript knows', () => {
  let pipeline: TestPipeline;

  beforeEach(async () => {
    pipeline = await startPipeline();
    await pipeline.addSites({ id: 'mine', ...mine }, { id: 'other', latitude: 3, longitude: 29 });
    await pipeline.subscribe('buyer@example.org', { sites: ['other'] });
  });
  afterEach(() => pipeline?.stop());

  it('is weighed like any other, and stops no alert elsewhere', async () => {
    const names = ['constructor', '__proto__', 'toString', 'valueOf'];
    await pipeline.post(
      ...names.map((name) => ({
        ...threeKmAway,
        source: 'constructor',
        sourceEventId: name,
        place: name,
        actors: [name],
      })),
      { latitude: 3.02, longitude: 29, sourceEventId: 'elsewhere' },
    );
    expect(await pipeline.mails()).toHaveLength(1);
    const { rows } = await pipeline.database.query(
      'select site.id, site_risk.score from site_risk join site using (site_no) order by site.id',
    );
    expect(rows.map((row) => Number.isFinite(row.score) && row.score > 5)).toEqual([true, true]);
  });
});
