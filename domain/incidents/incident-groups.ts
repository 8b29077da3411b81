import type { LinkedEvent } from '../event.ts';
import { groupBy } from '../group-by.ts';
import type { RiskPolicy } from '../policy.ts';
import { inOrderOfConfirmation, originsOf } from './incident.ts';

/** Reports of one occurrence: the best confirmed first, and who says so independently of each other. */
export type IncidentGroup = {
  /** The id of the incident, or of the event that stands alone: it stays while reports come and go. */
  id: number;
  reports: [LinkedEvent, ...LinkedEvent[]];
  origins: string[];
};

/** The events in groups: the reports of one incident together. The order of `events` does not matter. */
export function incidentGroupsOf(
  events: readonly LinkedEvent[],
  policy: Pick<RiskPolicy, 'weight'>,
): IncidentGroup[] {
  const groups = groupBy(events, ({ eventId, incidentId }) =>
    incidentId === null ? `event ${eventId}` : `incident ${incidentId}`,
  );
  return [...groups.values()].map((group) => {
    const reports = inOrderOfConfirmation(group, policy);
    const [best] = reports;
    return { id: best.incidentId ?? best.eventId, reports, origins: originsOf(reports, policy) };
  });
}

/** The revisions behind it, the given one first. */
export function revisionsOf(
  { reports }: IncidentGroup,
  first: LinkedEvent = reports[0],
): { eventId: number; revision: number }[] {
  return [first, ...reports.filter((report) => report !== first)].map(({ eventId, revision }) => ({
    eventId,
    revision,
  }));
}
