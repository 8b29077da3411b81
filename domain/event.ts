import type { EventType, SubType } from './acled.ts';
import type { DatePrecision, LocationPrecision } from './precision.ts';
import type { CalendarDate } from './time.ts';

/** `doubtful`: a reading of a text that may well be wrong. It counts nothing until more is known. */
export const confidences = ['doubtful', 'provisional', 'confirmed'] as const;
type Confidence = (typeof confidences)[number];

/** What one source says about one conflict event: the content of an event revision, without its identity. */
export type EventContent = {
  source: string;
  sourceEventId: string;
  occurredOn: CalendarDate;
  datePrecision: DatePrecision;
  type: EventType;
  subType: SubType;
  place: string | null;
  /** WGS84 degrees; null together with the longitude where no usable place is known. */
  latitude: number | null;
  longitude: number | null;
  locationPrecision: LocationPrecision | null;
  uncertaintyKm: number;
  /** In ACLED's order: who acts comes first. */
  actors: string[];
  deathsLow: number | null;
  deathsBest: number | null;
  deathsHigh: number | null;
  confidence: Confidence;
  notes: string | null;
  url: string | null;
  /** Sites that the report names itself. */
  siteIds: string[];
  /** Who stands behind a report in prose: an agency or a publisher. Null where the source codes events itself. */
  origin: string | null;
};

/** One revision of one event, as stored. */
export type EventRevision = EventContent & {
  eventId: number;
  revision: number;
  recordedAt: Date;
  retracted: boolean;
};

/** What assessing needs of an event revision: all but its free text. */
export type AssessableEvent = Omit<EventRevision, 'notes' | 'url' | 'siteIds'> & {
  /** The incident that the event belongs to; null where it stands alone. */
  incidentId: number | null;
};

/** An event revision seen from one site. */
export type LinkedEvent = AssessableEvent & {
  distanceKm: number;
  /** True where the report names this site. */
  named: boolean;
  /** The other reports of its incident, where this one counts for all (`onePerIncident`); the best confirmed of many. */
  alsoReportedBy?: { eventId: number; revision: number; source: string; origin: string | null }[];
  /** How many more there are. */
  furtherReports?: number;
  /** Who says so independently of each other, where several do (`onePerIncident`). */
  origins?: string[];
};

export function isDeadly(event: Pick<EventContent, 'deathsBest' | 'deathsLow'>): boolean {
  return (event.deathsBest ?? event.deathsLow ?? 0) > 0;
}
