import { solve } from './fit.ts';
import { farKm, type SiteDay } from './front-days.ts';

/**
 * Fits the chance that the ground within reach falls within 30 days, by maximum likelihood:
 *
 *   p = base · 2^(−beyond / halving) · (factor where the front has come nearer)
 *
 * `beyond` is the distance in km past the reach. The logarithm of p is linear in the logarithms of base and factor and
 * in 1 / halving, and log p and log(1 − p) are concave in it: there is one maximum, wherever the search begins.
 */
export type FrontFit = { base: number; halvingKm: number; approachingFactor: number };

/**
 * Site-days, counted in steps of 1 km beyond the reach: of each step the standing ones that were not reached and that
 * were, then the approaching ones likewise. Counts may carry weights, and are added number by number.
 */
export type FrontCounts = Float64Array;

/** The figures of the answer where the data set no bound: no decay can be told beyond, no factor below or above. */
const bounds: readonly [number, number][] = [
  [-9, 0],
  [-Math.LN2 / 2, -Math.LN2 / 400],
  [-3, 4],
];

export function countDays(days: readonly SiteDay[], reachKm: number): FrontCounts {
  const steps = Math.ceil(farKm - reachKm);
  const counts = new Float64Array(4 * steps);
  for (const { distanceKm, isApproaching, reachedOn } of days) {
    const step = Math.min(steps - 1, Math.floor(distanceKm - reachKm));
    counts[4 * step + (isApproaching ? 2 : 0) + (reachedOn === null ? 0 : 1)]! += 1;
  }
  return counts;
}

/** The sum of counts, each times its weight. */
export function addCounts(parts: readonly { counts: FrontCounts; weight: number }[]): FrontCounts {
  const sum = new Float64Array(parts[0]!.counts.length);
  for (const { counts, weight } of parts) for (let i = 0; i < sum.length; i++) sum[i]! += weight * counts[i]!;
  return sum;
}

export function totalOf(counts: FrontCounts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many of the site-days were reached. */
export function reachedOf(counts: FrontCounts): number {
  return counts.reduce((sum, count, i) => sum + (i % 2) * count, 0);
}

/** The chance at a distance of `beyondKm` past the reach. */
export function frontChance(fit: FrontFit, beyondKm: number, isApproaching: boolean): number {
  return fit.base * 2 ** (-beyondKm / fit.halvingKm) * (isApproaching ? fit.approachingFactor : 1);
}

/**
 * The most likely figures: Newton's method on those that are free to move, each step kept within the bounds and halved
 * until the likelihood rises. Counts without any site-day reached give the least chance that the bounds allow.
 */
export function fitFront(counts: FrontCounts): FrontFit {
  const total = totalOf(counts);
  let at = within([Math.log(Math.max(reachedOf(counts), 1e-9) / total), -Math.LN2 / 40, 0]);
  let likelihood = slopeAt(counts, at).likelihood;
  for (let round = 0; round < 200; round++) {
    const next = stepFrom(counts, at, likelihood);
    if (!next) break;
    const gain = next.likelihood - likelihood;
    ({ at, likelihood } = next);
    if (gain <= 1e-13 * Math.abs(likelihood)) break;
  }
  return { base: Math.exp(at[0]!), halvingKm: -Math.LN2 / at[1]!, approachingFactor: Math.exp(at[2]!) };
}

function within(at: readonly number[]): number[] {
  return at.map((value, k) => Math.min(bounds[k]![1], Math.max(bounds[k]![0], value)));
}

function stepFrom(counts: FrontCounts, at: readonly number[], likelihood: number) {
  const { gradient, curvature } = slopeAt(counts, at);
  const free = [0, 1, 2].filter((k) => at[k] !== bounds[k]![gradient[k]! > 0 ? 1 : 0]);
  const direction = [0, 0, 0];
  solve(
    free.map((k) => free.map((j) => curvature[k]![j]! * (j === k ? 1 + 1e-9 : 1))),
    free.map((k) => gradient[k]!),
  ).forEach((value, i) => {
    direction[free[i]!] = value;
  });
  for (let length = 1; length > 1e-12; length /= 2) {
    const tried = within(at.map((value, k) => value + length * direction[k]!));
    const there = slopeAt(counts, tried).likelihood;
    if (there > likelihood) return { at: tried, likelihood: there };
  }
  return null;
}

/** The log likelihood, its derivatives, and the second ones with their sign turned. */
function slopeAt(counts: FrontCounts, [logBase, decay, logFactor]: readonly number[]) {
  let likelihood = 0;
  const gradient = [0, 0, 0];
  const curvature = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (let i = 0; i < counts.length; i += 2) {
    const [missed, reached] = [counts[i]!, counts[i + 1]!];
    if (missed + reached === 0) continue;
    const x = [1, beyondOf(i), (i % 4) / 2];
    const logChance = logBase! + decay! * x[1]! + logFactor! * x[2]!;
    const chance = Math.exp(logChance);
    if (chance >= 1) return { likelihood: Number.NEGATIVE_INFINITY, gradient, curvature };
    likelihood += reached * logChance + missed * Math.log1p(-chance);
    const odds = chance / (1 - chance);
    for (let k = 0; k < 3; k++) {
      gradient[k]! += x[k]! * (reached - missed * odds);
      for (let j = 0; j < 3; j++) curvature[k]![j]! += x[k]! * x[j]! * missed * odds * (1 + odds);
    }
  }
  return { likelihood, gradient, curvature };
}

/** The middle of the step of 1 km in which a count stands. */
function beyondOf(i: number): number {
  return Math.floor(i / 4) + 0.5;
}

/** How wrong chances are on average, and the chance said and the share that happened. */
export type FrontErrors = { logLoss: number; brier: number; said: number; happened: number };

export function frontErrors(
  counts: FrontCounts,
  chanceAt: (beyondKm: number, isApproaching: boolean) => number,
): FrontErrors {
  const sums = { logLoss: 0, brier: 0, said: 0, happened: 0 };
  const total = totalOf(counts);
  for (let i = 0; i < counts.length; i += 2) {
    const [missed, reached] = [counts[i]! / total, counts[i + 1]! / total];
    if (missed + reached === 0) continue;
    const chance = Math.min(0.999, Math.max(1e-7, chanceAt(beyondOf(i), i % 4 === 2)));
    sums.logLoss -= reached * Math.log(chance) + missed * Math.log1p(-chance);
    sums.brier += reached * (1 - chance) ** 2 + missed * chance ** 2;
    sums.said += (missed + reached) * chance;
    sums.happened += reached;
  }
  return sums;
}
