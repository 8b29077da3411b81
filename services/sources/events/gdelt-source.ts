import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { calendarDate } from '../../../domain/time.ts';
import type { CollectedEvent } from '../../database/events/event.ts';
import type { RefusedSourceRow } from '../../database/sources/source-row.ts';
import { FetchError } from '../../fetching/fetch-error.ts';
import { SourceFileError } from '../files/row-reader.ts';
import { unpacked, type ZipLimits } from '../files/zip.ts';
import { addressOption } from '../option-fields.ts';
import { type Portion, type Source, SourceError, type SourceTools } from '../source.ts';
import { readGdeltExport } from './gdelt-export.ts';
import {
  instantOf,
  type ListedExport,
  type Quarter,
  quartersPerDay,
  quarterText,
  readListedAfter,
  readNewest,
  stepsAfter,
  stepsBetween,
} from './gdelt-lists.ts';

const options = z.strictObject({
  since: z.iso
    .date('must be a date as YYYY-MM-DD')
    .refine((day) => day >= '2015-02-19', 'must not lie before 2015-02-19, when GDELT 2.0 begins')
    .optional(),
  baseUrl: addressOption.default('http://data.gdeltproject.org/gdeltv2'),
});

type Options = z.output<typeof options>;
type Tools = SourceTools<Options>;

/** The last quarter that is stored, or was passed over. */
type Cursor = { quarter: Quarter };

/** A quarter that is not there although a later one is may still come within this time. */
const waitForQuarters = 8;
/** So often in a row an archive is asked for whose bytes are not what they should be. */
const triesPerArchive = 5;
/** The largest export of a quarter of an hour is some 2 MB, and a tenth of that packed. */
const archiveLimits: ZipLimits = { maxPacked: 20_000_000, maxUnpacked: 100_000_000 };

/** GDELT 2.0 by its files, of which there is one every quarter of an hour; never by its search. */
export const gdelt: Source<Options> = {
  name: 'gdelt',
  title: 'GDELT 2.0 Events',
  gives: 'events',
  terms: {
    licence: 'open, with attribution',
    attribution: 'The GDELT Project, https://www.gdeltproject.org',
    url: 'https://www.gdeltproject.org/about.html',
    whoMayUse: 'Everybody, for any purpose, naming the GDELT Project.',
    mayShowRaw: true,
    mayFit: true,
  },
  coverage: 'All countries, by machine from the world’s news in English, since 19 February 2015.',
  access: 'Nothing is needed.',
  credentials: [],
  options,
  everyMinutes: 15,
  lagDays: 0,
  staleAfterDays: 2,
  fetch,
  async probe(tools) {
    const newest = await readNewest(tools);
    const read = await readExport(newest, tools);
    const rows = read && read.events.length + read.refused.length + sumOf(read.leftOut);
    return `the newest quarter is ${quarterText(newest.quarter)}, ${rows === null ? 'listed and not there yet' : `with ${rows} rows, of which ${read!.events.length} are taken`}.`;
  },
};

/** All quarters after the cursor, oldest first, each as one portion. Without a cursor from a day before the newest on. */
async function* fetch(cursor: unknown, tools: Tools): AsyncGenerator<Portion> {
  const newest = await readNewest(tools);
  const from = (cursor as Cursor | null)?.quarter ?? startOf(tools.options, newest.quarter);
  const recency = `published up to ${quarterText(newest.quarter)}`;
  const missed = Math.max(0, stepsBetween(from, newest.quarter));
  if (missed === 0) {
    yield { recency };
    return;
  }
  const listed = await readListedAfter(from, newest, tools);
  const passedOver: Quarter[] = [];
  for (let step = 1; step <= missed; step += 1) {
    const quarter = stepsAfter(from, step);
    const archive = listed.get(quarter);
    const read = archive ? await readPatiently(archive, tools) : 'not there';
    if (read === 'not there' && missed - step < waitForQuarters) {
      const last = passedOver.at(-1);
      const note = `${quarterText(quarter)} is not there yet, and is asked for again`;
      yield {
        recency,
        ...(last ? { cursor: { quarter: last } satisfies Cursor } : {}),
        note: [noteOf(passedOver), note].filter(Boolean).join('; '),
      };
      return;
    }
    if (typeof read === 'string') {
      passedOver.push(quarter);
      if (step < missed) continue;
    }
    const progress = { done: step, of: missed, what: 'quarters of an hour' };
    const publishedTo = calendarDate(instantOf(quarter));
    const note = noteOf(passedOver.splice(0));
    if (note) tools.log.warn({ source: 'gdelt', note }, 'quarters were passed over');
    const portion = { cursor: { quarter } satisfies Cursor, publishedTo, recency, progress };
    yield { ...portion, ...(typeof read === 'string' ? {} : read), note };
  }
}

function startOf({ since }: Options, newest: Quarter): Quarter {
  return since ? stepsAfter(`${since.replaceAll('-', '')}000000`, -1) : stepsAfter(newest, -quartersPerDay);
}

function noteOf(quarters: readonly Quarter[]): string | undefined {
  if (quarters.length === 0) return undefined;
  const [first, last] = [quarterText(quarters[0]!), quarterText(quarters.at(-1)!)];
  return quarters.length === 1
    ? `${first} was passed over: it is not there, or cannot be read`
    : `${quarters.length} quarters of an hour from ${first} to ${last} were passed over: they are not there, or cannot be read`;
}

type ReadExport = Required<Pick<Portion, 'events' | 'refused' | 'leftOut'>>;

/**
 * An archive that is not what the list says of it may be whole the next time: the fetch fails, and asks again after
 * its pauses. What is broken each time is passed over, so that it does not hold up all that comes after it.
 */
async function readPatiently(
  listed: ListedExport,
  tools: Tools,
): Promise<ReadExport | 'not there' | 'broken'> {
  const key = `tries ${listed.quarter}`;
  try {
    const read = (await readExport(listed, tools)) ?? 'not there';
    tools.memory.delete(key);
    return read;
  } catch (error) {
    const isBroken = error instanceof SourceError || (error instanceof FetchError && !error.retry);
    if (!isBroken) throw error;
    const tries = ((tools.memory.get(key) as number | undefined) ?? 0) + 1;
    tools.memory.set(key, tries);
    if (tries < triesPerArchive) throw new SourceError(error.message, { cause: error });
    tools.memory.delete(key);
    return 'broken';
  }
}

/** Null where it is not there. Throws a SourceError where it is not what the list says, or cannot be read. */
async function readExport(listed: ListedExport, { api, options, now }: Tools): Promise<ReadExport | null> {
  // The list names other addresses for the same files; what is asked is the base that was chosen.
  const address = `${options.baseUrl}/${listed.quarter}.export.CSV.zip`;
  const { status, body } = await api.ask(address, { maxBytes: archiveLimits.maxPacked });
  if (status === 404) return null;
  if (status !== 200) throw new SourceError(`${address} answered ${status}`);
  const md5 = createHash('md5').update(body).digest('hex');
  if (md5 !== listed.md5 || body.length !== listed.bytes)
    throw new SourceError(
      `${address} is not what the list says: ${body.length} bytes with the checksum ${md5}, instead of ${listed.bytes} with ${listed.md5}`,
    );
  try {
    return await readRows(body, listed.quarter, now());
  } catch (error) {
    if (!(error instanceof SourceFileError)) throw error;
    throw new SourceError(`${address} cannot be read: ${error.message}`, { cause: error });
  }
}

const saidAgain = 'says again what an earlier row says';

async function readRows(archive: Buffer, quarter: Quarter, now: Date): Promise<ReadExport> {
  const events = new Map<string, CollectedEvent>();
  const refused: RefusedSourceRow[] = [];
  const leftOut: Record<string, number> = {};
  const leaveOut = (reason: string) => {
    leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  };
  const rows = unpacked(Readable.from([archive]), archiveLimits);
  for await (const row of readGdeltExport(rows, { now, source: null })) {
    if (!row.ok) {
      if (row.leftOut !== undefined) leaveOut(row.leftOut);
      else refused.push({ rowId: `${quarter}:${row.line}`, refusals: row.refusals, raw: row.raw });
    } else if (events.has(row.value.event.sourceEventId)) leaveOut(saidAgain);
    else events.set(row.value.event.sourceEventId, row.value);
  }
  return { events: [...events.values()], refused, leftOut };
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
