import { distanceKm } from '../../sphere.ts';
import { type CalendarDate, daysSince, startOfDay } from '../../time.ts';
import type { ReadEvent } from '../read-report.ts';

/** An event as a second reader gives it. `isPinned`: its kind and its place stand in the sentence that it quotes. */
export type ModelReading = ReadEvent & { isPinned: boolean };

const samePlaceKm = 10;
const sameDayDays = 1;

/** Days that a date of each precision may be off, beyond one that is exact. */
const spreadDays: Record<ReadEvent['datePrecision'], number> = { 1: 0, 2: 6, 3: 7, 4: 31, 5: 366 };

/** Choices: two readers who agree leave half the doubt, or three quarters where they differ in a number. */
const doubtWhereAgreed = 0.5;
const doubtWhereDeathsDiffer = 0.75;
const trustWhereFieldsDiffer = 0.8;
const trustWhereUnseen = 0.85;
/** What only the second reader saw is never surer than this. */
const mostForModelOnly = 0.3;

type Meeting = 'agrees' | 'differs';

/**
 * Puts the readings of our own reader and of a language model together. Where both saw an event, its certainty rises;
 * what the model did not see, or saw otherwise, stays as we read it and loses some. What only the model saw enters
 * with low certainty where it is pinned to a sentence. Ours come first, each in its order.
 */
export function mergeReadings(own: readonly ReadEvent[], model: readonly ModelReading[]): ReadEvent[] {
  const free = new Set(model);
  const merged = new Map<ReadEvent, ReadEvent>();
  // Who agrees is taken first: an event of the model belongs to one of ours.
  for (const wanted of ['agrees', 'differs'] as const) {
    for (const event of own) {
      if (merged.has(event)) continue;
      const partner = nearest(event, free, wanted);
      if (!partner) continue;
      free.delete(partner);
      merged.set(event, { ...event, certainty: certaintyOf(event, partner, wanted) });
    }
  }
  const ours = own.map(
    (event) => merged.get(event) ?? { ...event, certainty: rounded(event.certainty * trustWhereUnseen) },
  );
  const added = [...free].filter((event) => mayEnter(event, own)).map(asOwn);
  return [...ours, ...withoutRepetitions(added)];
}

function nearest(
  event: ReadEvent,
  candidates: ReadonlySet<ModelReading>,
  wanted: Meeting,
): ModelReading | null {
  let best: ModelReading | null = null;
  let bestDays = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (meetingOf(event, candidate) !== wanted) continue;
    const days = daysApart(event.occurredOn, candidate.occurredOn);
    if (days >= bestDays) continue;
    best = candidate;
    bestDays = days;
  }
  return best;
}

/**
 * `agrees`: same type, within 10 km and within a day, as far as the dates are known that well. `differs`: two of the
 * three, or the same sentence.
 */
function meetingOf(own: ReadEvent, other: ModelReading): Meeting | null {
  const type = own.type === other.type;
  const place = isSamePlace(own, other);
  const date = isSameDate(own, other);
  if (type && place && date) return own.subType === other.subType ? 'agrees' : 'differs';
  const isSameSentence =
    own.span.inTitle === other.span.inTitle &&
    own.span.start < other.span.end &&
    other.span.start < own.span.end;
  if (isSameSentence && (type || place)) return 'differs';
  return [type, place, date].filter(Boolean).length === 2 && (place || isUnplaced(other)) ? 'differs' : null;
}

function isUnplaced(event: ReadEvent): boolean {
  return event.latitude === null || event.longitude === null;
}

function isSamePlace(a: ReadEvent, b: ReadEvent): boolean {
  if (a.siteIds.some((id) => b.siteIds.includes(id))) return true;
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null)
    return false;
  const km = distanceKm(
    { latitude: a.latitude, longitude: a.longitude },
    { latitude: b.latitude, longitude: b.longitude },
  );
  return km <= samePlaceKm;
}

function isSameDate(a: ReadEvent, b: ReadEvent): boolean {
  const spread = Math.max(spreadDays[a.datePrecision], spreadDays[b.datePrecision]);
  return daysApart(a.occurredOn, b.occurredOn) <= sameDayDays + spread;
}

function daysApart(a: CalendarDate, b: CalendarDate): number {
  return Math.abs(daysSince(a, new Date(startOfDay(b))));
}

function certaintyOf(own: ReadEvent, other: ModelReading, meeting: Meeting): number {
  if (meeting === 'differs') return rounded(own.certainty * trustWhereFieldsDiffer);
  const deathsDiffer =
    own.deathsBest !== null && other.deathsBest !== null && own.deathsBest !== other.deathsBest;
  const doubt = deathsDiffer ? doubtWhereDeathsDiffer : doubtWhereAgreed;
  return rounded(1 - (1 - own.certainty) * doubt);
}

/** Only the model saw it: it must be pinned to a sentence and have a place, and be nothing that we read otherwise. */
function mayEnter(event: ModelReading, own: readonly ReadEvent[]): boolean {
  return event.isPinned && !isUnplaced(event) && own.every((ours) => meetingOf(ours, event) === null);
}

function asOwn({ isPinned: _, ...event }: ModelReading): ReadEvent {
  return { ...event, certainty: Math.min(event.certainty, mostForModelOnly) };
}

function withoutRepetitions(events: readonly ReadEvent[]): ReadEvent[] {
  const kept: ReadEvent[] = [];
  for (const event of events) {
    const isRepeated = kept.some(
      (other) => other.subType === event.subType && isSamePlace(other, event) && isSameDate(other, event),
    );
    if (!isRepeated) kept.push(event);
  }
  return kept;
}

function rounded(certainty: number): number {
  return Math.round(certainty * 1000) / 1000;
}
