import type { Misgiving } from '../sources/files/row-reader.ts';

export type RowWarning = Misgiving & { line: number };

/** So many are told; the others are counted. */
const told = 20;

export function createRowWarnings() {
  const first: RowWarning[] = [];
  let count = 0;
  return {
    count: () => count,
    first: () => first,
    note(line: number, misgiving: Misgiving | null): void {
      if (misgiving === null) return;
      count += 1;
      if (first.length < told) first.push({ line, ...misgiving });
    },
  };
}
