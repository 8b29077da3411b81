import { z } from 'zod';

/** Items as CSV (RFC 4180): one column for each field of the schema, with dots for fields of fields. */
export function csvOf(schema: z.ZodObject, items: readonly Record<string, unknown>[]): string {
  const columns = columnsOf(schema);
  const lines = items.map((item) => columns.map((path) => cellOf(valueAt(item, path))).join(','));
  return [columns.map((path) => path.join('.')).join(','), ...lines, ''].join('\r\n');
}

function columnsOf(schema: z.ZodObject): string[][] {
  return Object.entries(schema.shape).flatMap(([name, field]) =>
    field instanceof z.ZodObject ? columnsOf(field).map((path) => [name, ...path]) : [[name]],
  );
}

function valueAt(item: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], item);
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  // A number may begin with a minus sign; text may not, see `defuse`.
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return quote(defuse(textOf(value)));
}

/** Lists of words are joined by semicolons; what has parts of its own is JSON. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join('; ');
  return JSON.stringify(value);
}

/** Spreadsheets run a cell that begins with one of these as a formula; with an apostrophe before it, it is text. */
function defuse(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
