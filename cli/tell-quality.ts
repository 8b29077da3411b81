import type { MonthFigures } from '../domain/fitting/month-quality.ts';
import type { JudgedMonth } from '../services/database/quality/judged-month.ts';

/** How a month was judged, in words and a table. */
export function judgementText({ month, judgement, judgedAt, freshTo, figures }: JudgedMonth): string {
  const { chance, count50km, alerts, leftOut, levels, policies } = figures;
  const again = judgement > 1 ? `, judgement ${judgement}` : '';
  return [
    `${month}, judged on ${judgedAt.toISOString().slice(0, 10)} with UCDP up to ${freshTo}${again}`,
    `${number(figures.sites)} sites on the 1st, 11th and 21st, by the scores given then (policy ${policies.join(', ')}): does a deadly event follow within 25 km in 30 days?`,
    '',
    'level      site-days  followed    said  happened   95 % interval  days old',
    ...levels.filter(({ siteDays }) => siteDays > 0).map((row) => levelLine(row.level, row)),
    levelLine('all', figures),
    '',
    'ranking                   avg. precision  ROC-AUC',
    `violence chance           ${measure(chance.averagePrecision, 14)}${measure(chance.rocAuc, 9)}`,
    `incidents within 50 km    ${measure(count50km.averagePrecision, 14)}${measure(count50km.rocAuc, 9)}`,
    `Brier score ${measure(chance.brier)}; Brier skill over always saying the month's own share ${measure(chance.brierSkill)}.`,
    `Alerts from ${alerts.from}: ${number(alerts.told)} told, ${number(alerts.followed)} of them followed by a deadly event within 30 days.`,
    `First deadly events after 60 quiet days: ${number(alerts.firstEvents)}; an alert stood before ${number(alerts.preceded)}${alerts.medianLeadDays === null ? '' : `, for ${alerts.medianLeadDays} days (median)`}.`,
    `Left out, sites at moments: ${number(leftOut.withoutScore)} without a score, ${number(leftOut.withdrawn)} withdrawn since, ${number(leftOut.notFollowed)} not followed by UCDP.`,
    '',
  ].join('\n');
}

/** A month in one line. */
export function monthLine({ month, figures }: JudgedMonth): string {
  const { chance, count50km } = figures;
  return `${month}  said ${percent(figures.said)}, happened ${percent(figures.happened)}; average precision ${measure(chance.averagePrecision)} (50 km count ${measure(count50km.averagePrecision)}), Brier skill ${measure(chance.brierSkill)}`;
}

function levelLine(name: string, row: Omit<MonthFigures['levels'][number], 'level'>): string {
  const { siteDays, followed, said, happened, happenedLow, happenedHigh, ageDays } = row;
  const interval = `${happenedLow?.toFixed(1)} to ${happenedHigh?.toFixed(1)} %`;
  return (
    name.padEnd(9) +
    number(siteDays).padStart(11) +
    number(followed).padStart(10) +
    percent(said).padStart(8) +
    percent(happened).padStart(10) +
    interval.padStart(16) +
    (ageDays?.toFixed(1) ?? '–').padStart(10)
  );
}

function percent(value: number | null): string {
  return value === null ? '–' : `${value.toFixed(1)} %`;
}

function measure(value: number | null, width = 0): string {
  return (value?.toFixed(3) ?? '–').padStart(width);
}

function number(value: number): string {
  return value.toLocaleString('en');
}
