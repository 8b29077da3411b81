import { type IndexedSites, linkEvent } from '../domain/link.ts';
import { daysSince } from '../domain/time.ts';
import { wakeDueSites } from '../services/assessing/wake-due-sites.ts';
import { type DueSite, markDue } from '../services/database/assessments/assessment-due.ts';
import {
  claimEventsToLink,
  type EventToLink,
  findEventsToLink,
  findSitesLinkedBefore,
  insertLinks,
  type LinkRow,
  markLinked,
} from '../services/database/events/link.ts';
import { inTransaction } from '../services/database/transaction.ts';
import { joinIncidents, type Rejoined } from '../services/incidents/join-incidents.ts';
import { loadIndexedSites } from '../services/linking/site-index-cache.ts';
import type { PipelineContext } from '../services/running/context.ts';
import type { Stage } from './stage.ts';

const eventsPerBatch = 5000;

/**
 * Ties new event revisions to the sites in reach and marks those sites for assessment, and with them the sites that
 * the revision before was tied to. Links of earlier revisions stay: they tell what was known then. Events that are the
 * same occurrence are joined in the same transaction.
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
      // Of several revisions the last one stands: it is the one that was recorded last.
      const current = new Map(events.map((event) => [event.eventId, event]));
      const rejoined = await joinIncidents(client, [...current.values()], context);
      await markDue(client, dueAfter(current, [...links, ...before], rejoined, context));
      await markLinked(client, [...current.keys()]);
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
  events: ReadonlyMap<number, EventToLink>,
  touched: readonly { eventId: number; siteNo: number }[],
  rejoined: readonly Rejoined[],
  { policy }: Pick<PipelineContext, 'policy'>,
): DueSite[] {
  const due = new Map<number, DueSite>();
  const mark = (siteNo: number, dueAt: Date, hasNews: boolean) => {
    const known = due.get(siteNo);
    if (!known) {
      due.set(siteNo, { siteNo, dueAt, hasNews });
      return;
    }
    if (dueAt > known.dueAt) known.dueAt = dueAt;
    known.hasNews ||= hasNews;
  };
  const isNews = ({ occurredOn, recordedAt }: EventToLink) =>
    daysSince(occurredOn, recordedAt) <= policy.alert.historyDays;
  for (const { eventId, siteNo } of touched) {
    const event = events.get(eventId)!;
    mark(siteNo, event.recordedAt, isNews(event));
  }
  for (const { causes, siteNos } of rejoined) {
    const behind = causes.map((id) => events.get(id)!);
    const dueAt = new Date(Math.max(...behind.map((event) => event.recordedAt.getTime())));
    const hasNews = behind.some(isNews);
    for (const siteNo of siteNos) mark(siteNo, dueAt, hasNews);
  }
  return [...due.values()];
}
