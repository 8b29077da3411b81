import { expect } from 'vitest';
import { day, startOf } from './risk-by-hand.ts';

/** What the API answers of a site's risk, as far as it is needed to work it out again. */
export type ShownRisk = {
  at: string;
  score: number;
  violenceChance: number;
  signals: {
    chances: {
      outcome: string;
      base: number;
      attestation: number;
      placeFactor: number;
      fading: number;
      p: number;
      harm: number;
      expected: number;
    }[];
  }[];
  contributions: {
    occurredOn: string;
    weight: number;
    ageDays: number;
    distanceKm: number;
    expected: number;
    share: number;
  }[];
  parameters: {
    background: number;
    terms: { amount: number; halfLifeDays: number; plateauKm: number; halvingKm: number }[];
    harms: Record<string, number>;
  };
};

/** The answer can be worked out again from nothing but what it shows. */
export function expectAnswerAddsUp(shown: ShownRisk): void {
  const { background, terms } = shown.parameters;
  let sum = background;
  for (const { weight, ageDays, distanceKm, expected, occurredOn } of shown.contributions) {
    expect(ageDays).toBeCloseTo((Date.parse(shown.at) - startOf(occurredOn)) / day, 9);
    const adds = terms.reduce((total, { amount, halfLifeDays, plateauKm, halvingKm }) => {
      return (
        total +
        amount * 2 ** (-ageDays / halfLifeDays) * 2 ** (-Math.max(0, distanceKm - plateauKm) / halvingKm)
      );
    }, 0);
    expect(Math.abs(expected - weight * adds)).toBeLessThan(1e-9);
    sum += weight * adds;
  }
  expect(Math.abs(shown.violenceChance - 100 * (1 - Math.exp(-sum)))).toBeLessThan(1e-9);
  let harm = shown.parameters.harms.violence! * sum;
  for (const { chances } of shown.signals) {
    for (const { outcome, base, attestation, placeFactor, fading, p, harm: counts, expected } of chances) {
      expect(Math.abs(p - base * attestation * placeFactor * fading)).toBeLessThan(1e-9);
      expect(counts).toBe(shown.parameters.harms[outcome]);
      expect(Math.abs(expected - counts * p)).toBeLessThan(1e-9);
      harm += counts * p;
    }
  }
  expect(Math.abs(shown.score - 100 * (1 - Math.exp(-harm)))).toBeLessThan(1e-9);
  for (const { expected, share } of shown.contributions) expect(share).toBeCloseTo(expected / harm, 9);
  const expectations = shown.contributions.map(({ expected }) => expected);
  expect(expectations).toEqual([...expectations].sort((a, b) => b - a));
}
