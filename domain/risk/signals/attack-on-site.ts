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

/** An incident of which the true place may be the site; `place` is the chance that it is. */
type NearIncident = { group: IncidentGroup; event: LinkedEvent; place: number };

/**
 * Violence that may have hit the site itself, at any instant by which all events have begun: the report names it, or
 * the true place may lie within a few kilometres.
 */
export function attackOnSite(events: readonly LinkedEvent[], policy: RiskPolicy): (at: Date) => Signal[] {
  const violent = events.filter((event) => isViolent(event));
  const near = incidentGroupsOf(violent, policy)
    .map((group) => nearestReport(group, policy))
    .filter(({ place }) => place > 0);
  return (at) => near.map((incident) => attackSignal(incident, at, policy)).filter(isWorthTelling);
}

/** Of several reports of one incident the one counts that puts it nearest to the site. */
function nearestReport(group: IncidentGroup, policy: RiskPolicy): NearIncident {
  const { reachKm } = policy.signal.attack;
  return group.reports
    .map((event) => ({
      group,
      event,
      place: event.named ? 1 : chanceWithin(event.distanceKm, event.uncertaintyKm, reachKm),
    }))
    .reduce((best, next) => (next.place > best.place ? next : best));
}

function attackSignal({ group, event, place }: NearIncident, at: Date, policy: RiskPolicy): Signal {
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
