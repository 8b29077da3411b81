import type { Readable } from 'node:stream';
import { createRepeatedRows } from '../sources/files/repeated-rows.ts';
import type { Row, Warning } from '../sources/files/row-reader.ts';
import { createRefusedRows, type RefusedRow } from './refused-rows.ts';
import { createRowWarnings, type RowWarning } from './row-warnings.ts';
import { type ReadRow, storeBatch } from './store-batch.ts';

/** What became of each row: `rows` is the sum of the nine counts that follow it. */
export type RowsSummary = {
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  /** Events that had been retracted, of which the file says nothing new, and sites that had been withdrawn: they stay so. */
  withdrawn: number;
  /** Rows of an older edition, of which a newer one says something else: that holds. */
  older: number;
  /** Rows that say again what an earlier row of the file said. */
  repeated: number;
  /** Rows of which nothing is taken, and how many for which reason. */
  leftOut: number;
  refused: number;
  leftOutBy: Record<string, number>;
  /** Refused rows that are not kept: the file of refused rows may not be larger than twice the imported one and 1 MB. */
  onlyCounted: number;
  /** Where the refused rows are kept, one JSON object a line; null where none was refused. */
  refusedFile: string | null;
  firstRefused: RefusedRow[];
  /** Rows that are in, but about which something looks wrong, and the first twenty of them. */
  warnings: number;
  firstWarnings: RowWarning[];
  /** True where the import was ended before the end of the file. */
  stopped: boolean;
  seconds: number;
};

export type Outcome = 'new' | 'changed' | 'unchanged' | 'withdrawn' | 'older';

const batchSize = 4000;
/** Rows of a hostile size make smaller batches: two of them are in memory at a time. */
const maxBatchBytes = 33_554_432;

/** What became of a row; `warning` where something looks wrong about it beside what is known. */
type Stored = { outcome: Outcome; warning?: Warning | null };

/** How the rows of a kind of file are known, what is odd about them, and how they are stored. */
export type Kind<T> = {
  identityOf(value: T): string;
  contentOf(value: T): unknown;
  warningOf?(value: T, raw: unknown): Warning | null;
  store(values: T[]): Promise<Stored[]>;
};

export type RowsRequest = {
  /** Destroyed where the import is asked to stop. */
  input: Readable;
  /** Names the file of refused rows. */
  fileName: string;
  refusedFolder: string;
  /** Ends the import early: what was read until then is stored. */
  signal?: AbortSignal;
  /** After each batch: what is stored of the input, in rows and in bytes. */
  onProgress?: (progress: { rows: number; refused: number; bytes: number; seconds: number }) => void;
};

/** How far a batch reaches in the input. */
type UpTo = { rows: number; bytes: number };

/** Stores rows in batches while they are read, and counts what becomes of each. `read.bytes`: what was read so far. */
export async function importRows<T>(
  rows: AsyncIterable<Row<T>>,
  { fileName, refusedFolder, onProgress, signal, input }: RowsRequest,
  read: { bytes: number },
  kind: Kind<T>,
): Promise<RowsSummary> {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const refusedRows = createRefusedRows(refusedFolder, fileName, new Date());
  const warnings = createRowWarnings();
  const repeatedRows = createRepeatedRows();
  const counts = { new: 0, changed: 0, unchanged: 0, withdrawn: 0, older: 0, repeated: 0 };
  let rowCount = 0;
  let batch: ReadRow<T>[] = [];
  let refused: RefusedRow[] = [];
  const leftOut = new Map<string, number>();
  let bytesStored = 0;

  async function store(batch: ReadRow<T>[], refused: RefusedRow[], upTo: UpTo): Promise<void> {
    const { stored, refused: unstorable } = await storeBatch(batch, kind.store);
    for (const { row, outcome: became } of stored) {
      counts[became.outcome] += 1;
      warnings.note(row.line, became.warning ?? null);
    }
    await refusedRows.keep([...refused, ...unstorable], read.bytes);
    onProgress?.({ ...upTo, refused: refusedRows.count(), seconds: seconds() });
  }

  function take(row: Row<T>): void {
    const { line, raw } = row;
    if (!row.ok) {
      if (row.leftOut !== undefined) leftOut.set(row.leftOut, (leftOut.get(row.leftOut) ?? 0) + 1);
      else refused.push({ line, refusals: row.refusals, raw });
      return;
    }
    const earlier = repeatedRows.findEarlier(kind.identityOf(row.value), line, kind.contentOf(row.value));
    if (!earlier) {
      batch.push({ line, raw, value: row.value });
      warnings.note(line, row.warning ?? kind.warningOf?.(row.value, raw) ?? null);
    } else if (earlier.isSame) counts.repeated += 1;
    else refused.push(contradicting(row, earlier.line));
  }

  // One batch is stored while the next one is read.
  let underWay: Promise<void> = Promise.resolve();
  const flush = async () => {
    await underWay;
    underWay = store(batch, refused, { rows: rowCount, bytes: read.bytes });
    // It is awaited above; until then a failure must not count as one that nobody handles.
    underWay.catch(() => {});
    batch = [];
    refused = [];
    bytesStored = read.bytes;
  };

  const stop = () => input.destroy();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  try {
    for await (const row of untilStopped(rows, signal)) {
      rowCount += 1;
      take(row);
      const isFull = Math.max(batch.length, refused.length) >= batchSize;
      if (isFull || read.bytes - bytesStored > maxBatchBytes) await flush();
    }
    await flush();
  } finally {
    signal?.removeEventListener('abort', stop);
    await underWay;
  }
  return {
    rows: rowCount,
    ...counts,
    leftOut: [...leftOut.values()].reduce((sum, rows) => sum + rows, 0),
    refused: refusedRows.count(),
    leftOutBy: Object.fromEntries(leftOut),
    onlyCounted: refusedRows.onlyCounted(),
    refusedFile: refusedRows.file(),
    firstRefused: refusedRows.first(),
    warnings: warnings.count(),
    firstWarnings: warnings.first(),
    stopped: signal?.aborted ?? false,
    seconds: seconds(),
  };
}

/** The rows until the import is asked to stop. A stream that is ended on the way says so by an error: it is expected. */
async function* untilStopped<T>(rows: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  try {
    for await (const row of rows) {
      if (signal?.aborted) return;
      yield row;
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

function contradicting({ line, raw }: { line: number; raw: unknown }, earlierLine: number): RefusedRow {
  const expected = `must not differ from line ${earlierLine}, which has the same identity: the first one counts`;
  return { line, raw, refusals: [{ field: '(row)', expected, got: 'other content' }] };
}
