import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { readConfig } from '../../config/env.ts';
import { packageRoot } from '../../config/package-root.ts';
import { slugOf } from '../sources/field-text.ts';
import { type EventFormat, eventReaders, type SiteFormat, siteReaders } from '../sources/formats.ts';
import { type ImportRequest, importFile } from '../sources/import-file.ts';
import { ColumnMapError, parseColumnMap } from '../sources/mapped-csv.ts';
import { type ColumnMap, SourceFileError } from '../sources/row-reader.ts';
import { type Command, type Io, print, UsageError } from './command.ts';
import { createProgress } from './progress.ts';
import { openStack } from './stack.ts';
import { summaryText } from './tell-import.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Import events or mining sites from a file, or from standard input (-).',
  usage:
    'orewatch import events FILE [--format csv|jsonl|ucdp-ged] [--map FIELD=COLUMN,…] [--set FIELD=VALUE,…] [--source NAME] [--json]\n' +
    '       orewatch import sites FILE [--format csv|geojson|ipis|icmm] [--source NAME] [--json]\n' +
    'Exit code: 0 all rows are in, 1 failed, 2 wrong call, 3 some rows were refused or the import was stopped.',
  examples: [
    'orewatch import events GEDEvent_v25_1.csv --format ucdp-ged',
    'orewatch import sites cod_mines_curated_all_opendata_p_ipis.csv --format ipis',
    'orewatch import events mine.csv --map date=day,lat=latitude,lon=longitude,type=kind,deaths=killed --source my-watchers',
    'curl -s https://example.org/events.jsonl | orewatch import events - --format jsonl',
  ],
  async run(args, io) {
    const call = readCall(args);
    const { input, size } = await openInput(call.file, io);
    const config = readConfig(io.env);
    const progress = createProgress(io);
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    process.once('SIGINT', stop).once('SIGTERM', stop);
    try {
      // Without mailing: the service sends the mails of what is imported beside it, or at its next start.
      const stack = await openStack(config, {
        owner: 'join',
        work: config.databaseUrl ? 'none' : 'pipeline',
        onStep: (text) => progress.update(text),
      });
      try {
        const summary = await importFile({
          ...call.request,
          input,
          context: stack.context,
          recordedAt: new Date(),
          refusedFolder: path.join(config.dataDir, 'refused'),
          signal: stopping.signal,
          onProgress: ({ rows, seconds }) => progress.update(progressText(rows, seconds, input, size)),
        });
        progress.done();
        print(io, call.asJson ? JSON.stringify(summary, null, 2) : summaryText(summary, call.request.kind));
        if (!summary.stopped) {
          await stack.waitUntilIdle((left) => progress.update(`linking and assessing: ${left}`));
        }
        return summary.refused > 0 || summary.stopped ? 3 : 0;
      } finally {
        await stack.close();
      }
    } catch (error) {
      progress.done();
      if (!(error instanceof SourceFileError)) throw error;
      io.stderr.write(
        `${call.file === '-' ? 'Standard input' : call.file} cannot be imported: ${error.message}\n`,
      );
      return 1;
    } finally {
      progress.done();
      process.off('SIGINT', stop).off('SIGTERM', stop);
      input.destroy();
    }
  },
};

type Call = {
  file: string;
  asJson: boolean;
  request: Pick<ImportRequest, 'fileName' | 'source' | 'columns'> &
    ({ kind: 'events'; format: EventFormat } | { kind: 'sites'; format: SiteFormat });
};

function readCall(args: string[]): Call {
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
  if (kind !== 'events' && kind !== 'sites') throw new UsageError('Say what to import: events or sites.');
  if (!file || more.length > 0) throw new UsageError('Name one file, or - for standard input.');
  if (values.source !== undefined && !/^[a-z0-9][a-z0-9._-]{0,63}$/.test(values.source)) {
    throw new UsageError('--source must be a short name in lower case, such as my-watchers.');
  }
  if (values.source !== undefined && ['ipis', 'icmm', 'ucdp-ged'].includes(values.format ?? '')) {
    throw new UsageError(`--source is not needed: the format ${values.format} brings its own name.`);
  }
  const base = { file, asJson: values.json };
  const fileName = file === '-' ? 'stdin' : file;
  if (kind === 'sites') {
    if (values.map ?? values.set) throw new UsageError('--map and --set are for events only.');
    const format = formatOf(siteReaders, values.format, file);
    const source = values.source ?? (format === 'csv' || format === 'geojson' ? nameOf(file) : null);
    return { ...base, request: { kind, format, fileName, source } };
  }
  if (values.map === undefined) {
    if (values.set !== undefined) throw new UsageError('--set goes with --map.');
    const { 'mapped-csv': _, ...readers } = eventReaders;
    const format = formatOf(readers, values.format, file);
    return { ...base, request: { kind, format, fileName, source: values.source ?? null } };
  }
  if (values.format !== undefined && values.format !== 'csv')
    throw new UsageError('--map is for CSV files only.');
  const columns = readMap(values.map, values.set);
  const source =
    values.source ?? ('source' in columns.from || 'source' in columns.fixed ? null : nameOf(file));
  return { ...base, request: { kind, format: 'mapped-csv', fileName, source, columns } };
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

async function openInput(file: string, io: Io): Promise<{ input: Readable; size: number | null }> {
  if (file === '-') return { input: io.stdin, size: null };
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${error.message}.`,
    );
  });
  if (found.isDirectory()) throw new UsageError(`${file} is a folder: name a file.`);
  return { input: createReadStream(file, { highWaterMark: 262_144 }), size: found.size };
}

function progressText(rows: number, seconds: number, input: Readable, size: number | null): string {
  const perSecond = Math.round(rows / Math.max(0.001, seconds)).toLocaleString('en');
  const bytes = (input as Readable & { bytesRead?: number }).bytesRead;
  const part = size && bytes ? ` · ${Math.floor((100 * bytes) / size)} % of the file read` : '';
  return `${rows.toLocaleString('en')} rows · ${perSecond} rows/s${part}`;
}
