import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellCentre, cellCount, cellOf, withNeighbours } from '../../../domain/sites/grid-cell.ts';
import { distanceKm } from '../../../domain/sphere.ts';

const cell = fc.integer({ min: 1, max: cellCount });

describe('a cell of PRIO-GRID', () => {
  it.each([
    [{ latitude: 10.51, longitude: 2.29 }, 145_085],
    [{ latitude: -14.75, longitude: 25.75 }, 108_412],
    [{ latitude: -90, longitude: -180 }, 1],
    [{ latitude: 90, longitude: 179.9 }, 259_200],
    [{ latitude: 0, longitude: 180 }, 129_601],
  ])('holds %o under the number that PRIO gives it', (point, number) => {
    expect(cellOf(point)).toBe(number);
  });

  it('is the one in whose middle its middle lies, and no more than a quarter of a degree from what it holds', () => {
    fc.assert(fc.property(cell, (number) => cellOf(cellCentre(number)) === number));
    const point = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 179.999, noNaN: true }),
    });
    fc.assert(
      fc.property(point, (at) => {
        const centre = cellCentre(cellOf(at));
        expect(Math.abs(centre.latitude - at.latitude)).toBeLessThanOrEqual(0.25 + 1e-9);
        expect(Math.abs(centre.longitude - at.longitude)).toBeLessThanOrEqual(0.25 + 1e-9);
      }),
    );
  });

  it('has eight neighbours, or five at a pole, each of which has it as its neighbour', () => {
    fc.assert(
      fc.property(cell, (number) => {
        const around = withNeighbours(number);
        expect(around).toContain(number);
        const { latitude } = cellCentre(number);
        expect(new Set(around).size).toBe(Math.abs(latitude) > 89.5 ? 6 : 9);
        for (const other of around) {
          expect(withNeighbours(other)).toContain(number);
          expect(distanceKm(cellCentre(number), cellCentre(other))).toBeLessThan(80);
        }
      }),
    );
  });
});
