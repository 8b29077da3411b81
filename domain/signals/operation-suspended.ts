import { concernsOperation, stopsOperation } from '../acled.ts';
import type { LinkedEvent } from '../event.ts';
import type { Signal } from '../signal.ts';
import { startOfDay } from '../time.ts';
import { actorText, dayText } from '../wording.ts';

/**
 * The operator or the government says that work at this site stopped. It ends when a restart on a later day is
 * reported: how a day ended on which work stopped and was taken up again cannot be told from the events.
 */
export function operationSuspended(events: readonly LinkedEvent[]): Signal[] {
  const news = events
    .filter((event) => event.named && concernsOperation(event))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const lastRestart = news.findLast((event) => event.subType === 'Operation restarted');
  const stops = news.filter(
    (event) => stopsOperation(event) && (!lastRestart || event.occurredOn >= lastRestart.occurredOn),
  );
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

/** By day; within one by what the sources say, never by the order in which it came in. */
function orderOf({ occurredOn, source, sourceEventId }: LinkedEvent): string {
  return `${occurredOn} ${source} ${sourceEventId}`;
}
