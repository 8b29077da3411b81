import type { SignalAttestation } from '../../attestation.ts';
import type { RiskPolicy } from '../../policy.ts';
import { expectedOf, type Signal, type SignalChance } from '../signal.ts';

/** Less than this adds less than a tenth of a point to any score: it is left out, so that nothing is told of it. */
export const leastExpected = 0.001;

/** The chance of an outcome with what it adds: p = base · attestation · place · fading, and harm · p. */
export function chanceOf(
  outcome: SignalChance['outcome'],
  { base, isMeasured, place, fading }: Pick<SignalChance, 'base' | 'isMeasured' | 'place' | 'fading'>,
  attestedAs: SignalAttestation,
  policy: Pick<RiskPolicy, 'harm' | 'attestation'>,
): SignalChance {
  const attestation = policy.attestation[attestedAs];
  const p = base * attestation * place * fading;
  const harm = policy.harm[outcome];
  return { outcome, base, isMeasured, attestation, place, fading, p, harm, expected: harm * p, share: 0 };
}

export function isWorthTelling(signal: Pick<Signal, 'chances'>): boolean {
  return expectedOf(signal) >= leastExpected;
}
