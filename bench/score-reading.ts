import { type EventType, subTypesByType } from '../domain/acled.ts';
import { foldActorName } from '../domain/actor.ts';
import type { KnownActor } from '../domain/reading/actors/actor-lexicon.ts';
import type { ReadEvent } from '../domain/reading/read-report.ts';
import { distanceKm } from '../domain/sphere.ts';
import { millisecondsPerDay, startOfDay } from '../domain/time.ts';
import type { Label, LabelledReport } from './labelled-reports.ts';

/** What of a label an event meets. */
type Agreement = {
  type: boolean;
  subType: boolean;
  /** Null where the label has no place. */
  place: boolean | null;
  date: boolean;
  /** Null where the label names no actor. */
  actors: boolean | null;
  deaths: boolean | null;
};

export type Scoring = {
  pairs: { label: Label; event: ReadEvent; agreement: Agreement }[];
  missed: Label[];
  falseAlarms: ReadEvent[];
};

const placeKm = 10;
const dateDays = 1;

/** What of a label an event meets: the place within 10 km, the date within a day of the label's span. */
function agreementOf(
  label: Label,
  event: ReadEvent,
  sameActor: (a: string, b: string) => boolean,
): Agreement {
  const types = label.subTypes.map((subType) => typeOf(subType));
  const day = startOfDay(event.occurredOn) / millisecondsPerDay;
  const [from, to] = label.occurredOn.map((date) => startOfDay(date) / millisecondsPerDay) as [
    number,
    number,
  ];
  // An event that is only known to the month is right where its month holds the day.
  const isMonth =
    event.datePrecision === 4 && event.occurredOn.slice(0, 7) === label.occurredOn[0].slice(0, 7);
  return {
    type: types.some((type) => familyOf(type) === familyOf(event.type)),
    subType: label.subTypes.includes(event.subType),
    place: label.place && placeAgrees(label.place, event),
    date: isMonth || (day >= from - dateDays && day <= to + dateDays),
    actors:
      label.actors.length === 0
        ? null
        : label.actors.every((wanted) => event.actors.some((actor) => sameActor(wanted, actor))),
    deaths: label.deathsBest === null ? null : label.deathsBest === event.deathsBest,
  };
}

function placeAgrees(place: NonNullable<Label['place']>, event: ReadEvent): boolean {
  if (event.latitude === null || event.longitude === null) return false;
  return distanceKm(place, { latitude: event.latitude, longitude: event.longitude }) <= placeKm;
}

/** Violence is one family: whether a raid is an attack or a battle is the sub-type's matter. */
function familyOf(type: EventType): string {
  if (type === 'Protests' || type === 'Riots') return 'unrest';
  return type === 'Strategic developments' ? type : 'violence';
}

function typeOf(subType: string): EventType {
  for (const [type, subTypes] of Object.entries(subTypesByType))
    if ((subTypes as readonly string[]).includes(subType)) return type as EventType;
  throw new Error(`"${subType}" is no sub-type: docs/glossary.md lists them.`);
}

/** Two are the same event where the kind of event agrees, and the place or the date. */
function isPair({ type, subType, place, date }: Agreement): boolean {
  return (type || subType) && (place === true || date);
}

/**
 * Pairs each label with at most one event, those that agree in most first. What is left and agrees with something
 * tolerated is no false alarm.
 */
export function scoreReading(
  { events: labels, tolerated }: Pick<LabelledReport, 'events' | 'tolerated'>,
  events: readonly ReadEvent[],
  sameActor: (a: string, b: string) => boolean,
): Scoring {
  const candidates = labels
    .flatMap((label) =>
      events.map((event) => {
        const agreement = agreementOf(label, event, sameActor);
        const { type, subType, place, date, actors } = agreement;
        const total =
          Number(type) +
          2 * Number(subType) +
          2 * Number(place ?? 0) +
          1.5 * Number(date) +
          0.5 * Number(actors ?? 0);
        return { label, event, agreement, total };
      }),
    )
    .filter(({ agreement }) => isPair(agreement))
    .sort((a, b) => b.total - a.total);
  const pairs: Scoring['pairs'] = [];
  for (const { label, event, agreement } of candidates) {
    if (pairs.some((pair) => pair.label === label || pair.event === event)) continue;
    pairs.push({ label, event, agreement });
  }
  return {
    pairs,
    missed: labels.filter((label) => !pairs.some((pair) => pair.label === label)),
    falseAlarms: events.filter(
      (event) =>
        !pairs.some((pair) => pair.event === event) &&
        !tolerated.some((label) => isPair(agreementOf(label, event, sameActor))),
    ),
  };
}

export type Figures = {
  reports: number;
  labels: number;
  events: number;
  precision: number;
  recall: number;
  f1: number;
  type: number;
  subType: number;
  place: number;
  date: number;
  actors: number;
  deaths: number;
};

export type CertaintyBin = { from: number; events: number; right: number };

/**
 * How many of the events of each tenth of certainty are right: found with their kind and day, and with their place
 * where the label has one. What is only tolerated does not count.
 */
export function calibrationOf(scorings: readonly Scoring[]): CertaintyBin[] {
  const judged = scorings.flatMap(({ pairs, falseAlarms }) => [
    ...pairs.map(({ event, agreement: { date, place } }) => ({
      certainty: event.certainty,
      isRight: date && place !== false,
    })),
    ...falseAlarms.map(({ certainty }) => ({ certainty, isRight: false })),
  ]);
  return Array.from({ length: 10 }, (_, tenth) => {
    const inBin = judged.filter(({ certainty }) => Math.min(9, Math.floor(certainty * 10 + 1e-9)) === tenth);
    return { from: tenth / 10, events: inBin.length, right: inBin.filter(({ isRight }) => isRight).length };
  });
}

/** Shares from 0 to 1; those of place, date and so on are of the events found that have a label for it. */
export function figuresOf(scorings: readonly Scoring[]): Figures {
  const pairs = scorings.flatMap((scoring) => scoring.pairs);
  const labels = pairs.length + sum(scorings, ({ missed }) => missed.length);
  const events = pairs.length + sum(scorings, ({ falseAlarms }) => falseAlarms.length);
  const precision = share(pairs.length, events);
  const recall = share(pairs.length, labels);
  const shareOf = (of: (agreement: Agreement) => boolean | null) => {
    const known = pairs.map(({ agreement }) => of(agreement)).filter((met) => met !== null);
    return share(known.filter(Boolean).length, known.length);
  };
  return {
    reports: scorings.length,
    labels,
    events,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    type: shareOf(({ type }) => type),
    subType: shareOf(({ subType }) => subType),
    place: shareOf(({ place }) => place),
    date: shareOf(({ date }) => date),
    actors: shareOf(({ actors }) => actors),
    deaths: shareOf(({ deaths }) => deaths),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** Ids, names and aliases of one actor are the same actor. */
export function actorComparison(actors: readonly KnownActor[]): (a: string, b: string) => boolean {
  const idOf = new Map<string, string>();
  for (const { id, name, aliases } of actors)
    for (const spelling of [id, name, ...aliases])
      if (!idOf.has(foldActorName(spelling))) idOf.set(foldActorName(spelling), id);
  const of = (name: string) => idOf.get(foldActorName(name)) ?? foldActorName(name);
  return (a, b) => of(a) === of(b);
}
