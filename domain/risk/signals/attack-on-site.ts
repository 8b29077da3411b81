import { signalAttestationOf } from '../../attestation.ts';
import type { LinkedEvent } from '../../event.ts';
import { type IncidentGroup, revisionsOf } from '../../incidents/incident-groups.ts';
import type { RiskPolicy } from '../../policy.ts';
import { daysSince, startOfDay } from '../../time.ts';
import { actorText, dayText, distanceText, placeText } from '../../wording.ts';
import { chanceWithin } from '../place-chance.ts';
import type { Signal } from '../signal.ts';
import { chanceOf, isWorthTelling } from './chance.ts';

/** A signal without what changes with time. */
type Attack = Omit<Signal, 'chances'> & { event: LinkedEvent; place: number };

/**
 * Violence that may have hit the site itself, at any instant by which all events have begun: the report names it, or
 * the true place may lie within a few kilometres. `groups` are those of violent events.
 */
export function attackOnSite(groups: readonly IncidentGroup[], policy: RiskPolicy): (at: Date) => Signal[] {
  const attacks = groups.flatMap((group) => attackBy(group, policy) ?? []);
  return (at) => attacks.map((attack) => signalOf(attack, at, policy)).filter(isWorthTelling);
}

/** Of several reports of one incident the one counts that puts it nearest to the site; null where none is in reach. */
function attackBy(group: IncidentGroup, policy: RiskPolicy): Attack | null {
  const { reachKm } = policy.signal.attack;
  const placed = group.reports.map((event) => ({
    event,
    place: event.named ? 1 : chanceWithin(event.distanceKm, event.uncertaintyKm, reachKm),
  }));
  const { event, place } = placed.reduce((best, next) => (next.place > best.place ? next : best));
  if (place === 0) return null;
  const { confidence } = group.reports[0];
  const where = event.named
    ? 'the report names the site'
    : `${distanceText(event.distanceKm, event.uncertaintyKm)} from the site`;
  return {
    event,
    place,
    signal: 'attack-on-site',
    key: `attack-on-site:${group.id}`,
    reason: `${actorText(event)}: ${event.subType.toLowerCase()} at ${placeText(event)} ${dayText(event)}, ${where}.`,
    attestedAs: signalAttestationOf({ ...event, confidence, origins: group.origins }),
    kept: 1,
    ...revisionsOf(group, event),
    since: new Date(startOfDay(event.occurredOn)),
  };
}

function signalOf({ event, place, ...attack }: Attack, at: Date, policy: RiskPolicy): Signal {
  const { base, halfLifeDays } = policy.signal.attack;
  const fading = 2 ** (-Math.max(0, daysSince(event.occurredOn, at)) / halfLifeDays);
  const factors = { base, isMeasured: true, place, fading };
  return { ...attack, chances: [chanceOf('attack', factors, attack.attestedAs, policy)] };
}
