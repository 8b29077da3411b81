import {
  averagePrecision,
  brierSkill,
  type Calibration,
  calibrationByLevel,
  type LevelCalibration,
  logLoss,
  reliability,
  rocAuc,
} from '../../domain/fitting/evaluation.ts';
import { chanceAt, fitIsotonic } from '../../domain/fitting/evaluation-isotonic.ts';
import { FitError, fitExpectation } from '../../domain/fitting/fit.ts';
import { scoreOf } from '../../domain/harm.ts';
import type { RiskPolicy, ScoreTerm } from '../../domain/policy.ts';
import { countColumn, firstFormula, termColumn } from './columns.ts';
import type { Histories } from './history.ts';
import { pickColumns, type Samples, takeSamples } from './samples.ts';
import { BacktestError, planYears, type YearsAsked } from './years.ts';

export type BacktestOptions = YearsAsked & {
  radiusKm: number;
  horizonDays: number;
  /** Fits background and amounts on the training years; otherwise the policy's own are tested. */
  refit: boolean;
  policy: RiskPolicy;
};

/** How good forecasts were on the test years. */
export type Measures = {
  rocAuc: number;
  averagePrecision: number;
  /** Over always forecasting the share of the training years: what could be known beforehand. */
  brierSkill: number;
  /** Over always forecasting the share of the test years themselves, which nobody can know beforehand. */
  brierSkillInHindsight: number;
  logLoss: number;
  levels: LevelCalibration[];
};

export type PeriodSummary = {
  fromYear: number;
  untilYear: number;
  months: number;
  samples: number;
  withEvent: number;
};

export type BacktestResult = {
  sites: number;
  events: number;
  radiusKm: number;
  horizonDays: number;
  train: PeriodSummary;
  /** The same as `train` where no test years were named: the figures are then of the years fitted on. */
  test: PeriodSummary;
  isTested: boolean;
  model: Measures & { reliability: Calibration[] };
  baselines: (Measures & { name: string; calibratedBy: string })[];
  parameters: Pick<RiskPolicy['score'], 'background' | 'terms'> & {
    origin: 'refit' | 'policy';
    policy: string;
    fittedOn: RiskPolicy['score']['fittedOn'];
  };
};

/**
 * Tests the score, and simpler rules beside it, on years that follow the training years. Throws a BacktestError where
 * data and years do not allow it.
 */
export function runBacktest(histories: Histories, options: BacktestOptions): BacktestResult {
  const { policy, horizonDays } = options;
  const { score } = policy;
  if (!histories.days)
    throw new BacktestError('The file holds no event that could be read: check its format or --map.');
  const years = planYears(options, histories.days, { horizonDays, memoryDays: score.maxAgeDays });

  const counts = [25, 50].flatMap((km) => [90, 365].map((days) => countColumn(km, days)));
  const terms = score.terms.map((term) => termColumn(term, score));
  const first = firstFormula.map((term) => termColumn(term, score));
  const columns = [...terms, ...first, ...counts];
  const spans = { horizonDays, memoryDays: Math.max(score.maxAgeDays, 365) };
  const train = takeSamples(histories.sites, years.train.moments, columns, spans);
  const test = options.test ? takeSamples(histories.sites, years.test.moments, columns, spans) : train;
  const summaries = {
    train: summaryOf(train, years.train, options.radiusKm),
    test: summaryOf(test, years.test, options.radiusKm),
  };
  const baseRate = summaries.train.withEvent / train.count;
  const measure = (forecasts: Float64Array, ranking: Float64Array = forecasts): Measures => ({
    rocAuc: rocAuc(ranking, test.outcomes),
    averagePrecision: averagePrecision(ranking, test.outcomes),
    brierSkill: brierSkill(forecasts, test.outcomes, baseRate),
    brierSkillInHindsight: brierSkill(forecasts, test.outcomes, summaries.test.withEvent / test.count),
    logLoss: logLoss(forecasts, test.outcomes),
    levels: calibrationByLevel(forecasts, test.outcomes, policy),
  });

  const parameters: BacktestResult['parameters'] = options.refit
    ? {
        ...fitTerms(train, score.terms, 0),
        origin: 'refit',
        policy: policy.version,
        fittedOn: {
          data: 'these files',
          fromYear: years.train.fromYear,
          untilYear: years.train.untilYear,
        },
      }
    : {
        background: score.background,
        terms: score.terms,
        origin: 'policy',
        policy: policy.version,
        fittedOn: score.fittedOn,
      };
  const forecasts = forecastsOf(test, parameters, 0);
  const before = forecastsOf(test, fitTerms(train, firstFormula, terms.length), terms.length);
  return {
    sites: histories.sites.length,
    events: histories.events,
    radiusKm: options.radiusKm,
    horizonDays,
    ...summaries,
    isTested: options.test !== null,
    model: { ...measure(forecasts), reliability: reliability(forecasts, test.outcomes) },
    baselines: [
      {
        name: 'first formula (two terms)',
        calibratedBy: 'maximum likelihood on the training years',
        ...measure(before),
      },
      ...counts.map(({ name }, i) => {
        const at = terms.length + first.length + i;
        const span = { from: at, to: at + 1, withOnes: false };
        const steps = fitIsotonic(pickColumns(train, span), train.outcomes);
        const ranking = pickColumns(test, span);
        const calibrated = ranking.map((count) => chanceAt(steps, count));
        return {
          name,
          calibratedBy: 'isotonic regression on the training years',
          ...measure(calibrated, ranking),
        };
      }),
    ],
    parameters,
  };
}

function summaryOf(
  samples: Samples,
  { fromYear, untilYear, moments }: { fromYear: number; untilYear: number; moments: readonly unknown[] },
  radiusKm: number,
): PeriodSummary {
  const withEvent = samples.outcomes.reduce((sum, outcome) => sum + outcome, 0);
  if (withEvent === 0) {
    throw new BacktestError(
      `No deadly event follows within ${radiusKm} km of a site in the years ${fromYear} to ${untilYear}. ` +
        'Check that sites and events lie in the same region and that the deaths are read (--map deaths=…).',
    );
  }
  return { fromYear, untilYear, months: moments.length, samples: samples.count, withEvent };
}

/** The most likely background and amounts of terms whose columns begin at `from`. */
function fitTerms(
  train: Samples,
  terms: readonly ScoreTerm[],
  from: number,
): Pick<RiskPolicy['score'], 'background' | 'terms'> {
  const features = pickColumns(train, { from, to: from + terms.length, withOnes: true });
  try {
    const { parameters } = fitExpectation({ features, width: terms.length + 1, outcomes: train.outcomes });
    return {
      background: parameters[0]!,
      terms: terms.map((term, k) => ({ ...term, amount: parameters[k + 1]! })),
    };
  } catch (error) {
    if (!(error instanceof FitError)) throw error;
    throw new BacktestError(
      `The training years do not allow a fit: ${error.message}. Take more years or sites.`,
    );
  }
}

function forecastsOf(
  { count, width, values }: Samples,
  { background, terms }: Pick<RiskPolicy['score'], 'background' | 'terms'>,
  from: number,
): Float64Array {
  const forecasts = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let expected = background;
    for (let k = 0; k < terms.length; k++) expected += terms[k]!.amount * values[row * width + from + k]!;
    forecasts[row] = scoreOf(expected) / 100;
  }
  return forecasts;
}
