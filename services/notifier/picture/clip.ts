/** Longitude and latitude. */
export type Degrees = [number, number];
export type DegreeBox = { west: number; south: number; east: number; north: number };

/**
 * The part of a ring that lies in a box. Where it leaves the box and comes back it runs along the edge. Source:
 * Sutherland and Hodgman, Reentrant Polygon Clipping, Communications of the ACM 17 (1974).
 */
export function clipRing(ring: readonly Degrees[], { west, south, east, north }: DegreeBox): Degrees[] {
  const sides: [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ];
  return sides.reduce<Degrees[]>(
    (left, [axis, limit, sign]) => {
      const isIn = (point: Degrees) => sign * (point[axis] - limit) >= 0;
      return left.flatMap((point, i) => {
        const before = left.at(i - 1)!;
        const crossing = isIn(before) === isIn(point) ? [] : [crossingOf(before, point, axis, limit)];
        return isIn(point) ? [...crossing, point] : crossing;
      });
    },
    [...ring],
  );
}

function crossingOf(a: Degrees, b: Degrees, axis: 0 | 1, limit: number): Degrees {
  const part = (limit - a[axis]) / (b[axis] - a[axis]);
  return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
}

/** A line with no piece longer than this, in degrees: a border along a parallel is none that is straight on a map. */
const longestPiece = 0.5;

export function finer(line: readonly Degrees[]): Degrees[] {
  return line.flatMap((point, i) => {
    const before = line[i - 1];
    if (!before) return [point];
    const pieces = Math.ceil(
      Math.max(Math.abs(point[0] - before[0]), Math.abs(point[1] - before[1])) / longestPiece,
    );
    if (pieces <= 1) return [point];
    return Array.from({ length: pieces }, (_, k): Degrees => {
      const part = (k + 1) / pieces;
      return [before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])];
    });
  });
}
