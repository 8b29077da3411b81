/**
 * What can happen to a site in the next 30 days. Each outcome has a chance, measured where facts allow, and a harm, a
 * choice of the policy: one deadly conflict event within 25 km is 1. Risk is likelihood times consequence (ISO 31000).
 */
export const outcomes = ['violence', 'ground', 'stop', 'attack', 'presence'] as const;
export type Outcome = (typeof outcomes)[number];

/** How much each outcome counts. The expected harm is linear in these: another weighing is a dot product away. */
export type Harms = Record<Outcome, number>;

/** The score, 0 to 100, that an expected harm stands for: 100 · (1 − e^(−H)). */
export function scoreOf(expectedHarm: number): number {
  // −expm1(−H) is 1 − e^(−H) without the loss of digits at small H.
  return -100 * Math.expm1(-expectedHarm);
}
