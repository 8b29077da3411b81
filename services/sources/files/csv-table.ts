import { type CsvRecord, readCsvRecords } from './csv-records.ts';
import { decodeText, hasUndecodable, undecodableText } from './decode-text.ts';
import { oneLine } from './field-text.ts';
import { brokenRow, type Row, type SourceBytes, SourceFileError } from './row-reader.ts';

/** The values of a row by the names of the columns. */
export type TableRow = Record<string, string>;

export type CsvTable = { columns: string[]; rows: AsyncIterable<Row<TableRow>> };

/** What the header of a file must name; `known` where it may name nothing else. */
export type ExpectedColumns = {
  required: readonly string[];
  known?: readonly string[];
  /** The names are taken in small letters, however the file writes them. */
  inAnyCase?: boolean;
  hint?: string;
};

/**
 * Opens a CSV file: reads its header, and its rows as they are asked for. Throws a SourceFileError that lists what was
 * found and what was expected, where there is no header, or columns are missing or unknown.
 */
export async function openCsvTable(input: SourceBytes, expected: ExpectedColumns): Promise<CsvTable> {
  const batches = readCsvRecords(decodeText(input));
  const first = await batches.next();
  const header = first.done ? undefined : first.value[0];
  if (!header)
    throw new SourceFileError('the file is empty: a header line with the names of the columns was expected');
  if ('broken' in header) throw new SourceFileError(`the header line cannot be read: ${header.broken}`);
  const names = header.fields.map((name) => name.trim());
  const columns = expected.inAnyCase ? names.map((name) => name.toLowerCase()) : names;
  checkHeader(columns, expected);
  checkColumns(columns, expected);
  return { columns, rows: readRows(columns, (first.value as CsvRecord[]).slice(1), batches) };
}

async function* readRows(
  columns: string[],
  firstBatch: CsvRecord[],
  batches: AsyncIterable<CsvRecord[]>,
): AsyncGenerator<Row<TableRow>> {
  for (const record of firstBatch) yield rowOf(columns, record);
  for await (const batch of batches) for (const record of batch) yield rowOf(columns, record);
}

function rowOf(columns: string[], record: CsvRecord): Row<TableRow> {
  if ('broken' in record) return brokenRow(record.line, record.text, record.broken);
  // Columns are named by whoever made the file: "constructor" and "__proto__" are names like others.
  const value: TableRow = Object.create(null);
  let isUndecodable = false;
  for (let i = 0; i < columns.length; i++) {
    const field = record.fields[i]!;
    value[columns[i]!] = field;
    isUndecodable ||= hasUndecodable(field);
  }
  if (isUndecodable) return brokenRow(record.line, record.fields.join(','), undecodableText);
  return { line: record.line, raw: value, ok: true, value };
}

/** Throws a SourceFileError where the header is no line of readable names. */
export function checkHeaderText(columns: readonly string[]): void {
  if (columns.some((name) => name.includes('\r'))) {
    throw new SourceFileError(
      'the lines of the file end in bare carriage returns: save it with LF or CRLF line ends',
    );
  }
  if (columns.some(hasUndecodable)) throw new SourceFileError(`the header line ${undecodableText}`);
}

function checkHeader(columns: readonly string[], expected: ExpectedColumns): void {
  checkHeaderText(columns);
  if (isData(columns, expected)) {
    const { required, known = [] } = expected;
    const further = known.filter((name) => !required.includes(name));
    const faults = [
      `there is no header line: the first line holds data (${oneLine(columns.join(', '), 300)})`,
      `put a line with the names of the columns before it, in the order of the columns; needed are ${required.join(', ')}`,
      further.length > 0 && `possible are also ${further.join(', ')}`,
      expected.hint,
    ];
    throw new SourceFileError(faults.filter(Boolean).join('\n  '));
  }
  const repeated = columns.find((name, i) => name !== '' && columns.indexOf(name) !== i);
  if (repeated !== undefined) throw new SourceFileError(`the header names the column ${repeated} twice`);
}

/** True for a first line that is no header: it names no column that is expected, and holds a number or a date. */
function isData(fields: readonly string[], { required, known = required }: ExpectedColumns): boolean {
  const names = new Set([...required, ...known].map((name) => name.toLowerCase()));
  return !fields.some((field) => names.has(field.toLowerCase())) && fields.some(isNumberOrDate);
}

export function isNumberOrDate(field: string): boolean {
  return /^([+-]?\d+([.,]\d+)?|\d{4}-\d\d-\d\d.*|\d{1,2}[./-]\d{1,2}[./-]\d{4})$/.test(field);
}

/** Throws a SourceFileError where columns are missing or unknown. */
export function checkColumns(columns: readonly string[], expected: ExpectedColumns): void {
  const missing = expected.required.filter((name) => !columns.includes(name));
  const unknown = expected.known ? columns.filter((name) => !expected.known!.includes(name)) : [];
  if (missing.length === 0 && unknown.length === 0) return;
  const faults = [
    missing.length > 0 && `columns missing: ${missing.join(', ')}`,
    unknown.length > 0 &&
      `columns not known: ${unknown.map((name) => name || '(without a name)').join(', ')}`,
    `found: ${oneLine(columns.join(', '), 1500) ?? 'nothing'}`,
    `expected: ${(expected.known ?? expected.required).join(', ')}`,
    expected.hint,
  ];
  throw new SourceFileError(faults.filter(Boolean).join('\n  '));
}
