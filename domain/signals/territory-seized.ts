import { changesControl } from '../acled.ts';
import { type ActorSides, sideOf } from '../actor.ts';
import type { LinkedEvent } from '../event.ts';
import { oneBelow } from '../level.ts';
import type { RiskPolicy } from '../policy.ts';
import { isCoarse } from '../precision.ts';
import type { Signal } from '../signal.ts';
import { distanceKm } from '../sphere.ts';
import { addDays, startOfDay } from '../time.ts';
import { actorText, distanceText, placeText } from '../wording.ts';

/**
 * A non-state armed actor takes a place near the site. It ends when control of the place changes again; without
 * news it is eased one level after `seizedQuietDays`, and ends after as many days again.
 */
export function territorySeized(
  events: readonly LinkedEvent[],
  at: Date,
  policy: RiskPolicy,
  sides: ActorSides,
): Signal[] {
  const { seizedSevereKm, seizedHighKm, seizedQuietDays } = policy.signal;
  const changes = events.filter((event) => changesControl(event) && !isCoarse(event.locationPrecision));
  const signals: Signal[] = [];
  for (const event of changes) {
    if (!isSeizure(event, sides) || event.distanceKm > seizedHighKm) continue;
    const ended = changes.some((later) => endsControl(event, later, policy.signal.samePlaceKm));
    const quietFrom = startOfDay(addDays(event.occurredOn, seizedQuietDays));
    const endsAt = startOfDay(addDays(event.occurredOn, 2 * seizedQuietDays));
    if (ended || endsAt <= at.getTime()) continue;
    const first = event.distanceKm <= seizedSevereKm ? 'severe' : 'high';
    const isQuiet = quietFrom <= at.getTime();
    signals.push({
      signal: 'territory-seized',
      level: isQuiet ? oneBelow(first) : first,
      reason:
        `${actorText(event)} took ${placeText(event)}, ${distanceText(event.distanceKm, event.uncertaintyKm)} from the site, ` +
        `on ${event.occurredOn}${isQuiet ? `; no news of it for ${seizedQuietDays} days` : ''}.`,
      events: [{ eventId: event.eventId, revision: event.revision }],
      since: new Date(startOfDay(event.occurredOn)),
      until: new Date(isQuiet ? endsAt : quietFrom),
    });
  }
  return signals;
}

function isSeizure(event: LinkedEvent, sides: ActorSides): boolean {
  if (event.subType === 'Non-state actor overtakes territory') return true;
  if (event.subType !== 'Non-violent transfer of territory') return false;
  return event.actors[0] !== undefined && sideOf(event.actors[0], sides) === 'non-state';
}

/** True where `later` says that the actor no longer holds what it took in `seizure`. */
function endsControl(seizure: LinkedEvent, later: LinkedEvent, samePlaceKm: number): boolean {
  if (later.eventId === seizure.eventId || later.occurredOn < seizure.occurredOn) return false;
  // Of two events on one day at one place the later report tells how the day ended.
  if (later.occurredOn === seizure.occurredOn && later.recordedAt <= seizure.recordedAt) return false;
  return distanceKm(located(seizure), located(later)) <= samePlaceKm;
}

function located(event: LinkedEvent) {
  return { latitude: event.latitude!, longitude: event.longitude! };
}
