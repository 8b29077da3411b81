import path from 'node:path';
import type { Readable } from 'node:stream';
import { type Config, readConfig } from '../config/env.ts';
import { type ImportSummary, importFile } from '../services/importing/import-file.ts';
import { SourceFileError } from '../services/sources/files/row-reader.ts';
import { openStart } from '../services/sources/files/stream-start.ts';
import { formatMarks } from '../services/sources/format-marks.ts';
import { type ChosenFormat, chooseFormat } from './choose-format.ts';
import { type Command, type Io, print } from './command.ts';
import { type ImportCall, readImportCall } from './import-call.ts';
import { type Input, openInput } from './input-file.ts';
import { createProgress, type Progress } from './progress.ts';
import { openStack, type Stack } from './stack.ts';
import { nameText, takenText } from './tell-format.ts';
import { progressText, summaryText } from './tell-import.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Import events, mining sites or places from a file, or from standard input (-).',
  usage:
    'orewatch import FILE [--format FORMAT] [--source NAME] [--json]\n' +
    '       orewatch import FILE --map FIELD=COLUMN,… [--set FIELD=VALUE,…] [--source NAME] [--json]\n' +
    'The format is seen in the file: of UCDP, ACLED, GDELT, IPIS, ICMM, GeoNames and Who’s On First, or Orewatch’s own.\n' +
    `FORMAT: ${formatMarks.map(({ name }) => name).join(', ')}.\n` +
    'Files packed by gzip or ZIP are unpacked on the way. --map reads events of any other CSV file.\n' +
    'Exit code: 0 all rows are in, 1 failed, 2 wrong call, 3 some rows were refused or the import was stopped.',
  examples: [
    'orewatch import GEDEvent_v25_1.csv',
    'orewatch import cod_mines_curated_all_opendata_p_ipis.csv',
    'orewatch import CD.txt.gz',
    'orewatch import mines.csv --format sites-csv --source acme',
    'orewatch import mine.csv --map date=day,lat=latitude,lon=longitude,type=kind,deaths=killed --source my-watchers',
    'curl -s https://example.org/events.jsonl | orewatch import - --source my-watchers',
  ],
  async run(args, io) {
    const call = readImportCall(args);
    const { file } = call.asked;
    const packed = await openInput(file, io);
    try {
      const config = readConfig(io.env);
      const { start, ...unpacked } = await openStart(packed.input);
      const chosen = await chooseFormat(call.asked, start);
      if (chosen.recognised) io.stderr.write(`${takenText(call.asked, chosen.recognised)}\n`);
      return await importChosen(call, chosen, { ...unpacked, packed }, config, io);
    } catch (error) {
      if (!(error instanceof SourceFileError)) throw error;
      io.stderr.write(`${nameText(file)} cannot be imported: ${error.message}\n`);
      return 1;
    } finally {
      packed.input.destroy();
    }
  },
};

/** A file to be read; `packed` is what is on the disk. */
type OpenedInput = { input: Readable; isUnpacked: boolean; packed: Input };

async function importChosen(
  call: ImportCall,
  chosen: ChosenFormat,
  opened: OpenedInput,
  config: Config,
  io: Io,
): Promise<number> {
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
      return await runImport(call, chosen, opened, stack, io, progress, stopping.signal);
    } finally {
      await stack.close();
    }
  } finally {
    progress.done();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function runImport(
  { asked, asJson }: ImportCall,
  { read, source, columns, recognised }: ChosenFormat,
  opened: OpenedInput,
  stack: Stack,
  io: Io,
  progress: Progress,
  signal: AbortSignal,
): Promise<number> {
  let summary: ImportSummary;
  try {
    summary = await importFile({
      ...read,
      ...{ source, columns, signal },
      input: opened.input,
      fileName: asked.file === '-' ? 'stdin' : asked.file,
      context: stack.context,
      recordedAt: new Date(),
      refusedFolder: path.join(stack.config.dataDir, 'refused'),
      onProgress: ({ rows, bytes, seconds }) =>
        progress.update(progressText({ rows, seconds, part: partOf(opened, bytes) })),
    });
  } catch (error) {
    progress.done();
    if (!(error instanceof SourceFileError))
      io.stderr.write(
        'The import ended on the way. What was stored stays: import the file again to complete it.\n',
      );
    throw error;
  }
  progress.done();
  const json = { format: read.format, recognised: recognised?.reason ?? null, ...summary };
  print(io, asJson ? JSON.stringify(json, null, 2) : summaryText(summary, read.kind));
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

/** The part of the file that is stored; of what is unpacked on the way the part that was read, a little more. */
function partOf({ packed, isUnpacked }: OpenedInput, bytes: number): number | null {
  if (!packed.size) return null;
  const done = isUnpacked ? (packed.input as Readable & { bytesRead: number }).bytesRead : bytes;
  return Math.min(1, done / packed.size);
}
