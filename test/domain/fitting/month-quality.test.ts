import { describe, expect, it } from 'vitest';
import { type JudgedSiteDay, measureSiteDays } from '../../../domain/fitting/month-quality.ts';

const siteDay = (over: Partial<JudgedSiteDay>): JudgedSiteDay => ({
  level: 'low',
  chance: 0.01,
  ageDays: 0,
  nearbyEvents: 0,
  happened: false,
  region: '0 0',
  ...over,
});

describe('the quality of site-days', () => {
  it('has no ranking and no skill where nothing happened, and says how wrong it was all the same', () => {
    const { followed, happened, chance, count50km } = measureSiteDays([
      siteDay({ chance: 0.2 }),
      // (0.2² + 0.01²) / 2
      siteDay({}),
    ]);
    expect({ followed, happened, chance, count50km }).toEqual({
      followed: 0,
      happened: 0,
      chance: { averagePrecision: null, rocAuc: null, brier: 0.0201, brierSkill: null },
      count50km: { averagePrecision: null, rocAuc: null },
    });
  });

  it('is the same in whatever order they come, ties included', () => {
    const siteDays = Array.from({ length: 60 }, (_, i) =>
      siteDay({ chance: (i % 7) / 10, nearbyEvents: i % 3, happened: i % 5 === 0, region: `${i % 11} 0` }),
    );
    expect(measureSiteDays(siteDays.toReversed())).toEqual(measureSiteDays(siteDays));
  });
});
