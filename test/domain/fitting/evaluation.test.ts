import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import {
  averagePrecision,
  brierScore,
  brierSkill,
  calibrationByLevel,
  logLoss,
  reliability,
  rocAuc,
} from '../../../domain/fitting/evaluation.ts';
import { chanceAt, fitIsotonic } from '../../../domain/fitting/evaluation-isotonic.ts';

/** Forecasts with many ties, and at least one sample with and one without an event. */
const samples = fc
  .array(fc.record({ forecast: fc.integer({ min: 0, max: 10 }), outcome: fc.integer({ min: 0, max: 1 }) }), {
    minLength: 2,
    maxLength: 60,
  })
  .filter((list) => new Set(list.map((sample) => sample.outcome)).size === 2)
  .map((list) => ({
    forecasts: list.map((sample) => sample.forecast / 10),
    outcomes: list.map((sample) => sample.outcome),
  }));

describe('the area under the ROC curve', () => {
  it('is what comparing every pair gives, a tie counting half', () => {
    fc.assert(
      fc.property(samples, ({ forecasts, outcomes }) => {
        let won = 0;
        let pairs = 0;
        for (let i = 0; i < outcomes.length; i++) {
          for (let j = 0; j < outcomes.length; j++) {
            if (outcomes[i] !== 1 || outcomes[j] !== 0) continue;
            pairs += 1;
            won += forecasts[i]! > forecasts[j]! ? 1 : forecasts[i] === forecasts[j] ? 0.5 : 0;
          }
        }
        expect(rocAuc(forecasts, outcomes)).toBeCloseTo(won / pairs, 12);
      }),
    );
  });

  it('does not depend on the scale of the forecasts', () => {
    fc.assert(
      fc.property(samples, ({ forecasts, outcomes }) => {
        const stretched = forecasts.map((forecast) => Math.exp(3 * forecast) - 7);
        expect(rocAuc(stretched, outcomes)).toBe(rocAuc(forecasts, outcomes));
      }),
    );
  });
});

describe('the average precision', () => {
  it('is the sum over thresholds of the gain in recall times the precision', () => {
    fc.assert(
      fc.property(samples, ({ forecasts, outcomes }) => {
        const events = outcomes.filter(Boolean).length;
        let sum = 0;
        let recallBefore = 0;
        for (const threshold of [...new Set(forecasts)].sort((a, b) => b - a)) {
          const above = outcomes.filter((_, i) => forecasts[i]! >= threshold);
          const hits = above.filter(Boolean).length;
          sum += (hits / events - recallBefore) * (hits / above.length);
          recallBefore = hits / events;
        }
        expect(averagePrecision(forecasts, outcomes)).toBeCloseTo(sum, 12);
      }),
    );
  });

  it('has its known value for a known example', () => {
    expect(averagePrecision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBeCloseTo(0.5 + 0.5 * (2 / 3), 12);
    expect(rocAuc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBeCloseTo(0.75, 12);
  });

  it('of forecasts that are all the same is the share of events', () => {
    expect(averagePrecision([0.3, 0.3, 0.3, 0.3], [0, 1, 0, 0])).toBeCloseTo(0.25, 12);
  });
});

describe('Brier score and log loss', () => {
  it('have their known values', () => {
    expect(brierScore([0.9, 0.2], [1, 0])).toBeCloseTo((0.01 + 0.04) / 2, 12);
    expect(logLoss([0.9, 0.2], [1, 0])).toBeCloseTo(-(Math.log(0.9) + Math.log(0.8)) / 2, 12);
  });

  it('give a skill of 0 to the base rate and 1 to perfect forecasts', () => {
    expect(brierSkill([0.25, 0.25, 0.25, 0.25], [0, 1, 0, 0], 0.25)).toBeCloseTo(0, 12);
    expect(brierSkill([0, 1, 0, 0], [0, 1, 0, 0], 0.25)).toBe(1);
  });
});

describe('the calibration', () => {
  it('groups forecasts by the level that they stand for', () => {
    const groups = calibrationByLevel([0.01, 0.049, 0.05, 0.4, 0.6, 0.65], [0, 0, 1, 0, 1, 1], riskPolicy);
    expect(groups.map(({ level, count }) => [level, count])).toEqual([
      ['low', 2],
      ['guarded', 1],
      ['elevated', 0],
      ['high', 2],
      ['severe', 1],
    ]);
    expect(groups[3]).toMatchObject({ predicted: 0.5, observed: 0.5 });
    expect(groups[2]).toMatchObject({ predicted: null, observed: null });
  });

  it('loses no sample in groups of equal width', () => {
    fc.assert(
      fc.property(samples, ({ forecasts, outcomes }) => {
        const groups = reliability(forecasts, outcomes);
        expect(groups.reduce((sum, group) => sum + group.count, 0)).toBe(outcomes.length);
        for (const [i, { predicted }] of groups.entries()) {
          if (predicted === null) continue;
          expect(predicted).toBeGreaterThanOrEqual(i / 10 - 1e-9);
          expect(predicted).toBeLessThanOrEqual((i + 1) / 10 + 1e-9);
        }
      }),
    );
  });
});

describe('isotonic regression', () => {
  it('gives chances that never fall as the ranking rises, and none of 0 or 1', () => {
    fc.assert(
      fc.property(samples, ({ forecasts, outcomes }) => {
        const steps = fitIsotonic(forecasts, outcomes);
        for (let i = 1; i < steps.length; i++) {
          expect(steps[i]!.from).toBeGreaterThan(steps[i - 1]!.from);
          expect(steps[i]!.chance).toBeGreaterThan(steps[i - 1]!.chance);
        }
        for (const { chance } of steps) {
          expect(chance).toBeGreaterThan(0);
          expect(chance).toBeLessThan(1);
        }
      }),
    );
  });

  it('gives each number the chance of the last step that begins at or below it', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: -1, max: 2, noNaN: true }), ({ forecasts, outcomes }, number) => {
        const steps = fitIsotonic(forecasts, outcomes);
        const expected = steps.findLast((step) => step.from <= number) ?? steps[0]!;
        expect(chanceAt(steps, number)).toBe(expected.chance);
      }),
    );
  });

  it('pools neighbours that would fall', () => {
    // 0: 1 of 2, 1: 0 of 2, 2: 2 of 2. The first two are pooled.
    expect(fitIsotonic([0, 0, 1, 1, 2, 2], [0, 1, 0, 0, 1, 1])).toEqual([
      { from: 0, chance: 1.5 / 5 },
      { from: 2, chance: 2.5 / 3 },
    ]);
  });
});
