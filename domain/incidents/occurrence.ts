import { operationSubTypes } from '../acled.ts';
import { type ActorRegister, foldActorName, groupOf, sideOf } from '../actor.ts';
import type { EventRevision } from '../event.ts';
import type { RiskPolicy } from '../policy.ts';
import { type DatePrecision, isCoarse } from '../precision.ts';
import { distanceKm } from '../sphere.ts';
import { millisecondsPerDay, startOfDay } from '../time.ts';

/** What decides whether two events are the same occurrence. */
export type IncidentEvent = Omit<EventRevision, 'revision' | 'place' | 'notes' | 'url' | 'recordedAt'>;

/** An event with its days and actors in the form in which they are compared. */
export type Occurrence = {
  event: IncidentEvent;
  /** What the source calls it, by which two are put in order. */
  identity: string;
  /** The report in prose that it was read from; null where the source codes events itself. */
  report: string | null;
  /** The first and the last day on which it may have happened, in days since 1970. */
  firstDay: number;
  lastDay: number;
  /** Groups of the actors that are named; civilians and actors that nobody identified say nothing. */
  groups: ReadonlyMap<string, string>;
  /** Those of them that are on no state's side. */
  nonState: ReadonlySet<string>;
};

export type Sameness = { same: boolean; reason: string };

/** The same with the reason yet to be worded: few are asked for. */
type Comparison = { same: boolean; reason: () => string };

/**
 * Days by which a date may be too early: a coarse date stands at its first day. Null: of a month or a year nothing
 * can be said to be the same occurrence as something else.
 */
const spanDays: Record<DatePrecision, number | null> = { 1: 0, 2: 5, 3: 6, 4: null, 5: null };

/** The longest such span. */
export const maxSpanDays = 6;

export function daysOf(event: Pick<IncidentEvent, 'occurredOn' | 'datePrecision'>) {
  const span = spanDays[event.datePrecision];
  if (span === null) return null;
  const firstDay = startOfDay(event.occurredOn) / millisecondsPerDay;
  return { firstDay, lastDay: firstDay + span };
}

/** Null where the event can be the same occurrence as no other: it is retracted, or its date is too coarse. */
export function readOccurrence(event: IncidentEvent, actors: ActorRegister): Occurrence | null {
  const days = daysOf(event);
  if (!days || event.retracted) return null;
  const named = event.actors.filter((actor) => !isNobody(actor));
  return {
    event,
    identity: `${event.source}\n${event.sourceEventId}`,
    report: reportOf(event),
    ...days,
    groups: new Map(named.map((actor) => [groupOf(actor, actors), actor])),
    nonState: new Set(
      named.filter((actor) => sideOf(actor, actors) === 'non-state').map((actor) => groupOf(actor, actors)),
    ),
  };
}

/** "Civilians (Mali)", "Unidentified Armed Group (Sudan)" and the like. */
function isNobody(actor: string): boolean {
  return /^(civilians?|unidentified|unknown|protesters?|rioters?)\b|^$/.test(foldActorName(actor));
}

/**
 * Whether two events are the same occurrence: their days touch, their places agree within the uncertainty of both,
 * their types can describe one thing, an actor is in both, and the deaths differ by no more than a factor. The reason
 * says why, or names the first thing that differs. The order of the two does not matter, not even to the reason.
 */
export function sameOccurrence(
  a: IncidentEvent,
  b: IncidentEvent,
  policy: Pick<RiskPolicy, 'incident'>,
  actors: ActorRegister,
): Sameness {
  const [first, second] = [readOccurrence(a, actors), readOccurrence(b, actors)];
  if (!first || !second)
    return { same: false, reason: 'one of them is retracted, or its date is too coarse' };
  const { same, reason } = compareOccurrences(first, second, policy);
  return { same, reason: reason() };
}

export function compareOccurrences(
  one: Occurrence,
  other: Occurrence,
  { incident }: Pick<RiskPolicy, 'incident'>,
): Comparison {
  const [a, b] = one.identity < other.identity ? [one, other] : [other, one];
  if (a.report !== null && a.report === b.report) return differ(() => 'one report tells of both');
  // News comes from many: those with one origin are one source.
  const isOneSource = a.event.source === b.event.source && a.event.origin === b.event.origin;
  if (isOneSource && incident.selfDeduplicating.includes(a.event.source))
    return differ(() => `${a.event.source} joins its own reports itself`);
  const days = Math.max(0, a.firstDay - b.lastDay, b.firstDay - a.lastDay);
  // A source that dates two of its reports a day apart tells of two days.
  if (days > (isOneSource ? 0 : incident.daysApart)) return differ(() => `${plural(days, 'day')} apart`);
  const type = compareTypes(a, b, isOneSource);
  if (!type.same) return differ(type.reason);
  const deaths = compareDeaths(a.event, b.event, incident.deathsFactor);
  if (!deaths.same) return differ(deaths.reason);
  const place = comparePlaces(a.event, b.event, incident.maxDistanceKm);
  if (!place.same) return differ(place.reason);
  // Who says that a site's work stopped may be the operator or the government: the site is what they have in common.
  const actors = isOperationNews(a) ? null : compareActors(a, b);
  if (actors && !actors.same) return differ(actors.reason);
  const reason = () => {
    const date = days === 0 ? 'on the same day' : `${plural(days, 'day')} apart`;
    const parts = [date, place.reason(), type.reason(), actors?.reason(), deaths.reason()];
    return parts.filter(Boolean).join('; ');
  };
  return { same: true, reason };
}

/**
 * What two events of one incident never have in common, whatever else they say: a report that tells of both, or a
 * source that joins its own reports.
 */
export function exclusiveKeysOf(own: Occurrence, { incident }: Pick<RiskPolicy, 'incident'>): string[] {
  const { source, origin } = own.event;
  const joinsItself = incident.selfDeduplicating.includes(source);
  return [
    ...(own.report === null ? [] : [`report ${own.report}`]),
    ...(joinsItself ? [`source ${source} ${origin ?? ''}`] : []),
  ];
}

function comparePlaces(a: IncidentEvent, b: IncidentEvent, maxDistanceKm: number): Comparison {
  const site = a.siteIds.find((id) => b.siteIds.includes(id));
  if (site !== undefined) return agree(() => `both name ${site}`);
  if (isOperationNews({ event: a })) return differ(() => 'they name no site in common');
  if (isCoarse(a.locationPrecision) || isCoarse(b.locationPrecision))
    return differ(() => 'the place of one is too coarse');
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null)
    return differ(() => 'the place of one is not known');
  const reachKm = Math.min(maxDistanceKm, a.uncertaintyKm + b.uncertaintyKm);
  const km = distanceKm(
    { latitude: a.latitude, longitude: a.longitude },
    { latitude: b.latitude, longitude: b.longitude },
  );
  const text = () => `${km < 10 ? km.toFixed(1) : Math.round(km)} km apart`;
  return km <= reachKm
    ? agree(() => `${text()}, within ${Math.round(reachKm)} km`)
    : differ(() => `${text()}, more than ${Math.round(reachKm)} km`);
}

const violence: readonly string[] = [
  'Battles',
  'Explosions/Remote violence',
  'Violence against civilians',
  'Excessive force against protesters',
];
const demonstrations: readonly string[] = ['Protests', 'Riots'];
/** Violence that is nothing else: a source that means it says so. */
const ownKinds: readonly string[] = ['Abduction/forced disappearance', 'Sexual violence'];
const takings: readonly string[] = [
  'Non-state actor overtakes territory',
  'Non-violent transfer of territory',
];

function compareTypes(a: Occurrence, b: Occurrence, isOneSource: boolean): Comparison {
  const [x, y] = [a.event.subType, b.event.subType];
  if (x === y) return x === 'Other' ? differ(() => 'their type says too little') : agree(() => `both ${x}`);
  const both = () => `${x} and ${y}`;
  if (isOneSource) return differ(() => `one source calls them ${both()}`);
  const isSame =
    canBeOne(a.event, b.event) || (takings.includes(x) && takings.includes(y) && sameTaker(a, b));
  return isSame ? agree(both) : differ(() => `${both()} are different things`);
}

/**
 * Sources draw the lines between kinds of violence differently: a drone strike is a battle to UCDP, and the clash in
 * which a town fell is a clash to one and a change of control to another.
 */
function canBeOne(a: IncidentEvent, b: IncidentEvent): boolean {
  const kinds: readonly string[] = [a.subType, b.subType];
  if (kinds.some((kind) => ownKinds.includes(kind))) return kinds.includes('Attack');
  const opposite = ['Government regains territory', 'Non-state actor overtakes territory'];
  if (kinds.every((kind) => opposite.includes(kind))) return false;
  const isViolence = (event: IncidentEvent) =>
    violence.includes(event.type) || violence.includes(event.subType);
  if (isViolence(a) && isViolence(b)) return true;
  return demonstrations.includes(a.type) && demonstrations.includes(b.type);
}

function sameTaker(a: Occurrence, b: Occurrence): boolean {
  const [x, y] = [[...a.groups.keys()][0], [...b.groups.keys()][0]];
  return x !== undefined && x === y;
}

/** Armed groups tell events apart; the army that fights them all is in most. */
function compareActors(a: Occurrence, b: Occurrence): Comparison {
  if (a.groups.size === 0 || b.groups.size === 0) return agree(() => 'the actors of one are not known');
  const mustShare = a.nonState.size > 0 && b.nonState.size > 0 ? a.nonState : a.groups;
  const of = mustShare === a.nonState ? b.nonState : b.groups;
  const shared = [...mustShare.keys()].find((group) => of.has(group));
  return shared === undefined
    ? differ(() => 'different actors')
    : agree(() => `${a.groups.get(shared)} in both`);
}

function compareDeaths(a: IncidentEvent, b: IncidentEvent, factor: number): Comparison {
  const [x, y] = [deathsOf(a), deathsOf(b)];
  if (x === null || y === null) return agree(() => 'the deaths of one are not known');
  const text = () => `${x} and ${plural(y, 'death')}`;
  // Of one death or none a factor says nothing: both count as one.
  const isNear = Math.max(x, y) <= factor * Math.max(1, Math.min(x, y));
  return { same: isNear, reason: text };
}

function deathsOf(event: IncidentEvent): number | null {
  return event.deathsBest ?? event.deathsLow ?? event.deathsHigh;
}

function isOperationNews({ event }: Pick<Occurrence, 'event'>): boolean {
  return operationSubTypes.includes(event.subType);
}

/** The report in prose that an event was read from; its id there is `<report>#<number>`. */
function reportOf({ origin, sourceEventId }: IncidentEvent): string | null {
  return origin === null ? null : sourceEventId.slice(0, sourceEventId.lastIndexOf('#'));
}

function agree(reason: () => string): { same: true; reason: () => string } {
  return { same: true, reason };
}

function differ(reason: () => string): { same: false; reason: () => string } {
  return { same: false, reason };
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
