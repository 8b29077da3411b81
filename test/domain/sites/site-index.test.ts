import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexSites } from '../../../domain/sites/site-index.ts';
import { distanceKm, type Point } from '../../../domain/sphere.ts';

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
/** Points where the bounds are put to the test: poles, dateline, cell borders. */
const edge = fc.record({
  latitude: fc.constantFrom(-90, -89.999, -45, -1, 0, 1e-9, 1, 89.5, 89.9999, 90),
  longitude: fc.constantFrom(-180, -179.9999, -90, 0, 1e-9, 90, 179.5, 179.9999, 180),
});
const anywhere = fc.oneof(point, edge);

function found(sites: readonly Point[], centre: Point, radiusKm: number): number[] {
  const positions: number[] = [];
  indexSites(sites).within(centre, radiusKm, (position) => positions.push(position));
  return positions.sort((a, b) => a - b);
}

describe('the site index', () => {
  it('finds exactly the sites that an exhaustive search finds, each once, poles and dateline included', () => {
    fc.assert(
      fc.property(
        fc.array(anywhere, { maxLength: 60 }),
        anywhere,
        fc.oneof(fc.constantFrom(0, 75, 150), fc.double({ min: 0, max: 20_100, noNaN: true })),
        (sites, centre, radiusKm) => {
          // On the circle itself the two formulas may differ by rounding: a metre is left to either.
          const surely = sites.flatMap((site, i) => (distanceKm(site, centre) < radiusKm - 1e-3 ? [i] : []));
          const possibly = sites.flatMap((site, i) =>
            distanceKm(site, centre) <= radiusKm + 1e-3 ? [i] : [],
          );
          const positions = found(sites, centre, radiusKm);
          expect(new Set(positions).size).toBe(positions.length);
          expect(positions).toEqual(expect.arrayContaining(surely));
          expect(possibly).toEqual(expect.arrayContaining(positions));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('tells each distance to the millimetre as the haversine formula does', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (site, centre) => {
        indexSites([site]).within(centre, 20_100, (_, km) => {
          // Near the antipode both formulas lose digits; no link is that long.
          if (km < 10_000) expect(Math.abs(km - distanceKm(site, centre))).toBeLessThan(1e-6);
        });
      }),
    );
  });

  it('finds nothing among no sites', () => {
    expect(found([], { latitude: 0, longitude: 0 }, 20_000)).toEqual([]);
  });
});

describe('distances', () => {
  it.each([
    ['Masisi', -1.39832, 28.8183, 126],
    ['Goma', -1.67409, 29.22845, 180],
    ['Bukavu', -2.49076, 28.84281, 203],
    ['Nyabiondo', -1.31237, 28.73109, 114],
    ['Kashebere', -1.31349, 28.67523, 108],
    ['Walikale', -1.43049, 28.07519, 57],
    ['Mubi', -1.30883, 27.89323, 35],
  ])('put %s where the map has it from Bisie', (_place, latitude, longitude, km) => {
    const bisie = { latitude: -1.033035, longitude: 27.744321 };
    expect(Math.abs(distanceKm(bisie, { latitude, longitude }) - km)).toBeLessThan(1);
  });
});
