import { earthRadiusKm, latitudeSpan, longitudeSpan, type Point, writeUnitVector } from '../sphere.ts';

/**
 * All sites in memory, found by distance. A static grid of half-degree cells over longitude and latitude narrows the
 * sites down to those near; the chord between unit vectors on the sphere then decides. docs/adr/0002 compares it
 * with other indexes.
 */
export type SiteIndex = {
  size: number;
  /**
   * Calls `visit` with the position of each site (as in the list given to `indexSites`) not further than `radiusKm`
   * from the point, and its distance in km. The order is that of the grid, the same in every run.
   */
  within(point: Point, radiusKm: number, visit: (position: number, distanceKm: number) => void): void;
};

/** Half a degree is about 55 km: a circle of 75 km meets some 14 cells, of which the corners are seldom full. */
const cellsPerDegree = 2;
const columns = 360 * cellsPerDegree;
const rows = 180 * cellsPerDegree;

export function indexSites(sites: readonly Point[]): SiteIndex {
  const vectors = new Float64Array(sites.length * 3);
  // Sites in the order of their cells; the sites of cell c are those from cellStart[c] to cellStart[c + 1].
  const cellStart = new Uint32Array(rows * columns + 1);
  const positions = new Uint32Array(sites.length);

  const cellOf = (site: Point) => rowOf(site.latitude) * columns + columnOf(site.longitude);
  for (const site of sites) cellStart[cellOf(site) + 1]! += 1;
  for (let c = 0; c < rows * columns; c++) cellStart[c + 1]! += cellStart[c]!;
  const next = cellStart.slice();
  sites.forEach((site, position) => {
    const slot = next[cellOf(site)]!++;
    positions[slot] = position;
    writeUnitVector(site, vectors, slot * 3);
  });

  const target = new Float64Array(3);

  return {
    size: sites.length,
    within(point, radiusKm, visit) {
      writeUnitVector(point, target, 0);
      const [x, y, z] = [target[0]!, target[1]!, target[2]!];
      const maxChord = 2 * Math.sin(Math.min(Math.PI / 2, radiusKm / earthRadiusKm / 2));
      const maxChordSquared = maxChord * maxChord;
      const dLat = latitudeSpan(radiusKm);
      const dLon = longitudeSpan(point.latitude, radiusKm);
      const lastRow = rowOf(point.latitude + dLat);
      const firstColumn = Math.floor((point.longitude - dLon + 180) * cellsPerDegree);
      // A box that reaches around the globe visits each column once; one over the dateline wraps by the remainder.
      const width = Math.min(
        columns,
        Math.floor((point.longitude + dLon + 180) * cellsPerDegree) - firstColumn + 1,
      );

      for (let row = rowOf(point.latitude - dLat); row <= lastRow; row++) {
        for (let i = 0; i < width; i++) {
          const cell = row * columns + ((((firstColumn + i) % columns) + columns) % columns);
          const end = cellStart[cell + 1]!;
          for (let slot = cellStart[cell]!; slot < end; slot++) {
            const dx = vectors[slot * 3]! - x;
            const dy = vectors[slot * 3 + 1]! - y;
            const dz = vectors[slot * 3 + 2]! - z;
            const chordSquared = dx * dx + dy * dy + dz * dz;
            // The chord keeps its precision at short distances, where the cosine of the angle loses it.
            if (chordSquared <= maxChordSquared) {
              visit(
                positions[slot]!,
                2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chordSquared) / 2)),
              );
            }
          }
        }
      }
    },
  };
}

function rowOf(latitude: number): number {
  return Math.max(0, Math.min(rows - 1, Math.floor((latitude + 90) * cellsPerDegree)));
}

function columnOf(longitude: number): number {
  return ((Math.floor((longitude + 180) * cellsPerDegree) % columns) + columns) % columns;
}
