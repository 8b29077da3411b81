import { changesControl } from '../../acled.ts';
import { type ActorRegister, groupOf, sideOf } from '../../actor.ts';
import type { LinkedEvent } from '../../event.ts';
import { addTo } from '../../group-by.ts';
import type { RiskPolicy } from '../../policy.ts';
import { isCoarse } from '../../precision.ts';
import { distanceKm, latitudeSpan } from '../../sphere.ts';
import type { CalendarDate } from '../../time.ts';

const roundingSlack = 1.0001;

/** A place that a non-state armed actor took. */
export type TakenPlace = {
  /** The actor with its allies (`groupOf`). */
  actor: string;
  /** Its name as the report has it; null where it names none. */
  by: string | null;
  taken: LinkedEvent;
  /** What ended it: it was left, retaken or taken by another; null while it is held, as far as is known. */
  endedBy: LinkedEvent | null;
  /** The last day on which a report says that the actor took it, holds it or fights there. */
  heardOn: CalendarDate;
};

/** The places that non-state armed actors took, in the order of their days. The order of `events` does not matter. */
export function takenPlaces(
  events: readonly LinkedEvent[],
  policy: RiskPolicy,
  actors: ActorRegister,
): TakenPlace[] {
  const { samePlaceKm } = policy.signal.front;
  const placed = events.filter((event) => event.latitude !== null && !isCoarse(event.locationPrecision));
  const changes = inOrder(placed.filter((event) => changesControl(event)));
  if (changes.length === 0) return [];
  const latestOf = latestFirstByActor(placed, actors);
  return changes.flatMap((taken) => {
    const by = takerOf(taken, actors);
    if (by === undefined) return [];
    const actor = groupOf(by ?? '', actors);
    const endedBy = changes.find((later) => endsControl(taken, actor, later, samePlaceKm, actors)) ?? null;
    const heard = latestOf
      .get(actor)
      ?.find((event) => !isAfter(taken, event) || isAt(taken, event, samePlaceKm));
    const heardOn = heard && isAfter(taken, heard) ? heard.occurredOn : taken.occurredOn;
    return [{ actor, by, taken, endedBy, heardOn }];
  });
}

/** The events in which each actor takes part, the latest first: of thousands the first that fits is mostly enough. */
function latestFirstByActor(
  placed: readonly LinkedEvent[],
  actors: ActorRegister,
): Map<string, [LinkedEvent, ...LinkedEvent[]]> {
  const byActor = new Map<string, [LinkedEvent, ...LinkedEvent[]]>();
  for (const event of placed)
    for (const actor of new Set(event.actors.map((name) => groupOf(name, actors))))
      addTo(byActor, actor, event);
  for (const own of byActor.values())
    own.sort((a, b) => (a.occurredOn > b.occurredOn ? -1 : a.occurredOn < b.occurredOn ? 1 : 0));
  return byActor;
}

function isAfter(taken: LinkedEvent, event: LinkedEvent): boolean {
  return event.occurredOn > taken.occurredOn;
}

/** Latitudes alone tell most apart, without a distance to be worked out. */
function isAt(taken: LinkedEvent, event: LinkedEvent, samePlaceKm: number): boolean {
  const mayBe = Math.abs(taken.latitude! - event.latitude!) <= latitudeSpan(samePlaceKm) * roundingSlack;
  return mayBe && distanceKm(located(taken), located(event)) <= samePlaceKm;
}

/**
 * Who took the place: null where the actor is not named, undefined where it was no non-state actor. Sources do not
 * always name the taker first: of an overtaking it is the first that is no state's.
 */
function takerOf({ subType, actors: names }: LinkedEvent, actors: ActorRegister): string | null | undefined {
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
  taken: LinkedEvent,
  actor: string,
  later: LinkedEvent,
  samePlaceKm: number,
  actors: ActorRegister,
): boolean {
  if (later.occurredOn <= taken.occurredOn) return false;
  if (!isAt(taken, later, samePlaceKm)) return false;
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
function inOrder(changes: readonly LinkedEvent[]): LinkedEvent[] {
  return changes
    .map((event) => {
      const order = event.subType === 'Withdrawal from territory' ? 0 : 1;
      return { event, key: `${event.occurredOn} ${order} ${event.source} ${event.sourceEventId}` };
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ event }) => event);
}

function located(event: LinkedEvent) {
  return { latitude: event.latitude!, longitude: event.longitude! };
}
