import { type IndexedSites, linkEvent } from '../domain/link.ts';
import { daysSince } from '../domain/time.ts';
import { type DueSite, markDue } from '../services/database/assessment-due.ts';
import {
  claimEventsToLink,
  type EventToLink,
  findEventsToLink,
  findSitesLinkedBefore,
  insertLinks,
  type LinkRow,
  markLinked,
} from '../services/database/link.ts';
import { inTransaction } from '../services/database/transaction.ts';
import type { PipelineContext } from './context.ts';
import { loadIndexedSites } from './site-index-cache.ts';
import type { Stage } from './stage.ts';
import { wakeDueSites } from './wake-due-sites.ts';

const eventsPerBatch = 5000;

/**
 * Ties new event revisions to the sites in reach and marks those sites for assessment, and with them the sites that
 * the revision before was tied to. Links of earlier revisions stay: they tell what was known then.
 */
export const linkEvents: Stage = {
  queue: 'link-events',
  idOf: 'event',
  concurrency: 2,
  batchSize: eventsPerBatch,
  findUnfinished: ({ database }, limit) => findEventsToLink(database, limit),
  async run(context, ids) {
    await inTransaction(context.database, async (client) => {
      const events = await claimEventsToLink(client, ids, eventsPerBatch);
      if (events.length === 0) return;
      const indexed = await loadIndexedSites(context.database, client);
      const links = events.flatMap((event) => (event.retracted ? [] : linksOf(event, indexed, context)));
      await insertLinks(client, links);
      const before = await findSitesLinkedBefore(client, events);
      const dueSites = dueAfter(events, [...links, ...before], context);
      await markDue(client, dueSites);
      await markLinked(client, [...new Set(events.map((event) => event.eventId))]);
    });
    return wakeDueSites(context);
  },
};

function linksOf(event: EventToLink, indexed: IndexedSites, { policy }: PipelineContext): LinkRow[] {
  const { eventId, revision } = event;
  const links: LinkRow[] = [];
  linkEvent(event, indexed, policy, ({ siteNo }, distanceKm, named) =>
    links.push({ eventId, revision, siteNo, distanceKm, named }),
  );
  return links;
}

/** For each site touched: until when it is to be assessed, and whether news is behind it. */
function dueAfter(
  events: readonly EventToLink[],
  touched: readonly { eventId: number; siteNo: number }[],
  { policy }: Pick<PipelineContext, 'policy'>,
): DueSite[] {
  // Of several revisions the last one stands: it is the one that was recorded last.
  const byId = new Map(events.map((event) => [event.eventId, event]));
  const due = new Map<number, DueSite>();
  for (const { eventId, siteNo } of touched) {
    const { recordedAt, occurredOn } = byId.get(eventId)!;
    const hasNews = daysSince(occurredOn, recordedAt) <= policy.alert.historyDays;
    const known = due.get(siteNo);
    if (!known) {
      due.set(siteNo, { siteNo, dueAt: recordedAt, hasNews });
      continue;
    }
    if (recordedAt > known.dueAt) known.dueAt = recordedAt;
    known.hasNews ||= hasNews;
  }
  return [...due.values()];
}
