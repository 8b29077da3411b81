import type { Point } from '../sphere.ts';

/**
 * Cells of PRIO-GRID: half a degree wide and high, numbered from 1 in the south-western corner of the world, eastwards
 * and then row by row to the north (Tollefsen, Strand and Buhaug 2012, "PRIO-GRID: A unified spatial data structure").
 */
const columns = 720;
const rows = 360;
export const cellCount = columns * rows;

export function cellOf({ latitude, longitude }: Point): number {
  const row = Math.min(Math.floor((latitude + 90) * 2), rows - 1);
  const column = Math.floor((longitude + 180) * 2) % columns;
  return row * columns + column + 1;
}

/** The middle of a cell. */
export function cellCentre(cell: number): Point {
  const row = Math.floor((cell - 1) / columns);
  const column = (cell - 1) % columns;
  return { latitude: row / 2 - 89.75, longitude: column / 2 - 179.75 };
}

/** A cell and those that touch it, over the dateline too. */
export function withNeighbours(cell: number): number[] {
  const row = Math.floor((cell - 1) / columns);
  const column = (cell - 1) % columns;
  return [row - 1, row, row + 1]
    .filter((r) => r >= 0 && r < rows)
    .flatMap((r) => [-1, 0, 1].map((step) => r * columns + ((column + step + columns) % columns) + 1));
}
