import { isViolent } from '../../acled.ts';
import { signalAttestationOf } from '../../attestation.ts';
import type { LinkedEvent } from '../../event.ts';
import { type IncidentGroup, incidentGroupsOf, revisionsOf } from '../../incidents/incident-groups.ts';
import type { RiskPolicy } from '../../policy.ts';
import { daysSince, startOfDay } from '../../time.ts';
import { actorText, dayText, distanceText, placeText } from '../../wording.ts';
import { chanceWithin } from '../place-chance.ts';
import type { Signal } from '../signal.ts';
import { chanceOf, isWorthTelling } from './chance.ts';

/** Violence that may have hit the site itself: the report names it, or the true place may lie within a few kilometres. */
export function attackOnSite(events: readonly LinkedEvent[], at: Date, policy: RiskPolicy): Signal[] {
  const violent = events.filter((event) => isViolent(event));
  return incidentGroupsOf(violent, policy)
    .flatMap((group) => attackSignal(group, at, policy) ?? [])
    .filter(isWorthTelling);
}

/** Of several reports of one incident the one counts that puts it nearest to the site; null where none is in reach. */
function attackSignal(group: IncidentGroup, at: Date, policy: RiskPolicy): Signal | null {
  const { reachKm } = policy.signal.attack;
  const placed = group.reports.map((event) => ({
    event,
    place: event.named ? 1 : chanceWithin(event.distanceKm, event.uncertaintyKm, reachKm),
  }));
  const { event, place } = placed.reduce((best, next) => (next.place > best.place ? next : best));
  if (place === 0) return null;
  const attestedAs = signalAttestationOf({
    ...event,
    confidence: group.reports[0].confidence,
    origins: group.origins,
  });
  const fading = 2 ** (-Math.max(0, daysSince(event.occurredOn, at)) / policy.signal.attack.halfLifeDays);
  const factors = { base: policy.signal.attack.base, isMeasured: true, place, fading };
  const where = event.named
    ? 'the report names the site'
    : `${distanceText(event.distanceKm, event.uncertaintyKm)} from the site`;
  return {
    signal: 'attack-on-site',
    key: `attack-on-site:${group.id}`,
    reason: `${actorText(event)}: ${event.subType.toLowerCase()} at ${placeText(event)} ${dayText(event)}, ${where}.`,
    attestedAs,
    chances: [chanceOf('attack', factors, attestedAs, policy)],
    kept: 1,
    events: revisionsOf(group, event),
    since: new Date(startOfDay(event.occurredOn)),
  };
}
