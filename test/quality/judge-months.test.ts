import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { findJudgements, type JudgedMonth } from '../../services/database/quality/judged-month.ts';
import { findWaitingMonths, judgeMonths, whyWaiting } from '../../services/quality/judge-months.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startPipeline } from '../support/pipeline.ts';
import { until } from '../support/redis.ts';
import { fillMay, worldIn } from './world.ts';

const now = new Date('2025-07-20T00:00:00Z');

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(() => test.drop());

const judge = (at = now, policy = riskPolicy) => judgeMonths({ database: test.database, policy }, at);
type Judged = [JudgedMonth];
const judgements = (month = '2025-05') => findJudgements(test.database, { month, limit: 10 });

describe('a month that is over by what UCDP has told', () => {
  it('is judged by what was said at three moments and what UCDP has confirmed since', async () => {
    await fillMay(test.database);
    expect(await judge()).toEqual(['2025-05']);
    const [{ figures, ...judged }] = (await judgements()) as Judged;
    expect(judged).toEqual({
      month: '2025-05',
      judgement: 1,
      judgedAt: now,
      checkedAt: now,
      freshTo: '2025-06-30',
    });
    // Said: 0.8, 0.8, 0.2 · 0.4, 0.4, 0.4 · 0.1, 0.1, 0.1 · 0.02, 0.02, 0.02;
    // happened: 1, 1, 0 · 0, 1, 1 · 0, 0, 1 · 0, 0, 0.
    expect(figures).toMatchObject({ sites: 4, siteDays: 12, followed: 5, said: 28, happened: 41.67 });
    // Σ (said − happened)² = 0.12 + 0.88 + 0.83 + 0.0012; 5/12 said each time gives 35/144.
    expect(figures.chance.brier).toBe(0.1526);
    expect(figures.chance.brierSkill).toBe(Number((1 - 0.1526 / (35 / 144)).toFixed(4)));
    // From the top: 2 of 2, then 4 of 5, then 5 of 9.
    expect(figures.chance.averagePrecision).toBe(Number(((2 + 2 * (4 / 5) + 5 / 9) / 5).toFixed(4)));
    // Known incidents: 1, 1, 2 · 0, 0, 1 · 0, 0, 0 · 0, 1, 1: from the top 0 of 1, 3 of 6, 5 of 12.
    expect(figures.count50km.averagePrecision).toBe(Number(((3 * (3 / 6) + 2 * (5 / 12)) / 5).toFixed(4)));
    expect(figures.levels.map((row) => [row.level, row.siteDays, row.followed, row.said])).toEqual([
      ['unknown', 0, 0, null],
      ['low', 3, 0, 2],
      ['guarded', 3, 1, 10],
      ['elevated', 1, 0, 20],
      ['high', 3, 2, 40],
      ['severe', 2, 2, 80],
    ]);
    // Both severe site-days are of one site, hence one case: Wilson's interval of 1 of 1.
    expect(figures.levels.at(-1)).toMatchObject({ happened: 100, happenedLow: 20.65, happenedHigh: 100 });
    expect(figures.levels[3]!.ageDays).toBe(5.8);
    // The alert of 10 May was followed on the 12th; nothing stood before the event of 31 May.
    expect(figures.alerts).toEqual({
      from: 'elevated',
      told: 1,
      followed: 1,
      firstEvents: 2,
      preceded: 1,
      medianLeadDays: 2,
    });
    expect(figures.leftOut).toEqual({ notFollowed: 0, withdrawn: 0, withoutScore: 0 });
    expect(figures.policies).toEqual([riskPolicy.version]);
  });

  it('is judged once, until UCDP tells anew', async () => {
    await fillMay(test.database);
    await judge();
    expect(await judge()).toEqual([]);
    expect(await judge(new Date('2025-08-20T00:00:00Z'))).toEqual([]);
    expect(await judgements()).toHaveLength(1);
  });

  it('is judged again after a correction, and what was judged before stays', async () => {
    const { event, sites } = await fillMay(test.database);
    await judge();
    await event('at a', '2025-05-12', '2025-08-01T00:00:00Z', { [sites.a]: 10 }, { deathsBest: 0 });
    const later = new Date('2025-08-02T00:00:00Z');
    expect(await judge(later)).toEqual(['2025-05']);
    const [second, first] = await judgements();
    expect([second!.judgement, second!.judgedAt, second!.figures.followed]).toEqual([2, later, 3]);
    expect([first!.judgement, first!.judgedAt, first!.figures.followed]).toEqual([1, now, 5]);
    expect(await findJudgements(test.database, { limit: 10 })).toHaveLength(1);
    // What was known at the moments is not changed by what is known now.
    expect(second!.figures.alerts.told).toBe(1);
  });

  it('is judged again where an event is moved out of it', async () => {
    const { event, sites } = await fillMay(test.database);
    await judge();
    await event('at b', '2024-05-31', '2025-08-01T00:00:00Z', { [sites.b]: 5 });
    expect(await judge(new Date('2025-08-02T00:00:00Z'))).toEqual(['2025-05']);
    expect((await judgements())[0]!.figures.followed).toBe(3);
  });

  it('keeps its judgement where a correction changes no figure', async () => {
    const { event, sites } = await fillMay(test.database);
    await judge();
    await event(
      'at a',
      '2025-05-12',
      '2025-08-01T00:00:00Z',
      { [sites.a]: 10, [sites.b]: 30 },
      { deathsBest: 9 },
    );
    const later = new Date('2025-08-02T00:00:00Z');
    expect(await judge(later)).toEqual([]);
    expect(await judgements()).toMatchObject([{ judgement: 1, judgedAt: now, checkedAt: later }]);
  });

  it('waits while events are not tied to their sites yet', async () => {
    await fillMay(test.database);
    await test.database.query(`update event set linked_revision = null where source_event_id = 'at a'`);
    expect(await judge()).toEqual([]);
  });

  it('waits while UCDP is being fetched, and no longer than the fetch holds its claim', async () => {
    await fillMay(test.database);
    const claimUntil = (when: string) =>
      test.database.query(`update source_state set claimed_until = now() + $1::interval`, [when]);
    await claimUntil('5 minutes');
    expect(await judge()).toEqual([]);
    await claimUntil('-1 second');
    expect(await judge()).toEqual(['2025-05']);
  });
});

describe('a month that is not over by what UCDP has told', () => {
  it('is not judged, and says up to which day UCDP has told and has to tell', async () => {
    const { freshTo } = await fillMay(test.database);
    await freshTo('2025-06-29');
    expect(await judge()).toEqual([]);
    const waiting = await findWaitingMonths(test.database, now);
    expect(waiting.map(({ month }) => month)).toEqual(['2025-07', '2025-06', '2025-05']);
    expect(whyWaiting(waiting[2]!)).toBe(
      'UCDP has told up to 2025-06-29; this month can be judged once it has told up to 2025-06-30.',
    );
  });

  it('is not judged by the newest event of an edition that was fetched in part', async () => {
    await fillMay(test.database);
    const publishedTo = (day: string | null) =>
      test.database.query('update source_state set is_on = true, published_to = $1', [day]);
    await publishedTo(null);
    expect(await judge()).toEqual([]);
    await publishedTo('2025-07-10');
    expect(await judge()).toEqual(['2025-05']);
    expect((await judgements())[0]!.freshTo).toBe('2025-07-10');
    // What was judged does not wait, even where the source is begun anew.
    await publishedTo(null);
    const waiting = await findWaitingMonths(test.database, now);
    expect(waiting.map(({ month }) => month)).toEqual(['2025-07', '2025-06', '2025-04']);
  });

  it('says so where UCDP has told nothing', async () => {
    const { freshTo } = await fillMay(test.database);
    await freshTo(null);
    expect(await judge()).toEqual([]);
    expect(whyWaiting((await findWaitingMonths(test.database, now))[0]!)).toMatch(
      /^UCDP has told nothing yet;/,
    );
  });
});

describe('a score', () => {
  it('that was written after the moment was not given, and a site without one is counted as left out', async () => {
    const { sites, score } = await fillMay(test.database);
    await score(sites.d, '2025-04-30T00:00:00Z', 99, 'severe', '2025-05-01T00:00:01Z');
    await worldIn(test.database).site('never-assessed', 1, 30);
    await judge();
    const [{ figures }] = (await judgements()) as Judged;
    // On the 1st the old score stood, on the 11th and 21st the one that had been written meanwhile.
    expect(figures.levels[1]).toMatchObject({ level: 'low', siteDays: 1 });
    expect(figures.levels[5]).toMatchObject({ level: 'severe', siteDays: 4, followed: 2 });
    expect(figures.leftOut).toEqual({ notFollowed: 0, withdrawn: 0, withoutScore: 3 });
  });

  it('of a site that was withdrawn since, or that UCDP does not follow, is left out', async () => {
    const { sites, site, score } = await fillMay(test.database);
    const abroad = await site('abroad', 0, 32, 'UG');
    await score(abroad, '2025-05-20T00:00:00Z', 50, 'high');
    await test.database.query(
      `update site set withdrawn_at = '2025-05-15', withdrawn_by = 'Ada', withdrawn_reason = 'test' where site_no = $1`,
      [sites.d],
    );
    const coverage = { 'ucdp-ged': { countries: ['CD'], lagDays: 55 } };
    await judge(now, { ...riskPolicy, coverage });
    // The withdrawn site was watched at two moments; that abroad was known at all three.
    expect((await judgements())[0]!.figures).toMatchObject({
      sites: 3,
      siteDays: 9,
      leftOut: { notFollowed: 3, withdrawn: 2, withoutScore: 0 },
    });
  });

  it('of no site means that nothing is judged', async () => {
    const world = worldIn(test.database);
    await world.score(await world.site('late', 0, 30), '2025-05-25T00:00:00Z', 5, 'guarded');
    await world.freshTo('2025-07-10');
    expect(await judge()).toEqual([]);
    expect(await judgements()).toEqual([]);
  });
});

it('the schedule has months judged', async () => {
  const pipeline = await startPipeline();
  try {
    await fillMay(pipeline.database);
    await pipeline.queues.enqueueTask('judge-months', 'slot');
    const isJudged = async () => (await findJudgements(pipeline.database, { limit: 1 })).length === 1;
    await until('a judgement', isJudged);
  } finally {
    await pipeline.stop();
  }
});
