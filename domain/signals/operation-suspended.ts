import { concernsOperation, stopsOperation } from '../acled.ts';
import type { LinkedEvent } from '../event.ts';
import type { Signal } from '../signal.ts';
import { startOfDay } from '../time.ts';
import { actorText } from '../wording.ts';

/** The operator or the government says that work at this site stopped. It ends when a restart is reported. */
export function operationSuspended(events: readonly LinkedEvent[]): Signal[] {
  const news = events
    .filter((event) => event.named && concernsOperation(event))
    .sort(
      (a, b) => a.occurredOn.localeCompare(b.occurredOn) || a.recordedAt.getTime() - b.recordedAt.getTime(),
    );
  const lastRestart = news.findLastIndex((event) => event.subType === 'Operation restarted');
  const stops = news.slice(lastRestart + 1).filter(stopsOperation);
  const first = stops[0];
  if (!first) return [];
  const what = [...new Set(stops.map((event) => event.subType.toLowerCase()))].join(', ');
  return [
    {
      signal: 'operation-suspended',
      level: 'severe',
      reason: `Work stopped on ${first.occurredOn}, says ${actorText(first)} (${what}); no restart is known.`,
      events: stops.map((event) => ({ eventId: event.eventId, revision: event.revision })),
      since: new Date(startOfDay(first.occurredOn)),
      until: null,
    },
  ];
}
