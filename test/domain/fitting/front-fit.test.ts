import { existsSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWarDays } from '../../../bench/front-data.ts';
import { haltLeads } from '../../../bench/front-halts.ts';
import { packageRoot } from '../../../config/package-root.ts';
import { riskPolicy } from '../../../config/risk-policy.ts';
import { type FrontMove, heldPlaces, type SiteDay, siteDays } from '../../../domain/fitting/front-days.ts';
import {
  addCounts,
  countDays,
  type FrontCounts,
  type FrontFit,
  fitFront,
  frontChance,
  frontErrors,
  totalOf,
} from '../../../domain/fitting/front-fit.ts';
import { fitsOfDrawnWars, intervalsOf } from '../../../domain/fitting/front-intervals.ts';

const question = riskPolicy.signal.front;
/** A degree of longitude on the equator has about 111.2 km. */
const at = (km: number) => ({ latitude: 0, longitude: km / 111.195 });
const move = (day: number, km: number, isGain = true): FrontMove => ({ day, isGain, ...at(km) });

describe('the places held', () => {
  it('are held from the day of the gain until the day of the loss, or until the end', () => {
    const places = heldPlaces([move(10, 0), move(20, 40), move(30, 2, false)], 100);
    expect(places.map(({ from, until }) => [from, until])).toEqual([
      [10, 30],
      [20, 100],
    ]);
  });

  it('count once, however often a gain is told', () => {
    expect(heldPlaces([move(10, 0), move(12, 3)], 100)).toHaveLength(1);
  });

  it('do not depend on the order of the list', () => {
    const moves = fc.array(
      fc.record({ day: fc.nat(9), isGain: fc.boolean(), latitude: fc.nat(3), longitude: fc.nat(3) }),
    );
    fc.assert(
      fc.property(moves, (list) => {
        expect(heldPlaces(list.toReversed(), 99)).toEqual(heldPlaces(list, 99));
      }),
    );
  });
});

describe('the site-days of a war', () => {
  const days = siteDays([move(0, 0), move(55, 40), move(75, 80)], [at(100)], 200, question);

  it('leave out the first 60 days, and days on which a place within reach is held', () => {
    expect(days.map(({ day }) => day)).toEqual([60, 70]);
  });

  it('say how far the nearest held place is, that it has come nearer, and when the site was reached', () => {
    expect(days[0]!.distanceKm).toBeCloseTo(60, 1);
    expect(days[0]).toMatchObject({ isApproaching: true, reachedOn: 75 });
  });

  it('are not reached where the place within reach is lost again within the 30 days', () => {
    const lost = siteDays([move(0, 0), move(65, 80), move(85, 80, false)], [at(100)], 200, question);
    expect(lost[0]).toMatchObject({ day: 60, isApproaching: false, reachedOn: null });
  });

  it('end 30 days before the last day that the list covers', () => {
    const quiet = siteDays([move(0, 0)], [at(100)], 110, question);
    expect(quiet.map(({ day }) => day)).toEqual([60, 70, 80]);
  });
});

/** What is to be expected of `count` site-days in each step, with chances as given. */
function expectedCounts(fit: FrontFit, count = 100): FrontCounts {
  const counts = countDays([], question.reachKm);
  for (let i = 0; i < counts.length; i += 2) {
    const chance = frontChance(fit, Math.floor(i / 4) + 0.5, i % 4 === 2);
    counts[i] = count * (1 - chance);
    counts[i + 1] = count * chance;
  }
  return counts;
}

const figures = fc.record({
  base: fc.double({ min: 0.005, max: 0.2, noNaN: true }),
  halvingKm: fc.double({ min: 8, max: 200, noNaN: true }),
  approachingFactor: fc.double({ min: 0.3, max: 4, noNaN: true }),
});

describe('the fit', () => {
  it('finds the figures that the counts were made with', () => {
    fc.assert(
      fc.property(figures, (fit) => {
        const found = fitFront(expectedCounts(fit));
        for (const name of ['base', 'halvingKm', 'approachingFactor'] as const)
          expect(found[name] / fit[name]).toBeCloseTo(1, 4);
      }),
    );
  });

  it('is more likely than any other figures', () => {
    const fit = { base: 0.03, halvingKm: 20, approachingFactor: 4 };
    const counts = expectedCounts(fit).map(Math.round);
    const lossOf = (tried: FrontFit) =>
      frontErrors(counts, (km, isApproaching) => frontChance(tried, km, isApproaching)).logLoss;
    const least = lossOf(fitFront(counts));
    fc.assert(
      fc.property(figures, (other) => {
        expect(lossOf(other)).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  it('tells no decay beyond a halving of 400 km', () => {
    const counts = expectedCounts({ base: 0.05, halvingKm: 1e9, approachingFactor: 1 });
    expect(fitFront(counts).halvingKm).toBeCloseTo(400, 6);
  });

  it('does not depend on a weight that all counts have', () => {
    const counts = expectedCounts({ base: 0.03, halvingKm: 20, approachingFactor: 4 });
    const weighted = fitFront(addCounts([{ counts, weight: 1 / totalOf(counts) }]));
    expect(weighted.halvingKm).toBeCloseTo(fitFront(counts).halvingKm, 4);
  });
});

describe('the interval of draws of wars', () => {
  const fast = expectedCounts({ base: 0.06, halvingKm: 20, approachingFactor: 2 });
  const slow = expectedCounts({ base: 0.01, halvingKm: 20, approachingFactor: 2 });

  it('reaches from the one war to the other where there are two', () => {
    const { base } = intervalsOf(
      fitsOfDrawnWars([
        { counts: fast, weight: 1 },
        { counts: slow, weight: 1 },
      ]),
    );
    expect(base.low).toBeLessThan(0.015);
    expect(base.high).toBeGreaterThan(0.055);
  });

  it('has no width where all wars are alike', () => {
    const { base } = intervalsOf(fitsOfDrawnWars([fast, fast].map((counts) => ({ counts, weight: 1 }))));
    expect(base.high - base.low).toBeCloseTo(0, 9);
  });
});

const countsOf = (days: readonly SiteDay[]) => countDays(days, question.reachKm);
const rounded = ({ base, halvingKm, approachingFactor }: FrontFit) => [
  Number(base.toFixed(3)),
  Math.round(halvingKm),
  Number(approachingFactor.toFixed(1)),
];
const reachedIn = (days: readonly SiteDay[]) => days.filter(({ reachedOn }) => reachedOn !== null).length;

// The figures of docs/scoring.md: change them there, too.
describe('the front of M23 and the bundled mines', () => {
  const { sites, days } = readWarDays([]).find(({ war }) => war === 'm23-2022')!;

  it('give the site-days that the documents name', () => {
    expect([sites, days.length, reachedIn(days)]).toEqual([52, 4387, 43]);
  });

  it('give the fit that the documents name', () => {
    expect(rounded(fitFront(countsOf(days)))).toEqual([0.053, 14, 3.9]);
  });
});

describe('the halts before a front', () => {
  it('were preceded as the documents say', () => {
    expect(haltLeads().map(({ date, site, days, score }) => [date, site, days, Math.round(score)])).toEqual([
      ['2024-04-30', 'Rubaya', 192, 88],
      ['2024-10-25', 'Pangwa', 26, 100],
      ['2025-03-13', 'Bisie', 4, 20],
      ['2025-05-06', 'Twangiza', 108, 100],
      ['2025-05-08', 'Twangiza', 110, 100],
    ]);
  });
});

const shared = path.join(packageRoot, '..', 'shared', 'data');
const files = [
  path.join(shared, 'sites', 'ipis-drc-2024.csv'),
  path.join(shared, 'fronts', 'mm-grid-025.csv'),
];
describe.skipIf(!files.every((file) => existsSync(file)))(
  'four wars and all mines (skipped where ../shared/data is absent)',
  () => {
    const wars = readWarDays(files);
    const all = wars.flatMap(({ days }) => days);

    it('give the site-days that the documents name', () => {
      expect([all.length, reachedIn(all)]).toEqual([55_970, 483]);
      expect(wars.map(({ days }) => days.length)).toEqual([34_919, 10_734, 9_474, 843]);
    });

    it('give the figures of the policy', () => {
      const { base, halvingKm, approachingFactor } = riskPolicy.signal.front;
      expect(rounded(fitFront(countsOf(all)))).toEqual([base, halvingKm, approachingFactor]);
    });

    it('give other figures where each war counts the same', () => {
      const weighted = wars.map(({ days }) => ({ counts: countsOf(days), weight: 1 / days.length }));
      expect(rounded(fitFront(addCounts(weighted)))).toEqual([0.024, 52, 1.4]);
    });
  },
);
