import type { LinkedEvent } from '../event.ts';
import type { RiskPolicy } from '../policy.ts';
import { sourceWeight, type WeighableEvent, weightOf } from '../weight.ts';
import type { IncidentEvent } from './occurrence.ts';

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

type RankedEvent = WeighableEvent & Pick<IncidentEvent, 'sourceEventId'>;

/**
 * Orders events by how well they are confirmed, the best first: by weight, then confidence, exactness of place and
 * known deaths. The rest is broken by what the sources call them, never by the order in which they came in.
 */
export function byConfirmation(policy: Pick<RiskPolicy, 'weight'>) {
  return (a: RankedEvent, b: RankedEvent): number =>
    weightOf(b, policy) - weightOf(a, policy) || byConfirmationBesideWeight(a, b);
}

function byConfirmationBesideWeight(a: RankedEvent, b: RankedEvent): number {
  return (
    rankOf(a.confidence === 'confirmed') - rankOf(b.confidence === 'confirmed') ||
    (a.locationPrecision ?? 1) - (b.locationPrecision ?? 1) ||
    rankOf(a.deathsBest !== null) - rankOf(b.deathsBest !== null) ||
    compareText(a.source, b.source) ||
    compareText(a.sourceEventId, b.sourceEventId)
  );
}

/** In the order of `byConfirmation`; weights are worked out once, not for each comparison. */
export function inOrderOfConfirmation<T>(
  items: readonly T[],
  eventOf: (item: T) => RankedEvent,
  policy: Pick<RiskPolicy, 'weight'>,
): T[] {
  if (items.length < 2) return [...items];
  return items
    .map((item) => ({ item, event: eventOf(item), weight: weightOf(eventOf(item), policy) }))
    .sort((a, b) => b.weight - a.weight || byConfirmationBesideWeight(a.event, b.event))
    .map(({ item }) => item);
}

function rankOf(isBetter: boolean): number {
  return isBetter ? 0 : 1;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
