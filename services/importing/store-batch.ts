import { isAboutData } from '../database/failure.ts';
import type { RefusedRow } from './refused-rows.ts';

/** A row that was read and is to be stored. */
export type ReadRow<T> = { line: number; raw: unknown; value: T };

/**
 * Stores rows in one go. Where the database refuses the data of one of them, the batch is halved again and again
 * until that row stands alone: it is refused, all others are in. Errors that are not about the data (no connection,
 * no space) are thrown.
 */
export async function storeBatch<T, O>(
  rows: readonly ReadRow<T>[],
  store: (values: T[]) => Promise<O[]>,
): Promise<{ stored: { row: ReadRow<T>; outcome: O }[]; refused: RefusedRow[] }> {
  if (rows.length === 0) return { stored: [], refused: [] };
  try {
    const outcomes = await store(rows.map((row) => row.value));
    return { stored: rows.map((row, i) => ({ row, outcome: outcomes[i]! })), refused: [] };
  } catch (error) {
    if (!isAboutData(error)) throw error;
    if (rows.length === 1) {
      const { line, raw } = rows[0]!;
      const refusal = {
        field: '(row)',
        expected: 'must be data that the database can store',
        got: error.message,
      };
      return { stored: [], refused: [{ line, raw, refusals: [refusal] }] };
    }
    const half = Math.ceil(rows.length / 2);
    const left = await storeBatch(rows.slice(0, half), store);
    const right = await storeBatch(rows.slice(half), store);
    return { stored: [...left.stored, ...right.stored], refused: [...left.refused, ...right.refused] };
  }
}
