import { type Level, levels, rank } from '../../domain/level.ts';
import type { RiskPolicy } from '../../domain/policy.ts';
import type { SiteHistory } from './history.ts';
import { type AlertCourse, bufferLevel, type Days, replayAlerts, replayBuffer } from './replay-alerts.ts';

export type AlertQuality = {
  rule: string;
  /** Told per site and year. */
  perSiteYear: number;
  /** Days a year on which a subscriber to all sites is told of something: the mails of that subscriber. */
  mailDaysPerYear: number;
  /** Share of what was told that was followed by a deadly event in the horizon. */
  precision: number;
  /** First deadly events after quiet days, and the share of them before which an alert stood. */
  firstEvents: number;
  recall: number;
  /** Median of the days from the last rise to the event, where an alert stood. */
  medianLeadDays: number | null;
};

/** How good alerts from a level on were: `courses` stand in the order of the sites. */
export function measureAlerts(
  rule: string,
  sites: readonly SiteHistory[],
  courses: readonly AlertCourse[],
  days: Days,
  minLevel: Level,
  { horizonDays, quietDays }: { horizonDays: number; quietDays: number },
): AlertQuality {
  let told = 0;
  let followed = 0;
  let firstEvents = 0;
  const mailDays = new Set<number>();
  const leads: number[] = [];
  sites.forEach(({ events }, i) => {
    const { rises, standing } = courses[i]!;
    const outcomes = events.filter((event) => event.isOutcome).map((event) => event.day);
    for (const { day, level } of rises) {
      if (day < days.first || day > days.last - horizonDays || rank(level) < rank(minLevel)) continue;
      told += 1;
      mailDays.add(day);
      if (outcomes.some((outcome) => outcome > day && outcome <= day + horizonDays)) followed += 1;
    }
    outcomes.forEach((day, k) => {
      if (day < days.first || day > days.last) return;
      if (k > 0 && day - outcomes[k - 1]! < quietDays) return;
      firstEvents += 1;
      const before = standing.findLast((step) => step.day < day);
      if (!before || rank(before.level) < rank(minLevel)) return;
      const rise = rises.findLast((step) => step.day < day && rank(step.level) >= rank(minLevel));
      leads.push(day - (rise ?? before).day);
    });
  });
  const years = (days.last - days.first + 1) / 365.25;
  leads.sort((a, b) => a - b);
  return {
    rule,
    perSiteYear: told / sites.length / years,
    mailDaysPerYear: mailDays.size / years,
    precision: told === 0 ? Number.NaN : followed / told,
    firstEvents,
    recall: firstEvents === 0 ? Number.NaN : leads.length / firstEvents,
    medianLeadDays: leads[Math.floor(leads.length / 2)] ?? null,
  };
}

const quietDays = 60;
const bufferKm = 50;

/** The alert rules from each level on, beside a plain buffer. */
export function backtestAlerts(
  sites: readonly SiteHistory[],
  days: Days,
  policy: RiskPolicy,
  horizonDays: number,
): AlertQuality[] {
  const courses = sites.map((site) => replayAlerts(site, days, policy));
  const spans = { horizonDays, quietDays };
  const from = levels.filter((level) => rank(level) >= rank(policy.alert.opensAt));
  const buffer = (rule: string, onlyFirst: boolean) => {
    const told = { radiusKm: bufferKm, standsDays: horizonDays, onlyFirst };
    const replayed = sites.map((site) => replayBuffer(site, days, told));
    return measureAlerts(rule, sites, replayed, days, bufferLevel, spans);
  };
  return [
    ...from.map((level) => measureAlerts(`alerts from ${level}`, sites, courses, days, level, spans)),
    buffer(`every event within ${bufferKm} km`, false),
    buffer(`the first within ${bufferKm} km in ${horizonDays} days`, true),
  ];
}
