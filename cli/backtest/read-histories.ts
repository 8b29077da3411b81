import { riskPolicy } from '../../config/risk-policy.ts';
import { checkFileMayFit, checkMayFit } from '../../services/backtest/fit-terms.ts';
import { collectHistories, type Histories } from '../../services/backtest/history.ts';
import { readBacktestSites } from '../../services/backtest/read-sites.ts';
import { createReading, type Reading } from '../../services/backtest/reading.ts';
import { BacktestError } from '../../services/backtest/years.ts';
import { SourceFileError } from '../../services/sources/files/row-reader.ts';
import { type OpenedFile, openStart } from '../../services/sources/files/stream-start.ts';
import {
  type EventFormat,
  eventReaders,
  type SiteFormat,
  siteReaders,
} from '../../services/sources/formats.ts';
import { type AskedFormat, chooseFormat } from '../choose-format.ts';
import type { Io } from '../command.ts';
import { openInput } from '../input-file.ts';
import type { Progress } from '../progress.ts';
import { takenText } from '../tell-format.ts';
import type { BacktestCall } from './backtest-call.ts';

/** Reads the sites and the events of a back-test. Throws a BacktestError where they cannot serve. */
export async function readHistories(call: BacktestCall, io: Io, progress: Progress): Promise<Histories> {
  const { sites: siteFile, events: eventFile, options } = call;
  const [siteInput, eventInput] = [await openInput(siteFile.file, io), await openInput(eventFile.file, io)];
  try {
    const now = new Date();
    const openedSites = await openStart(siteInput.input);
    const sites = await inFile(siteFile.file, async () => {
      const { read, source } = await choose(siteFile, openedSites, io);
      const rows = siteReaders[(read as SiteFormat).format](openedSites.input, { source, now });
      const reading = createReading((count) => progress.update(`sites: ${count} rows`));
      const sites = await readBacktestSites(rows, reading);
      tellRefused(siteFile.file, reading, io, progress);
      return sites;
    });
    if (sites.length === 0) throw new BacktestError(`${siteFile.file} holds no site that could be read.`);

    const histories = collectHistories(sites, riskPolicy, options.radiusKm);
    const openedEvents = await openStart(eventInput.input);
    await inFile(eventFile.file, async () => {
      if (options.refit) await checkFileMayFit(openedEvents.start);
      const { read, source, columns } = await choose(eventFile, openedEvents, io);
      const rows = eventReaders[(read as EventFormat).format](openedEvents.input, { source, columns, now });
      const reading = createReading((count) => progress.update(`events: ${count} rows`));
      for await (const row of rows) {
        if (!reading.note(row)) continue;
        if (options.refit) checkMayFit(row.value.event.source);
        histories.add(row.value.event);
      }
      tellRefused(eventFile.file, reading, io, progress);
    });
    return histories.finish();
  } finally {
    for (const { input } of [siteInput, eventInput]) input.destroy();
  }
}

async function choose(asked: AskedFormat, { start }: OpenedFile, io: Io) {
  const chosen = await chooseFormat(asked, start);
  if (chosen.recognised) io.stderr.write(`${takenText(asked, chosen.recognised)}\n`);
  return chosen;
}

async function inFile<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SourceFileError)
      throw new SourceFileError(`${file} cannot be read: ${error.message}`);
    throw error;
  }
}

function tellRefused(
  file: string,
  { rows, refused, firstRefused }: Reading,
  io: Io,
  progress: Progress,
): void {
  if (refused === 0) return;
  progress.done();
  io.stderr.write(
    `${file}: ${refused} of ${rows} rows cannot be read and are left out; the first: ${firstRefused}\n`,
  );
}
