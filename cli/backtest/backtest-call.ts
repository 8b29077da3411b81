import { parseArgs } from 'node:util';
import { riskPolicy } from '../../config/risk-policy.ts';
import type { BacktestOptions } from '../../services/backtest/run-backtest.ts';
import { type AskedFormat, readAskedFormat } from '../choose-format.ts';
import { UsageError } from '../command.ts';

/** What a call of `orewatch backtest` asks for. */
export type BacktestCall = {
  sites: AskedFormat;
  events: AskedFormat;
  options: Omit<BacktestOptions, 'policy'>;
  /** Replays the alert rules too. */
  withAlerts: boolean;
  out: string | null;
  asJson: boolean;
};

/** Reads the arguments; throws a UsageError that says what is wrong. */
export function readBacktestCall(args: string[]): BacktestCall {
  const { values } = parseArgs({
    args,
    options: {
      sites: { type: 'string' },
      events: { type: 'string' },
      'sites-format': { type: 'string' },
      format: { type: 'string' },
      map: { type: 'string' },
      set: { type: 'string' },
      'train-from': { type: 'string' },
      'train-until': { type: 'string' },
      test: { type: 'string' },
      radius: { type: 'string', default: '25' },
      horizon: { type: 'string', default: '30' },
      refit: { type: 'boolean', default: false },
      alerts: { type: 'boolean', default: false },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (!values.sites) throw new UsageError('Name the file of sites: --sites FILE.');
  if (!values.events) throw new UsageError('Name the file of events: --events FILE.');
  if (values.sites === '-' && values.events === '-')
    throw new UsageError('Only one of the two files can be standard input.');
  const { format, map, set } = values;
  const trainUntil = yearOf(values['train-until'], '--train-until');
  const test = values.test === undefined && values.refit ? null : yearsOf(values.test);
  if (test && test.fromYear <= trainUntil) {
    throw new UsageError(
      `--test begins in ${test.fromYear}: it must begin after the last training year ${trainUntil}.`,
    );
  }
  const trainFrom =
    values['train-from'] === undefined ? undefined : yearOf(values['train-from'], '--train-from');
  return {
    sites: readAskedFormat(values.sites, 'sites', { format: values['sites-format'] }, false),
    events: readAskedFormat(values.events, 'events', { format, map, set }, false),
    options: {
      trainFrom,
      trainUntil,
      test,
      radiusKm: numberWithin(values.radius, '--radius', 1, riskPolicy.link.radiusKm),
      horizonDays: numberWithin(values.horizon, '--horizon', 1, 365),
      refit: values.refit,
    },
    withAlerts: values.alerts,
    out: values.out ?? null,
    asJson: values.json,
  };
}

function yearOf(text: string | undefined, option: string): number {
  if (!/^(19|20)\d\d$/.test(text ?? '')) throw new UsageError(`${option} must be a year such as 2017.`);
  return Number(text);
}

function yearsOf(text: string | undefined): { fromYear: number; untilYear: number } {
  const [, from, until] = /^((?:19|20)\d\d)(?:-((?:19|20)\d\d))?$/.exec(text ?? '') ?? [];
  const years = { fromYear: Number(from), untilYear: Number(until ?? from) };
  if (from === undefined || years.untilYear < years.fromYear)
    throw new UsageError('--test must be the years to test on, such as 2018-2021.');
  return years;
}

function numberWithin(text: string, option: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new UsageError(`${option} must be a whole number from ${min} to ${max}.`);
  return value;
}
