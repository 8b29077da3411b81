import { isHigher, type Level } from '../level.ts';
import type { Steps } from '../steps.ts';
import { millisecondsPerDay, millisecondsPerHour } from '../time.ts';
import type { CourseOfRisk, SiteRisk } from './assess.ts';

export type Forecast = { level: Level; at: Date };

/** No site is looked at further ahead than this: by then the last event has left the score. */
const horizonDays = 1500;

/**
 * When the level of a site will fall if nothing more is reported, and to which level; null where time alone does not
 * lower it. Without news everything that makes a score only fades, so the hour is found by halving. Precise to the hour.
 */
export function* forecastFall(
  course: CourseOfRisk,
  now: Pick<SiteRisk, 'at' | 'level'>,
): Steps<Forecast | null> {
  const isLower = (time: number) => isHigher(now.level, course(new Date(time)).level);
  let [from, to] = [now.at.getTime(), now.at.getTime() + horizonDays * millisecondsPerDay];
  if (!isLower(to)) return null;
  while (to - from > millisecondsPerHour) {
    const middle = (from + to) / 2;
    if (isLower(middle)) to = middle;
    else from = middle;
    yield;
  }
  const at = new Date(Math.ceil(to));
  return { level: course(at).level, at };
}
