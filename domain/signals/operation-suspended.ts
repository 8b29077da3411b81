import type { LinkedEvent } from '../event.ts';
import type { Signal } from '../signal.ts';
import { standingStops } from '../site-status.ts';
import { startOfDay } from '../time.ts';
import { actorText, dayText } from '../wording.ts';

/** The operator or the government says that work at this site stopped. It ends when a restart on a later day is reported. */
export function operationSuspended(events: readonly LinkedEvent[]): Signal[] {
  const stops = standingStops(events);
  const first = stops[0];
  if (!first) return [];
  const what = [...new Set(stops.map((event) => event.subType.toLowerCase()))].join(', ');
  const saidBy = first.actors.length > 0 ? `says ${actorText(first)}` : 'it is reported';
  return [
    {
      signal: 'operation-suspended',
      level: 'severe',
      reason: `Work stopped ${dayText(first)}, ${saidBy} (${what}); no restart is known.`,
      events: stops.map((event) => ({ eventId: event.eventId, revision: event.revision })),
      since: new Date(startOfDay(first.occurredOn)),
      until: null,
    },
  ];
}
