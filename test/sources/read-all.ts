import { existsSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { packageRoot } from '../../config/package-root.ts';
import type { ReadOptions, Row, RowReader } from '../../services/sources/files/row-reader.ts';

/** The real files that the importers are tested with stand beside the checkout; they are no part of the product. */
export const sharedData = path.join(packageRoot, '..', 'shared', 'data');
export const hasSharedData = existsSync(sharedData);
if (!hasSharedData) {
  process.stderr.write(`skipped: the tests with real files, as ${sharedData} is absent\n`);
}

const now = new Date('2026-11-22T12:00:00Z');

/** All rows that a reader makes of a text or of bytes, given in pieces of `pieceSize` bytes. */
export async function readAll<T>(
  reader: RowReader<T>,
  content: string | Buffer | Readable,
  options: Partial<ReadOptions> = {},
  pieceSize = 64_000,
): Promise<Row<T>[]> {
  const input =
    content instanceof Readable ? content : Readable.from(piecesOf(Buffer.from(content), pieceSize));
  const rows: Row<T>[] = [];
  for await (const row of reader(input, { now, source: null, ...options })) rows.push(row);
  return rows;
}

function* piecesOf(bytes: Buffer, size: number): Generator<Buffer> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

export function valuesOf<T>(rows: readonly Row<T>[]): T[] {
  return rows.flatMap((row) => (row.ok ? [row.value] : []));
}

/** `line: field` of each refusal. */
export function refusalsIn(rows: readonly Row<unknown>[]): string[] {
  return rows.flatMap((row) => (row.ok ? [] : row.refusals.map(({ field }) => `${row.line}: ${field}`)));
}
