import type { BacktestResult, Measures } from './run-backtest.ts';

/** The model first, then what it is compared with. */
export function namedMeasures({
  model,
  baselines,
  parameters,
}: BacktestResult): (Measures & { name: string })[] {
  const origin = parameters.origin === 'refit' ? 'refitted' : `policy ${parameters.policy}`;
  return [{ ...model, name: `score (${origin})` }, ...baselines];
}

/** One line for each forecast and level: the measures of the forecast are repeated on each of its lines. */
export function resultCsv(result: BacktestResult): string {
  const header =
    'forecast,rocAuc,averagePrecision,brierSkill,brierSkillInHindsight,logLoss,level,count,predicted,observed';
  const lines = namedMeasures(result).flatMap((m) =>
    m.levels.map(({ level, count, predicted, observed }) =>
      [
        m.name,
        ...[m.rocAuc, m.averagePrecision, m.brierSkill, m.brierSkillInHindsight, m.logLoss].map(figure),
        level,
        count,
        figure(predicted),
        figure(observed),
      ].join(','),
    ),
  );
  return `${[header, ...lines].join('\n')}\n`;
}

function figure(value: number | null): string {
  return value === null ? '' : value.toFixed(6);
}

/** The fitted parameters as they can stand in config/risk-policy.ts, to four digits. */
export function policySnippet({ parameters }: BacktestResult): string {
  const { fittedOn, background, terms } = parameters;
  const inner = terms.map(
    ({ name, amount, halfLifeDays, plateauKm, halvingKm }) =>
      `      { name: '${name}', amount: ${digits(amount)}, halfLifeDays: ${halfLifeDays}, plateauKm: ${plateauKm}, halvingKm: ${halvingKm} },`,
  );
  return [
    `    fittedOn: { data: '${fittedOn.data}', fromYear: ${fittedOn.fromYear}, untilYear: ${fittedOn.untilYear} },`,
    `    background: ${digits(background)},`,
    '    terms: [',
    ...inner,
    '    ],',
  ].join('\n');
}

function digits(value: number): number {
  return Number(value.toPrecision(4));
}
