import type { LinkedEvent } from './event.ts';
import { datePrecisionText } from './precision.ts';

/** "57 km ± 5 km", "less than 1 km ± 5 km": a distance is never told without its uncertainty. */
export function distanceText(distanceKm: number, uncertaintyKm: number): string {
  const distance = distanceKm < 1 ? 'less than 1 km' : `${Math.round(distanceKm)} km`;
  return `${distance} ± ${Math.round(uncertaintyKm)} km`;
}

/** Where an event is, in the words of its source. */
export function placeText(event: Pick<LinkedEvent, 'place' | 'latitude' | 'longitude'>): string {
  if (event.place) return event.place;
  if (event.latitude === null || event.longitude === null) return 'an unnamed place';
  return `${event.latitude.toFixed(3)}, ${event.longitude.toFixed(3)}`;
}

/** "on 2025-03-19", "about 2025-03-11 (within the month)": a day is told with its precision. */
export function dayText({
  occurredOn,
  datePrecision,
}: Pick<LinkedEvent, 'occurredOn' | 'datePrecision'>): string {
  return datePrecision === 1
    ? `on ${occurredOn}`
    : `about ${occurredOn} (${datePrecisionText[datePrecision]})`;
}

export function actorText(event: Pick<LinkedEvent, 'actors'>): string {
  return event.actors[0] ?? 'An unnamed actor';
}

/** A score or chance as it is shown: rounded down, so that 34.96 does not read 35, with a word at the ends. */
export function shownText(percent: number): string {
  if (percent < 1) return 'less than 1';
  return percent > 99 ? 'more than 99' : `${Math.floor(percent)}`;
}

export function lowerFirst(text: string): string {
  // "IED attack" keeps its capitals.
  return /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}
