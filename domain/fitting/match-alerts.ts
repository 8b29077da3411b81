import { type Level, rank } from '../level.ts';

/** Days counted from 1970, both included. */
export type Days = { first: number; last: number };

/** Something told about a site: the day, counted from 1970, on which it rose to a level. */
type Rise = { day: number; level: Level };

/** The course of a site's alert: when it rose, and the level that stood at the end of each day that changed it. */
export type AlertCourse = { rises: Rise[]; standing: Rise[] };

export type AlertMatches = {
  told: number;
  /** How much of what was told was followed by an outcome within the horizon. */
  followed: number;
  /** The days on which something was told. */
  days: Set<number>;
  /** Outcomes that came after quiet days. */
  firstEvents: number;
  /** Days from the last rise to each of those before which an alert stood, the shortest first. */
  leads: number[];
};

/** Holds alerts from a level on against the outcomes of their sites, given as days in their order. */
export function matchAlerts(
  sites: Iterable<{ outcomes: readonly number[]; course: AlertCourse }>,
  minLevel: Level,
  spans: { told: Days; firstEvents: Days; horizonDays: number; quietDays: number },
): AlertMatches {
  const { told, firstEvents, horizonDays, quietDays } = spans;
  const matches: AlertMatches = { told: 0, followed: 0, days: new Set(), firstEvents: 0, leads: [] };
  for (const { outcomes, course } of sites) {
    const { rises, standing } = course;
    for (const { day, level } of rises) {
      if (!isWithin(day, told) || rank(level) < rank(minLevel)) continue;
      matches.told += 1;
      matches.days.add(day);
      if (outcomes.some((outcome) => outcome > day && outcome <= day + horizonDays)) matches.followed += 1;
    }
    outcomes.forEach((day, k) => {
      if (!isWithin(day, firstEvents)) return;
      if (k > 0 && day - outcomes[k - 1]! < quietDays) return;
      matches.firstEvents += 1;
      const before = standing.findLast((step) => step.day < day);
      if (!before || rank(before.level) < rank(minLevel)) return;
      const rise = rises.findLast((step) => step.day < day && rank(step.level) >= rank(minLevel));
      matches.leads.push(day - (rise ?? before).day);
    });
  }
  matches.leads.sort((a, b) => a - b);
  return matches;
}

function isWithin(day: number, { first, last }: Days): boolean {
  return day >= first && day <= last;
}

/** The middle one of values in their order; null where there is none. */
export function medianOf(sorted: readonly number[]): number | null {
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
