import type { AlertQuality } from '../../services/backtest/alert-quality.ts';
import { namedMeasures, policySnippet } from '../../services/backtest/result-tables.ts';
import type { BacktestResult, PeriodSummary } from '../../services/backtest/run-backtest.ts';

/** What a back-test found, in words and tables. */
export function backtestText(result: BacktestResult): string {
  const { sites, events, radiusKm, horizonDays, train, test, parameters, model } = result;
  const rows = namedMeasures(result);
  const width = Math.max(...rows.map((row) => row.name.length)) + 2;
  const lines = [
    `${number(sites)} sites, one for each cell of 0.1°; ${number(events)} events. On the first of each month: does a deadly event follow within ${radiusKm} km in ${horizonDays} days?`,
    `Training ${periodText(train)}`,
    result.isTested
      ? `Test     ${periodText(test)}`
      : 'Test     none: the figures are of the training years themselves, and say little about other years.',
    '',
    `${''.padEnd(width)}ROC-AUC  avg. precision  Brier skill  log loss`,
    ...rows.map(
      (row) =>
        row.name.padEnd(width) +
        row.rocAuc.toFixed(3).padStart(7) +
        row.averagePrecision.toFixed(3).padStart(16) +
        row.brierSkill.toFixed(3).padStart(13) +
        row.logLoss.toFixed(4).padStart(10),
    ),
    '',
    `Brier skill is over the share of the training years; over that of the test years the score has ${model.brierSkillInHindsight.toFixed(3)}.`,
    `The first formula is fitted on the training years; counts are ranked as they are, and made probabilities by isotonic regression on the training years.`,
    '',
    'level      forecasts   said   happened',
    ...model.levels.map(
      ({ level, count, predicted, observed }) =>
        level.padEnd(9) +
        number(count).padStart(11) +
        percent(predicted).padStart(9) +
        percent(observed).padStart(9),
    ),
    '',
  ];
  if (parameters.origin === 'refit') {
    lines.push('Fitted on the training years, for config/risk-policy.ts (with a new version):', '');
    lines.push(policySnippet(result));
  } else {
    lines.push(`Tested: the parameters of policy ${parameters.policy}, as they serve.`);
    if (parameters.fittedOn.untilYear >= test.fromYear) {
      const { data, fromYear, untilYear } = parameters.fittedOn;
      lines.push(
        `They were fitted on ${data}, ${fromYear} to ${untilYear}. Where these are the same events, the test years are not new to them: --refit fits on the training years alone.`,
      );
    }
  }
  return lines.join('\n');
}

function periodText({ fromYear, untilYear, months, samples, withEvent }: PeriodSummary): string {
  const share = ((100 * withEvent) / samples).toFixed(1);
  return `${fromYear} to ${untilYear}: ${number(months)} months, ${number(samples)} forecasts, an event after ${number(withEvent)} of them (${share} %).`;
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(100 * share).toFixed(1)} %`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

/** How good alerts were, rule by rule. */
export function alertsText(alerts: readonly AlertQuality[]): string {
  const width = Math.max(...alerts.map(({ rule }) => rule.length)) + 2;
  const share = (value: number) => (Number.isNaN(value) ? '–' : percent(value));
  return [
    'Alerts: how many were followed by a deadly event, and how many such events, the first after 60 quiet days, were preceded',
    '',
    `${''.padEnd(width)}told per site and year  mail days per year  precision  recall  median lead`,
    ...alerts.map(
      (a) =>
        a.rule.padEnd(width) +
        a.perSiteYear.toFixed(2).padStart(22) +
        a.mailDaysPerYear.toFixed(0).padStart(20) +
        share(a.precision).padStart(11) +
        share(a.recall).padStart(8) +
        (a.medianLeadDays === null ? '–' : `${a.medianLeadDays} days`).padStart(13),
    ),
    '',
    `First events after 60 quiet days: ${number(alerts[0]!.firstEvents)}. A mail day is one on which a subscriber to all sites is told of something.`,
    '',
  ].join('\n');
}
