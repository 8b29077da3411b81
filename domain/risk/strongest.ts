import type { Contribution } from './score.ts';
import { expectedOf, type Signal, type SignalName } from './signal.ts';

/** As many signals and contributions are named as a person can use; the others are counted and summed. */
export const signalsNamed = 20;
export const contributionsNamed = 100;

/** What decisions need of a signal that is not named. */
export type FurtherSignal = {
  signal: SignalName;
  key: string;
  /** What it adds to the expected harm. */
  expected: number;
  /** Part of the whole expected harm, 0 to 1. */
  share: number;
  /** The event that it rests on; null where a field visit does. */
  event: Signal['events'][number] | null;
};

/** What things that are not named make up together. */
export type Sum = { count: number; expected: number; share: number };

export function furtherSignal(signal: Signal): FurtherSignal {
  return {
    signal: signal.signal,
    key: signal.key,
    expected: expectedOf(signal),
    share: signal.chances.reduce((sum, { share }) => sum + share, 0),
    event: signal.events[0] ?? null,
  };
}

export function sumOf(further: readonly Pick<FurtherSignal, 'expected' | 'share'>[]): Sum {
  const sum = { count: further.length, expected: 0, share: 0 };
  for (const { expected, share } of further) {
    sum.expected += expected;
    sum.share += share;
  }
  return sum;
}

/** The sum of contributions, with the part of `expected` that is left of them all together: expected · kept is what they add. */
export function sumOfContributions(further: readonly Contribution[]): Sum & { kept: number } {
  const sum = sumOf(further);
  const added = further.reduce((total, { expected, kept }) => total + expected * kept, 0);
  return { ...sum, kept: sum.expected > 0 ? added / sum.expected : 1 };
}
