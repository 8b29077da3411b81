import { type ActorRegister, groupOf } from '../actor.ts';
import type { LinkedEvent } from '../event.ts';
import type { RiskPolicy } from '../policy.ts';
import type { Signal } from '../signal.ts';
import { addDays, startOfDay } from '../time.ts';
import { actorText, dayText, distanceText, placeText } from '../wording.ts';

/**
 * A non-state armed actor comes nearer: a place it has taken is nearer to the site than every other that it took in
 * the `approachWindowDays` before, of which there is at least one. It ends when the place is lost again, or without
 * a nearer gain for `approachQuietDays`. One signal an actor, for its nearest such place; `gains` are the places that
 * are still held (`territorialGains`). Allies and the names of one actor count as one.
 */
export function frontApproaching(
  gains: readonly LinkedEvent[],
  at: Date,
  policy: RiskPolicy,
  actors: ActorRegister,
): Signal[] {
  const { approachElevatedKm, approachHighKm, approachWindowDays, approachQuietDays } = policy.signal;
  const byActor = new Map<string, LinkedEvent[]>();
  for (const gain of gains) {
    const group = gain.actors[0] === undefined ? null : groupOf(gain.actors[0], actors);
    if (group !== null) byActor.set(group, [...(byActor.get(group) ?? []), gain]);
  }
  const signals: Signal[] = [];
  for (const taken of byActor.values()) {
    const approaches = taken.flatMap((gain) => {
      const endsAt = startOfDay(addDays(gain.occurredOn, approachQuietDays));
      if (gain.distanceKm > approachElevatedKm || endsAt <= at.getTime()) return [];
      const windowFrom = addDays(gain.occurredOn, -approachWindowDays);
      const before = taken.filter(
        (other) => other.occurredOn >= windowFrom && other.occurredOn < gain.occurredOn,
      );
      const nearest = before.reduce<LinkedEvent | null>((a, b) => (a && isNearer(a, b) ? a : b), null);
      return nearest && isNearer(gain, nearest) ? [{ gain, nearest, endsAt }] : [];
    });
    const first = approaches.reduce<(typeof approaches)[0] | null>(
      (a, b) => (a && isNearer(a.gain, b.gain) ? a : b),
      null,
    );
    if (!first) continue;
    const { gain, nearest, endsAt } = first;
    signals.push({
      signal: 'front-approaching',
      level: gain.distanceKm <= approachHighKm ? 'high' : 'elevated',
      reason:
        `${actorText(gain)} is coming nearer: ${dayText(gain)} it took ${placeText(gain)}, ` +
        `${distanceText(gain.distanceKm, gain.uncertaintyKm)} from the site; the nearest it had taken in the ` +
        `${approachWindowDays} days before was ${placeText(nearest)}, ${distanceText(nearest.distanceKm, nearest.uncertaintyKm)}.`,
      events: [gain, nearest].map(({ eventId, revision }) => ({ eventId, revision })),
      since: new Date(startOfDay(gain.occurredOn)),
      until: new Date(endsAt),
    });
  }
  return signals;
}

/** Ties are broken by what the sources say, never by the order in which it came in. */
function isNearer(a: LinkedEvent, b: LinkedEvent): boolean {
  if (a.distanceKm !== b.distanceKm) return a.distanceKm < b.distanceKm;
  return `${a.source} ${a.sourceEventId}` < `${b.source} ${b.sourceEventId}`;
}
