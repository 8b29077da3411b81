import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FitData,
  FitError,
  fitExpectation,
  gradient,
  logLikelihood,
} from '../../../domain/fitting/fit.ts';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Samples of a world in which the parameters hold: a background and features that are mostly 0, as in the data. */
function simulate(parameters: readonly number[], count: number, seed: number): FitData {
  const random = createRandom(seed);
  const width = parameters.length;
  const features = new Float64Array(count * width);
  const outcomes = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    let expected = 0;
    for (let k = 0; k < width; k++) {
      const value = k === 0 ? 1 : random() < 0.5 ? 0 : -2 * Math.log(1 - random());
      features[row * width + k] = value;
      expected += parameters[k]! * value;
    }
    outcomes[row] = random() < 1 - Math.exp(-expected) ? 1 : 0;
  }
  return { features, width, outcomes };
}

const world = fc
  .record({
    parameters: fc.array(fc.double({ min: 0.02, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
    seed: fc.integer(),
  })
  .map(({ parameters, seed }) => ({ parameters, seed, data: simulate(parameters, 300, seed) }))
  .filter(({ data }) => new Set(data.outcomes).size === 2);

describe('the gradient of the log likelihood', () => {
  it('is what small steps along each parameter give', () => {
    fc.assert(
      fc.property(world, fc.double({ min: 0.5, max: 2, noNaN: true }), ({ parameters, data }, factor) => {
        const at = parameters.map((value) => value * factor);
        const slopes = gradient(data, at);
        at.forEach((value, k) => {
          const step = 1e-5 * value;
          const moved = (by: number) => logLikelihood(data, at.with(k, value + by));
          const numeric = (moved(step) - moved(-step)) / (2 * step);
          expect(Math.abs(slopes[k]! - numeric)).toBeLessThan(1e-4 * (1 + Math.abs(numeric)));
        });
      }),
    );
  });
});

describe('the log likelihood', () => {
  it('is the sum of the logarithms of the chances of what happened', () => {
    const data = { features: Float64Array.of(1, 0, 1, 2), width: 2, outcomes: Uint8Array.of(0, 1) };
    const [background, amount] = [0.1, 0.4];
    const byHand = -background + Math.log(1 - Math.exp(-(background + 2 * amount)));
    expect(logLikelihood(data, [background, amount])).toBeCloseTo(byHand, 12);
  });
});

describe('the fit', () => {
  it('never makes the likelihood fall on its way', () => {
    fc.assert(
      fc.property(world, ({ data }) => {
        const { course, logLikelihood: reached, parameters } = fitExpectation(data);
        for (let i = 1; i < course.length; i++) expect(course[i]).toBeGreaterThan(course[i - 1]!);
        expect(reached).toBe(course.at(-1));
        expect(reached).toBeCloseTo(logLikelihood(data, parameters), 9);
      }),
      { numRuns: 50 },
    );
  });

  it('ends where no parameter can be moved to a higher likelihood', () => {
    fc.assert(
      fc.property(world, ({ data }) => {
        const { parameters, logLikelihood: reached } = fitExpectation(data);
        parameters.forEach((value, k) => {
          expect(value).toBeGreaterThanOrEqual(0);
          for (const by of [1e-3, -1e-3]) {
            const moved = parameters.with(k, Math.max(0, value + by));
            expect(logLikelihood(data, moved)).toBeLessThanOrEqual(reached + 1e-9);
          }
        });
      }),
      { numRuns: 50 },
    );
  });

  it('finds the parameters that made the data', () => {
    const truth = [0.02, 0.3, 0.05];
    const { parameters } = fitExpectation(simulate(truth, 60_000, 7));
    parameters.forEach((value, k) => {
      expect(Math.abs(value - truth[k]!)).toBeLessThan(0.01);
    });
  });

  it('gives nothing to a feature that tells nothing', () => {
    const data = simulate([0.1, 0.2], 5000, 3);
    const features = Float64Array.from({ length: 3 * 5000 }, (_, i) =>
      i % 3 < 2 ? data.features[2 * Math.floor(i / 3) + (i % 3)]! : 0,
    );
    const wider = fitExpectation({ ...data, features, width: 3 });
    expect(wider.parameters[2]).toBe(0);
    expect(wider.parameters[1]).toBeCloseTo(fitExpectation(data).parameters[1]!, 6);
  });

  it('says why there is none', () => {
    const one = (outcomes: number[], values: number[]): FitData => ({
      features: Float64Array.from(values),
      width: 1,
      outcomes: Uint8Array.from(outcomes),
    });
    expect(() => fitExpectation(one([0, 0], [1, 1]))).toThrow(FitError);
    expect(() => fitExpectation(one([1, 1], [1, 1]))).toThrow(/every sample/);
    expect(() => fitExpectation(one([0, 1], [0, 1]))).toThrow(/no bound/);
  });
});
