import { distanceKm, type Point } from '../sphere.ts';

/**
 * The cases from which the chance of a front is fitted: each site on every tenth day of a war, with the nearest place
 * then held, and whether a place within reach is held 30 days later. Days are counted from 1970.
 */

/** A place that an armed actor gained or lost. */
export type FrontMove = Point & { day: number; isGain: boolean };

/** A place that was held from `from` until the day before `until`. */
export type HeldPlace = Point & { from: number; until: number };

/** What is asked: the figures of the policy's front. */
export type FrontQuestion = { reachKm: number; approachWindowDays: number; approachKm: number };

export type SiteDay = {
  day: number;
  /** Which of the sites, from 0. */
  site: number;
  /** To the nearest place held: beyond reach, at most `farKm`. */
  distanceKm: number;
  /** The nearest place held came nearer by more than `approachKm` within the window. */
  isApproaching: boolean;
  /** The first day after this one on which a place within reach fell, where one is held 30 days later; else null. */
  reachedOn: number | null;
};

export const stepDays = 10;
export const aheadDays = 30;
export const farKm = 200;
/** Reports of one place lie this near to each other. */
const samePlaceKm = 5;

/** The places held, each once however often its taking is told; what was never lost is held until `endDay`. */
export function heldPlaces(moves: readonly FrontMove[], endDay: number): HeldPlace[] {
  const ended: HeldPlace[] = [];
  let held: HeldPlace[] = [];
  // Of one day losses come first: a place that changed hands twice on it is held at its end. The rest of the order
  // only sees to it that of places side by side the same one stands for both, in whatever order they are listed.
  const inOrder = moves.toSorted(
    (a, b) =>
      a.day - b.day ||
      Number(a.isGain) - Number(b.isGain) ||
      a.latitude - b.latitude ||
      a.longitude - b.longitude,
  );
  for (const { day, isGain, latitude, longitude } of inOrder) {
    const isHere = (place: Point) => distanceKm(place, { latitude, longitude }) <= samePlaceKm;
    if (!isGain) {
      ended.push(...held.filter(isHere).map((place) => ({ ...place, until: day })));
      held = held.filter((place) => !isHere(place));
    } else if (!held.some(isHere)) {
      held.push({ latitude, longitude, from: day, until: endDay });
    }
  }
  return [...ended, ...held];
}

/**
 * The site-days of one war up to `lastDay`, the last one that the list of moves covers. Those of its first days, on
 * which no front can have come nearer yet, are left out.
 */
export function siteDays(
  moves: readonly FrontMove[],
  sites: readonly Point[],
  lastDay: number,
  question: FrontQuestion,
): SiteDay[] {
  const { reachKm, approachWindowDays, approachKm } = question;
  const places = heldPlaces(moves, lastDay + 1);
  const firstDay = Math.min(...places.map(({ from }) => from));
  const days: SiteDay[] = [];
  sites.forEach((point, site) => {
    const seen = places.map((place) => ({ ...place, km: distanceKm(place, point) }));
    const nearest = (day: number) =>
      seen.reduce(
        (km, place) => (isHeldOn(place, day) ? Math.min(km, place.km) : km),
        Number.POSITIVE_INFINITY,
      );
    const within = seen.filter(({ km }) => km <= reachKm);
    for (let day = firstDay + approachWindowDays; day <= lastDay - aheadDays; day += stepDays) {
      const km = nearest(day);
      if (km <= reachKm || km > farKm) continue;
      let furthest = 0;
      for (let back = stepDays; back <= approachWindowDays; back += stepDays)
        furthest = Math.max(furthest, nearest(day - back));
      const isReached = within.some((place) => isHeldOn(place, day + aheadDays));
      const reachedOn = isReached
        ? Math.min(...within.flatMap(({ from }) => (from > day ? [from] : [])))
        : null;
      days.push({ day, site, distanceKm: km, isApproaching: furthest > km + approachKm, reachedOn });
    }
  });
  return days;
}

function isHeldOn({ from, until }: HeldPlace, day: number): boolean {
  return from <= day && day < until;
}
