import type { RiskPolicy, ScoreTerm } from '../../domain/policy.ts';
import { isInReach, remaining } from '../../domain/risk/score.ts';
import type { NearEvent } from './history.ts';

/** A number of a site at a moment that is the sum of what each past event adds to it. */
export type Column = {
  name: string;
  add(event: NearEvent, ageDays: number): number;
};

/** What a term of the score would add per unit of its amount. */
export function termColumn(
  term: ScoreTerm,
  reach: Pick<RiskPolicy['score'], 'maxAgeDays' | 'maxDistanceKm'>,
): Column {
  return {
    name: term.name,
    add: ({ distanceKm, weight }, ageDays) =>
      isInReach(ageDays, distanceKm, reach) ? weight * remaining(term, ageDays, distanceKm) : 0,
  };
}

/** How many events there were within a radius in the last days: what other tools go by. */
export function countColumn(radiusKm: number, days: number): Column {
  return {
    name: `events within ${radiusKm} km in ${days} days`,
    add: ({ distanceKm }, ageDays) => (distanceKm <= radiusKm && ageDays <= days ? 1 : 0),
  };
}

/** The shapes of the first formula (policy 2026-11-1), whose amounts are fitted anew on the training years. */
export const firstFormula: readonly ScoreTerm[] = [
  { name: 'quick', amount: 0.444, halfLifeDays: 14, plateauKm: 5, halvingKm: 10 },
  { name: 'slow', amount: 0.0535, halfLifeDays: 180, plateauKm: 5, halvingKm: 10 },
];
