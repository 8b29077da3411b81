import { appendFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { mostRefusals, type Refusal } from '../refusing/refusal.ts';

export type RefusedRow = { line: number; refusals: Refusal[]; raw: unknown };

export type RefusedRows = {
  count(): number;
  /** How many of them are only counted, as the file had no room for them. */
  onlyCounted(): number;
  /** The first few, to be told. */
  first(): RefusedRow[];
  /** Where they are kept; null while there are none. */
  file(): string | null;
  /** `bytesRead`: how much of the imported file was read so far. */
  keep(rows: readonly RefusedRow[], bytesRead: number): Promise<void>;
};

const told = 3;

/** So much of a name is kept, in ASCII: file systems take names of 255 bytes, encrypted ones of 143. */
const mostNameLetters = 100;

/**
 * The file may be so many times as large as what was read, and so many bytes more: the reasons of a row can be fifty
 * times as long as the row, and a file of nothing else would fill the disk.
 */
const growth = 2;
const allowance = 1_048_576;

const noteOfLittleRoom =
  'This file may not be larger than twice the imported one and 1 MB. From here on rows are kept without what was read (raw), or are only counted, where there is no room for them.';

/** Keeps refused rows in a file of the folder, one JSON object a line. The file is made with the first row. */
export function createRefusedRows(folder: string, fileName: string, now: Date): RefusedRows {
  const file = path.join(folder, nameFor(fileName, now));
  const first: RefusedRow[] = [];
  let [count, onlyCounted, bytes] = [0, 0, 0];
  let isTight = false;

  function take(value: unknown, room: number): string | null {
    const text = `${JSON.stringify(value)}\n`;
    const size = Buffer.byteLength(text);
    if (bytes + size > room) return null;
    bytes += size;
    return text;
  }

  /** The row as a line, without its raw content or not at all where there is no room for it. */
  function linesOf(row: RefusedRow, room: number): string {
    const whole = take(row, room);
    if (whole !== null) return whole;
    const note = isTight ? '' : `${JSON.stringify({ note: noteOfLittleRoom })}\n`;
    isTight = true;
    const brief = take({ line: row.line, refusals: row.refusals }, room);
    if (brief === null) onlyCounted += 1;
    return note + (brief ?? '');
  }

  return {
    count: () => count,
    onlyCounted: () => onlyCounted,
    first: () => first,
    file: () => (count > 0 ? file : null),
    async keep(rows, bytesRead) {
      if (rows.length === 0) return;
      if (count === 0) await mkdir(folder, { recursive: true, mode: 0o700 });
      count += rows.length;
      const brief = rows.map(withShortReasons);
      first.push(...brief.slice(0, told - first.length));
      const lines = brief.map((row) => linesOf(row, growth * bytesRead + allowance)).join('');
      if (lines !== '') await appendFile(file, lines, { mode: 0o600 });
    },
  };
}

function nameFor(fileName: string, now: Date): string {
  const time = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const base = path.basename(fileName).replace(/[^\w.-]+/g, '_');
  return `${time}Z-${base.slice(0, mostNameLetters)}.jsonl`;
}

const mostLetters = 300;

function withShortReasons({ line, refusals, raw }: RefusedRow): RefusedRow {
  // Beside those listed one may count the others.
  const short = refusals.slice(0, mostRefusals + 1).map((refusal) => ({ ...refusal, got: cut(refusal.got) }));
  return { line, refusals: short, raw };
}

function cut(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}… (cut, ${text.length} letters)` : text;
}
