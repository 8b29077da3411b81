/**
 * Where an event truly lies: a two-dimensional normal about the reported point, whose stated radius holds 90 %. The
 * distance of the true point from a site then has a Rice distribution.
 */

/** Standard deviations within which 90 % of a two-dimensional normal lie: √(2·ln 10). */
const deviationsOf90Percent = Math.sqrt(2 * Math.LN10);

/** Below this the point is as good as exact. */
const exactKm = 0.01;

/** Further out than this many standard deviations there is nothing left that could be shown. */
const reachOfNormal = 8;

const pointsPerPiece = 48;

/**
 * The mean of `value` over where an event may truly lie, by its distance from the site in km. `breaksKm` are the
 * distances at which `value` jumps or bends.
 */
export function meanOverPlace(
  distanceKm: number,
  uncertaintyKm: number,
  value: (trueKm: number) => number,
  breaksKm: readonly number[],
): number {
  if (uncertaintyKm < exactKm) return value(distanceKm);
  const sigma = uncertaintyKm / deviationsOf90Percent;
  const from = Math.max(0, distanceKm - reachOfNormal * sigma);
  const to = distanceKm + reachOfNormal * sigma;
  const inner = breaksKm.filter((km) => km > from && km < to).sort((a, b) => a - b);
  const ends = [from, ...inner, to];
  let mean = 0;
  let weight = 0;
  for (let i = 1; i < ends.length; i++) {
    const [low, high] = [ends[i - 1]!, ends[i]!];
    for (const [at, share] of gaussLegendre) {
      const km = low + (high - low) * at;
      const density = (high - low) * share * riceDensity(km, distanceKm, sigma);
      mean += density * value(km);
      weight += density;
    }
  }
  return mean / weight;
}

/** The chance that the true point lies within `radiusKm` of the site. */
export function chanceWithin(distanceKm: number, uncertaintyKm: number, radiusKm: number): number {
  // All of the place that could be shown lies on one side of the circle, as of most events around a site.
  const reachKm = (reachOfNormal * uncertaintyKm) / deviationsOf90Percent;
  if (distanceKm - reachKm > radiusKm) return 0;
  if (distanceKm + reachKm < radiusKm) return 1;
  const key = `${distanceKm} ${uncertaintyKm} ${radiusKm}`;
  const known = knownChances.get(key);
  if (known !== undefined) return known;
  const chance = meanOverPlace(distanceKm, uncertaintyKm, (km) => (km <= radiusKm ? 1 : 0), [radiusKm]);
  if (knownChances.size >= mostKnownChances) knownChances.clear();
  knownChances.set(key, chance);
  return chance;
}

/** The same events lie around the same sites at each assessment, and a forecast assesses a site a dozen times. */
const knownChances = new Map<string, number>();
const mostKnownChances = 100_000;

/** Density of the Rice distribution: r/σ² · e^(−(r²+d²)/2σ²) · I₀(rd/σ²), with I₀ scaled so that nothing overflows. */
function riceDensity(r: number, d: number, sigma: number): number {
  const z = (r - d) / sigma;
  return (r / sigma ** 2) * Math.exp(-(z * z) / 2) * scaledBessel0((r * d) / sigma ** 2);
}

/** e^(−x) · I₀(x) for x ≥ 0: the power series, or for large x the asymptotic one (DLMF 10.25.2 and 10.40.1). */
export function scaledBessel0(x: number): number {
  let sum = 1;
  let term = 1;
  if (x < 30) {
    for (let k = 1; term > 1e-17 * sum; k++) {
      term *= (x / (2 * k)) ** 2;
      sum += term;
    }
    return Math.exp(-x) * sum;
  }
  for (let k = 1; k < 12; k++) {
    term *= (2 * k - 1) ** 2 / (8 * k * x);
    sum += term;
  }
  return sum / Math.sqrt(2 * Math.PI * x);
}

/** Nodes and weights of the Gauss–Legendre rule on 0 to 1, by Newton's method on the Legendre polynomial. */
const gaussLegendre: readonly (readonly [number, number])[] = (() => {
  const n = pointsPerPiece;
  return Array.from({ length: n }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let step = 0; step < 20; step++) {
      let [previous, current] = [1, x];
      for (let k = 2; k <= n; k++)
        [previous, current] = [current, ((2 * k - 1) * x * current - (k - 1) * previous) / k];
      slope = (n * (x * current - previous)) / (x * x - 1);
      x -= current / slope;
    }
    return [(1 - x) / 2, 1 / ((1 - x * x) * slope * slope)] as const;
  });
})();
