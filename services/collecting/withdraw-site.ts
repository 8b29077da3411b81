import { type AlertChange, findOpenAlerts, writeAlertRevision } from '../database/alerts/alert.ts';
import { type Doer, writeAudit } from '../database/audit.ts';
import { writeDeliveries } from '../database/deliveries/delivery.ts';
import { deleteLinksOfSites } from '../database/events/link-site.ts';
import type { Queryable } from '../database/pool.ts';
import { notePositions } from '../database/sites/site-position-history.ts';
import { findWatch } from '../database/sites/site-query.ts';
import { findNewestRisk, lockSites, markRestored, markWithdrawn } from '../database/sites/site-withdrawal.ts';
import { inTransaction } from '../database/transaction.ts';
import type { PipelineContext } from '../running/context.ts';

type Context = Pick<PipelineContext, 'database' | 'queues'>;

/**
 * Ends the watch over a site: from now on it is listed nowhere, tied to nothing, not assessed and not alerted. Its open
 * alert is closed, and who was told of it is told that too. What was known of the site stays. One that was
 * withdrawn before stays as it is.
 */
export async function withdrawSite(
  { database, queues }: Context,
  id: string,
  by: Doer & { reason: string },
  at: Date,
): Promise<void> {
  const { siteNos, heard } = await inTransaction(database, async (client) => {
    await lockSites(client);
    const site = await findWatch(client, id);
    if (!site || site.withdrawn) return { siteNos: [], heard: [] };
    await markWithdrawn(client, site.siteNo, by, at);
    await deleteLinksOfSites(client, [site.siteNo]);
    const heard = await closeAlert(client, site.siteNo, by, at);
    await noteWhoDid(client, 'withdrawn', id, by, at);
    return { siteNos: [site.siteNo], heard };
  });
  // A mark of the site would hold up messages until the next sweep takes it away.
  if (siteNos.length > 0) await queues.wake({ queue: 'assess', ids: siteNos });
  if (heard.length > 0) await queues.wake({ queue: 'gather', ids: heard });
}

/** Takes up again the watch over a site that was withdrawn: it is linked and assessed anew. */
export async function restoreSite(
  { database, queues }: Context,
  id: string,
  by: Doer & { reason: string | null },
  at: Date,
): Promise<void> {
  const siteNos = await inTransaction(database, async (client) => {
    await lockSites(client);
    const site = await findWatch(client, id);
    if (!site?.withdrawn) return [];
    await markRestored(client, site.siteNo);
    await notePositions(client, [site.siteNo], at);
    await noteWhoDid(client, 'restored', id, by, at);
    return [site.siteNo];
  });
  if (siteNos.length > 0) await queues.wake({ queue: 'link-sites', ids: siteNos });
}

/** Closes the open alert of a site for good; answers the subscriptions that are told. No mute hides it. */
async function closeAlert(
  client: Queryable,
  siteNo: number,
  { author, reason }: { author: string; reason: string },
  at: Date,
): Promise<number[]> {
  const open = (await findOpenAlerts(client, [siteNo])).get(siteNo);
  const risk = await findNewestRisk(client, siteNo);
  if (!open || !risk) return [];
  const isTold = open.toldLevel !== 'unknown';
  const change: AlertChange = {
    ...{ alertId: open.alertId, siteNo, revision: open.revision + 1 },
    kind: 'resolved',
    level: 'unknown',
    previousLevel: isTold ? open.toldLevel : open.level,
    ...risk,
    reason: `the site is no longer watched: withdrawn by ${author}: ${reason}`,
    ...{ signals: [], furtherSignals: { count: 0, expected: 0, share: 0 }, evidence: [], furtherEvidence: 0 },
    ...{ corrections: [], cited: open.cited, toldKeys: open.toldKeys },
    ...{ isTold, mutedBy: null, endsWatch: true, at },
  };
  const alertId = await writeAlertRevision(client, change, new Date());
  return isTold ? writeDeliveries(client, { ...change, alertId }) : [];
}

async function noteWhoDid(
  client: Queryable,
  action: 'withdrawn' | 'restored',
  id: string,
  { author, key, reason }: Doer & { reason: string | null },
  at: Date,
): Promise<void> {
  const entry = { actor: author, key, action, subject: `sites/${id}`, details: { reason } };
  await writeAudit(client, entry, at);
}
