import { appendFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Refusal } from '../refusing/refusal.ts';

export type RefusedRow = { line: number; refusals: Refusal[]; raw: unknown };

export type RefusedRows = {
  count(): number;
  /** The first few, to be told. */
  first(): RefusedRow[];
  /** Where they are kept; null while there are none. */
  file(): string | null;
  keep(rows: readonly RefusedRow[]): Promise<void>;
};

const told = 3;

/** So much of a name is kept, in ASCII: file systems take names of 255 bytes, encrypted ones of 143. */
const mostNameLetters = 100;

/** Keeps refused rows in a file of the folder, one JSON object a line. The file is made with the first row. */
export function createRefusedRows(folder: string, fileName: string, now: Date): RefusedRows {
  const file = path.join(folder, nameFor(fileName, now));
  const first: RefusedRow[] = [];
  let count = 0;
  return {
    count: () => count,
    first: () => first,
    file: () => (count > 0 ? file : null),
    async keep(rows) {
      if (rows.length === 0) return;
      if (count === 0) await mkdir(folder, { recursive: true, mode: 0o700 });
      count += rows.length;
      for (const row of rows) if (first.length < told) first.push(row);
      await appendFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''), { mode: 0o600 });
    },
  };
}

function nameFor(fileName: string, now: Date): string {
  const time = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const base = path.basename(fileName).replace(/[^\w.-]+/g, '_');
  return `${time}Z-${base.slice(0, mostNameLetters)}.jsonl`;
}
