import {
  firstDayOf,
  freshToNeeded,
  lastDayOf,
  type Month,
  momentsOf,
  violenceDays,
  violenceRadiusKm,
} from '../../domain/fitting/judged-month.ts';
import { type AlertCourse, matchAlerts, medianOf } from '../../domain/fitting/match-alerts.ts';
import {
  type AlertFigures,
  type JudgedSiteDay,
  type MonthFigures,
  measureSiteDays,
} from '../../domain/fitting/month-quality.ts';
import type { RiskPolicy } from '../../domain/policy.ts';
import { addDays, type CalendarDate, millisecondsPerDay, startOfDay } from '../../domain/time.ts';
import type { Queryable } from '../database/pool.ts';
import { readAlertCourses } from '../database/quality/alert-course.ts';
import { type GivenScore, readGivenScores } from '../database/quality/given-score.ts';
import { countKnownIncidents, readDeadlyDays } from '../database/quality/nearby-event.ts';

/** Whose confirmed events scores are held against. */
export const judgingSource = 'ucdp-ged';

/** What a flat rule of other tools counts. */
const countedNear = { radiusKm: 50, days: 90 };
const quietDays = 60;
/** From which level on alerts are judged: what a subscription asks for unless told otherwise. */
const toldFrom = 'elevated';

/** The days whose events decide how a month is judged. */
export function daysBehind(month: Month): { from: CalendarDate; to: CalendarDate } {
  return { from: addDays(firstDayOf(month), -quietDays), to: freshToNeeded(month) };
}

/**
 * Holds the scores that were given at the moments of a month against the deadly events that are confirmed by now.
 * Null where no score had been given.
 */
export async function judgeMonth(
  client: Queryable,
  month: Month,
  { coverage }: Pick<RiskPolicy, 'coverage'>,
): Promise<MonthFigures | null> {
  const countries = coverage[judgingSource]?.countries ?? [];
  const isFollowed = ({ country }: GivenScore) =>
    countries === 'all' || (country !== null && countries.includes(country));
  const leftOut = { notFollowed: 0, withdrawn: 0, withoutScore: 0 };
  const judged: { day: CalendarDate; scores: GivenScore[] }[] = [];
  for (const day of momentsOf(month)) {
    const scores = (await readGivenScores(client, new Date(startOfDay(day)))).filter((given) => {
      const reason = !isFollowed(given)
        ? 'notFollowed'
        : given.isWithdrawn
          ? 'withdrawn'
          : given.chance === null
            ? 'withoutScore'
            : null;
      if (reason) leftOut[reason] += 1;
      return reason === null;
    });
    judged.push({ day, scores });
  }
  const scores = judged.flatMap((at) => at.scores);
  if (scores.length === 0) return null;

  const within = { ...daysBehind(month), radiusKm: violenceRadiusKm };
  const deadlyDays = await readDeadlyDays(client, judgingSource, within);
  const siteDays: JudgedSiteDay[] = [];
  for (const { day, scores } of judged) {
    const counts = await countKnownIncidents(client, new Date(startOfDay(day)), countedNear);
    for (const given of scores) {
      const { siteNo } = given;
      siteDays.push(siteDayOf(given, day, deadlyDays.get(siteNo) ?? [], counts.get(siteNo) ?? 0));
    }
  }
  const sites = new Set(scores.map(({ siteNo }) => siteNo));
  const policies = [...new Set(scores.map(({ policy }) => policy!))].sort();
  const alerts = alertFigures(month, sites, deadlyDays, await coursesOf(client, month));
  const { levels, ...measured } = measureSiteDays(siteDays);
  return { sites: sites.size, ...measured, alerts, leftOut, policies, levels };
}

function siteDayOf(
  { chance, level, at, latitude, longitude }: GivenScore,
  day: CalendarDate,
  deadlyDays: readonly CalendarDate[],
  nearbyEvents: number,
): JudgedSiteDay {
  const end = addDays(day, violenceDays);
  return {
    level: level!,
    chance: chance! / 100,
    ageDays: (startOfDay(day) - at!.getTime()) / millisecondsPerDay,
    nearbyEvents,
    happened: deadlyDays.some((deadly) => deadly >= day && deadly < end),
    // Cells of one degree are wide enough that most circles of 25 km lie in one of them.
    region: `${Math.floor(latitude)} ${Math.floor(longitude)}`,
  };
}

function coursesOf(client: Queryable, month: Month): Promise<Map<number, AlertCourse>> {
  const from = startOfDay(firstDayOf(month));
  const before = startOfDay(lastDayOf(month)) + millisecondsPerDay;
  return readAlertCourses(client, new Date(from), new Date(before));
}

function alertFigures(
  month: Month,
  sites: ReadonlySet<number>,
  deadlyDays: ReadonlyMap<number, readonly CalendarDate[]>,
  courses: ReadonlyMap<number, AlertCourse>,
): AlertFigures {
  const days = { first: dayNumber(firstDayOf(month)), last: dayNumber(lastDayOf(month)) };
  const { told, followed, firstEvents, leads } = matchAlerts(
    [...sites].map((siteNo) => ({
      outcomes: (deadlyDays.get(siteNo) ?? []).map(dayNumber),
      course: courses.get(siteNo) ?? { rises: [], standing: [] },
    })),
    toldFrom,
    { told: days, firstEvents: days, horizonDays: violenceDays, quietDays },
  );
  return {
    from: toldFrom,
    told,
    followed,
    firstEvents,
    preceded: leads.length,
    medianLeadDays: medianOf(leads),
  };
}

function dayNumber(date: CalendarDate): number {
  return startOfDay(date) / millisecondsPerDay;
}
