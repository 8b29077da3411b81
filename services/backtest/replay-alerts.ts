import type { AssessedRisk, OpenAlert } from '../../domain/alert-decision.ts';
import { stepAlert } from '../../domain/alert-life.ts';
import { higher, type Level, levelOfScore, type RaisedLevel } from '../../domain/level.ts';
import type { RiskPolicy } from '../../domain/policy.ts';
import { probabilityOf, remaining } from '../../domain/score.ts';
import { millisecondsPerDay } from '../../domain/time.ts';
import type { NearEvent, SiteHistory } from './history.ts';

/** Something told about a site: the day, counted from 1970, on which it rose to a level. */
type Rise = { day: number; level: Level };

/** The course of a site's alert: when it rose, and the level that stood at the end of each day that changed it. */
export type AlertCourse = { rises: Rise[]; standing: Rise[] };

/**
 * The alert rules over the events of one site, day after day: an event is known at the end of its day. Scores and
 * decisions are those of the domain; of the signals only attack-on-site can be read from a file of deadly events.
 */
export function replayAlerts({ events }: SiteHistory, days: Days, policy: RiskPolicy): AlertCourse {
  const sums = runningSums(policy);
  const course: AlertCourse = { rises: [], standing: [] };
  let open: OpenAlert | null = null;
  let attackedUntil = Number.NEGATIVE_INFINITY;
  let next = events.findIndex((event) => event.day >= days.first - policy.score.maxAgeDays);
  if (next < 0) return course;
  for (let day = events[next]!.day; day <= days.last; day++) {
    let hasNews = false;
    sums.pass(day);
    for (; next < events.length && events[next]!.day === day; next++) {
      const event = events[next]!;
      sums.add(event);
      hasNews = true;
      if (event.isAttack && event.distanceKm <= policy.signal.attackOnSiteKm) {
        attackedUntil = day + policy.signal.attackOnSiteDays;
      }
    }
    // Nothing that has not been told can come of a day without news while no alert is open.
    if (!hasNews && !open) continue;
    const score = 100 * probabilityOf(sums.expected());
    const isAttacked = attackedUntil > day;
    const level: RaisedLevel = higher(levelOfScore(score, policy), isAttacked ? 'severe' : 'low');
    const risk = {
      at: new Date(day * millisecondsPerDay),
      level,
      score,
      signalKeys: isAttacked ? [`attack-on-site:${attackedUntil}`] : [],
      hasNews,
      hasRecentEvent: hasNews,
    };
    open = follow(open, risk, course, day, policy);
  }
  return course;
}

/** Notes what is told, and answers the alert as it then stands. */
function follow(
  open: OpenAlert | null,
  risk: AssessedRisk,
  course: AlertCourse,
  day: number,
  policy: RiskPolicy,
): OpenAlert | null {
  const { decision, alert } = stepAlert(open, risk, policy);
  const { revise } = decision;
  if (revise) course.standing.push({ day, level: alert?.level ?? 'low' });
  if (revise === 'opened' || revise === 'escalated') course.rises.push({ day, level: risk.level });
  return alert;
}

export type Days = { first: number; last: number };

/** The sums behind the score, carried from day to day: each term fades by itself, so that a day costs the same. */
function runningSums({ score }: RiskPolicy) {
  const totals = score.terms.map(() => 0);
  const counted: NearEvent[] = [];
  let today = 0;
  const shareOf = (k: number, event: NearEvent, ageDays: number) =>
    event.weight * remaining(score.terms[k]!, ageDays, event.distanceKm);
  return {
    pass(day: number) {
      const fade = score.terms.map((term) => 2 ** (-(day - today) / term.halfLifeDays));
      for (let k = 0; k < totals.length; k++) totals[k]! *= today === 0 ? 0 : fade[k]!;
      today = day;
      while (counted.length > 0 && day - counted[0]!.day > score.maxAgeDays) {
        const old = counted.shift()!;
        for (let k = 0; k < totals.length; k++) totals[k]! -= shareOf(k, old, day - old.day);
      }
    },
    add(event: NearEvent) {
      if (event.distanceKm > score.maxDistanceKm) return;
      counted.push(event);
      for (let k = 0; k < totals.length; k++) totals[k]! += shareOf(k, event, 0);
    },
    expected: () =>
      score.terms.reduce((sum, term, k) => sum + term.amount * Math.max(0, totals[k]!), score.background),
  };
}

/** A plain rule knows no levels: what it tells stands at this one. */
export const bufferLevel = 'high';

/**
 * A rule that most tools have: tell of every day with an event within the radius. What it told stands for
 * `standsDays`; with `onlyFirst` nothing is told while that lasts.
 */
export function replayBuffer(
  { events }: SiteHistory,
  days: Days,
  { radiusKm, standsDays, onlyFirst }: { radiusKm: number; standsDays: number; onlyFirst: boolean },
): AlertCourse {
  const course: AlertCourse = { rises: [], standing: [] };
  for (const { day, distanceKm } of events) {
    if (distanceKm > radiusKm || day < days.first || day > days.last) continue;
    const end = course.standing.at(-1);
    const stands = end !== undefined && end.day > day;
    if (course.rises.at(-1)?.day !== day && !(onlyFirst && stands)) {
      course.rises.push({ day, level: bufferLevel });
    }
    if (stands) course.standing.pop();
    else course.standing.push({ day, level: bufferLevel });
    course.standing.push({ day: day + standsDays, level: 'low' });
  }
  return course;
}
