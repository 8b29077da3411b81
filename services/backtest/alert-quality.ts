import { type AlertCourse, type Days, matchAlerts, medianOf } from '../../domain/fitting/match-alerts.ts';
import { type Level, levels, rank } from '../../domain/level.ts';
import type { RiskPolicy } from '../../domain/policy.ts';
import type { SiteHistory } from './history.ts';
import { bufferLevel, replayAlerts, replayBuffer } from './replay-alerts.ts';

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
  const matches = matchAlerts(
    sites.map(({ events }, i) => ({
      outcomes: events.filter((event) => event.isOutcome).map((event) => event.day),
      course: courses[i]!,
    })),
    minLevel,
    // What is told at the end cannot be seen to be followed.
    { told: { ...days, last: days.last - horizonDays }, firstEvents: days, horizonDays, quietDays },
  );
  const { told, followed, firstEvents, leads } = matches;
  const years = (days.last - days.first + 1) / 365.25;
  return {
    rule,
    perSiteYear: told / sites.length / years,
    mailDaysPerYear: matches.days.size / years,
    precision: told === 0 ? Number.NaN : followed / told,
    firstEvents,
    recall: firstEvents === 0 ? Number.NaN : leads.length / firstEvents,
    medianLeadDays: medianOf(leads),
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
