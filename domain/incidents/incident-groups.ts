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
    const [best, ...others] = inOrderOfConfirmation(group, (event) => event, policy) as typeof group;
    return groupOfReports([best, ...others], policy);
  });
}

/** The groups with those of their reports alone that are wanted. */
export function reportsWithin(
  groups: readonly IncidentGroup[],
  isWanted: (event: LinkedEvent) => boolean,
  policy: Pick<RiskPolicy, 'weight'>,
): IncidentGroup[] {
  return groups.flatMap((group) => {
    const [best, ...others] = group.reports.filter(isWanted);
    if (!best) return [];
    return others.length + 1 === group.reports.length ? [group] : [groupOfReports([best, ...others], policy)];
  });
}

function groupOfReports(
  reports: IncidentGroup['reports'],
  policy: Pick<RiskPolicy, 'weight'>,
): IncidentGroup {
  const [best] = reports;
  return { id: best.incidentId ?? best.eventId, reports, origins: originsOf(reports, policy) };
}

/**
 * The events with each incident counted once: of its reports the best confirmed stays and names the others. Events
 * that stand alone pass unchanged, and come first.
 */
export function onePerIncident(groups: readonly IncidentGroup[]): LinkedEvent[] {
  const alone: LinkedEvent[] = [];
  const counted: LinkedEvent[] = [];
  for (const { reports, origins } of groups) {
    const [best, ...others] = reports;
    if (best.incidentId === null) alone.push(best);
    else if (others.length === 0) counted.push(best);
    else {
      const alsoReportedBy = others.slice(0, reportsNamed).map(({ eventId, revision, source, origin }) => {
        return { eventId, revision, source, origin };
      });
      const further = others.length - alsoReportedBy.length;
      counted.push({ ...best, alsoReportedBy, origins, ...(further > 0 ? { furtherReports: further } : {}) });
    }
  }
  return [...alone, ...counted];
}

/** As many reports of one thing are named as a person can use; the others are counted. */
const reportsNamed = 20;

/** The revisions behind it, the given one first, then the best confirmed. */
export function revisionsOf(
  { reports }: IncidentGroup,
  first: LinkedEvent = reports[0],
): { events: { eventId: number; revision: number }[]; furtherEvents: number } {
  return namedRevisions([first, ...reports.filter((report) => report !== first)]);
}

export function namedRevisions(reports: readonly Pick<LinkedEvent, 'eventId' | 'revision'>[]) {
  return {
    events: reports.slice(0, reportsNamed).map(({ eventId, revision }) => ({ eventId, revision })),
    furtherEvents: Math.max(0, reports.length - reportsNamed),
  };
}
