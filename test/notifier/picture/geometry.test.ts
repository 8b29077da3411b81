import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../../domain/sphere.ts';
import { clipRing, type Degrees, finer } from '../../../services/notifier/picture/clip.ts';
import { pointAt, spotOn } from '../../../services/notifier/picture/projection.ts';

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const point = fc.record({ latitude: degrees(-89, 89), longitude: degrees(-180, 180) });

describe('the projection of maps', () => {
  it('keeps distances from home, puts north above and east to the right, and leads back', () => {
    fc.assert(
      fc.property(point, point, (home, other) => {
        // Around the antipode one point of the Earth is a whole circle.
        fc.pre(distanceKm(home, other) < 19_000);
        const spot = spotOn(home, other);
        expect(Math.hypot(spot.x, spot.y)).toBeCloseTo(distanceKm(home, other), 6);
        expect(distanceKm(pointAt(home, spot), other)).toBeLessThan(0.001);
      }),
    );
    const home = { latitude: -1, longitude: 179.9 };
    expect(spotOn(home, { latitude: -0.5, longitude: 179.9 }).y).toBeLessThan(-50);
    expect(spotOn(home, { latitude: -1, longitude: -179.6 }).x).toBeGreaterThan(50);
  });
});

/** True where a ray to the east crosses the ring an odd number of times. */
function isInside([x, y]: Degrees, ring: readonly Degrees[]): boolean {
  const crossed = ring.filter((a, i) => {
    const b = ring.at(i - 1)!;
    return a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]);
  });
  return crossed.length % 2 === 1;
}

describe('a ring that is cut', () => {
  it('holds what the whole one holds within the box, and nothing outside', () => {
    // A spot lies on no line through two corners, where a rounding would decide.
    const millidegrees = fc.integer({ min: -10_000, max: 10_000 }).map((thousandths) => thousandths / 1000);
    const corner = fc.tuple(millidegrees, millidegrees);
    const anySpot = corner.map(([x, y]): Degrees => [x + 0.000_31, y + 0.000_47]);
    const box = { west: -4, east: 5, south: -3, north: 6 };
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), anySpot, (ring, spot) => {
        const cut = clipRing(ring, box);
        for (const [x, y] of cut) {
          expect(x >= box.west - 1e-9 && x <= box.east + 1e-9).toBe(true);
          expect(y >= box.south - 1e-9 && y <= box.north + 1e-9).toBe(true);
        }
        const isInBox =
          spot[0] > box.west && spot[0] < box.east && spot[1] > box.south && spot[1] < box.north;
        if (isInBox) expect(isInside(spot, cut)).toBe(isInside(spot, ring));
      }),
      { numRuns: 500 },
    );
  });

  it('follows a parallel where a border does', () => {
    const line = finer([
      [25, 22],
      [31, 22],
    ]);
    expect(line).toHaveLength(13);
    expect(line.every(([, latitude]) => latitude === 22)).toBe(true);
    expect(line.at(-1)).toEqual([31, 22]);
  });
});
