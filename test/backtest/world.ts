import type { EventContent } from '../../domain/event.ts';
import { addDays } from '../../domain/time.ts';
import { linkedEvent } from '../support/events.ts';

/** Numbers from 0 to 1 that are the same in every run (Lehmer's generator). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A deadly event; each test states what differs. */
export function eventOf(over: Partial<EventContent>): EventContent {
  return { ...linkedEvent(), notes: null, url: null, siteIds: [], ...over };
}

/** Mines on a grid of 0.3°, from 0 to 1.5 degrees. */
export const mines = Array.from({ length: 36 }, (_, i) => ({
  siteNo: i,
  id: `mine-${String(i).padStart(2, '0')}`,
  latitude: 0.3 * Math.floor(i / 6),
  longitude: 27 + 0.3 * (i % 6),
}));

/** Ten years of deadly events from 2010 on: each may be followed by another one nearby some days later. */
export function generateEvents(seed: number): EventContent[] {
  const random = createRandom(seed);
  const events: EventContent[] = [];
  const happen = (day: number, latitude: number, longitude: number) => {
    if (day >= 3652) return;
    events.push(
      eventOf({
        sourceEventId: String(events.length),
        occurredOn: addDays('2010-01-01', Math.floor(day)),
        latitude,
        longitude,
        deathsBest: 1 + Math.floor(5 * random()),
      }),
    );
    if (random() < 0.7)
      happen(
        day - 20 * Math.log(1 - random()),
        latitude + 0.1 * (random() - 0.5),
        longitude + 0.1 * (random() - 0.5),
      );
  };
  for (let i = 0; i < 300; i++) happen(3652 * random(), 1.6 * random(), 27 + 1.6 * random());
  return events;
}
