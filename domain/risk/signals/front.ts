import type { ActorRegister } from '../../actor.ts';
import { signalAttestationOf } from '../../attestation.ts';
import type { LinkedEvent } from '../../event.ts';
import { groupBy } from '../../group-by.ts';
import { type IncidentGroup, incidentGroupsOf, revisionsOf } from '../../incidents/incident-groups.ts';
import type { RiskPolicy } from '../../policy.ts';
import type { SiteKind } from '../../site.ts';
import type { Steps } from '../../steps.ts';
import { addDays, type CalendarDate, calendarDate, daysSince, startOfDay } from '../../time.ts';
import { actorText, dayText, distanceText, placeText } from '../../wording.ts';
import { meanOverPlace } from '../place-chance.ts';
import { type Ending, expectedOf, type Signal } from '../signal.ts';
import { chanceOf, isWorthTelling } from './chance.ts';
import { type TakenPlace, takenPlaces } from './held-places.ts';

/**
 * For each non-state armed actor the place it holds that tells most for the site, mostly the nearest: the chance that
 * the ground within reach falls to it, or has fallen, and that the operator stops before that. Allies and the names of
 * one actor count as one. It falls at once when the place is lost. At any instant by which all events have begun.
 */
export function* fronts(
  events: readonly LinkedEvent[],
  policy: RiskPolicy,
  { actors, kind }: { actors: ActorRegister; kind: SiteKind },
): Steps<(at: Date) => { signals: Signal[]; endings: Ending[] }> {
  const places = yield* takenPlaces(events, policy, actors);
  const groups = groupByEvent(
    incidentGroupsOf(
      places.map(({ taken }) => taken),
      policy,
    ),
  );
  const byActor = groupBy(places, ({ actor }) => actor);
  const endings = places.flatMap((place) => endingOf(place, groups));
  const chancesOf = rememberChances(policy, kind);
  yield;
  return (at) => {
    const signals: Signal[] = [];
    for (const own of byActor.values()) {
      const came = cameNearer(own, calendarDate(at), policy);
      const held = own
        .filter(({ endedBy }) => endedBy === null)
        .map((place) => {
          const group = groups.get(place.taken.eventId)!;
          return frontOf(place, group, chancesOf(place, came), at, policy);
        });
      if (held.length === 0) continue;
      const front = held.reduce((best, next) => (tellsMore(next, best) ? next : best));
      if (isWorthTelling(front)) signals.push(frontSignal(front, came, policy));
    }
    return { signals, endings };
  };
}

type Approach = { isApproaching: boolean; fromKm: number | null };

/** Whether the nearest place held came nearer within the window; a front that has just appeared has not. */
function cameNearer(places: readonly TakenPlace[], today: CalendarDate, policy: RiskPolicy): Approach {
  const { approachWindowDays, approachKm } = policy.signal.front;
  const from = addDays(today, -approachWindowDays);
  const days = [
    ...places.map(({ taken }) => taken.occurredOn),
    ...places.flatMap(({ endedBy }) => endedBy?.occurredOn ?? []),
  ];
  const nearest = (day: CalendarDate): number =>
    Math.min(
      ...places
        .filter(
          ({ taken, endedBy }) => taken.occurredOn <= day && (endedBy === null || endedBy.occurredOn > day),
        )
        .map(({ taken }) => taken.distanceKm),
    );
  const now = nearest(today);
  const before = [from, ...days.filter((day) => day > from && day < today)]
    .map(nearest)
    .filter(Number.isFinite);
  const furthest = before.length > 0 ? Math.max(...before) : null;
  const isApproaching = furthest !== null && furthest > now + approachKm;
  return { isApproaching, fromKm: isApproaching ? furthest : null };
}

/** What a place held gives a chance to, before it fades: the chance where it is reported, and averaged over where it may be. */
type PlaceChance = { base: number; place: number };
type PlaceChances = { falls: PlaceChance; stops: PlaceChance };

/** Averaging over places is most of the work, and does not change with time: each is done once. */
function rememberChances(policy: RiskPolicy, kind: SiteKind) {
  const known = { true: new Map<TakenPlace, PlaceChances>(), false: new Map<TakenPlace, PlaceChances>() };
  return (place: TakenPlace, { isApproaching }: Approach): PlaceChances => {
    const remembered = known[`${isApproaching}`];
    const chances = remembered.get(place) ?? placeChances(place.taken, isApproaching, policy, kind);
    remembered.set(place, chances);
    return chances;
  };
}

function placeChances(
  { distanceKm, uncertaintyKm }: LinkedEvent,
  isApproaching: boolean,
  { signal: { front } }: RiskPolicy,
  kind: SiteKind,
): PlaceChances {
  const beyond = (km: number) => Math.max(0, km - front.reachKm);
  const falls = (km: number) =>
    km <= front.reachKm
      ? 1
      : km > front.maxKm
        ? 0
        : front.base * 2 ** (-beyond(km) / front.halvingKm) * (isApproaching ? front.approachingFactor : 1);
  const { stop } = front;
  const stops = (km: number) =>
    km > front.maxKm
      ? 0
      : stop.base *
        2 ** (-beyond(km) / stop.halvingKm) *
        stop.kindFactor[kind] *
        (isApproaching ? 1 : stop.standingFactor);
  const averaged = (value: (km: number) => number) => {
    const base = value(distanceKm);
    const mean = meanOverPlace(distanceKm, uncertaintyKm, value, [front.reachKm, front.maxKm]);
    return { base, place: base > 0 ? mean / base : 0 };
  };
  return { falls: averaged(falls), stops: averaged(stops) };
}

/** A place held, with what it makes likely; put into words only if it tells most. */
type Front = Pick<Signal, 'key' | 'attestedAs' | 'chances'> & {
  taken: LinkedEvent;
  by: string | null;
  group: IncidentGroup;
};

function frontOf(
  { taken, by, heardOn }: TakenPlace,
  group: IncidentGroup,
  { falls, stops }: PlaceChances,
  at: Date,
  policy: RiskPolicy,
): Front {
  const attestedAs = signalAttestationOf({ ...taken, origins: group.origins });
  const fading = 2 ** (-Math.max(0, daysSince(heardOn, at)) / policy.signal.front.quietHalfLifeDays);
  const chances = [
    chanceOf('ground', { ...falls, fading, isMeasured: true }, attestedAs, policy),
    chanceOf('stop', { ...stops, fading, isMeasured: false }, attestedAs, policy),
  ];
  return { key: `front:${group.id}`, attestedAs, chances, taken, by, group };
}

function frontSignal(
  { key, attestedAs, chances, taken, by, group }: Front,
  { isApproaching, fromKm }: Approach,
  policy: RiskPolicy,
): Signal {
  const distance = distanceText(taken.distanceKm, taken.uncertaintyKm);
  const nearer = isApproaching
    ? `; it has come nearer, from ${Math.round(fromKm!)} km within ${policy.signal.front.approachWindowDays} days`
    : '';
  return {
    signal: 'front',
    key,
    reason: `${by ?? 'An unnamed actor'} took ${placeText(taken)} ${dayText(taken)}, ${distance} from the site, and holds it as far as is known${nearer}.`,
    attestedAs,
    chances,
    kept: 1,
    ...revisionsOf(group, taken),
    since: new Date(startOfDay(taken.occurredOn)),
  };
}

/** The order does not depend on what came in first. */
function tellsMore(a: Front, b: Front): boolean {
  return expectedOf(a) - expectedOf(b) > 0 || (expectedOf(a) === expectedOf(b) && a.key < b.key);
}

function endingOf({ taken, endedBy }: TakenPlace, groups: ReadonlyMap<number, IncidentGroup>): Ending[] {
  if (!endedBy) return [];
  const place = `${placeText(taken)}, ${distanceText(taken.distanceKm, taken.uncertaintyKm)} from the site`;
  const who = actorText(endedBy);
  const reason =
    endedBy.subType === 'Withdrawal from territory'
      ? `${who} left ${place}, ${dayText(endedBy)}.`
      : `${who} ${endedBy.subType === 'Government regains territory' ? 'regained' : 'took over'} ${place}, ${dayText(endedBy)}.`;
  return [
    {
      key: `ended:${endedBy.incidentId ?? endedBy.eventId}`,
      ends: `front:${groups.get(taken.eventId)!.id}`,
      reason,
      event: { eventId: endedBy.eventId, revision: endedBy.revision },
      at: new Date(startOfDay(endedBy.occurredOn)),
    },
  ];
}

function groupByEvent(groups: readonly IncidentGroup[]): Map<number, IncidentGroup> {
  return new Map(groups.flatMap((group) => group.reports.map((report) => [report.eventId, group])));
}
