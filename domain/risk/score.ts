import type { LinkedEvent } from '../event.ts';
import { scoreOf } from '../harm.ts';
import type { RiskPolicy, ScoreTerm } from '../policy.ts';
import { daysSince } from '../time.ts';
import { weightOf } from '../weight.ts';

/** Name of the formula below. Parameters carry the policy's version. */
export const scoreModel = 'expected-harm-1';

export type Contribution = {
  event: LinkedEvent;
  ageDays: number;
  weight: number;
  /** Expected deadly events within 25 km in the next 30 days that this event adds. */
  expected: number;
  /** What a single machine reading adds is capped: the part of `expected` that is left, 0 to 1. */
  kept: number;
  /** Part of the whole expected harm, 0 to 1. */
  share: number;
};

export type Violence = {
  /** Expected deadly conflict events within 25 km in the next 30 days: Λ. */
  expected: number;
  /** The chance of at least one of them, in percent: 100 · (1 − e^(−Λ)). */
  chance: number;
  background: number;
  /** Largest first. */
  contributions: Contribution[];
};

/**
 * The violence to be expected around a site at an instant, from the events linked to it. Retracted events, events that
 * lie ahead of the instant and events of no weight are left out.
 *
 * Λ = background + Σ over events: weight · Σ over terms: amount · 2^(−age/halfLife) · 2^(−max(0, distance − plateau)/halving)
 *
 * The formula and its fit are Orewatch's own: docs/scoring.md.
 */
export function violenceAt(events: readonly LinkedEvent[], at: Date, policy: RiskPolicy): Violence {
  return courseOfViolence(events, policy)(at);
}

/** The same at any instant: weights do not change with time, and are worked out once. */
export function courseOfViolence(events: readonly LinkedEvent[], policy: RiskPolicy): (at: Date) => Violence {
  const weighed = events
    .filter((event) => !event.retracted)
    .map((event) => ({ event, weight: weightOf(event, policy) }))
    .filter(({ weight }) => weight !== 0);
  const { background } = policy.score;
  return (at) => {
    const contributions: Contribution[] = [];
    let sum = background;
    for (const { event, weight } of weighed) {
      const ageDays = daysSince(event.occurredOn, at);
      if (!isInReach(ageDays, event.distanceKm, policy.score)) continue;
      const expected = weight * fading(ageDays, event.distanceKm, policy.score);
      sum += expected;
      contributions.push({ event, ageDays, weight, expected, kept: 1, share: 0 });
    }
    contributions.sort((a, b) => b.expected - a.expected || a.event.eventId - b.event.eventId);
    return { expected: sum, chance: scoreOf(sum), background, contributions };
  };
}

/** False for events that lie ahead, and for those too old or too far away to count. */
export function isInReach(
  ageDays: number,
  distanceKm: number,
  { maxAgeDays, maxDistanceKm }: Pick<RiskPolicy['score'], 'maxAgeDays' | 'maxDistanceKm'>,
): boolean {
  return ageDays >= 0 && ageDays <= maxAgeDays && distanceKm <= maxDistanceKm;
}

/** What an event of weight 1 adds to the expectation, by its age in days and distance in km. */
export function fading(
  ageDays: number,
  distanceKm: number,
  { terms }: Pick<RiskPolicy['score'], 'terms'>,
): number {
  let sum = 0;
  for (const term of terms) sum += term.amount * remaining(term, ageDays, distanceKm);
  return sum;
}

/** The part of a term's amount, 0 to 1, that is left at an age in days and a distance in km. */
export function remaining(
  { halfLifeDays, plateauKm, halvingKm }: Omit<ScoreTerm, 'name' | 'amount'>,
  ageDays: number,
  distanceKm: number,
): number {
  return 2 ** (-ageDays / halfLifeDays - Math.max(0, distanceKm - plateauKm) / halvingKm);
}
