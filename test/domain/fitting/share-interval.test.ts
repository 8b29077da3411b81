import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseGroup, shareInterval } from '../../../domain/fitting/share-interval.ts';

const groups = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([count, share]) => ({ count, events: Math.round(share * count) })),
  { minLength: 1, maxLength: 40 },
);
const shareOf = (all: readonly CaseGroup[]) =>
  all.reduce((sum, group) => sum + group.events, 0) / all.reduce((sum, group) => sum + group.count, 0);
const widthOf = (all: readonly CaseGroup[]) => shareInterval(all).high - shareInterval(all).low;

describe('the interval around a share', () => {
  it('is that of Wilson where every case is a group of its own', () => {
    // 1,000 of 10,000: (0.1 + z²/2n ± z · √(0.09/n + z²/4n²)) / (1 + z²/n).
    const cases = Array.from({ length: 10_000 }, (_, i) => ({ count: 1, events: i % 10 === 0 ? 1 : 0 }));
    const { low, high } = shareInterval(cases);
    expect(low).toBeCloseTo(0.09427, 4);
    expect(high).toBeCloseTo(0.10603, 4);
  });

  it('takes a hundred cases that are always alike for one', () => {
    const alike = Array.from({ length: 20 }, (_, i) => ({ count: 100, events: i < 2 ? 100 : 0 }));
    const single = Array.from({ length: 20 }, (_, i) => ({ count: 1, events: i < 2 ? 1 : 0 }));
    expect(shareInterval(alike).low).toBeCloseTo(shareInterval(single).low, 12);
    expect(shareInterval(alike).high).toBeCloseTo(shareInterval(single).high, 12);
    expect(widthOf([{ count: 500, events: 500 }])).toBe(widthOf([{ count: 1, events: 1 }]));
  });

  it('is wide where few groups could show how they scatter, however alike they are', () => {
    const two = [
      { count: 500, events: 50 },
      { count: 500, events: 51 },
    ];
    expect(widthOf(two)).toBeGreaterThan(0.15);
    expect(widthOf([...two, ...two, ...two])).toBeLessThan(0.05);
  });

  it('holds the share, lies within 0 and 1, and is never narrower than that of independent cases', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const share = shareOf(all);
        const { low, high } = shareInterval(all);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
        const independent = all.flatMap(({ count, events }) =>
          Array.from({ length: count }, (_, i) => ({ count: 1, events: i < events ? 1 : 0 })),
        );
        expect(widthOf(all)).toBeGreaterThanOrEqual(widthOf(independent) - 1e-9);
      }),
    );
  });
});
