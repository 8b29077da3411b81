import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceWithin, meanOverPlace, scaledBessel0 } from '../../../domain/risk/place-chance.ts';

describe('the chance that an event truly lies within a distance', () => {
  it.each([
    [4, 5, 5, 0.56],
    [4, 25, 5, 0.08],
    [21, 82, 25, 0.17],
  ])('of %d km ± %d km to be within %d km is %f', (distanceKm, uncertaintyKm, radiusKm, chance) => {
    expect(chanceWithin(distanceKm, uncertaintyKm, radiusKm)).toBeCloseTo(chance, 2);
  });

  it('is 90 % within the stated radius of the point itself', () => {
    for (const km of [1, 5, 25, 150]) expect(chanceWithin(0, km, km)).toBeCloseTo(0.9, 9);
  });

  it('is all or nothing where the place is exact', () => {
    expect(chanceWithin(4.9, 0, 5)).toBe(1);
    expect(chanceWithin(5.1, 0, 5)).toBe(0);
  });

  it('agrees with counting over many points drawn from the same normal', () => {
    const draws = 40_000;
    let seed = 7;
    const random = () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (seed + 1) / 0x80000001;
    };
    for (const [distanceKm, uncertaintyKm, radiusKm] of [
      [10, 12, 8],
      [30, 25, 25],
      [3, 40, 25],
    ] as const) {
      const sigma = uncertaintyKm / Math.sqrt(2 * Math.LN10);
      let within = 0;
      for (let i = 0; i < draws; i++) {
        const r = sigma * Math.sqrt(-2 * Math.log(random()));
        const angle = 2 * Math.PI * random();
        if (Math.hypot(distanceKm + r * Math.cos(angle), r * Math.sin(angle)) <= radiusKm) within += 1;
      }
      expect(chanceWithin(distanceKm, uncertaintyKm, radiusKm)).toBeCloseTo(within / draws, 2);
    }
  });

  it('is a chance, falls with the distance, and never jumps', () => {
    const km = fc.double({ min: 0, max: 200, noNaN: true });
    const uncertainty = fc.double({ min: 1, max: 150, noNaN: true });
    fc.assert(
      fc.property(km, uncertainty, (distanceKm, uncertaintyKm) => {
        const chance = chanceWithin(distanceKm, uncertaintyKm, 25);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        const further = chanceWithin(distanceKm + 0.01, uncertaintyKm, 25);
        expect(further).toBeLessThanOrEqual(chance + 1e-9);
        expect(chance - further).toBeLessThan(0.02);
      }),
    );
  });

  it('averages any value over the place', () => {
    expect(meanOverPlace(40, 20, () => 0.3, [])).toBeCloseTo(0.3, 12);
    // The mean squared distance is that of the point plus twice the variance.
    const sigma = 20 / Math.sqrt(2 * Math.LN10);
    expect(meanOverPlace(40, 20, (km) => km * km, [])).toBeCloseTo(1600 + 2 * sigma ** 2, 6);
  });

  it('rests on a Bessel function that agrees with its tabulated values', () => {
    // I₀(1), I₀(10) and I₀(50), scaled.
    expect(scaledBessel0(1)).toBeCloseTo(0.4657596075936404, 12);
    expect(scaledBessel0(10)).toBeCloseTo(0.1278333371634286, 12);
    expect(scaledBessel0(50)).toBeCloseTo(2.932553783849336e20 / Math.exp(50), 12);
  });
});
