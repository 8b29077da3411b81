import type { ArticleInput } from '../../domain/reading/reports/article.ts';
import { wakeDueSites } from '../assessing/wake-due-sites.ts';
import { type Doer, writeAudit } from '../database/audit.ts';
import { announceBulkImport } from '../database/events/bulk-import.ts';
import {
  type CollectedEvent,
  type EventOutcome,
  retractEvent,
  storeEvents,
} from '../database/events/event.ts';
import { type ReportOutcome, storeReport } from '../database/reports/report-store.ts';
import type { CollectedSite, SiteOutcome } from '../database/sites/collected-site.ts';
import { storeSites } from '../database/sites/site.ts';
import { noteSourceNews } from '../database/sources/source-freshness.ts';
import { inTransaction } from '../database/transaction.ts';
import { identified } from '../reading/article.ts';
import { lockReportOfEvent, noteRetraction } from '../reviewing/review-reading.ts';
import type { PipelineContext } from '../running/context.ts';

type CollectContext = Pick<PipelineContext, 'database' | 'queues'>;

/**
 * The first stage: stores what sources say and wakes the linking. When it returns, the events are safe: whatever
 * happens to this process, they will be linked and assessed. `recordedAt` is the time at which Orewatch learns of
 * them; only a replay gives another one than now. The outcomes stand in the order of the items.
 */
export async function collectEvents(
  context: CollectContext,
  items: readonly CollectedEvent[],
  recordedAt: Date,
): Promise<EventOutcome[]> {
  if (items.length === 0) return [];
  const outcomes = await inTransaction(context.database, async (client) => {
    const stored = await storeEvents(client, items, recordedAt);
    await noteSourceNews(client, newestBySource(items), recordedAt);
    return stored;
  });
  // What is known but not linked yet is woken again: the linking passes over events that a collection holds.
  const toLink = outcomes.filter(({ isLinked }) => !isLinked);
  const ids = [...new Set(toLink.map(({ eventId }) => eventId))];
  if (ids.length > 0) await context.queues.wake({ queue: 'link-events', ids });
  return outcomes;
}

/**
 * Runs an import of many events. Until it ends, sites without news are linked but not assessed: otherwise each batch
 * would have the same sites assessed again.
 */
export async function collectInBulk<T>(context: CollectContext, work: () => Promise<T>): Promise<T> {
  const takeBack = await announceBulkImport(context.database);
  let result: T;
  try {
    result = await work();
  } finally {
    await takeBack();
  }
  await context.queues.wake(...(await wakeDueSites(context)));
  return result;
}

function newestBySource(items: readonly CollectedEvent[]): { source: string; freshTo: string }[] {
  const newest = new Map<string, string>();
  for (const { event } of items) {
    if (event.occurredOn > (newest.get(event.source) ?? '')) newest.set(event.source, event.occurredOn);
  }
  return [...newest].map(([source, freshTo]) => ({ source, freshTo }));
}

/**
 * Retracts an event and wakes the linking, which removes what rested on it. Null where there is no such event. `by`
 * is who retracts it, and why, for the audit trail.
 */
export async function collectRetraction(
  context: CollectContext,
  eventId: number,
  recordedAt: Date,
  by?: Doer & { reason: string | null },
) {
  const result = await inTransaction(context.database, async (client) => {
    const reportId = await lockReportOfEvent(client, eventId);
    const retracted = await retractEvent(client, eventId, recordedAt);
    if (reportId !== null && retracted?.outcome === 'retracted') {
      const settledBy = by ?? { author: 'api', reason: null };
      await noteRetraction(client, { reportId, eventId }, settledBy, recordedAt);
    }
    if (by && retracted?.outcome === 'retracted') {
      const details = { revision: retracted.revision, reason: by.reason };
      const entry = {
        actor: by.author,
        key: by.key,
        action: 'retracted',
        subject: `events/${eventId}`,
        details,
      };
      await writeAudit(client, entry, recordedAt);
    }
    return retracted;
  });
  // Also where it was retracted before: the linking passes over an event that is held here.
  if (result) await context.queues.wake({ queue: 'link-events', ids: [eventId] });
  return result;
}

/**
 * Stores reports in prose and wakes the reading of those that are new or were edited. Each is stored by itself: when
 * this returns, all of them are safe. The outcomes stand in the order of the articles.
 */
export async function collectReports(
  context: CollectContext,
  articles: readonly ArticleInput[],
  recordedAt: Date,
): Promise<ReportOutcome[]> {
  const outcomes: ReportOutcome[] = [];
  const toRead = new Set<number>();
  for (const article of articles) {
    const stored = await inTransaction(context.database, (client) =>
      storeReport(client, identified(article), recordedAt),
    );
    outcomes.push({ outcome: stored.outcome, reportId: stored.reportId });
    for (const id of stored.toRead) toRead.add(id);
  }
  if (toRead.size > 0) await context.queues.wake({ queue: 'read', ids: [...toRead] });
  return outcomes;
}

/**
 * Stores what datasets say about sites and wakes the linking with past events of those that are new or moved. `by` is
 * who says so, for the audit trail. With `isPosted` what a person has to decide upon is
 * thrown: a SiteIdTakenError, a SiteWithdrawnError.
 */
export async function collectSites(
  context: CollectContext,
  items: readonly CollectedSite[],
  recordedAt: Date,
  by: Doer = { author: 'command line', key: null },
  options: { isPosted?: boolean } = {},
): Promise<SiteOutcome[]> {
  if (items.length === 0) return [];
  const { outcomes, toLink } = await inTransaction(context.database, (client) =>
    storeSites(client, items, recordedAt, by, options),
  );
  if (toLink.length > 0) await context.queues.wake({ queue: 'link-sites', ids: toLink });
  return outcomes;
}
