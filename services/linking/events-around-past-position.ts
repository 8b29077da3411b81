import type { LinkedEvent } from '../../domain/event.ts';
import type { RiskPolicy } from '../../domain/policy.ts';
import { indexForLinking, type LinkableSite, linkEvent } from '../../domain/sites/link.ts';
import { findEventsNear } from '../database/events/linked-event.ts';
import type { Queryable } from '../database/pool.ts';

/**
 * The events around a place where a site was held to be once, as they were known then. The stored links are those of
 * the place where it is now: here the events are tied anew, by the same rule.
 */
export async function readEventsAroundPastPosition(
  client: Queryable,
  site: LinkableSite,
  at: Date,
  knownAt: Date,
  policy: RiskPolicy,
): Promise<(LinkedEvent & { siteIds: string[] })[]> {
  const { radiusKm, controlRadiusKm } = policy.link;
  const reachKm = Math.max(radiusKm, controlRadiusKm);
  const events = await findEventsNear(client, site, reachKm, at, knownAt, policy.score.maxAgeDays);
  const indexed = indexForLinking([site]);
  const linked: (LinkedEvent & { siteIds: string[] })[] = [];
  for (const event of events) {
    linkEvent(event, indexed, policy, (_, distanceKm, named) => linked.push({ ...event, distanceKm, named }));
  }
  return linked;
}
