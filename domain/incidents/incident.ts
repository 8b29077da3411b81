import type { ActorRegister } from '../actor.ts';
import type { LinkedEvent } from '../event.ts';
import { groupBy } from '../group-by.ts';
import type { RiskPolicy } from '../policy.ts';
import { distanceKm } from '../sphere.ts';
import { sourceWeight, type WeighableEvent, weightOf } from '../weight.ts';
import { compareOccurrences, type IncidentEvent, type Occurrence, readOccurrence } from './occurrence.ts';

type IncidentPolicy = Pick<RiskPolicy, 'incident' | 'weight'>;

/** Two events that are the same occurrence by the rule, and why. */
export type EventPair = { eventA: number; eventB: number; reason: string };

/** Two events that a person says are not the same occurrence. */
export type SeparatedPair = Pick<EventPair, 'eventA' | 'eventB'>;

/** Two or more events that are one occurrence. */
export type Incident = {
  /** The smallest id of its members: it stays while they come and go, as long as the first one does. */
  id: number;
  /** Ids of its events, the best confirmed first: that one counts. */
  members: number[];
};

/**
 * The incidents among events. In an incident each two events are the same occurrence by the rule and nobody has
 * separated them, so no chain ties together what does not match. The events are taken in the order of their
 * confirmation, the best first; each joins the incident all of whose events it matches, the one whose best-confirmed
 * event is nearest in time and then in place where there are several, or else stands alone until others join it. The
 * order says nothing of when an event came in: the same events always give the same incidents.
 */
export function formIncidents(
  events: readonly IncidentEvent[],
  policy: IncidentPolicy,
  separations: readonly SeparatedPair[],
  actors: ActorRegister,
): Incident[] {
  return groupPairs(events, findPairs(events, policy, actors), separations, policy);
}

/** Every two of the events that are the same occurrence by the rule. */
export function findPairs(
  events: readonly IncidentEvent[],
  policy: Pick<RiskPolicy, 'incident'>,
  actors: ActorRegister,
): EventPair[] {
  const byDay = events
    .map((event) => readOccurrence(event, actors))
    .filter((occurrence) => occurrence !== null)
    .sort((a, b) => a.firstDay - b.firstDay);
  const longest = byDay.reduce((days, { firstDay, lastDay }) => Math.max(days, lastDay - firstDay), 0);
  const pairs: EventPair[] = [];
  byDay.forEach((a, i) => {
    for (let j = i - 1; j >= 0; j--) {
      const b = byDay[j]!;
      if (a.firstDay - b.firstDay > longest + policy.incident.daysApart) break;
      const pair = pairOf(a, b, policy);
      if (pair) pairs.push(pair);
    }
  });
  return pairs;
}

/** The pair that two events make; null where they are not the same occurrence. */
export function pairOf(a: Occurrence, b: Occurrence, policy: Pick<RiskPolicy, 'incident'>): EventPair | null {
  const { same, reason } = compareOccurrences(a, b, policy);
  if (!same) return null;
  const [eventA, eventB] = [a.event.eventId, b.event.eventId].sort((x, y) => x - y) as [number, number];
  return { eventA, eventB, reason };
}

/** The incidents that pairs make: `formIncidents` where the pairs are known. */
export function groupPairs(
  events: readonly IncidentEvent[],
  pairs: readonly EventPair[],
  separations: readonly SeparatedPair[],
  policy: Pick<RiskPolicy, 'weight'>,
): Incident[] {
  const partners = partnersOf(pairs, separations);
  const paired = events.filter((event) => partners.has(event.eventId)).sort(byConfirmation(policy));
  const groupOf = new Map<number, IncidentEvent[]>();
  for (const event of paired) {
    const own = partners.get(event.eventId)!;
    const near = new Set([...own].map((id) => groupOf.get(id)).filter((group) => group !== undefined));
    const fitting = [...near].filter((group) => group.every((member) => own.has(member.eventId)));
    const group = fitting.reduce<IncidentEvent[] | null>(
      (best, next) => (best && !isNearer(event, next[0]!, best[0]!, policy) ? best : next),
      null,
    );
    group?.push(event);
    groupOf.set(event.eventId, group ?? [event]);
  }
  return [...new Set(groupOf.values())]
    .filter((group) => group.length > 1)
    .map((group) => group.map((event) => event.eventId))
    .map((members) => ({ id: Math.min(...members), members }));
}

function partnersOf(pairs: readonly EventPair[], separations: readonly SeparatedPair[]) {
  const partners = new Map<number, Set<number>>();
  for (const { eventA, eventB } of pairs) {
    for (const [one, other] of [[eventA, eventB] as const, [eventB, eventA] as const]) {
      const own = partners.get(one);
      if (own) own.add(other);
      else partners.set(one, new Set([other]));
    }
  }
  for (const { eventA, eventB } of separations) {
    partners.get(eventA)?.delete(eventB);
    partners.get(eventB)?.delete(eventA);
  }
  return partners;
}

/** True where `a` is nearer to the event than `b` is: in time, then in place, then by confirmation. */
function isNearer(
  event: IncidentEvent,
  a: IncidentEvent,
  b: IncidentEvent,
  policy: Pick<RiskPolicy, 'weight'>,
): boolean {
  const days = daysBetween(event, a) - daysBetween(event, b);
  const km = kmBetween(event, a) - kmBetween(event, b);
  return (days || km || byConfirmation(policy)(a, b)) < 0;
}

function daysBetween(a: IncidentEvent, b: IncidentEvent): number {
  return Math.abs(Date.parse(a.occurredOn) - Date.parse(b.occurredOn));
}

function kmBetween(a: IncidentEvent, b: IncidentEvent): number {
  const isPlaced = a.latitude !== null && b.latitude !== null;
  return isPlaced ? distanceKm(a as Placed, b as Placed) : 0;
}

type Placed = { latitude: number; longitude: number };

type RankedEvent = WeighableEvent & Pick<IncidentEvent, 'sourceEventId'>;

/**
 * Orders events by how well they are confirmed, the best first: by weight, then confidence, exactness of place and
 * known deaths. The rest is broken by what the sources call them, never by the order in which they came in.
 */
export function byConfirmation(policy: Pick<RiskPolicy, 'weight'>) {
  return (a: RankedEvent, b: RankedEvent): number =>
    weightOf(b, policy) - weightOf(a, policy) ||
    rankOf(a.confidence === 'confirmed') - rankOf(b.confidence === 'confirmed') ||
    (a.locationPrecision ?? 1) - (b.locationPrecision ?? 1) ||
    rankOf(a.deathsBest !== null) - rankOf(b.deathsBest !== null) ||
    compareText(a.source, b.source) ||
    compareText(a.sourceEventId, b.sourceEventId);
}

function rankOf(isBetter: boolean): number {
  return isBetter ? 0 : 1;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The events with each incident counted once: of the members that are given, the best confirmed stays and names the
 * others. Events that stand alone pass unchanged.
 */
export function onePerIncident(
  events: readonly LinkedEvent[],
  policy: Pick<RiskPolicy, 'weight'>,
): readonly LinkedEvent[] {
  const joined = events.filter((event) => event.incidentId !== null);
  if (joined.length === 0) return events;
  const counted = events.filter((event) => event.incidentId === null);
  for (const group of groupBy(joined, (event) => event.incidentId).values()) {
    group.sort(byConfirmation(policy));
    const [best, ...others] = group;
    const alsoReportedBy = others.map(({ eventId, revision, source, origin }) => {
      return { eventId, revision, source, origin };
    });
    counted.push(others.length > 0 ? { ...best, alsoReportedBy, origins: originsOf(group, policy) } : best);
  }
  return counted;
}

/**
 * Who stands behind reports of one incident, independently of each other: the origins of those in prose, and the
 * sources that code events themselves. Reports in prose whose origin is not known tell of no further one beside those
 * that have one. A source that counts for less by the policy is made from the same news: it attests nothing.
 */
export function originsOf(
  events: readonly Pick<LinkedEvent, 'source' | 'origin'>[],
  { weight }: Pick<RiskPolicy, 'weight'>,
): string[] {
  const trusted = events.filter(({ source }) => sourceWeight(source, { weight }) >= 1);
  const named = new Set(trusted.filter(({ origin }) => origin !== null).map(({ source }) => source));
  const origins = trusted
    .filter(({ source, origin }) => origin !== null || !named.has(source))
    .map(({ source, origin }) => origin ?? source);
  return [...new Set(origins)].sort();
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
