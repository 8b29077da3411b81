import type { LinkedEvent } from '../event.ts';
import { isHigher, type Level } from '../level.ts';
import type { RiskPolicy } from '../policy.ts';
import type { Steps } from '../steps.ts';
import { millisecondsPerDay, millisecondsPerHour } from '../time.ts';
import { begunBy, courseOfRisk, type Knowledge, type SiteRisk } from './assess.ts';

export type Forecast = { level: Level; at: Date };

/** No site is looked at further ahead than this: by then the last event has left the score. */
const horizonDays = 1500;

/**
 * When the level of a site will fall if nothing more is reported, and to which level; null where time alone does not
 * lower it. Without news everything that makes a score only fades, so the hour is found by halving. Precise to the hour. It pauses
 * after each assessment, which may take a tenth of a second where events are many.
 */
export function* forecastFall(
  events: readonly LinkedEvent[],
  now: SiteRisk,
  policy: RiskPolicy,
  knowledge: Knowledge,
): Steps<Forecast | null> {
  const course = courseOfRisk(begunBy(events, now.at), policy, knowledge);
  const riskAt = (time: number) => course(new Date(time));
  const isLower = (time: number) => isHigher(now.level, riskAt(time).level);
  let [from, to] = [now.at.getTime(), now.at.getTime() + horizonDays * millisecondsPerDay];
  if (!isLower(to)) return null;
  while (to - from > millisecondsPerHour) {
    const middle = (from + to) / 2;
    if (isLower(middle)) to = middle;
    else from = middle;
    yield;
  }
  const at = Math.ceil(to);
  return { level: riskAt(at).level, at: new Date(at) };
}
