import { concernsOperation } from '../../domain/acled.ts';
import type { Signal } from '../../domain/signal.ts';
import { distanceText } from '../../domain/wording.ts';
import type { AlertNotice, Evidence } from './message-content.ts';
import { movementOf } from './notice-ranking.ts';
import { plainText } from './plain-text.ts';
import { actorNames, dateText, lowerFirst, placeName, withPlainDates } from './wording.ts';

/** What is behind a change: a few words for a subject line, and a sentence. */
export type Cause = { short: string; sentence: string; eventId: number | null };

/**
 * The cause of a notice, or null where nothing is told behind it. For a level that rose it is the gravest signal,
 * newest first; for news at the same level, the newest of signals and events.
 */
export function causeOf(notice: AlertNotice): Cause | null {
  const cited = (signal: Signal) =>
    signal.events
      .map(({ eventId }) => notice.evidence.find((event) => event.eventId === eventId))
      .find((event) => event !== undefined);
  const signals = notice.signals.map((signal) => ({ signal, event: cited(signal) }));
  if (movementOf(notice) !== 'news') {
    const first = signals[0];
    if (first) return causeOfSignal(first.signal, first.event);
    return notice.evidence[0] ? causeOfEvent(notice.evidence[0]) : null;
  }
  const newestEvent = notice.evidence.reduce<Evidence | undefined>(
    (newest, event) => (newest && newest.occurredOn >= event.occurredOn ? newest : event),
    undefined,
  );
  const newestSignal = signals.reduce<(typeof signals)[number] | undefined>(
    (newest, item) => (newest && newest.signal.since >= item.signal.since ? newest : item),
    undefined,
  );
  if (newestSignal && !(newestEvent && newestEvent.occurredOn > isoDay(newestSignal.signal.since))) {
    return causeOfSignal(newestSignal.signal, newestSignal.event);
  }
  return newestEvent ? causeOfEvent(newestEvent) : null;
}

function causeOfSignal(signal: Signal, event: Evidence | undefined): Cause {
  return {
    short: shortSignal(signal, event),
    sentence: signalReason(signal),
    eventId: event?.eventId ?? null,
  };
}

function shortSignal(signal: Signal, event: Evidence | undefined): string {
  if (!event) return signal.signal.replaceAll('-', ' ');
  if (signal.signal === 'operation-suspended') return lowerFirst(event.subType);
  if (signal.signal === 'attack-on-site') return `${lowerFirst(event.subType)} at the site`;
  return shortEvent(event);
}

function causeOfEvent(event: Evidence): Cause {
  return { short: shortEvent(event), sentence: eventSentence(event), eventId: event.eventId };
}

/** "Armed clash at Mubi, 35 km ± 5 km from the site, on 19 March 2025." */
export function eventSentence(event: Evidence): string {
  const distance = distanceText(event.distanceKm, event.uncertaintyKm);
  const when = dateText(event.occurredOn, event.datePrecision);
  return `${eventTitle(event)}, ${distance} from the site, ${event.datePrecision === 1 ? 'on ' : ''}${when}.`;
}

function shortEvent(event: Evidence): string {
  if (concernsOperation(event)) return lowerFirst(event.subType);
  const title = eventTitle(event);
  // A title that begins with an actor keeps the capital of a name.
  const short = title.startsWith(event.subType) ? lowerFirst(title) : title;
  return `${short}, ${Math.round(event.distanceKm)} km away`;
}

/** What happened and where: "M23 took Walikale", "Armed clash at Mubi". */
export function eventTitle(event: Evidence): string {
  const place = placeName(event);
  const actor = actorNames(event)[0];
  if (place && actor) {
    if (event.subType === 'Non-state actor overtakes territory') return `${actor} took ${place}`;
    if (event.subType === 'Non-violent transfer of territory')
      return `${actor} took over ${place} without a fight`;
    if (event.subType === 'Government regains territory') return `${actor} regained ${place}`;
    if (event.subType === 'Withdrawal from territory') return `${actor} left ${place}`;
  }
  return place ? `${event.subType} at ${place}` : event.subType;
}

/** The reason of a signal as a sentence for a mail. It quotes names from outside. */
export function signalReason(signal: Signal): string {
  return withPlainDates(plainText(signal.reason, 400));
}

function isoDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
