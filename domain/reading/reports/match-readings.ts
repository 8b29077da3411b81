import type { EventType, SubType } from '../../acled.ts';
import { distanceKm } from '../../sphere.ts';
import { type CalendarDate, millisecondsPerDay, startOfDay } from '../../time.ts';
import { fold } from '../text/fold.ts';

/** What tells one event of a report from the others. */
export type MatchableReading = {
  type: EventType;
  subType: SubType;
  occurredOn: CalendarDate;
  place: string | null;
  latitude: number | null;
  longitude: number | null;
};

/** Two readings of one report mean the same place up to here: another spelling, another point of the same town. */
const samePlaceKm = 10;

/** Another reading of its day, or of the middle of its month, as the report is edited; beyond that it is another event. */
const sameEventDays = 3;

type Rule = (a: MatchableReading, b: MatchableReading) => boolean;

/** From what is plainly the same event to what was read a little differently: its day, or its kind. */
const rules: readonly Rule[] = [
  (a, b) => a.subType === b.subType && a.occurredOn === b.occurredOn && isSamePlace(a, b),
  (a, b) => a.subType === b.subType && isSamePlace(a, b) && daysApart(a, b) <= sameEventDays,
  (a, b) => a.type === b.type && a.occurredOn === b.occurredOn && isSamePlace(a, b),
];

/**
 * Which events of a new reading of a report are those of the reading before. Answers, for each new one, the index of
 * the old one, or null where it is new; no old one is given twice.
 */
export function matchReadings(
  before: readonly MatchableReading[],
  now: readonly MatchableReading[],
): (number | null)[] {
  const matches: (number | null)[] = now.map(() => null);
  const free = new Set(before.keys());
  for (const rule of rules) {
    now.forEach((reading, i) => {
      if (matches[i] !== null) return;
      for (const j of free) {
        if (!rule(before[j]!, reading)) continue;
        matches[i] = j;
        free.delete(j);
        return;
      }
    });
  }
  return matches;
}

function daysApart(a: MatchableReading, b: MatchableReading): number {
  return Math.abs(startOfDay(a.occurredOn) - startOfDay(b.occurredOn)) / millisecondsPerDay;
}

function isSamePlace(a: MatchableReading, b: MatchableReading): boolean {
  if (a.place !== null && b.place !== null && fold(a.place) === fold(b.place)) return true;
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null)
    return a.place === null && b.place === null && a.latitude === b.latitude;
  const [from, to] = [
    { latitude: a.latitude, longitude: a.longitude },
    { latitude: b.latitude, longitude: b.longitude },
  ];
  return distanceKm(from, to) <= samePlaceKm;
}
