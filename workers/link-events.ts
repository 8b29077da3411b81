import { isNews } from '../domain/news.ts';
import type { RiskPolicy } from '../domain/policy.ts';
import { type IndexedSites, linkEvent } from '../domain/sites/link.ts';
import type { Steps } from '../domain/steps.ts';
import { startOfDay } from '../domain/time.ts';
import { wakeDueSites } from '../services/assessing/wake-due-sites.ts';
import { type DueSite, markAhead, markDue } from '../services/database/assessments/assessment-due.ts';
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
import { findOriginsBehind } from '../services/incidents/origins-behind.ts';
import { loadIndexedSites } from '../services/linking/site-index-cache.ts';
import type { PipelineContext } from '../services/running/context.ts';
import { withPauses } from '../services/running/with-pauses.ts';
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
  takesMore: true,
  findUnfinished: ({ database }, limit) => findEventsToLink(database, limit),
  async run(context, ids, isAlone = false) {
    await inTransaction(context.database, async (client) => {
      const events = await claimEventsToLink(client, ids, isAlone ? ids.length : eventsPerBatch);
      if (events.length === 0) return;
      const indexed = await loadIndexedSites(context.database, client);
      const links = await withPauses(linksOf(events, indexed, context));
      await insertLinks(client, links);
      const before = await findSitesLinkedBefore(client, events);
      // Of several revisions the last one stands: it is the one that was recorded last.
      const current = new Map(events.map((event) => [event.eventId, event]));
      const rejoined = await joinIncidents(client, [...current.values()], context);
      const origins = await findOriginsBehind(client, doubtfulIn(current), context.policy);
      const { due, ahead } = await withPauses(
        dueAfter(current, { links, before, rejoined }, origins, context),
      );
      await markDue(client, due);
      await markAhead(client, ahead);
      await markLinked(client, [...current.keys()]);
    });
    return wakeDueSites(context);
  },
};

/** Doubtful words count where others who do not copy them say the same: only of these the incident has to be looked at. */
function doubtfulIn(events: ReadonlyMap<number, EventToLink>): number[] {
  return [...events.values()]
    .filter(({ confidence }) => confidence === 'doubtful')
    .map(({ eventId }) => eventId);
}

function* linksOf(
  events: readonly EventToLink[],
  indexed: IndexedSites,
  { policy }: PipelineContext,
): Steps<LinkRow[]> {
  const links: LinkRow[] = [];
  for (const event of events) {
    const { eventId, revision, retracted } = event;
    if (retracted) continue;
    linkEvent(event, indexed, policy, ({ siteNo }, distanceKm, named) =>
      links.push({ eventId, revision, siteNo, distanceKm, named }),
    );
    yield;
  }
  return links;
}

/** What is touched by the events, in whatever way. */
type Touched = {
  links: readonly LinkRow[];
  before: readonly { eventId: number; siteNo: number }[];
  rejoined: readonly Rejoined[];
};

/**
 * For each site touched: until when it is to be assessed, and whether news is behind it; `ahead` of that for events
 * whose day has not begun when they come in.
 */
function* dueAfter(
  events: ReadonlyMap<number, EventToLink>,
  { links, before, rejoined }: Touched,
  originsOf: ReadonlyMap<number, string[]>,
  { policy }: Pick<PipelineContext, 'policy'>,
): Steps<{ due: DueSite[]; ahead: DueSite[] }> {
  const due = new Map<number, DueSite>();
  const ahead: DueSite[] = [];
  const mark = (siteNo: number, { recordedAt, begins }: Weighed, hasNews: boolean) => {
    if (hasNews && begins > recordedAt) ahead.push({ siteNo, dueAt: begins, hasNews });
    const isNewsNow = hasNews && begins <= recordedAt;
    const known = due.get(siteNo);
    if (!known) {
      due.set(siteNo, { siteNo, dueAt: recordedAt, hasNews: isNewsNow });
      return;
    }
    if (recordedAt > known.dueAt) known.dueAt = recordedAt;
    known.hasNews ||= isNewsNow;
  };
  const weighed = new Map([...events].map(([id, event]) => [id, weigh(event, originsOf.get(id), policy)]));
  for (const { eventId, revision, siteNo, named } of links) {
    const event = weighed.get(eventId)!;
    // A revision that another one has overtaken tells nothing any more.
    const isCurrent = revision === event.revision;
    mark(siteNo, event, isCurrent && (named ? event.isNewsNamed : event.isNews));
    yield;
  }
  // That an event no longer touches a site adds nothing there: what rested on it is looked at again.
  for (const { eventId, siteNo } of before) mark(siteNo, weighed.get(eventId)!, false);
  for (const { causes, siteNos } of rejoined) {
    for (const event of causes.map((id) => weighed.get(id)!)) {
      for (const siteNo of siteNos) mark(siteNo, event, event.isNews);
      yield;
    }
  }
  return { due: [...due.values()], ahead };
}

/** Whether an event is news for a site around it, and for one that it names: worked out once, not for each site. */
type Weighed = { revision: number; recordedAt: Date; begins: Date; isNews: boolean; isNewsNamed: boolean };

function weigh(event: EventToLink, origins: string[] | undefined, policy: RiskPolicy): Weighed {
  const { revision, recordedAt, occurredOn } = event;
  const isNewsWhere = (named: boolean) => isNews({ ...event, named, origins }, recordedAt, policy);
  const begins = new Date(startOfDay(occurredOn));
  return { revision, recordedAt, begins, isNews: isNewsWhere(false), isNewsNamed: isNewsWhere(true) };
}
