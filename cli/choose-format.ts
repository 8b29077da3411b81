import path from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import { ColumnMapError, parseColumnMap } from '../services/sources/events/mapped-csv.ts';
import { slugOf } from '../services/sources/files/field-text.ts';
import { type ColumnMap, SourceFileError } from '../services/sources/files/row-reader.ts';
import { type FormatMark, formatMarks } from '../services/sources/format-marks.ts';
import type { FileFormat } from '../services/sources/formats.ts';
import { recogniseFormat } from '../services/sources/recognise-format.ts';
import { UsageError } from './command.ts';
import { otherKindText, unrecognisedText } from './tell-format.ts';

export const fileKinds = ['events', 'sites', 'places'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a call says of a file; the rest is seen in the file. */
export type AskedFormat = {
  file: string;
  /** The formats that come into question; one where the call names it. */
  among: readonly FormatMark[];
  isNamed: boolean;
  /** Which column holds which field, of any other CSV file of events. */
  columns?: ColumnMap;
  source: string | null;
  /** False where the rows are only looked at, and need no name that holds. */
  isStored: boolean;
};

/** How a file is to be read, and why where that was seen in it. */
export type ChosenFormat = {
  read: FileFormat;
  source: string | null;
  columns?: ColumnMap;
  recognised: { what: string; reason: string } | null;
};

export type FormatOptions = { format?: string; map?: string; set?: string; source?: string };

/** Reads what a call says of the format of a file. Throws a UsageError that says what is wrong. */
export function readAskedFormat(
  file: string,
  kind: FileKind | null,
  options: FormatOptions,
  isStored = true,
): AskedFormat {
  const { format, map, set } = options;
  const asked = { file, isStored, source: options.source ?? null };
  const ofKind = formatMarks.filter((mark) => kind === null || mark.kind === kind);
  if (map !== undefined || set !== undefined) {
    if (kind !== null && kind !== 'events') throw new UsageError('--map and --set are for events only.');
    if (map === undefined) throw new UsageError('--set goes with --map.');
    if (format !== undefined && format !== 'csv') throw new UsageError('--map is for CSV files only.');
    const columns = readMap(map, set);
    const isSourceGiven = 'source' in columns.from || 'source' in columns.fixed;
    const source = asked.source ?? (isSourceGiven ? null : nameOf(asked));
    return { ...asked, among: ofKind, isNamed: true, columns, source };
  }
  // `csv`, `jsonl` and `geojson` are short for Orewatch's own formats, of whichever kind.
  const among = ofKind.filter(
    ({ name, format: short }) => format === undefined || [name, short].includes(format),
  );
  if (among.length === 0) {
    const names = ofKind.map(({ name }) => name).join('|');
    throw new UsageError(
      `There is no format "${format}"${kind ? ` of ${kind}` : ''}: say --format ${names}.`,
    );
  }
  const isNamed = among.length === 1;
  if (isNamed) refuseSource(among[0]!, asked.source);
  return { ...asked, among, isNamed };
}

/**
 * The format of a file: the one that the call names, or the one that its first bytes tell. Throws a SourceFileError
 * that says what was seen and what to do where that is not plain, and a UsageError where the call does not fit it.
 */
export async function chooseFormat(asked: AskedFormat, start: Buffer): Promise<ChosenFormat> {
  const { among, columns, source } = asked;
  if (columns) return { read: { kind: 'events', format: 'mapped-csv' }, source, columns, recognised: null };
  if (asked.isNamed) return chosen(among[0]!, asked, null);
  const recognition = await recogniseFormat(start, among);
  if (recognition.found) return chosen(recognition.found, asked, recognition.reason);
  if (among.length < formatMarks.length) {
    const other = await recogniseFormat(start);
    if (other.found) throw new SourceFileError(otherKindText(asked, other.found, other.reason));
  }
  throw new SourceFileError(unrecognisedText(asked, recognition));
}

function chosen(mark: FormatMark, asked: AskedFormat, reason: string | null): ChosenFormat {
  refuseSource(mark, asked.source);
  const { what, kind } = mark;
  const read = { kind, format: mark.format } as FileFormat;
  // Stored sites need the name of a dataset; stored events must say themselves who tells of them.
  const needsName = mark.source === null && (kind === 'sites' || !asked.isStored);
  const source = asked.source ?? (needsName ? nameOf(asked) : null);
  return { read, source, recognised: reason === null ? null : { what, reason } };
}

function refuseSource(mark: FormatMark, source: string | null): void {
  if (source !== null && mark.source !== null)
    throw new UsageError(`--source is not needed: the format ${mark.name} brings its own name.`);
}

function readMap(map: string, set: string | undefined): ColumnMap {
  try {
    return parseColumnMap(map, set);
  } catch (error) {
    throw error instanceof ColumnMapError ? new UsageError(`${error.message}.`) : error;
  }
}

/** The name of a source where none is given: that of the file; the sites that come with Orewatch are its own. */
function nameOf({ file, isStored }: Pick<AskedFormat, 'file' | 'isStored'>): string {
  if (file === '-') {
    if (isStored) throw new UsageError('Standard input has no name: say --source NAME.');
    return 'stdin';
  }
  if (path.resolve(file) === path.join(packageRoot, 'data', 'sites.csv')) return 'orewatch';
  const name = path.basename(file).replace(/\.(gz|zip)$/i, '');
  return slugOf(path.basename(name, path.extname(name)), 64);
}
