/**
 * Fits the amounts of the score's terms by maximum likelihood. A sample is one site at one moment: what each term
 * would add to the expectation there per unit of its amount, and whether a deadly event followed. With Λ = Σ θ · x and
 * the chance 1 − e^(−Λ),
 *
 *   log L = Σ over samples with an event: log(1 − e^(−Λ)) − Σ over samples without: Λ
 *
 * It is concave in θ, so there is one maximum with θ ≥ 0, wherever the search begins.
 */

export type FitData = {
  /** Row after row; `width` numbers of 0 or more each. A column of ones stands for the background. */
  features: Float64Array;
  width: number;
  /** 1 where an event followed, otherwise 0; one for each row. */
  outcomes: Uint8Array;
};

export type Fit = {
  parameters: number[];
  logLikelihood: number;
  /** The log likelihood after each step, the start first. */
  course: number[];
};

/** The data have no most likely parameters; the message says why. */
export class FitError extends Error {
  override name = 'FitError';
}

export function logLikelihood(data: FitData, parameters: readonly number[]): number {
  return likelihoodOf(summarize(data), parameters);
}

/** The derivative of the log likelihood by each parameter. */
export function gradient(data: FitData, parameters: readonly number[]): number[] {
  return slopeOf(summarize(data), parameters).gradient;
}

const maxSteps = 200;

/**
 * The most likely parameters, none below 0: Newton's method on those that are free to move, each step halved until the
 * likelihood rises (Bertsekas, Projected Newton Methods, SIAM J. Control Optim. 20 (1982)). Throws a FitError where
 * there is no maximum.
 */
export function fitExpectation(data: FitData): Fit {
  const summary = summarize(data);
  let parameters = startOf(summary, data.outcomes.length);
  let reached = likelihoodOf(summary, parameters);
  const course = [reached];
  for (let step = 0; step < maxSteps; step++) {
    const next = stepFrom(summary, parameters, reached);
    if (!next) break;
    const gain = next.reached - reached;
    ({ parameters, reached } = next);
    course.push(reached);
    if (gain <= 1e-12 * Math.abs(reached)) break;
  }
  return { parameters, logLikelihood: reached, course };
}

/** Samples without an event enter through the sum of their features alone. */
type Summary = { width: number; withEvent: Float64Array; sumWithout: number[] };

function summarize({ features, width, outcomes }: FitData): Summary {
  const sumWithout = new Array<number>(width).fill(0);
  let events = 0;
  for (const outcome of outcomes) events += outcome;
  const withEvent = new Float64Array(events * width);
  let next = 0;
  for (let row = 0; row < outcomes.length; row++) {
    const at = row * width;
    if (outcomes[row]) for (let k = 0; k < width; k++) withEvent[next++] = features[at + k]!;
    else for (let k = 0; k < width; k++) sumWithout[k]! += features[at + k]!;
  }
  return { width, withEvent, sumWithout };
}

function startOf({ width, withEvent, sumWithout }: Summary, samples: number): number[] {
  const sumWith = new Array<number>(width).fill(0);
  for (let i = 0; i < withEvent.length; i++) sumWith[i % width]! += withEvent[i]!;
  const events = withEvent.length / width;
  if (events === 0) throw new FitError('no sample is followed by an event');
  if (events === samples) throw new FitError('every sample is followed by an event');
  return sumWith.map((sum, k) => {
    const total = sum + sumWithout[k]!;
    if (total === 0) return 0;
    if (sumWithout[k] === 0)
      throw new FitError(
        `feature ${k + 1} is above 0 only where an event follows: its amount would have no bound`,
      );
    return events / (width * total);
  });
}

function expectationAt({ withEvent, width }: Summary, at: number, parameters: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < width; k++) sum += parameters[k]! * withEvent[at + k]!;
  return sum;
}

function likelihoodOf(summary: Summary, parameters: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < summary.withEvent.length; at += summary.width)
    sum += Math.log(-Math.expm1(-expectationAt(summary, at, parameters)));
  for (let k = 0; k < summary.width; k++) sum -= parameters[k]! * summary.sumWithout[k]!;
  return sum;
}

/** Gradient, and the second derivatives with their sign turned (a positive definite matrix). */
function slopeOf(
  summary: Summary,
  parameters: readonly number[],
): { gradient: number[]; curvature: number[][] } {
  const { width, withEvent, sumWithout } = summary;
  const gradient = sumWithout.map((sum) => -sum);
  const curvature = sumWithout.map(() => new Array<number>(width).fill(0));
  for (let at = 0; at < withEvent.length; at += width) {
    const odds = 1 / Math.expm1(expectationAt(summary, at, parameters));
    // e^Λ / (e^Λ − 1)² is odds · (odds + 1).
    const bend = odds * (odds + 1);
    for (let k = 0; k < width; k++) {
      const x = withEvent[at + k]!;
      if (x === 0) continue;
      gradient[k]! += x * odds;
      for (let j = 0; j <= k; j++) curvature[k]![j]! += x * withEvent[at + j]! * bend;
    }
  }
  for (let k = 0; k < width; k++) for (let j = 0; j < k; j++) curvature[j]![k] = curvature[k]![j]!;
  return { gradient, curvature };
}

function stepFrom(
  summary: Summary,
  parameters: readonly number[],
  reached: number,
): { parameters: number[]; reached: number } | null {
  const { gradient, curvature } = slopeOf(summary, parameters);
  const free = gradient.flatMap((slope, k) => (parameters[k]! > 0 || slope > 0 ? [k] : []));
  const direction = gradient.map(() => 0);
  solve(
    free.map((k) => free.map((j) => curvature[k]![j]! + (j === k ? 1e-12 * (1 + curvature[k]![k]!) : 0))),
    free.map((k) => gradient[k]!),
  ).forEach((value, i) => {
    direction[free[i]!] = value;
  });
  for (let length = 1; length > 1e-12; length /= 2) {
    const tried = parameters.map((value, k) => Math.max(0, value + length * direction[k]!));
    const there = likelihoodOf(summary, tried);
    if (there > reached) return { parameters: tried, reached: there };
  }
  return null;
}

/** Solves A·x = b for a symmetric positive definite A, by Cholesky's decomposition. */
export function solve(a: number[][], b: readonly number[]): number[] {
  const n = b.length;
  for (let k = 0; k < n; k++) {
    for (let j = 0; j <= k; j++) {
      let sum = a[k]![j]!;
      for (let i = 0; i < j; i++) sum -= a[k]![i]! * a[j]![i]!;
      a[k]![j] = j === k ? Math.sqrt(Math.max(sum, 1e-300)) : sum / a[j]![j]!;
    }
  }
  const x = [...b];
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < k; i++) x[k]! -= a[k]![i]! * x[i]!;
    x[k]! /= a[k]![k]!;
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let i = k + 1; i < n; i++) x[k]! -= a[i]![k]! * x[i]!;
    x[k]! /= a[k]![k]!;
  }
  return x;
}
