import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../config/package-root.ts';
import type { ImportRequest } from '../services/importing/import-file.ts';
import { ColumnMapError, parseColumnMap } from '../services/sources/events/mapped-csv.ts';
import { slugOf } from '../services/sources/files/field-text.ts';
import type { ColumnMap } from '../services/sources/files/row-reader.ts';
import {
  type EventFormat,
  eventReaders,
  type PlaceFormat,
  placeReaders,
  type SiteFormat,
  siteReaders,
} from '../services/sources/formats.ts';
import { UsageError } from './command.ts';

/** What a call of `orewatch import` asks for. */
export type ImportCall = {
  file: string;
  asJson: boolean;
  request: Pick<ImportRequest, 'fileName' | 'source' | 'columns'> &
    (
      | { kind: 'events'; format: EventFormat }
      | { kind: 'sites'; format: SiteFormat }
      | { kind: 'places'; format: PlaceFormat }
    );
};

/** Formats that are published by one source. */
const ownNames = ['ipis', 'icmm', 'ucdp-ged', 'whosonfirst', 'geonames'];

/** Reads the arguments; throws a UsageError that says what is wrong. */
export function readImportCall(args: string[]): ImportCall {
  const { values, positionals } = parseArgs({
    args,
    options: {
      format: { type: 'string' },
      map: { type: 'string' },
      set: { type: 'string' },
      source: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [kind, file, ...more] = positionals;
  if (kind !== 'events' && kind !== 'sites' && kind !== 'places')
    throw new UsageError('Say what to import: events, sites or places.');
  if (!file || more.length > 0) throw new UsageError('Name one file, or - for standard input.');
  if (values.source !== undefined && !/^[a-z0-9][a-z0-9._-]{0,63}$/.test(values.source)) {
    throw new UsageError('--source must be a short name in lower case, such as my-watchers.');
  }
  if (values.source !== undefined && ownNames.includes(values.format ?? '')) {
    throw new UsageError(`--source is not needed: the format ${values.format} brings its own name.`);
  }
  const base = { file, asJson: values.json };
  const fileName = file === '-' ? 'stdin' : file;
  if (kind !== 'events' && (values.map ?? values.set))
    throw new UsageError('--map and --set are for events only.');
  if (kind === 'places') {
    const format = formatOf(placeReaders, values.format, file);
    if (values.source !== undefined) throw new UsageError('--source is not for places.');
    return { ...base, request: { kind, fileName, format, source: null } };
  }
  if (kind === 'sites') {
    return { ...base, request: { kind, fileName, ...readSiteFormat(file, values) } };
  }
  return { ...base, request: { kind, fileName, ...readEventFormat(file, values) } };
}

/** How a file of sites is to be read. */
export type SiteFileFormat = { format: SiteFormat; source: string | null };

/** How a file of events is to be read; `columns` where it is any CSV file with a map. */
export type EventFileFormat = { format: EventFormat; source: string | null; columns?: ColumnMap };

type FormatOptions = { format?: string; source?: string };

/** The format of a file of sites: the one named, or the one that its name tells. Throws a UsageError. */
export function readSiteFormat(file: string, options: FormatOptions): SiteFileFormat {
  const format = formatOf(siteReaders, options.format, file);
  const source = options.source ?? (format === 'csv' || format === 'geojson' ? nameOf(file) : null);
  return { format, source };
}

/** The format of a file of events, with the map of its columns where one is given. Throws a UsageError. */
export function readEventFormat(
  file: string,
  options: FormatOptions & { map?: string; set?: string },
): EventFileFormat {
  if (options.map === undefined) {
    if (options.set !== undefined) throw new UsageError('--set goes with --map.');
    const { 'mapped-csv': _, ...readers } = eventReaders;
    return { format: formatOf(readers, options.format, file), source: options.source ?? null };
  }
  if (options.format !== undefined && options.format !== 'csv')
    throw new UsageError('--map is for CSV files only.');
  const columns = readMap(options.map, options.set);
  const source =
    options.source ?? ('source' in columns.from || 'source' in columns.fixed ? null : nameOf(file));
  return { format: 'mapped-csv', source, columns };
}

function formatOf<F extends string>(
  readers: Record<F, unknown>,
  format: string | undefined,
  file: string,
): F {
  const known = Object.keys(readers) as F[];
  const wanted = format ?? path.extname(file).slice(1).toLowerCase();
  const found = known.find((name) => name === wanted);
  if (found) return found;
  throw new UsageError(
    format === undefined
      ? `The format of ${file} is not plain from its name: say --format ${known.join('|')}.`
      : `There is no format "${format}" for this: say --format ${known.join('|')}.`,
  );
}

function readMap(map: string, set: string | undefined): ColumnMap {
  try {
    return parseColumnMap(map, set);
  } catch (error) {
    throw error instanceof ColumnMapError ? new UsageError(`${error.message}.`) : error;
  }
}

/** The name of a source where none is given: that of the file; the sites that come with Orewatch are its own. */
function nameOf(file: string): string {
  if (file === '-') throw new UsageError('Standard input has no name: say --source NAME.');
  if (path.resolve(file) === path.join(packageRoot, 'data', 'sites.csv')) return 'orewatch';
  return slugOf(path.basename(file, path.extname(file)), 64);
}
