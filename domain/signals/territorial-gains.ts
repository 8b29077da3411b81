import { changesControl } from '../acled.ts';
import { type ActorRegister, groupOf, sideOf } from '../actor.ts';
import type { LinkedEvent } from '../event.ts';
import type { RiskPolicy } from '../policy.ts';
import { isCoarse } from '../precision.ts';
import { distanceKm } from '../sphere.ts';

/** Places that non-state armed actors took and that have not changed hands since, as far as is known. */
export function territorialGains(
  events: readonly LinkedEvent[],
  policy: RiskPolicy,
  actors: ActorRegister,
): LinkedEvent[] {
  const changes = events.filter(
    (event) => changesControl(event) && event.latitude !== null && !isCoarse(event.locationPrecision),
  );
  return changes.filter(
    (event) =>
      isSeizure(event, actors) &&
      !changes.some((later) => endsControl(event, later, policy.signal.samePlaceKm, actors)),
  );
}

function isSeizure(event: LinkedEvent, actors: ActorRegister): boolean {
  if (event.subType === 'Non-state actor overtakes territory') return true;
  if (event.subType !== 'Non-violent transfer of territory') return false;
  return event.actors[0] !== undefined && sideOf(event.actors[0], actors) === 'non-state';
}

/**
 * True where `later` says that the actor no longer holds what it took in `gain`: it left, the government is back, or
 * another actor took over. Its own next gain close by ends nothing. How a day ended on which a place changed hands
 * twice cannot be told from the events; the gain then stands until a later day brings news.
 */
function endsControl(
  gain: LinkedEvent,
  later: LinkedEvent,
  samePlaceKm: number,
  actors: ActorRegister,
): boolean {
  if (later.occurredOn <= gain.occurredOn) return false;
  if (distanceKm(located(gain), located(later)) > samePlaceKm) return false;
  if (later.subType === 'Withdrawal from territory' || later.subType === 'Government regains territory')
    return true;
  return groupOf(later.actors[0] ?? '', actors) !== groupOf(gain.actors[0] ?? '', actors);
}

function located(event: LinkedEvent) {
  return { latitude: event.latitude!, longitude: event.longitude! };
}
