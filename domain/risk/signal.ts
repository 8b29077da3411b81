import type { SignalAttestation } from '../attestation.ts';
import type { Outcome } from '../harm.ts';

export const signalNames = ['front', 'operation-suspended', 'attack-on-site', 'armed-presence'] as const;
export type SignalName = (typeof signalNames)[number];

/** The chance that a signal gives an outcome: p = base · attestation · place · fading. */
export type SignalChance = {
  outcome: Exclude<Outcome, 'violence'>;
  /** The chance within 30 days if the report is right, where it says and today. */
  base: number;
  /** True where the base is measured; false where it is a choice of the policy. */
  isMeasured: boolean;
  attestation: number;
  /** What is left when the place is averaged over where it may truly be. */
  place: number;
  fading: number;
  p: number;
  /** How much the outcome counts, by the policy. */
  harm: number;
  /** What it adds to the expected harm: harm · p · `kept` of the signal. */
  expected: number;
  /** Part of the whole expected harm, 0 to 1. */
  share: number;
};

/** A named fact with its evidence, which gives outcomes a chance. */
export type Signal = {
  signal: SignalName;
  /** What stays the same while the fact lasts: tells a new one from one already told. */
  key: string;
  /** One sentence for a person. */
  reason: string;
  attestedAs: SignalAttestation;
  chances: SignalChance[];
  /** What one machine reading adds is capped until somebody confirms or repeats it: the part that is left, 0 to 1. */
  kept: number;
  /** The event revisions behind it, first the one that it rests on; none where a field visit does. */
  events: { eventId: number; revision: number }[];
  /** How many more there are. */
  furtherEvents: number;
  since: Date;
};

/** What a signal adds to the expected harm. */
export function expectedOf({ chances }: Pick<Signal, 'chances'>): number {
  return chances.reduce((sum, chance) => sum + chance.expected, 0);
}

/** The end of a fact that a signal told: a place was lost, work was taken up again. */
export type Ending = {
  key: string;
  /** The key of the signal that it ends. */
  ends: string;
  /** One sentence for a person. */
  reason: string;
  event: { eventId: number; revision: number };
  at: Date;
};
