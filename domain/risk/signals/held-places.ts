import { changesControl } from '../../acled.ts';
import { type ActorRegister, groupOf, sideOf } from '../../actor.ts';
import type { AssessableEvent, LinkedEvent } from '../../event.ts';
import { addTo, groupBy } from '../../group-by.ts';
import type { RiskPolicy } from '../../policy.ts';
import { isCoarse } from '../../precision.ts';
import { distanceKm, latitudeSpan } from '../../sphere.ts';
import type { Steps } from '../../steps.ts';
import type { CalendarDate } from '../../time.ts';

const roundingSlack = 1.0001;

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
export function* takenPlaces<E extends AssessableEvent>(
  events: readonly E[],
  policy: RiskPolicy,
  actors: ActorRegister,
): Steps<TakenPlace<E>[]> {
  const { samePlaceKm } = policy.signal.front;
  const placed = events.filter((event) => event.latitude !== null && !isCoarse(event.locationPrecision));
  const changes = inOrder(placed.filter((event) => changesControl(event)));
  if (changes.length === 0) return [];
  const bandOf = bandsOf(samePlaceKm);
  const changesNear = nearByBand(changes, bandOf);
  const latestOf = latestFirstByActor(placed, actors, bandOf);
  const places: TakenPlace<E>[] = [];
  for (const taken of changes) {
    const by = takerOf(taken, actors);
    if (by === undefined) continue;
    const actor = groupOf(by ?? '', actors);
    const ended = changesNear(taken).flatMap(
      (band) => band.find((later) => endsControl(taken, actor, later, samePlaceKm, actors)) ?? [],
    );
    const isThere = (event: E) => !isAfter(taken, event) || isAt(taken, event, samePlaceKm);
    const heard = latestOf(actor, taken).flatMap((band) => band.find(isThere) ?? []);
    places.push({
      actor,
      by,
      taken,
      endedBy: inOrder(ended)[0] ?? null,
      heardOn: [taken, ...heard]
        .map(({ occurredOn }) => occurredOn)
        .sort()
        .at(-1)!,
    });
    yield;
  }
  return places;
}

/** Bands of latitude as wide as two places may lie apart: what is at a place lies in its band or one beside it. */
function bandsOf(samePlaceKm: number): (event: AssessableEvent) => number {
  const degrees = latitudeSpan(samePlaceKm) * roundingSlack;
  return (event) => Math.floor(event.latitude! / degrees);
}

/** For a place the events that may be at it, in up to three lists, each in the order given. */
function nearByBand<E extends AssessableEvent>(events: readonly E[], bandOf: (event: E) => number) {
  const bands = groupBy(events, bandOf);
  return (place: E): E[][] =>
    [-1, 0, 1].flatMap((step) => {
      const band = bands.get(bandOf(place) + step);
      return band ? [band] : [];
    });
}

/** The events in which each actor takes part, the latest first: of thousands the first that fits is mostly enough. */
function latestFirstByActor<E extends AssessableEvent>(
  placed: readonly E[],
  actors: ActorRegister,
  bandOf: (event: E) => number,
): (actor: string, place: E) => E[][] {
  const latestFirst = placed.toSorted((a, b) =>
    a.occurredOn > b.occurredOn ? -1 : a.occurredOn < b.occurredOn ? 1 : 0,
  );
  const byActor = new Map<string, [E, ...E[]]>();
  for (const event of latestFirst)
    for (const actor of new Set(event.actors.map((name) => groupOf(name, actors))))
      addTo(byActor, actor, event);
  const nearOf = new Map([...byActor].map(([actor, own]) => [actor, nearByBand(own, bandOf)]));
  return (actor, place) => nearOf.get(actor)?.(place) ?? [];
}

function isAfter(taken: AssessableEvent, event: AssessableEvent): boolean {
  return event.occurredOn > taken.occurredOn;
}

function isAt(taken: AssessableEvent, event: AssessableEvent, samePlaceKm: number): boolean {
  return distanceKm(located(taken), located(event)) <= samePlaceKm;
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
function inOrder<E extends AssessableEvent>(changes: readonly E[]): E[] {
  return changes
    .map((event) => {
      const order = event.subType === 'Withdrawal from territory' ? 0 : 1;
      return { event, key: `${event.occurredOn} ${order} ${event.source} ${event.sourceEventId}` };
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ event }) => event);
}

function located(event: AssessableEvent) {
  return { latitude: event.latitude!, longitude: event.longitude! };
}
