import type { Refusal } from '../../refusing/refusal.ts';

/**
 * One row of a source file: what was read from it, why it was refused, or why nothing of it is taken (`leftOut`), which
 * is no fault of it. `line` is where the row starts, from 1.
 */
export type Row<T> = { line: number; raw: unknown } & (
  | { ok: true; value: T; warning?: Warning }
  | { ok: false; refusals: Refusal[]; leftOut?: string }
);

/** What looks wrong about a row that is taken all the same. */
export type Warning = { field: string; got: string; text: string };

/** The bytes of a file, as a stream gives them. */
export type SourceBytes = AsyncIterable<Buffer | string>;

export type ReadOptions = {
  /** Now: nothing can have happened after it. */
  now: Date;
  /** Name of the source or dataset, for the formats that do not bring their own. */
  source: string | null;
  /** Which column holds which field; only the reader of any other CSV takes it. */
  columns?: ColumnMap;
};

export type ColumnMap = {
  /** Column by field. */
  from: Record<string, string>;
  /** Values that hold for every row, by field. */
  fixed: Record<string, string>;
};

/**
 * Reads a file row by row without ever holding it whole. What is wrong with one row is told in that row; what is
 * wrong with the file as a whole (no text, columns missing) is thrown as a SourceFileError before the first row.
 */
export type RowReader<T> = (input: SourceBytes, options: ReadOptions) => AsyncIterable<Row<T>>;

/** The file as a whole cannot be read; the message says what was expected and what to do. */
export class SourceFileError extends Error {
  override name = 'SourceFileError';
}

/** A longer row is taken for a broken one: it would be held in memory while its end is looked for. */
export const maxRowLength = 262_144;

/** The refusal of a row that could not be taken apart at all. */
export function brokenRow(line: number, raw: string, expected: string): Row<never> {
  const shown = raw.length > 2000 ? `${raw.slice(0, 2000)}… (cut, ${raw.length} letters)` : raw;
  return { line, raw: shown, ok: false, refusals: [{ field: '(row)', expected, got: shorten(raw) }] };
}

/** A row of which nothing is taken. The reason is one of a few: rows are counted by it. */
export function leftOutRow(at: { line: number; raw: unknown }, reason: string): Row<never> {
  return { ...at, ok: false, refusals: [], leftOut: reason };
}

function shorten(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
