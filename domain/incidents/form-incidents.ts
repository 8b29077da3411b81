import type { ActorRegister } from '../actor.ts';
import type { LinkedEvent } from '../event.ts';
import { addTo, groupBy } from '../group-by.ts';
import type { RiskPolicy } from '../policy.ts';
import { distanceKm, type Point } from '../sphere.ts';
import type { Steps } from '../steps.ts';
import {
  byConfirmation,
  type EventPair,
  type Incident,
  inOrderOfConfirmation,
  type SeparatedPair,
} from './incident.ts';
import {
  compareOccurrences,
  exclusiveKeysOf,
  type IncidentEvent,
  type Occurrence,
  readOccurrence,
} from './occurrence.ts';
import { indexOccurrences } from './occurrence-index.ts';

type IncidentPolicy = Pick<RiskPolicy, 'incident' | 'weight'>;

/** As many of the best confirmed members of an incident stand for it: whoever joins is compared with these. */
export const representativeCount = 50;

type Group = {
  /** The best confirmed first. */
  members: Occurrence[];
  /** What no other member may have in common with one of them. */
  keys: Set<string>;
};

/** Two events that are the same occurrence by the rule; `wordPair` says why. */
export type Tie = { own: Occurrence; other: Occurrence };

/** The group of an event, and its place in the order of confirmation. */
type Place = { occurrence: Occurrence; group: Group; rank: number };

/** The incidents among events: `joinOccurrences` without the ties. */
export function* formIncidents(
  events: readonly IncidentEvent[],
  policy: IncidentPolicy,
  separations: readonly SeparatedPair[],
  actors: ActorRegister,
): Steps<Incident[]> {
  return (yield* joinOccurrences(occurrencesOf(events, actors), policy, separations)).incidents;
}

export function occurrencesOf(events: readonly IncidentEvent[], actors: ActorRegister): Occurrence[] {
  return events.map((event) => readOccurrence(event, actors)).filter((occurrence) => occurrence !== null);
}

/**
 * The incidents among events, and the pairs by which they are tied. The events are taken in the order of their
 * confirmation, the best first; each joins the incident all of whose representatives it matches, the one whose
 * best-confirmed event is nearest in time and then in place where there are several, or else stands alone until others
 * join it. So in an incident of up to `representativeCount` events each two match, no chain ties together what does
 * not, and in a larger one each further event matches all representatives. The order says nothing of when an event
 * came in: the same events always give the same incidents.
 *
 * The ties are all those of representatives and of events that stand alone, and one of each further member with each
 * incident of which it matches any: through them, all that may change with an event is tied to it.
 */
export function* joinOccurrences(
  occurrences: readonly Occurrence[],
  policy: IncidentPolicy,
  separations: readonly SeparatedPair[],
): Steps<{ incidents: Incident[]; ties: Tie[] }> {
  const separated = separatedFrom(separations);
  const compared = indexOccurrences<Place>(policy);
  const placeOf = new Map<number, Place>();
  const ties: Tie[] = [];
  for (const [rank, own] of byRank(occurrences, policy).entries()) {
    const { eventId } = own.event;
    const keys = exclusiveKeysOf(own, policy);
    const matches = new Map<Group, [Place, ...Place[]]>();
    for (const other of compared.near(own))
      if (compareOccurrences(own, other.occurrence, policy).same) addTo(matches, other.group, other);
    const apart = new Set(separated.get(eventId)?.map((id) => placeOf.get(id)?.group));
    const fits = (group: Group, found: Place[]) =>
      found.length === Math.min(group.members.length, representativeCount) &&
      !apart.has(group) &&
      !keys.some((key) => group.keys.has(key));
    const fitting = [...matches].filter(([group, found]) => fits(group, found)).map(([group]) => group);
    const group = nearest(own, fitting, policy) ?? { members: [], keys: new Set() };
    const isRepresented = group.members.length >= representativeCount;
    const place = { occurrence: own, group, rank };
    if (!isRepresented) compared.add(place);
    group.members.push(own);
    for (const key of keys) group.keys.add(key);
    placeOf.set(eventId, place);
    for (const found of matches.values())
      for (const { occurrence } of isRepresented ? [bestOf(found)] : found)
        ties.push({ own, other: occurrence });
    yield;
  }
  return { incidents: incidentsOf([...placeOf.values()].map(({ group }) => group)), ties };
}

function bestOf(found: readonly Place[]): Place {
  return found.reduce((best, next) => (next.rank < best.rank ? next : best));
}

/** A tie with the reason for it in words. */
export function wordPair({ own, other }: Tie, policy: IncidentPolicy): EventPair {
  const [a, b] = [own.event.eventId, other.event.eventId];
  const reason = compareOccurrences(own, other, policy).reason();
  return { eventA: Math.min(a, b), eventB: Math.max(a, b), reason };
}

/**
 * Where an event belongs that comes to known groups: the representatives of incidents, and events that stand alone.
 * Null unless it joins an incident whose representatives stand for it: only then nothing else can change with it.
 */
export function joinRepresented(
  own: Occurrence,
  groups: readonly (readonly Occurrence[])[],
  policy: IncidentPolicy,
): { joined: Occurrence[]; pairs: EventPair[] } | null {
  if (exclusiveKeysOf(own, policy).length > 0) return null;
  const compare = byConfirmation(policy);
  const fitting: Group[] = [];
  const pairs: EventPair[] = [];
  for (const group of groups) {
    const members = byRank(group, policy).filter((member) => compare(member.event, own.event) < 0);
    const found = members.filter((other) => compareOccurrences(own, other, policy).same);
    if (!found[0]) continue;
    pairs.push(wordPair({ own, other: found[0] }, policy));
    if (found.length === members.length) fitting.push({ members, keys: new Set() });
  }
  const joined = nearest(own, fitting, policy);
  return joined && joined.members.length >= representativeCount ? { joined: joined.members, pairs } : null;
}

/** The best confirmed first. */
function byRank(occurrences: readonly Occurrence[], policy: IncidentPolicy): Occurrence[] {
  return inOrderOfConfirmation(occurrences, ({ event }) => event, policy);
}

function incidentsOf(groups: Iterable<Group>): Incident[] {
  return [...new Set(groups)]
    .filter(({ members }) => members.length > 1)
    .map(({ members }) => members.map(({ event }) => event.eventId))
    .map((members) => ({ id: members.reduce((least, id) => Math.min(least, id)), members }));
}

function separatedFrom(separations: readonly SeparatedPair[]): Map<number, number[]> {
  const both = separations.flatMap(({ eventA, eventB }) => [
    { own: eventA, other: eventB },
    { own: eventB, other: eventA },
  ]);
  return new Map(
    [...groupBy(both, ({ own }) => own)].map(([own, parted]) => [own, parted.map(({ other }) => other)]),
  );
}

/** The group whose best-confirmed event is nearest: in time, then in place, then by confirmation. */
function nearest({ event }: Occurrence, groups: readonly Group[], policy: IncidentPolicy): Group | null {
  const compare = byConfirmation(policy);
  const isNearer = (a: IncidentEvent, b: IncidentEvent) =>
    (daysBetween(event, a) - daysBetween(event, b) ||
      kmBetween(event, a) - kmBetween(event, b) ||
      compare(a, b)) < 0;
  return groups.reduce<Group | null>(
    (best, next) => (best && !isNearer(next.members[0]!.event, best.members[0]!.event) ? best : next),
    null,
  );
}

function daysBetween(a: IncidentEvent, b: IncidentEvent): number {
  return Math.abs(Date.parse(a.occurredOn) - Date.parse(b.occurredOn));
}

function kmBetween(a: IncidentEvent, b: IncidentEvent): number {
  const isPlaced = a.latitude !== null && b.latitude !== null;
  return isPlaced ? distanceKm(a as Point, b as Point) : 0;
}

/** Linked events with the incidents that they form among themselves: those of the revisions known at some moment. */
export function* withIncidents(
  events: readonly (LinkedEvent & Pick<IncidentEvent, 'siteIds'>)[],
  policy: IncidentPolicy,
  separations: readonly SeparatedPair[],
  actors: ActorRegister,
): Steps<LinkedEvent[]> {
  const incidents = yield* formIncidents(events, policy, separations, actors);
  const incidentOf = new Map(incidents.flatMap(({ id, members }) => members.map((eventId) => [eventId, id])));
  return events.map((event) => ({ ...event, incidentId: incidentOf.get(event.eventId) ?? null }));
}
