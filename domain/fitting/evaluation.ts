import { levelOfScore, levels, type RaisedLevel } from '../level.ts';
import type { RiskPolicy } from '../policy.ts';

/** Measures how good forecasts were. A forecast is a probability or any number that ranks; an outcome is 0 or 1. */
export type Numbers = ArrayLike<number>;

/**
 * The area under the ROC curve: how often a sample with an event has the higher forecast of two, one with and one
 * without an event; a tie counts half. NaN where one of the two kinds is missing.
 */
export function rocAuc(forecasts: Numbers, outcomes: Numbers): number {
  let ranksOfEvents = 0;
  let events = 0;
  let below = 0;
  forEachTie(forecasts, outcomes, 'ascending', (size, eventsInTie) => {
    ranksOfEvents += eventsInTie * (below + (size + 1) / 2);
    events += eventsInTie;
    below += size;
  });
  return (ranksOfEvents - (events * (events + 1)) / 2) / (events * (outcomes.length - events));
}

/**
 * Average precision: Σ (recall after a threshold − recall before it) · precision at it, over the different forecasts
 * from the highest to the lowest, without interpolation. NaN where there is no event.
 */
export function averagePrecision(forecasts: Numbers, outcomes: Numbers): number {
  let sum = 0;
  let seen = 0;
  let events = 0;
  forEachTie(forecasts, outcomes, 'descending', (size, eventsInTie) => {
    seen += size;
    events += eventsInTie;
    sum += eventsInTie * (events / seen);
  });
  return sum / events;
}

/** The mean squared difference of forecast and outcome. */
export function brierScore(forecasts: Numbers, outcomes: Numbers): number {
  let sum = 0;
  for (let i = 0; i < outcomes.length; i++) sum += (forecasts[i]! - outcomes[i]!) ** 2;
  return sum / outcomes.length;
}

/** The part of the Brier score of always forecasting `baseRate` that is avoided: 1 is perfect, 0 no better. */
export function brierSkill(forecasts: Numbers, outcomes: Numbers, baseRate: number): number {
  let base = 0;
  for (let i = 0; i < outcomes.length; i++) base += (baseRate - outcomes[i]!) ** 2;
  return 1 - brierScore(forecasts, outcomes) / (base / outcomes.length);
}

/** The mean of −log of the probability given to what happened. */
export function logLoss(forecasts: Numbers, outcomes: Numbers): number {
  let sum = 0;
  for (let i = 0; i < outcomes.length; i++)
    sum -= outcomes[i] ? Math.log(forecasts[i]!) : Math.log1p(-forecasts[i]!);
  return sum / outcomes.length;
}

/** What was said and what happened in one group of samples; shares are 0 to 1 and null where the group is empty. */
export type Calibration = { count: number; predicted: number | null; observed: number | null };

export type LevelCalibration = Calibration & { level: RaisedLevel };

export function calibrationByLevel(
  forecasts: Numbers,
  outcomes: Numbers,
  policy: RiskPolicy,
): LevelCalibration[] {
  const groups = calibrationBy(forecasts, outcomes, levels.length, (forecast) =>
    levels.indexOf(levelOfScore(100 * forecast, policy)),
  );
  return groups.map((group, i) => ({ level: levels[i]!, ...group }));
}

/** Calibration in `binCount` groups of equal width: 0 to 10 %, 10 to 20 % and so on for ten of them. */
export function reliability(forecasts: Numbers, outcomes: Numbers, binCount = 10): Calibration[] {
  return calibrationBy(forecasts, outcomes, binCount, (forecast) =>
    Math.min(binCount - 1, Math.floor(forecast * binCount)),
  );
}

function calibrationBy(
  forecasts: Numbers,
  outcomes: Numbers,
  groupCount: number,
  groupOf: (forecast: number) => number,
): Calibration[] {
  const sums = Array.from({ length: groupCount }, () => ({ count: 0, forecast: 0, events: 0 }));
  for (let i = 0; i < outcomes.length; i++) {
    const group = sums[groupOf(forecasts[i]!)]!;
    group.count += 1;
    group.forecast += forecasts[i]!;
    group.events += outcomes[i]!;
  }
  return sums.map(({ count, forecast, events }) => ({
    count,
    predicted: count > 0 ? forecast / count : null,
    observed: count > 0 ? events / count : null,
  }));
}

/** Calls `visit` for each group of equal forecasts with its size and the number of events in it. */
function forEachTie(
  forecasts: Numbers,
  outcomes: Numbers,
  order: 'ascending' | 'descending',
  visit: (size: number, events: number) => void,
): void {
  const sorted = Uint32Array.from({ length: outcomes.length }, (_, i) => i);
  const sign = order === 'ascending' ? 1 : -1;
  sorted.sort((a, b) => sign * (forecasts[a]! - forecasts[b]!));
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    let events = 0;
    while (end < sorted.length && forecasts[sorted[end]!] === forecasts[sorted[start]!])
      events += outcomes[sorted[end++]!]!;
    visit(end - start, events);
    start = end;
  }
}
