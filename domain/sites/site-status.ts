import { concernsOperation, stopsOperation } from '../acled.ts';
import type { EventContent } from '../event.ts';
import type { SiteStatus } from '../site.ts';

/** What the rule below asks of an event that is linked to a site. */
export type OperationEvent = Pick<
  EventContent,
  'source' | 'sourceEventId' | 'occurredOn' | 'subType' | 'confidence'
> & { named: boolean; retracted: boolean };

/**
 * Of the news of operation of a site the stops that stand: no restart on a later day is known. How a day ended on
 * which work stopped and was taken up again cannot be told from the events; the stop then stands. Oldest first.
 */
export function standingStops<E extends OperationEvent>(news: readonly E[]): E[] {
  const lastRestart = news.findLast((event) => !stopsOperation(event));
  return news.filter(
    (event) => stopsOperation(event) && (!lastRestart || event.occurredOn >= lastRestart.occurredOn),
  );
}

/** The status of a site: by the newest news of its operation, or else what its dataset says. */
export function statusOf(bySource: SiteStatus, events: readonly OperationEvent[]): SiteStatus {
  const news = operationNews(events);
  const stops = standingStops(news);
  const lastDay = stops.at(-1)?.occurredOn;
  if (lastDay === undefined) return news.length > 0 ? 'restarted' : bySource;
  // Of what is said of one day the graver holds: a mine that is evacuated is suspended too.
  const isEvacuated = stops.some(
    ({ occurredOn, subType }) => occurredOn === lastDay && subType === 'Site evacuated',
  );
  return isEvacuated ? 'evacuated' : 'suspended';
}

/** The news of operation of a site that counts, oldest first: what names the site and is not doubtful. */
export function operationNews<E extends OperationEvent>(events: readonly E[]): E[] {
  return events
    .filter(
      (event) =>
        event.named && !event.retracted && event.confidence !== 'doubtful' && concernsOperation(event),
    )
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** By day; within one by what the sources say, never by the order in which it came in. */
function orderOf({ occurredOn, source, sourceEventId }: OperationEvent): string {
  return `${occurredOn} ${source} ${sourceEventId}`;
}
