import type { Warning } from '../sources/files/row-reader.ts';

export type RowWarning = Warning & { line: number };

/** So many are told; the others are counted. */
const told = 20;

export function createRowWarnings() {
  const first: RowWarning[] = [];
  let count = 0;
  return {
    count: () => count,
    first: () => first,
    note(line: number, warning: Warning | null): void {
      if (warning === null) return;
      count += 1;
      if (first.length < told) first.push({ line, ...warning });
    },
  };
}
