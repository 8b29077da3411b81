import { isViolent } from '../acled.ts';
import type { LinkedEvent } from '../event.ts';
import type { RiskPolicy } from '../policy.ts';
import type { Signal } from '../signal.ts';
import { addDays, startOfDay } from '../time.ts';
import { actorText, dayText, distanceText, placeText } from '../wording.ts';

/** A violent event at the site: within a few kilometres, or the site is named in the report. */
export function attackOnSite(events: readonly LinkedEvent[], at: Date, policy: RiskPolicy): Signal[] {
  const { attackOnSiteKm, attackOnSiteDays } = policy.signal;
  return events
    .filter((event) => isViolent(event) && isAtSite(event, attackOnSiteKm))
    .map((event): Signal => {
      const where = event.named
        ? 'the report names the site'
        : `${distanceText(event.distanceKm, event.uncertaintyKm)} from the site`;
      return {
        signal: 'attack-on-site',
        level: 'severe',
        reason: `${actorText(event)}: ${event.subType.toLowerCase()} at ${placeText(event)} ${dayText(event)}, ${where}.`,
        events: [{ eventId: event.eventId, revision: event.revision }],
        since: new Date(startOfDay(event.occurredOn)),
        until: new Date(startOfDay(addDays(event.occurredOn, attackOnSiteDays))),
      };
    })
    .filter((signal) => signal.until! > at);
}

function isAtSite(event: LinkedEvent, radiusKm: number): boolean {
  // A district's centre near the site says nothing about the site itself.
  const isLocated = event.locationPrecision === null || event.locationPrecision <= 2;
  return event.named || (isLocated && event.distanceKm <= radiusKm);
}
