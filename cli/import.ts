import path from 'node:path';
import type { Readable } from 'node:stream';
import { readConfig } from '../config/env.ts';
import { type ImportSummary, importFile } from '../services/importing/import-file.ts';
import { SourceFileError } from '../services/sources/files/row-reader.ts';
import { type Command, type Io, print } from './command.ts';
import { type ImportCall, readImportCall } from './import-call.ts';
import { type Input, openInput } from './input-file.ts';
import { createProgress, type Progress } from './progress.ts';
import { openStack, type Stack } from './stack.ts';
import { summaryText } from './tell-import.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Import events, mining sites or places from a file, or from standard input (-).',
  usage:
    'orewatch import events FILE [--format csv|jsonl|ucdp-ged] [--map FIELD=COLUMN,…] [--set FIELD=VALUE,…] [--source NAME] [--json]\n' +
    '       orewatch import sites FILE [--format csv|geojson|ipis|icmm] [--source NAME] [--json]\n' +
    '       orewatch import places FILE --format whosonfirst|geonames [--json]\n' +
    'Exit code: 0 all rows are in, 1 failed, 2 wrong call, 3 some rows were refused or the import was stopped.',
  examples: [
    'orewatch import events GEDEvent_v25_1.csv --format ucdp-ged',
    'orewatch import sites cod_mines_curated_all_opendata_p_ipis.csv --format ipis',
    'orewatch import places CD.txt --format geonames',
    'orewatch import events mine.csv --map date=day,lat=latitude,lon=longitude,type=kind,deaths=killed --source my-watchers',
    'curl -s https://example.org/events.jsonl | orewatch import events - --format jsonl',
  ],
  async run(args, io) {
    const call = readImportCall(args);
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
        return await runImport(call, { input, size }, stack, io, progress, stopping.signal);
      } finally {
        await stack.close();
      }
    } finally {
      progress.done();
      process.off('SIGINT', stop).off('SIGTERM', stop);
      input.destroy();
    }
  },
};

async function runImport(
  { file, asJson, request }: ImportCall,
  { input, size }: Input,
  stack: Stack,
  io: Io,
  progress: Progress,
  signal: AbortSignal,
): Promise<number> {
  let summary: ImportSummary;
  try {
    summary = await importFile({
      ...request,
      input,
      context: stack.context,
      recordedAt: new Date(),
      refusedFolder: path.join(stack.config.dataDir, 'refused'),
      signal,
      onProgress: ({ rows, seconds }) => progress.update(progressText(rows, seconds, { input, size })),
    });
  } catch (error) {
    progress.done();
    if (!(error instanceof SourceFileError)) {
      io.stderr.write(
        'The import ended on the way. What was stored stays: import the file again to complete it.\n',
      );
      throw error;
    }
    io.stderr.write(`${file === '-' ? 'Standard input' : file} cannot be imported: ${error.message}\n`);
    return 1;
  }
  progress.done();
  print(io, asJson ? JSON.stringify(summary, null, 2) : summaryText(summary, request.kind));
  // What is left when a person stops the wait is done by the service, or at its next start.
  const stopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
  await Promise.race([
    stopped,
    stack.waitUntilIdle((left) => progress.update(`linking and assessing: ${left}`)),
  ]);
  return summary.refused > 0 || summary.stopped ? 3 : 0;
}

function progressText(rows: number, seconds: number, { input, size }: Input): string {
  const perSecond = Math.round(rows / Math.max(0.001, seconds)).toLocaleString('en');
  const bytes = (input as Readable & { bytesRead?: number }).bytesRead;
  const part = size && bytes ? ` · ${Math.floor((100 * bytes) / size)} % of the file read` : '';
  return `${rows.toLocaleString('en')} rows · ${perSecond} rows/s${part}`;
}
