import type { PoolClient } from 'pg';
import type { ArticleInput } from '../../domain/reading/reports/article.ts';
import { writeAudit } from '../database/audit.ts';
import {
  type CollectedEvent,
  type EventOutcome,
  retractEvent,
  storeEvents,
} from '../database/events/event.ts';
import { isAboutData } from '../database/failure.ts';
import { storeForecasts } from '../database/forecasts/forecast-cell.ts';
import { storeReport } from '../database/reports/report-store.ts';
import type { CollectedSite } from '../database/sites/collected-site.ts';
import { storeSites } from '../database/sites/site.ts';
import { type ClaimedSource, notePortion, type RowCounts } from '../database/sources/source-fetch.ts';
import { noteSourceNews } from '../database/sources/source-freshness.ts';
import {
  countEventsStanding,
  findEventIds,
  findEventsGone,
  forgetRefusedRows,
  keepRefusedRows,
  noteRowsLost,
  noteRowsOfEdition,
} from '../database/sources/source-row.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Wake } from '../queue/queues.ts';
import { identified } from '../reading/article.ts';
import type { PipelineContext } from '../running/context.ts';
import { type Portion, SourceError } from '../sources/source.ts';

type CollectContext = Pick<PipelineContext, 'database' | 'queues'>;

/** Somebody else fetches from the source now, or it was switched off. */
export class ClaimLostError extends Error {
  override name = 'ClaimLostError';
}

/**
 * Stores a portion of what a source gave, together with its cursor: all of it or nothing, and nothing where the claim
 * is lost. When it returns, the portion is safe, and will not be asked for again. Where the database refuses the data
 * of a row, the portion is halved until that row stands alone: it is kept aside, and all others are in.
 */
export async function collectPortion(
  context: CollectContext,
  claimed: ClaimedSource,
  portion: Portion,
  recordedAt: Date,
): Promise<void> {
  try {
    await collectWhole(context, claimed, portion, recordedAt);
  } catch (error) {
    const parts = isAboutData(error) ? partsOf(portion, error.message) : [];
    if (parts.length === 0) throw error;
    for (const part of parts) await collectPortion(context, claimed, part, recordedAt);
  }
}

async function collectWhole(
  context: CollectContext,
  claimed: ClaimedSource,
  portion: Portion,
  recordedAt: Date,
): Promise<void> {
  const wakes = await inTransaction(context.database, async (client) => {
    const stored = await storePortion(client, claimed.source, portion, recordedAt);
    await portion.also?.(client);
    const { publishedTo = null, recency = null, cursor } = portion;
    const noted = { rows: stored.rows, cursor, publishedTo, recency };
    if (!(await notePortion(client, claimed, noted, recordedAt))) throw new ClaimLostError();
    return stored.wakes;
  });
  await context.queues.wake(...wakes.filter(({ ids }) => ids.length > 0));
}

/** Half the rows, and the rest with all else; or all else without the one row there is. None where there is no row. */
function partsOf(portion: Portion, reason: string): Portion[] {
  for (const kind of ['events', 'reports', 'sites'] as const) {
    const rows = portion[kind] ?? [];
    if (rows.length === 0) continue;
    const middle = Math.ceil(rows.length / 2);
    const rest = { ...portion, [kind]: rows.slice(middle) };
    const others = (['events', 'reports', 'sites'] as const).some((other) => (rest[other] ?? []).length > 0);
    if (rows.length > 1 || others) return [{ edition: portion.edition, [kind]: rows.slice(0, middle) }, rest];
    const refusal = { field: '(row)', expected: 'must be data that the database can store', got: reason };
    const row = { rowId: rowIdOf(rows[0]!), refusals: [refusal], raw: rows[0] };
    return [{ ...rest, refused: [...(portion.refused ?? []), row] }];
  }
  // It may be the rows themselves that were refused before: the reasons are kept without them.
  const { refused = [] } = portion;
  return refused.some(({ raw }) => raw !== null)
    ? [{ ...portion, refused: refused.map((row) => ({ ...row, raw: null })) }]
    : [];
}

function rowIdOf(row: CollectedEvent | ArticleInput | CollectedSite): string {
  if ('event' in row) return row.event.sourceEventId;
  return 'recordId' in row ? row.recordId : (row.url ?? row.title ?? '(a report)');
}

/** An edition that lacks more than this share of many events is no edition. */
const mostLostShare = 0.5;
const fewEvents = 100;

type Stored = { rows: RowCounts; wakes: Wake[] };

async function storePortion(
  client: PoolClient,
  source: string,
  portion: Portion,
  recordedAt: Date,
): Promise<Stored> {
  const { events = [], reports = [], sites = [], forecasts = [] } = portion;
  const { refused = [], leftOut = {}, publishedTo } = portion;
  const outcomes = await storeEventsOf(client, source, portion, recordedAt);
  const linked = new Set(outcomes.filter(({ isLinked }) => !isLinked).map(({ eventId }) => eventId));
  const retracted = await retractGone(client, source, portion, recordedAt);
  const toRead: number[] = [];
  const readOutcomes: string[] = [];
  for (const report of reports) {
    const stored = await storeReport(client, identified(report), recordedAt);
    readOutcomes.push(stored.outcome);
    toRead.push(...stored.toRead);
  }
  const by = { author: source, key: null };
  const site =
    sites.length > 0 ? await storeSites(client, sites, recordedAt, by, {}) : { outcomes: [], toLink: [] };
  const forecastsKept = await storeForecasts(client, source, forecasts, recordedAt);
  await keepRefusedRows(client, source, refused, recordedAt);
  await forgetRefusedRows(
    client,
    source,
    events.map(({ event }) => event.sourceEventId),
  );
  // Not by its events: of half an edition some may lie on the last day.
  if (publishedTo) await noteSourceNews(client, [{ source, freshTo: publishedTo }], recordedAt);

  const count = (outcome: string) =>
    [...outcomes.map((o) => o.outcome), ...readOutcomes, ...site.outcomes.map((o) => o.outcome)].filter(
      (o) => o === outcome,
    ).length;
  const farAway = forecasts.length - forecastsKept;
  const left = Object.values(leftOut).reduce((sum, n) => sum + n, farAway);
  return {
    rows: {
      seen: events.length + reports.length + sites.length + forecastsKept + refused.length + left,
      new: count('new') + forecastsKept,
      changed: count('changed'),
      retracted: retracted.length,
      leftOut: left,
      refused: refused.length,
    },
    wakes: [
      { queue: 'link-events', ids: [...linked, ...retracted] },
      { queue: 'link-sites', ids: site.toLink },
      { queue: 'read', ids: toRead },
    ],
  };
}

/** Of an edition only those rows are stored of which no edition of higher rank has spoken. */
async function storeEventsOf(
  client: PoolClient,
  source: string,
  { events = [], refused = [], edition }: Portion,
  recordedAt: Date,
): Promise<EventOutcome[]> {
  if (!edition) return events.length > 0 ? storeEvents(client, events, recordedAt) : [];
  const ids = [
    ...events.map(({ event }) => event.sourceEventId),
    // The edition has them, whether they can be read or not: their events stay.
    ...refused.map(({ rowId }) => rowId),
  ];
  const mayStand = await noteRowsOfEdition(client, source, ids, edition);
  const standing = events.filter(({ event }) => mayStand.has(event.sourceEventId));
  const returning = new Set([...mayStand].flatMap(([id, { wasLost }]) => (wasLost ? [id] : [])));
  return standing.length > 0 ? storeEvents(client, standing, recordedAt, returning) : [];
}

/** Retracts what the source deleted, and what a whole edition lacks; answers the events. */
async function retractGone(
  client: PoolClient,
  source: string,
  { deleted = [], complete }: Portion,
  recordedAt: Date,
): Promise<number[]> {
  const gone = (await findEventIds(client, source, deleted)).map((eventId) => ({
    eventId,
    reason: 'deleted by its source',
  }));
  if (complete) {
    const lost = await findEventsGone(client, source, complete);
    const standing = await countEventsStanding(client, source, complete);
    if (lost.length > fewEvents && lost.length > standing * mostLostShare) {
      throw new SourceError(
        `${complete.name} lacks ${lost.length} of the ${standing} events from ${complete.from} to ${complete.to} that its source told of before, which can hardly be meant: nothing is retracted`,
      );
    }
    for (const { eventId, edition } of lost)
      gone.push({ eventId, reason: `stood in ${edition} and is no longer in ${complete.name}` });
    const rowIds = lost.map(({ rowId }) => rowId);
    await noteRowsLost(client, source, rowIds, complete);
  }
  const retracted: number[] = [];
  for (const { eventId, reason } of gone) {
    const result = await retractEvent(client, eventId, recordedAt);
    if (result?.outcome !== 'retracted') continue;
    retracted.push(eventId);
    const details = { revision: result.revision, reason };
    const entry = { actor: source, key: null, action: 'retracted', subject: `events/${eventId}`, details };
    await writeAudit(client, entry, recordedAt);
  }
  return retracted;
}
