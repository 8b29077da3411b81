import { isViolent } from '../../domain/acled.ts';
import type { EventContent } from '../../domain/event.ts';
import { isDeadly } from '../../domain/event.ts';
import type { RiskPolicy } from '../../domain/policy.ts';
import { isCoarse } from '../../domain/precision.ts';
import { indexForLinking, type LinkableSite, linkEvent } from '../../domain/sites/link.ts';
import { millisecondsPerDay, startOfDay } from '../../domain/time.ts';
import { weightOf } from '../../domain/weight.ts';

/** An event seen from one site. Days are counted from 1970. */
export type NearEvent = {
  day: number;
  distanceKm: number;
  weight: number;
  /** True where it is what the score forecasts: a deadly event, well enough located, within the radius. */
  isOutcome: boolean;
  /** True where it would fire the signal attack-on-site, were it near enough. */
  isAttack: boolean;
};

export type SiteHistory = { site: LinkableSite; events: NearEvent[] };

export type Histories = {
  /** The events of each site, in the order of their days. */
  sites: SiteHistory[];
  /** Events that are different and near a site or not; those without a usable place included. */
  events: number;
  /** First and last day of an event; null while there is none. */
  days: { first: number; last: number } | null;
};

/**
 * Ties events to sites as the service does (the same `linkEvent`, the same weights). Every event counts as confirmed:
 * a file of past years is the finished dataset, not the first reports. `add` answers at once; `finish` sorts.
 */
export function collectHistories(
  sites: readonly LinkableSite[],
  policy: RiskPolicy,
  outcomeRadiusKm: number,
): { add(event: EventContent): void; finish(): Histories } {
  const indexed = indexForLinking(sites);
  const histories: Histories = { sites: sites.map((site) => ({ site, events: [] })), events: 0, days: null };
  const seen = new Set<string>();
  return {
    add(event) {
      const identity = `${event.source}\n${event.sourceEventId}`;
      if (seen.has(identity)) return;
      seen.add(identity);
      histories.events += 1;
      const day = startOfDay(event.occurredOn) / millisecondsPerDay;
      const { first, last } = histories.days ?? { first: day, last: day };
      histories.days = { first: Math.min(first, day), last: Math.max(last, day) };
      const weight = weightOf({ ...event, confidence: 'confirmed' }, policy);
      if (weight === 0) return;
      const mayBeOutcome = isDeadly(event) && !isCoarse(event.locationPrecision);
      const isAttack = isViolent(event) && (event.locationPrecision ?? 1) <= 2;
      linkEvent(event, indexed, policy, ({ siteNo }, distanceKm) => {
        const isOutcome = mayBeOutcome && distanceKm <= outcomeRadiusKm;
        histories.sites[siteNo]!.events.push({ day, distanceKm, weight, isOutcome, isAttack });
      });
    },
    finish() {
      for (const { events } of histories.sites) events.sort((a, b) => a.day - b.day);
      return histories;
    },
  };
}
