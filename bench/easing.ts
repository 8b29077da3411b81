import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import { riskPolicy } from '../config/risk-policy.ts';
import { millisecondsPerDay } from '../domain/time.ts';
import { backtestAlerts } from '../services/backtest/alert-quality.ts';
import { collectHistories, type SiteHistory } from '../services/backtest/history.ts';
import { readBacktestSites } from '../services/backtest/read-sites.ts';
import { createReading } from '../services/backtest/reading.ts';
import { parseColumnMap, readMappedCsv } from '../services/sources/events/mapped-csv.ts';
import { readIpis } from '../services/sources/sites/ipis.ts';

// Replays the alert rules over past years with other rules for easing, as `orewatch backtest --alerts` does with the
// one in force, and tells how good alerts from elevated then are.

const shared = path.join(packageRoot, '..', 'shared', 'data');
const sitesFile = path.join(shared, 'sites', 'ipis-drc-2024.csv');
const eventsFile = path.join(shared, 'events', 'ucdp-ged-drc-1989-2021.csv');
const columns = 'date=date,type=event_type,lat=latitude,lon=longitude,deaths=fatalities';
const radiusKm = 25;
const horizonDays = 30;
const say = (text: string) => process.stdout.write(`${text}\n`);

const periods = [
  [2011, 2017],
  [2018, 2021],
].map(([from, until]) => ({ first: dayOf(from!), last: dayOf(until! + 1) - 1 }));

/** Points below the level, and hours for which the score stays there. */
const rules: [number, number][] = [
  [2, 48],
  [5, 12],
  [5, 48],
  [5, 168],
  [5, 336],
  [10, 48],
  [10, 336],
];

function dayOf(year: number): number {
  return Date.UTC(year, 0, 1) / millisecondsPerDay;
}

async function readHistories(): Promise<SiteHistory[]> {
  const options = { now: new Date(), source: 'bench' };
  const sites = await readBacktestSites(readIpis(createReadStream(sitesFile), options), createReading());
  const histories = collectHistories(sites, riskPolicy, radiusKm);
  const events = readMappedCsv(createReadStream(eventsFile), {
    ...options,
    columns: parseColumnMap(columns),
  });
  for await (const row of events) if (row.ok) histories.add(row.value.event);
  return histories.finish().sites;
}

if (!existsSync(sitesFile) || !existsSync(eventsFile)) {
  say(`Nothing to measure: ${shared} is absent.`);
} else {
  const sites = await readHistories();
  say(`Policy ${riskPolicy.version}, alerts from elevated, 2011 to 2017 / 2018 to 2021\n`);
  say(
    '| eases when the score stays | told per site and year | followed | first events preceded | median lead |',
  );
  say('|---|---|---|---|---|');
  for (const [easeMarginPoints, easeAfterHours] of rules) {
    const policy = { ...riskPolicy, alert: { ...riskPolicy.alert, easeMarginPoints, easeAfterHours } };
    const found = periods.map(
      (days) =>
        backtestAlerts(sites, days, policy, horizonDays).find(({ rule }) => rule === 'alerts from elevated')!,
    );
    const both = (figure: (quality: (typeof found)[number]) => string) => found.map(figure).join(' / ');
    const share = (value: number) => `${(100 * value).toFixed(1)} %`;
    say(
      `| ${easeMarginPoints} points below for ${easeAfterHours} hours | ${both((q) => q.perSiteYear.toFixed(2))} | ${both((q) => share(q.precision))} | ${both((q) => share(q.recall))} | ${both((q) => `${q.medianLeadDays} days`)} |`,
    );
  }
}
