import type { ActorRegister } from '../actor.ts';
import type { LinkedEvent } from '../event.ts';
import { groupBy } from '../group-by.ts';
import type { RiskPolicy } from '../policy.ts';
import { distanceKm, type Point } from '../sphere.ts';
import { weightOf } from '../weight.ts';
import { byConfirmation, type EventPair, type Incident, type SeparatedPair } from './incident.ts';
import {
  compareOccurrences,
  exclusiveKeysOf,
  type IncidentEvent,
  maxSpanDays,
  type Occurrence,
  readOccurrence,
} from './occurrence.ts';

type IncidentPolicy = Pick<RiskPolicy, 'incident' | 'weight'>;

/** As many of the best confirmed members of an incident stand for it: whoever joins is compared with these. */
export const representativeCount = 50;

type Group = {
  /** The best confirmed first. */
  members: Occurrence[];
  /** What no other member may have in common with one of them. */
  keys: Set<string>;
};

type Match = { other: Occurrence; reason: () => string };

/** The group of an event, and its place in the order of confirmation. */
type Place = { group: Group; rank: number };

/** The incidents among events: `joinOccurrences` without the pairs. */
export function formIncidents(
  events: readonly IncidentEvent[],
  policy: IncidentPolicy,
  separations: readonly SeparatedPair[],
  actors: ActorRegister,
): Incident[] {
  return joinOccurrences(occurrencesOf(events, actors), policy, separations).incidents;
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
 * The pairs are all those of representatives and of events that stand alone, and one of each further member with each
 * incident of which it matches any: through them, all that may change with an event is tied to it.
 */
export function joinOccurrences(
  occurrences: readonly Occurrence[],
  policy: IncidentPolicy,
  separations: readonly SeparatedPair[],
): { incidents: Incident[]; pairs: EventPair[] } {
  const separated = separatedFrom(separations);
  const compared = new Map<number, Occurrence[]>();
  const placeOf = new Map<number, Place>();
  const pairs: EventPair[] = [];
  for (const [rank, own] of byRank(occurrences, policy).entries()) {
    const { eventId } = own.event;
    const keys = exclusiveKeysOf(own, policy);
    const matches = new Map<Group, Match[]>();
    for (const other of nearInTime(own, compared, policy)) {
      const { same, reason } = compareOccurrences(own, other, policy);
      if (same) push(matches, placeOf.get(other.event.eventId)!.group, { other, reason });
    }
    const apart = new Set(separated.get(eventId)?.map((id) => placeOf.get(id)?.group));
    const fits = (group: Group, found: Match[]) =>
      found.length === Math.min(group.members.length, representativeCount) &&
      !apart.has(group) &&
      !keys.some((key) => group.keys.has(key));
    const fitting = [...matches].filter(([group, found]) => fits(group, found)).map(([group]) => group);
    const joined = nearest(own, fitting, policy);
    const group = joined ?? { members: [], keys: new Set() };
    const isRepresented = group.members.length >= representativeCount;
    if (!isRepresented) push(compared, own.firstDay, own);
    group.members.push(own);
    for (const key of keys) group.keys.add(key);
    placeOf.set(eventId, { group, rank });
    const rankOf = ({ other }: Match) => placeOf.get(other.event.eventId)!.rank;
    const bestOf = (found: Match[]) =>
      found.reduce((best, next) => (rankOf(next) < rankOf(best) ? next : best));
    for (const found of matches.values())
      for (const match of isRepresented ? [bestOf(found)] : found) pairs.push(pairOf(own, match));
  }
  return { incidents: incidentsOf([...placeOf.values()].map(({ group }) => group)), pairs };
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
    const found = members
      .map((other) => ({ other, ...compareOccurrences(own, other, policy) }))
      .filter(({ same }) => same);
    if (!found[0]) continue;
    pairs.push(pairOf(own, found[0]));
    if (found.length === members.length) fitting.push({ members, keys: new Set() });
  }
  const joined = nearest(own, fitting, policy);
  return joined && joined.members.length >= representativeCount ? { joined: joined.members, pairs } : null;
}

/** The best confirmed first. Weights are worked out once, not for each comparison. */
function byRank(occurrences: readonly Occurrence[], policy: IncidentPolicy): Occurrence[] {
  const compare = byConfirmation(policy);
  return occurrences
    .map((occurrence) => ({ occurrence, weight: weightOf(occurrence.event, policy) }))
    .sort((a, b) => b.weight - a.weight || compare(a.occurrence.event, b.occurrence.event))
    .map(({ occurrence }) => occurrence);
}

function* nearInTime(
  { firstDay, lastDay }: Occurrence,
  byFirstDay: ReadonlyMap<number, Occurrence[]>,
  { incident: { daysApart } }: IncidentPolicy,
): Iterable<Occurrence> {
  for (let day = firstDay - daysApart - maxSpanDays; day <= lastDay + daysApart; day++)
    yield* byFirstDay.get(day) ?? [];
}

function incidentsOf(groups: Iterable<Group>): Incident[] {
  return [...new Set(groups)]
    .filter(({ members }) => members.length > 1)
    .map(({ members }) => members.map(({ event }) => event.eventId))
    .map((members) => ({ id: members.reduce((least, id) => Math.min(least, id)), members }));
}

function pairOf(own: Occurrence, { other, reason }: Match): EventPair {
  const [a, b] = [own.event.eventId, other.event.eventId];
  return { eventA: Math.min(a, b), eventB: Math.max(a, b), reason: reason() };
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

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
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
export function withIncidents(
  events: readonly (LinkedEvent & Pick<IncidentEvent, 'siteIds'>)[],
  policy: IncidentPolicy,
  separations: readonly SeparatedPair[],
  actors: ActorRegister,
): LinkedEvent[] {
  const incidents = formIncidents(events, policy, separations, actors);
  const incidentOf = new Map(incidents.flatMap(({ id, members }) => members.map((eventId) => [eventId, id])));
  return events.map((event) => ({ ...event, incidentId: incidentOf.get(event.eventId) ?? null }));
}
