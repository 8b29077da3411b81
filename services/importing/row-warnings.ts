import type { Warning } from '../sources/files/row-reader.ts';

export type RowWarning = Warning & { line: number };

/** So many are told; the others are counted. */
const told = 20;

/** Rows are warned of when they are read and when they are stored: a batch is stored while the next one is read. */
export function createRowWarnings() {
  const first: RowWarning[] = [];
  const lines = new Set<number>();
  return {
    /** How many rows are warned of. */
    count: () => lines.size,
    first: () => first,
    note(line: number, warning: Warning | null): void {
      if (warning === null) return;
      lines.add(line);
      first.push({ line, ...warning });
      first.sort((a, b) => a.line - b.line).splice(told);
    },
  };
}
