import type { AssessedRisk, OpenAlert } from '../../domain/alerts/alert-decision.ts';
import { stepAlert } from '../../domain/alerts/alert-life.ts';
import type { AlertCourse, Days } from '../../domain/fitting/match-alerts.ts';
import { scoreOf } from '../../domain/harm.ts';
import { levelOfScore } from '../../domain/level.ts';
import type { RiskPolicy } from '../../domain/policy.ts';
import { defaultUncertaintyKm } from '../../domain/precision.ts';
import { chanceWithin } from '../../domain/risk/place-chance.ts';
import { remaining } from '../../domain/risk/score.ts';
import { leastExpected } from '../../domain/risk/signals/chance.ts';
import { millisecondsPerDay } from '../../domain/time.ts';
import type { NearEvent, SiteHistory } from './history.ts';

/**
 * The alert rules over the events of one site, day after day: an event is known at the end of its day. Scores and
 * decisions are those of the domain; of the signals only attack-on-site can be read from a file of deadly events.
 */
export function replayAlerts({ events }: SiteHistory, days: Days, policy: RiskPolicy): AlertCourse {
  const sums = runningSums(policy);
  const course: AlertCourse = { rises: [], standing: [] };
  let open: OpenAlert | null = null;
  let next = events.findIndex((event) => event.day >= days.first - policy.score.maxAgeDays);
  if (next < 0) return course;
  for (let day = events[next]!.day; day <= days.last; day++) {
    const signalKeys: string[] = [];
    let hasNews = false;
    sums.pass(day);
    for (; next < events.length && events[next]!.day === day; next++) {
      if (sums.add(events[next]!)) signalKeys.push(`attack-on-site:${next}`);
      hasNews = true;
    }
    // Nothing that has not been told can come of a day without news while no alert is open.
    if (!hasNews && !open) continue;
    const score = scoreOf(sums.expectedHarm());
    const level = levelOfScore(score, policy);
    const at = new Date(day * millisecondsPerDay);
    const risk = { at, level, score, signalKeys, endings: [], hasNews, hasRecentEvent: hasNews };
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

/** A file of deadly events says nothing of how exactly a place is known: that of a town is taken. */
const uncertaintyKm = defaultUncertaintyKm(1);

/** The sums behind the score, carried from day to day: each part fades by itself, so that a day costs the same. */
function runningSums({ score, signal, harm }: RiskPolicy) {
  const { base, reachKm, halfLifeDays } = signal.attack;
  const parts = [
    ...score.terms.map((term) => ({
      halfLifeDays: term.halfLifeDays,
      ofEvent: ({ weight, distanceKm }: NearEvent) =>
        distanceKm > score.maxDistanceKm
          ? 0
          : harm.violence * weight * term.amount * remaining(term, 0, distanceKm),
    })),
    {
      halfLifeDays,
      ofEvent: ({ isAttack, distanceKm }: NearEvent) =>
        isAttack ? harm.attack * base * chanceWithin(distanceKm, uncertaintyKm, reachKm) : 0,
    },
  ];
  const totals = parts.map(() => 0);
  const counted: NearEvent[] = [];
  let today = 0;
  return {
    pass(day: number) {
      for (let k = 0; k < parts.length; k++) totals[k]! *= 2 ** (-(day - today) / parts[k]!.halfLifeDays);
      today = day;
      while (counted.length > 0 && day - counted[0]!.day > score.maxAgeDays) {
        const old = counted.shift()!;
        for (let k = 0; k < parts.length; k++)
          totals[k]! -= parts[k]!.ofEvent(old) * 2 ** (-(day - old.day) / parts[k]!.halfLifeDays);
      }
    },
    /** True where the event fires attack-on-site. */
    add(event: NearEvent): boolean {
      counted.push(event);
      const added = parts.map(({ ofEvent }) => ofEvent(event));
      for (let k = 0; k < parts.length; k++) totals[k]! += added[k]!;
      return added.at(-1)! >= leastExpected;
    },
    expectedHarm: () =>
      totals.reduce((sum, total) => sum + Math.max(0, total), harm.violence * score.background),
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
