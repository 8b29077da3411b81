import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { riskPolicy } from '../../config/risk-policy.ts';
import { millisecondsPerDay } from '../../domain/time.ts';
import { backtestAlerts } from '../../services/backtest/alert-quality.ts';
import type { Histories } from '../../services/backtest/history.ts';
import { reliabilityDiagram } from '../../services/backtest/reliability-diagram.ts';
import { resultCsv } from '../../services/backtest/result-tables.ts';
import { type BacktestResult, runBacktest } from '../../services/backtest/run-backtest.ts';
import { BacktestError } from '../../services/backtest/years.ts';
import { SourceFileError } from '../../services/sources/files/row-reader.ts';
import { type Command, print } from '../command.ts';
import { createProgress } from '../progress.ts';
import { type BacktestCall, readBacktestCall } from './backtest-call.ts';
import { readHistories } from './read-histories.ts';
import { alertsText, backtestText } from './tell-backtest.ts';

export const backtestCommand: Command = {
  name: 'backtest',
  summary: 'Test the score on past years, or fit it to your own region.',
  usage:
    'orewatch backtest --sites FILE --events FILE --train-until YEAR [--test YEAR-YEAR]\n' +
    '       [--sites-format FORMAT] [--format FORMAT] [--map FIELD=COLUMN,…] [--set FIELD=VALUE,…]\n' +
    '       [--train-from YEAR] [--radius KM] [--horizon DAYS] [--refit] [--alerts] [--out FOLDER] [--json]\n' +
    'Without --refit the policy in force is tested; with it, background and amounts are fitted on the training years,\n' +
    'and --test may be left out.\n' +
    'The formats are those of "orewatch import" and seen in the files; events of ACLED may not be fitted with.\n' +
    '--alerts replays the alert rules over the test years, beside a plain 50 km buffer.\n' +
    '--out writes reliability.svg and table.csv. Nothing is stored: no database is needed.',
  examples: [
    'orewatch backtest --sites mines.csv --events events.csv --train-until 2020 --test 2021-2024',
    'orewatch backtest --sites ipis.csv --events GEDEvent_v25_1.csv --train-until 2017 --test 2018-2021 --out backtest',
    'orewatch backtest --sites mines.geojson --events deaths.csv --map date=day,lat=latitude,lon=longitude,type=kind,deaths=killed --train-until 2024 --refit',
  ],
  async run(args, io) {
    const call = readBacktestCall(args);
    const progress = createProgress(io);
    try {
      const histories = await readHistories(call, io, progress);
      progress.update('forecasting');
      const result = runBacktest(histories, { ...call.options, policy: riskPolicy });
      progress.done();
      if (call.out !== null) {
        await mkdir(call.out, { recursive: true });
        await writeFile(path.join(call.out, 'reliability.svg'), reliabilityDiagram(result));
        await writeFile(path.join(call.out, 'table.csv'), resultCsv(result));
      }
      const alerts = call.withAlerts ? replayedAlerts(histories, result, call) : undefined;
      if (call.asJson) print(io, JSON.stringify({ ...result, alerts }, null, 2));
      else print(io, `${backtestText(result)}${alerts ? `\n${alertsText(alerts)}` : ''}`);
      return 0;
    } catch (error) {
      progress.done();
      if (!(error instanceof BacktestError) && !(error instanceof SourceFileError)) throw error;
      io.stderr.write(`${error.message}\n`);
      return 1;
    }
  },
};

/** The alert rules over the test years; without any, over the training years. */
function replayedAlerts(histories: Histories, { test }: BacktestResult, { options }: BacktestCall) {
  const dayOf = (year: number) => Date.UTC(year, 0, 1) / millisecondsPerDay;
  const days = { first: dayOf(test.fromYear), last: dayOf(test.untilYear + 1) - 1 };
  return backtestAlerts(histories.sites, days, riskPolicy, options.horizonDays);
}
