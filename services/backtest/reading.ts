import type { Row } from '../sources/files/row-reader.ts';

/** What was read of a file so far. Rows that cannot be read are left out and counted; the first one is told. */
export type Reading = {
  rows: number;
  refused: number;
  firstRefused: string | null;
  /** Counts a row; false where it was refused. */
  note<T>(row: Row<T>): row is Row<T> & { ok: true };
};

export function createReading(onRow?: (rows: number) => void): Reading {
  return {
    rows: 0,
    refused: 0,
    firstRefused: null,
    note<T>(row: Row<T>): row is Row<T> & { ok: true } {
      this.rows += 1;
      onRow?.(this.rows);
      if (row.ok) return true;
      if (row.leftOut !== undefined) return false;
      this.refused += 1;
      const { field, expected, got } = row.refusals[0]!;
      this.firstRefused ??= `line ${row.line}: ${field}: ${expected}; it is ${got}`;
      return false;
    },
  };
}
