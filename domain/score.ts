import { concernsOperation, isViolent } from './acled.ts';
import { isDeadly, type LinkedEvent } from './event.ts';
import type { RiskPolicy } from './policy.ts';
import { isCoarse } from './precision.ts';
import { daysSince } from './time.ts';

/** Name of the formula below. Parameters carry the policy's version. */
export const scoreModel = 'additive-decay-1';

export type Contribution = {
  event: LinkedEvent;
  ageDays: number;
  weight: number;
  /** Expected deadly events within 25 km in the next 30 days that this event adds. */
  expected: number;
  /** Part of the whole expectation, 0 to 1. */
  share: number;
};

export type Score = {
  /** The chance, 0 to 1, of at least one deadly conflict event within 25 km in the next 30 days. */
  probability: number;
  /** The same in percent. */
  score: number;
  background: number;
  /** Largest first. */
  contributions: Contribution[];
};

/**
 * The score of a site at an instant, from the events linked to it. Retracted events, events that lie ahead of the
 * instant and events of no weight are left out.
 *
 * Λ = background + Σ over events: weight · Σ over terms: amount · 2^(−age/halfLife) · 2^(−max(0, distance − plateau)/halving)
 * probability = 1 − e^(−Λ)
 *
 * The formula and its fit are Orewatch's own: docs/scoring.md.
 */
export function scoreAt(events: readonly LinkedEvent[], at: Date, policy: RiskPolicy): Score {
  const contributions: Contribution[] = [];
  let sum = policy.score.background;
  for (const event of events) {
    const ageDays = daysSince(event.occurredOn, at);
    const weight = weightOf(event, policy);
    if (event.retracted || weight === 0 || ageDays < 0 || ageDays > policy.score.maxAgeDays) continue;
    if (event.distanceKm > policy.score.maxDistanceKm) continue;
    const expected = weight * fading(ageDays, event.distanceKm, policy.score);
    sum += expected;
    contributions.push({ event, ageDays, weight, expected, share: 0 });
  }
  for (const contribution of contributions) contribution.share = contribution.expected / sum;
  contributions.sort((a, b) => b.expected - a.expected || a.event.eventId - b.event.eventId);
  // −expm1(−Λ) is 1 − e^(−Λ) without the loss of digits at small Λ.
  const probability = -Math.expm1(-sum);
  return { probability, score: 100 * probability, background: policy.score.background, contributions };
}

/** What an event of weight 1 adds to the expectation, by its age in days and distance in km. */
export function fading(
  ageDays: number,
  distanceKm: number,
  { terms }: Pick<RiskPolicy['score'], 'terms'>,
): number {
  let sum = 0;
  for (const { amount, halfLifeDays, plateauKm, halvingKm } of terms) {
    sum += amount * 2 ** (-ageDays / halfLifeDays - Math.max(0, distanceKm - plateauKm) / halvingKm);
  }
  return sum;
}

/** How much an event counts, from 0 (context only) to 1 (deadly, confirmed, well located). */
export function weightOf(event: LinkedEvent, policy: RiskPolicy): number {
  if (isCoarse(event.locationPrecision) || concernsOperation(event)) return 0;
  const w = policy.weight;
  const byHarm = isDeadly(event)
    ? w.deadly
    : !isViolent(event)
      ? w.nonViolent
      : event.deathsBest === null
        ? w.deathsUnknown
        : w.nonDeadly;
  const byPlace = event.locationPrecision === 3 ? w.districtOnly : 1;
  return byHarm * byPlace * w[event.confidence] * (w.bySource[event.source] ?? 1);
}
