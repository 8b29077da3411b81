import { indexForLinking, linkEvent } from '../domain/sites/link.ts';
import { daysSince } from '../domain/time.ts';
import { wakeDueSites } from '../services/assessing/wake-due-sites.ts';
import { markDue } from '../services/database/assessments/assessment-due.ts';
import { insertLinks, type LinkRow } from '../services/database/events/link.ts';
import { deleteLinksOfSites, readEventsToTie } from '../services/database/events/link-site.ts';
import {
  claimSitesToLink,
  findSitesToLink,
  lockSiteSet,
  markSitesLinked,
} from '../services/database/sites/site-position.ts';
import { inTransaction } from '../services/database/transaction.ts';
import { readAgainWhereNamed } from '../services/reading/read-again.ts';
import type { Stage } from './stage.ts';

const eventsPerPage = 20_000;

/**
 * Ties new and moved sites to past events, and has the reports read again that name them. The events pass by in pages
 * while the sites of the batch sit in an index: the cost is one pass over the events, however many sites a batch has.
 */
export const linkSites: Stage = {
  queue: 'link-sites',
  idOf: 'site',
  concurrency: 1,
  batchSize: 20_000,
  findUnfinished: ({ database }, limit) => findSitesToLink(database, limit),
  async run(context, ids) {
    const reports = await inTransaction(context.database, async (client) => {
      await lockSiteSet(client);
      const sites = await claimSitesToLink(client, ids);
      if (sites.length === 0) return [];
      await deleteLinksOfSites(
        client,
        sites.map((site) => site.siteNo),
      );
      const indexed = indexForLinking(sites);
      const takenUpAt = new Map(
        sites.flatMap(({ siteNo, recordedAt, isTakenUp }) =>
          isTakenUp ? [[siteNo, recordedAt] as const] : [],
        ),
      );
      const withNews = new Set<number>();
      for await (const events of readEventsToTie(client, eventsPerPage)) {
        const links: LinkRow[] = [];
        for (const event of events) {
          const { eventId, revision, occurredOn } = event;
          linkEvent(event, indexed, context.policy, ({ siteNo }, distanceKm, named) => {
            links.push({ eventId, revision, siteNo, distanceKm, named });
            const at = takenUpAt.get(siteNo);
            if (at && daysSince(occurredOn, at) <= context.policy.alert.historyDays) withNews.add(siteNo);
          });
        }
        await insertLinks(client, links);
      }
      // Past events are history; what happened lately is news for who watches a site from now on.
      const dueSites = sites.map(({ siteNo, recordedAt }) => ({
        siteNo,
        dueAt: recordedAt,
        hasNews: withNews.has(siteNo),
      }));
      await markDue(client, dueSites);
      await markSitesLinked(client, sites);
      return readAgainWhereNamed(
        client,
        sites.map((site) => site.siteNo),
      );
    });
    const due = await wakeDueSites(context);
    return reports.length > 0 ? [...due, { queue: 'read', ids: reports }] : due;
  },
};
