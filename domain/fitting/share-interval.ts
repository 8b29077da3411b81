export type ShareInterval = { low: number; high: number };

/** Counts of one group of cases that hang together, such as forecasts of neighbouring sites. */
export type CaseGroup = { count: number; events: number };

/** The normal quantile of 97.5 %. */
const z = 1.959964;

/**
 * The interval of 95 % around the share of cases with an event, 0 to 1 (Wilson, JASA 1927). Cases of a group see the
 * same events and are no evidence of their own: the interval is that of as many independent cases as the scatter
 * between the groups stands for, fewer where few groups show it (Korn and Graubard, Survey Methodology 1998).
 */
export function shareInterval(groups: readonly CaseGroup[]): ShareInterval {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const share = groups.reduce((sum, group) => sum + group.events, 0) / count;
  return wilson(share, effectiveCount(groups, count, share));
}

function effectiveCount(groups: readonly CaseGroup[], count: number, share: number): number {
  // Where all cases are alike nothing scatters: each group then counts as one case.
  if (share === 0 || share === 1) return groups.length;
  if (groups.length === 1) return 1;
  const freedom = groups.length - 1;
  const scatter = groups.reduce((sum, group) => sum + (group.events - share * group.count) ** 2, 0);
  const variance = (groups.length / freedom) * (scatter / count ** 2);
  // Cases that are all independent scatter like this at least.
  return Math.min(count - 1, (share * (1 - share)) / variance) * (z / studentQuantile(freedom)) ** 2;
}

/** The quantile of 97.5 % of Student's t, by Fisher's expansion: 1 % low at 3 degrees of freedom, a quarter at one. */
function studentQuantile(freedom: number): number {
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  );
}

function wilson(share: number, count: number): ShareInterval {
  const middle = share + z ** 2 / (2 * count);
  const reach = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  const whole = 1 + z ** 2 / count;
  return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) };
}
