import type { Connection, Submittable } from 'pg';
import type { Queryable } from './pool.ts';

/** Text for a column of any type as PostgreSQL writes it; a list for one of type `text[]`. */
export type CopyValue = string | number | boolean | Date | readonly string[] | null;

/** What pg lets a query be beside its own, and hands the answers of the server to. */
type CopyIn = Submittable & {
  handleCopyInResponse(): void;
  handleCommandComplete(): void;
  handleReadyForQuery(): void;
  handleError(error: Error): void;
};
type CopyConnection = Connection & { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };

/** What is put into words for the protocol at a time is copied once more. */
const bytesPerChunk = 65_536;

/**
 * Inserts rows by COPY, for one row as for thousands: of a statement with parameters PostgreSQL takes a list of JSON
 * apart first, and each row goes a way of its own into the table. Columns that are not named get their defaults. Run it
 * in a transaction.
 */
export async function copyRows(
  client: Queryable,
  table: string,
  columns: string,
  rows: readonly (readonly CopyValue[])[],
): Promise<void> {
  if (rows.length === 0) return;
  let text = '';
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) text += (i === 0 ? '' : '\t') + fieldText(row[i]!);
    text += '\n';
  }
  const data = Buffer.from(text);
  await new Promise<void>((resolve, reject) => {
    const copy: CopyIn = {
      submit: (connection) =>
        send(connection as CopyConnection, `copy ${table} (${columns}) from stdin`, data),
      handleCopyInResponse() {},
      handleCommandComplete() {},
      handleReadyForQuery: resolve,
      handleError: reject,
    };
    client.query(copy);
  });
}

/** All at once: to wait until PostgreSQL asks for the rows costs a round trip. Where it refuses them it drops what is left. */
function send(connection: CopyConnection, statement: string, data: Buffer): void {
  connection.stream.cork();
  connection.query(statement);
  for (let at = 0; at < data.length; at += bytesPerChunk)
    connection.sendCopyFromChunk(data.subarray(at, at + bytesPerChunk));
  connection.endCopyFrom();
  connection.stream.uncork();
}

function fieldText(value: CopyValue): string {
  if (typeof value === 'number') return String(value);
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? escaped(arrayText(value)) : String(value);
}

function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** PostgreSQL cannot store the NUL character: it becomes the replacement character. */
function escaped(text: string): string {
  return /[\\\t\n\r\0]/.test(text) ? text.replace(/[\\\t\n\r\0]/g, (mark) => escapes[mark]!) : text;
}

const escapes: Record<string, string> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\ufffd',
};
