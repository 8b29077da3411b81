import type { Readable } from 'node:stream';
import { collectEvents, collectInBulk, collectSites } from '../collecting/collect.ts';
import type { CollectedEvent } from '../database/events/event.ts';
import { type CollectedPlace, placeIdOf, storePlaces } from '../database/places/place.ts';
import type { CollectedSite, SiteOutcome } from '../database/sites/collected-site.ts';
import { inTransaction } from '../database/transaction.ts';
import type { PipelineContext } from '../running/context.ts';
import { createRepeatedRows } from '../sources/files/repeated-rows.ts';
import type { ColumnMap, Row } from '../sources/files/row-reader.ts';
import {
  type EventFormat,
  eventReaders,
  type PlaceFormat,
  placeReaders,
  type SiteFormat,
  siteReaders,
} from '../sources/formats.ts';
import { createRefusedRows, type RefusedRow } from './refused-rows.ts';
import { type ReadRow, storeBatch } from './store-batch.ts';

export type ImportRequest = (
  | { kind: 'events'; format: EventFormat }
  | { kind: 'sites'; format: SiteFormat }
  | { kind: 'places'; format: PlaceFormat }
) & {
  input: Readable;
  /** Names the file of refused rows. */
  fileName: string;
  /** Name of the source or dataset, for formats that do not bring their own. */
  source?: string | null;
  /** For the format `mapped-csv`. */
  columns?: ColumnMap;
  context: Pick<PipelineContext, 'database' | 'queues'>;
  recordedAt: Date;
  refusedFolder: string;
  /** Ends the import early: what was read until then is stored. */
  signal?: AbortSignal;
  onProgress?: (progress: { rows: number; refused: number; seconds: number }) => void;
};

/** What became of each row: `rows` is the sum of the seven counts that follow it. */
export type ImportSummary = {
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  /** Events that had been retracted, of which the file says nothing new: they stay retracted. */
  withdrawn: number;
  /** Rows that say again what an earlier row of the file said. */
  repeated: number;
  refused: number;
  /** Refused rows that are not kept: the file of refused rows may not be larger than twice the imported one and 1 MB. */
  onlyCounted: number;
  /** Where the refused rows are kept, one JSON object a line; null where none was refused. */
  refusedFile: string | null;
  firstRefused: RefusedRow[];
  /** Only for sites: how many sites the rows tell of. A file with field visits has a row for each of them. */
  sites?: { new: number; changed: number; unchanged: number };
  /** True where the import was ended before the end of the file. */
  stopped: boolean;
  seconds: number;
};

type Outcome = 'new' | 'changed' | 'unchanged' | 'withdrawn';

const batchSize = 4000;
/** Rows of a hostile size make smaller batches: two of them are in memory at a time. */
const maxBatchBytes = 33_554_432;

/**
 * Imports a file of events, sites or places: streams it, and stores it in batches. Importing it again changes nothing; an
 * import that was cut off is completed by importing the file again. Throws a SourceFileError where the file as a
 * whole cannot be read; what is wrong with a row is told in the summary and costs that row alone.
 */
export async function importFile(request: ImportRequest): Promise<ImportSummary> {
  const { context, recordedAt } = request;
  const read = { bytes: 0 };
  const input = countBytes(request.input, read);
  const options = { now: recordedAt, source: request.source ?? null, columns: request.columns };
  if (request.kind === 'events') {
    const rows = eventReaders[request.format](input, options);
    return collectInBulk(context, () =>
      importRows(rows, request, read, {
        identityOf: ({ event }: CollectedEvent) => `${event.source}\n${event.sourceEventId}`,
        contentOf: ({ event }) => event,
        store: async (values) =>
          (await collectEvents(context, values, recordedAt)).map(({ outcome }) => outcome),
      }),
    );
  }
  if (request.kind === 'places') {
    return importRows(placeReaders[request.format](input, options), request, read, {
      identityOf: (item: CollectedPlace) => placeIdOf(item),
      contentOf: ({ place }) => place,
      store: (values) => inTransaction(context.database, (client) => storePlaces(client, values, recordedAt)),
    });
  }
  const sites = new Map<string, SiteOutcome['outcome']>();
  const summary = await importRows(siteReaders[request.format](input, options), request, read, {
    identityOf: ({ dataset, recordId, asOf }: CollectedSite) => `${dataset}\n${recordId}\n${asOf ?? ''}`,
    contentOf: (site) => site,
    store: async (values) => {
      const outcomes = await collectSites(context, values, recordedAt);
      for (const { siteId, outcome } of outcomes) noteOutcome(sites, siteId, outcome);
      return values.map((value, i) => rowOutcome(value, outcomes[i]!));
    },
  });
  const count = (outcome: string) => [...sites.values()].filter((value) => value === outcome).length;
  return {
    ...summary,
    sites: { new: count('new'), changed: count('changed'), unchanged: count('unchanged') },
  };
}

async function* countBytes(input: Readable, read: { bytes: number }): AsyncGenerator<Buffer | string> {
  for await (const piece of input) {
    read.bytes += piece.length;
    yield piece;
  }
}

type Kind<T> = {
  identityOf(value: T): string;
  contentOf(value: T): unknown;
  store(values: T[]): Promise<Outcome[]>;
};

async function importRows<T>(
  rows: AsyncIterable<Row<T>>,
  { fileName, refusedFolder, onProgress, signal, input }: ImportRequest,
  read: { bytes: number },
  kind: Kind<T>,
): Promise<ImportSummary> {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const refusedRows = createRefusedRows(refusedFolder, fileName, new Date());
  const repeatedRows = createRepeatedRows();
  const counts = { new: 0, changed: 0, unchanged: 0, withdrawn: 0, repeated: 0 };
  let rowCount = 0;
  let batch: ReadRow<T>[] = [];
  let refused: RefusedRow[] = [];
  let bytesStored = 0;

  async function store(batch: ReadRow<T>[], refused: RefusedRow[]): Promise<void> {
    const { stored, refused: unstorable } = await storeBatch(batch, kind.store);
    for (const { outcome } of stored) counts[outcome] += 1;
    await refusedRows.keep([...refused, ...unstorable], read.bytes);
    onProgress?.({ rows: rowCount, refused: refusedRows.count(), seconds: seconds() });
  }

  // One batch is stored while the next one is read.
  let underWay: Promise<void> = Promise.resolve();
  const flush = async () => {
    await underWay;
    underWay = store(batch, refused);
    // It is awaited above; until then a failure must not count as one that nobody handles.
    underWay.catch(() => {});
    batch = [];
    refused = [];
    bytesStored = read.bytes;
  };

  const stop = () => input.destroy();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  try {
    for await (const row of untilStopped(rows, signal)) {
      rowCount += 1;
      const { line, raw } = row;
      if (!row.ok) refused.push({ line, refusals: row.refusals, raw });
      else {
        const earlier = repeatedRows.findEarlier(kind.identityOf(row.value), line, kind.contentOf(row.value));
        if (!earlier) batch.push({ line, raw, value: row.value });
        else if (earlier.isSame) counts.repeated += 1;
        else refused.push(contradicting(row, earlier.line));
      }
      const isFull = Math.max(batch.length, refused.length) >= batchSize;
      if (isFull || read.bytes - bytesStored > maxBatchBytes) await flush();
    }
    await flush();
  } finally {
    signal?.removeEventListener('abort', stop);
    await underWay;
  }
  return {
    rows: rowCount,
    ...counts,
    refused: refusedRows.count(),
    onlyCounted: refusedRows.onlyCounted(),
    refusedFile: refusedRows.file(),
    firstRefused: refusedRows.first(),
    stopped: signal?.aborted ?? false,
    seconds: seconds(),
  };
}

/** The rows until the import is asked to stop. A stream that is ended on the way says so by an error: it is expected. */
async function* untilStopped<T>(rows: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  try {
    for await (const row of rows) {
      if (signal?.aborted) return;
      yield row;
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

function contradicting({ line, raw }: { line: number; raw: unknown }, earlierLine: number): RefusedRow {
  const expected = `must not differ from line ${earlierLine}, which has the same identity: the first one counts`;
  return { line, raw, refusals: [{ field: '(row)', expected, got: 'other content' }] };
}

/** A row with a field visit is as new as its visit; any other as its site. */
function rowOutcome(value: CollectedSite, { outcome, newVisits, changedVisits }: SiteOutcome): Outcome {
  if (value.visits.length === 0) return outcome;
  return newVisits > 0 ? 'new' : changedVisits > 0 ? 'changed' : 'unchanged';
}

/** The rows of a file may tell of one site in several batches: it counts once, by the greatest change. */
function noteOutcome(
  sites: Map<string, SiteOutcome['outcome']>,
  siteId: string,
  outcome: SiteOutcome['outcome'],
) {
  const ranks = ['unchanged', 'changed', 'new'];
  if (ranks.indexOf(outcome) >= ranks.indexOf(sites.get(siteId) ?? 'unchanged')) sites.set(siteId, outcome);
}
