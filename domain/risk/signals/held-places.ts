import { changesControl } from '../../acled.ts';
import { type ActorRegister, groupOf, sideOf } from '../../actor.ts';
import type { AssessableEvent, LinkedEvent } from '../../event.ts';
import type { RiskPolicy } from '../../policy.ts';
import { isCoarse } from '../../precision.ts';
import { distanceKm } from '../../sphere.ts';
import type { CalendarDate } from '../../time.ts';

/** A place that a non-state armed actor took. */
export type TakenPlace<E extends AssessableEvent = LinkedEvent> = {
  /** The actor with its allies (`groupOf`). */
  actor: string;
  /** Its name as the report has it; null where it names none. */
  by: string | null;
  taken: E;
  /** What ended it: it was left, retaken or taken by another; null while it is held, as far as is known. */
  endedBy: E | null;
  /** The last day on which a report says that the actor took it, holds it or fights there. */
  heardOn: CalendarDate;
};

/** The places that non-state armed actors took, in the order of their days. The order of `events` does not matter. */
export function takenPlaces<E extends AssessableEvent>(
  events: readonly E[],
  policy: RiskPolicy,
  actors: ActorRegister,
): TakenPlace<E>[] {
  const { samePlaceKm } = policy.signal.front;
  const placed = events.filter((event) => event.latitude !== null && !isCoarse(event.locationPrecision));
  const changes = placed.filter((event) => changesControl(event)).sort(byDay);
  return changes.flatMap((taken) => {
    const by = takerOf(taken, actors);
    if (by === undefined) return [];
    const actor = groupOf(by ?? '', actors);
    const endedBy = changes.find((later) => endsControl(taken, actor, later, samePlaceKm, actors)) ?? null;
    const heardOn = placed.reduce(
      (day, event) =>
        event.occurredOn > day && isThere(event, taken, actor, samePlaceKm, actors) ? event.occurredOn : day,
      taken.occurredOn,
    );
    return [{ actor, by, taken, endedBy, heardOn }];
  });
}

/** True where the actor takes part in an event at the place that it took. */
function isThere(
  event: AssessableEvent,
  taken: AssessableEvent,
  actor: string,
  samePlaceKm: number,
  actors: ActorRegister,
): boolean {
  return (
    event.actors.some((name) => groupOf(name, actors) === actor) &&
    distanceKm(located(taken), located(event)) <= samePlaceKm
  );
}

/**
 * Who took the place: null where the actor is not named, undefined where it was no non-state actor. Sources do not
 * always name the taker first: of an overtaking it is the first that is no state's.
 */
function takerOf(
  { subType, actors: names }: AssessableEvent,
  actors: ActorRegister,
): string | null | undefined {
  const isNonState = (name: string) => sideOf(name, actors) === 'non-state';
  if (subType === 'Non-state actor overtakes territory') return names.find(isNonState) ?? null;
  if (subType !== 'Non-violent transfer of territory') return undefined;
  return names[0] !== undefined && isNonState(names[0]) ? names[0] : undefined;
}

/**
 * True where `later` says that the actor no longer holds what it took: it left, the government is back, or another
 * actor took over. Its own next gain close by ends nothing. How a day ended on which a place changed hands twice
 * cannot be told from the events; the gain then stands until a later day brings news.
 */
function endsControl(
  taken: AssessableEvent,
  actor: string,
  later: AssessableEvent,
  samePlaceKm: number,
  actors: ActorRegister,
): boolean {
  if (later.occurredOn <= taken.occurredOn) return false;
  if (distanceKm(located(taken), located(later)) > samePlaceKm) return false;
  if (later.subType === 'Government regains territory') return true;
  const who = takerOf(later, actors) ?? later.actors[0];
  const isOwn = groupOf(who ?? '', actors) === actor;
  // That somebody else withdrew from there gives the place to whoever took it.
  return later.subType === 'Withdrawal from territory' ? isOwn || who === undefined : !isOwn;
}

/**
 * By day; that somebody left comes before who came then. Within that by what the sources say, never by the order in
 * which it came in.
 */
function byDay(a: AssessableEvent, b: AssessableEvent): number {
  const [left, right] = [a, b].map(
    (e) =>
      `${e.occurredOn} ${e.subType === 'Withdrawal from territory' ? 0 : 1} ${e.source} ${e.sourceEventId}`,
  );
  return left! < right! ? -1 : left! > right! ? 1 : 0;
}

function located(event: AssessableEvent) {
  return { latitude: event.latitude!, longitude: event.longitude! };
}
