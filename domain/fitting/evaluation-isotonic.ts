import type { Numbers } from './evaluation.ts';

/** From each number on, up to the next one, the same chance holds. Ascending. */
export type IsotonicStep = { from: number; chance: number };

/**
 * Turns any ranking into probabilities: the rising steps that fit the outcomes best (isotonic regression by pooling
 * adjacent violators; Ayer et al., Annals of Mathematical Statistics 26 (1955)). The chance of a step is
 * (events + ½) / (samples + 1), so that none is 0 or 1.
 */
export function fitIsotonic(ranking: Numbers, outcomes: Numbers): IsotonicStep[] {
  const byNumber = new Map<number, { samples: number; events: number }>();
  for (let i = 0; i < outcomes.length; i++) {
    const group = byNumber.get(ranking[i]!) ?? { samples: 0, events: 0 };
    group.samples += 1;
    group.events += outcomes[i]!;
    byNumber.set(ranking[i]!, group);
  }
  const pools: { from: number; samples: number; events: number; chance: number }[] = [];
  for (const [from, { samples, events }] of [...byNumber].sort(([a], [b]) => a - b)) {
    let pool = { from, samples, events, chance: chanceOf(samples, events) };
    while (pools.length > 0 && pools.at(-1)!.chance >= pool.chance) {
      const before = pools.pop()!;
      const merged = { samples: before.samples + pool.samples, events: before.events + pool.events };
      pool = { from: before.from, ...merged, chance: chanceOf(merged.samples, merged.events) };
    }
    pools.push(pool);
  }
  return pools.map(({ from, chance }) => ({ from, chance }));
}

function chanceOf(samples: number, events: number): number {
  return (events + 0.5) / (samples + 1);
}

/** The chance that the steps give to a number; below the first step, that of the first. */
export function chanceAt(steps: readonly IsotonicStep[], number: number): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (steps[middle]!.from <= number) low = middle;
    else high = middle - 1;
  }
  return steps[low]!.chance;
}
