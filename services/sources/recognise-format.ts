import { acledRows } from './events/acled.ts';
import { isTagLine } from './events/ucdp-ged.ts';
import { readCsvRecords } from './files/csv-records.ts';
import { checkHeaderText, isNumberOrDate } from './files/csv-table.ts';
import { decodeText } from './files/decode-text.ts';
import { oneLine } from './files/field-text.ts';
import { featureArray, type MemberArray, readMembers } from './files/json-members.ts';
import { SourceFileError } from './files/row-reader.ts';
import { startLength } from './files/stream-start.ts';
import { type FormatMark, formatMarks, type RowMark, rowsNotRead, type Shape } from './format-marks.ts';

/** What a file was taken for and why; or what was seen in it, where that is no format or several. */
export type Recognition = { found: FormatMark; reason: string } | ({ found: null } & Unrecognised);

export type Unrecognised = {
  seen: Seen;
  /** Those that fit equally well. */
  candidates: FormatMark[];
  /** The one of which at least half is there, and what it lacks. */
  nearest: { mark: FormatMark; missing: string[]; unknown: string[] } | null;
};

type Seen = {
  /** Null where it is none that any format has. */
  shape: Shape | null;
  /** In words: "a table with the columns a, b". */
  text: string;
  fields: string[];
  /** What to do with such a file. */
  advice?: string;
  /** What else speaks for a format. */
  note?: string;
};

/**
 * Recognises what a file holds by its first bytes. `among` are the formats that come into question. Throws a
 * SourceFileError where it is no text at all, empty, or in another encoding.
 */
export async function recogniseFormat(
  start: Buffer,
  among: readonly FormatMark[] = formatMarks,
): Promise<Recognition> {
  const text = await textOf(start);
  if (text.trim() === '') throw new SourceFileError('the file is empty');
  const row = firstLine(text).split('\t');
  const dump = among.find((mark) => mark.row && fitsRow(mark.row, row));
  if (dump) return { found: dump, reason: `its lines have ${rowText(dump.row!)}` };
  const seen = await look(text, start.length >= startLength);
  const fitting = among.filter((mark) => fits(mark, seen));
  const candidates = fitting.filter((mark) => !fitting.some((other) => asksMore(other, mark)));
  const [found] = candidates;
  if (found && candidates.length === 1) {
    const names = `${whereNamed[found.shape]} ${found.telling.join(', ')}`;
    return { found, reason: seen.note ? `${names}, and ${seen.note}` : names };
  }
  return { found: null, seen, candidates, nearest: found ? null : nearestOf(seen, among) };
}

const whereNamed: Record<Shape, string> = {
  csv: 'its header names',
  tabs: 'its header names',
  geojson: 'its points have',
  data: 'its rows have',
  lines: 'its lines have',
};

async function textOf(start: Buffer): Promise<string> {
  let text = '';
  for await (const piece of decodeText(once(start))) text += piece;
  return text;
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

function firstLine(text: string): string {
  return text.slice(0, `${text}\n`.indexOf('\n')).replace(/\r$/, '');
}

function fitsRow({ width, holds }: RowMark, row: readonly string[]): boolean {
  return row.length === width && holds.every(({ field, pattern }) => pattern.test(row[field - 1]!));
}

function rowText({ width, holds }: RowMark): string {
  const parts = holds.map(({ field, what }) => `${field} holds ${what}`);
  return `${width} columns separated by tabs, no names of columns before them, and column ${parts.join(', ')}`;
}

async function look(text: string, isCut: boolean): Promise<Seen> {
  const begin = text.trimStart();
  if (begin.startsWith('<')) return lookAtMarkup(begin);
  if (/^[{[]/.test(begin)) return lookAtJson(text);
  const row = firstLine(text).split('\t');
  const other = rowsNotRead.find((known) => fitsRow(known.row, row));
  if (other) {
    const seen = `${other.what}: ${rowText(other.row)}`;
    return { shape: null, text: seen, fields: [], advice: other.advice };
  }
  if (isCut && !text.includes('\n'))
    return { shape: null, text: `a first line of more than ${startLength / 1024} KB`, fields: [] };
  return lookAtTable(text);
}

function lookAtMarkup(begin: string): Seen {
  const isPage = /^<(!doctype html|html|head|body)\b/i.test(begin);
  return {
    shape: null,
    text: isPage ? 'a web page (HTML)' : 'XML or a web page',
    fields: [],
    advice: isPage
      ? 'the address answered with a page instead of the file, such as a login or an error: open it in a browser, and fetch the file again'
      : 'fetch the data as CSV or GeoJSON',
  };
}

async function lookAtTable(text: string): Promise<Seen> {
  const records = [];
  for await (const batch of readCsvRecords(once(text))) records.push(...batch);
  const [header, second] = records;
  if (!header || 'broken' in header) {
    const reason = header && 'broken' in header ? header.broken : 'it is empty';
    return { shape: null, text: `a first line that cannot be taken apart: ${reason}`, fields: [] };
  }
  const fields = header.fields.map((name) => name.trim());
  checkHeaderText(fields);
  const list = listed(fields);
  if (fields.length === 1) {
    const begin = oneLine(fields[0], 80) ?? '';
    return { shape: null, text: `text that begins with ${JSON.stringify(begin)}`, fields: [] };
  }
  const isNamed = formatMarks.some(({ fields: names }) => names.some((name) => fields.includes(name)));
  if (!isNamed && fields.some(isNumberOrDate)) {
    const advice = 'put a line with the names of the columns before it';
    return { shape: null, text: `a table without a header line: ${list}`, fields: [], advice };
  }
  const isTagged = second !== undefined && 'fields' in second && isTagLine(second.fields);
  const note = isTagged ? 'its second line holds HXL tags' : undefined;
  return { shape: 'csv', text: `a table with the ${fields.length} columns ${list}`, fields, note };
}

async function lookAtJson(text: string): Promise<Seen> {
  const feature = (await firstMember(text, featureArray)) as { id?: unknown; properties?: unknown } | null;
  if (feature) {
    const fields = [...(feature.id == null ? [] : ['id']), ...keysOf(feature.properties)];
    return { shape: 'geojson', text: `GeoJSON whose features have ${listed(fields)}`, fields };
  }
  const row = await firstMember(text, acledRows);
  if (row) return { shape: 'data', text: `JSON whose rows have ${listed(keysOf(row))}`, fields: keysOf(row) };
  const fields = keysOf(parsed(firstLine(text)));
  if (fields.includes('publishedAt')) {
    const advice = 'reports are told again by "orewatch replay FILE"';
    return { shape: null, text: `reports as JSON lines with ${listed(fields)}`, fields: [], advice };
  }
  if (fields.length > 0) return { shape: 'lines', text: `JSON lines with ${listed(fields)}`, fields };
  const keys = [...text.slice(0, 4000).matchAll(/"([^"\\]{1,60})"\s*:/g)].map(([, key]) => key!);
  const first = [...new Set(keys)].slice(0, 10);
  return { shape: null, text: `JSON that begins with ${listed(first)}`, fields: [] };
}

function listed(fields: readonly string[]): string {
  return oneLine(fields.join(', '), 500) ?? 'nothing';
}

/** The first member of an array of a JSON text that may be cut off. */
async function firstMember(text: string, array: MemberArray): Promise<object | null> {
  try {
    for await (const row of readMembers(once(text), array))
      return row.ok && typeof row.value === 'object' ? row.value : null;
  } catch (error) {
    if (!(error instanceof SourceFileError)) throw error;
  }
  return null;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function keysOf(value: unknown): string[] {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
}

function fits(mark: FormatMark, seen: Seen): boolean {
  const { missing, unknown } = gaps(mark, seen);
  return mark.shape === seen.shape && missing.length === 0 && unknown.length === 0;
}

function gaps({ fields, known, inAnyCase }: FormatMark, seen: Seen) {
  const there = new Set(inAnyCase ? seen.fields.map((name) => name.toLowerCase()) : seen.fields);
  return {
    missing: fields.filter((name) => !there.has(name)),
    unknown: known ? seen.fields.filter((name) => !known.includes(name)) : [],
  };
}

/** True where a format asks for all that another one asks for, and more: a file that has it is one of that format. */
function asksMore(mark: FormatMark, other: FormatMark): boolean {
  return mark.fields.length > other.fields.length && other.fields.every((name) => mark.fields.includes(name));
}

function nearestOf(seen: Seen, among: readonly FormatMark[]): Unrecognised['nearest'] {
  const near = among
    .filter((mark) => mark.shape === seen.shape && mark.fields.length > 0)
    .map((mark) => {
      const { missing, unknown } = gaps(mark, seen);
      const share = (mark.fields.length - missing.length) / (mark.fields.length + unknown.length);
      return { mark, missing, unknown, share };
    })
    .sort((a, b) => b.share - a.share)[0];
  if (!near || near.share < 0.5) return null;
  const { mark, missing, unknown } = near;
  return { mark, missing, unknown };
}
