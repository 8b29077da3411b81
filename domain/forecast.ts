import { assessSite, type Knowledge, type SiteRisk } from './assess.ts';
import type { LinkedEvent } from './event.ts';
import { onePerIncident } from './incident.ts';
import { isHigher, type Level, levelOfScore } from './level.ts';
import type { RiskPolicy } from './policy.ts';
import { scoreAt } from './score.ts';
import { millisecondsPerDay } from './time.ts';

export type Forecast = { level: Level; at: Date };

/** No site is looked at further ahead than this: by then the last event has left the score. */
const horizonDays = 1500;

/**
 * When the level of a site will fall if nothing more is reported, and to which level; null where time alone does not
 * lower it. Only scores that fall and signals that end can lower it, and both are known today: the search goes from
 * one such instant to the next. Precise to the hour.
 */
export function forecastFall(
  events: readonly LinkedEvent[],
  now: SiteRisk,
  policy: RiskPolicy,
  knowledge: Knowledge,
): Forecast | null {
  const horizon = now.at.getTime() + horizonDays * millisecondsPerDay;
  let risk = now;
  while (risk.at.getTime() < horizon) {
    const next = nextChange(events, risk, policy, horizon);
    if (next === null) return null;
    risk = assessSite(events, new Date(next), policy, knowledge);
    if (isHigher(now.level, risk.level)) return { level: risk.level, at: risk.at };
  }
  return null;
}

/** The next instant at which a signal ends or eases, or at which the score falls to a lower level. */
function nextChange(
  events: readonly LinkedEvent[],
  risk: SiteRisk,
  policy: RiskPolicy,
  horizon: number,
): number | null {
  const ends = risk.signals.flatMap((signal) => (signal.until ? [signal.until.getTime()] : []));
  const fall = scoreFall(events, risk, policy, horizon);
  const later = [...ends, ...(fall === null ? [] : [fall])].filter((time) => time > risk.at.getTime());
  return later.length > 0 ? Math.min(...later) : null;
}

/** The first hour at which the score stands for a lower level than at `risk.at`: it only falls while time passes. */
function scoreFall(
  events: readonly LinkedEvent[],
  risk: SiteRisk,
  policy: RiskPolicy,
  horizon: number,
): number | null {
  const level = levelOfScore(risk.score, policy);
  const known = onePerIncident(
    events.filter((event) => event.occurredOn <= risk.at.toISOString().slice(0, 10)),
    policy,
  );
  const isLower = (time: number) =>
    levelOfScore(scoreAt(known, new Date(time), policy).score, policy) !== level;
  if (level === 'low' || !isLower(horizon)) return null;
  let [from, to] = [risk.at.getTime(), horizon];
  while (to - from > 3_600_000) {
    const middle = (from + to) / 2;
    if (isLower(middle)) to = middle;
    else from = middle;
  }
  return Math.ceil(to);
}
