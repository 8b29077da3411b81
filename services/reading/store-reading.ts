import type { RiskPolicy } from '../../domain/policy.ts';
import type { PassedOver, ReadEvent } from '../../domain/reading/read-report.ts';
import { matchReadings } from '../../domain/reading/reports/match-readings.ts';
import type { Language } from '../../domain/reading/text/text.ts';
import { type CollectedEvent, retractEvent, storeEvents } from '../database/events/event.ts';
import type { Queryable } from '../database/pool.ts';
import {
  claimReport,
  findKnownReadings,
  type KnownReading,
  markGone,
  markRead,
  type ReadingContent,
  type ReportState,
  type ReportToRead,
  writeReadings,
} from '../database/reports/reading.ts';
import { noteSourceNews } from '../database/sources/source-freshness.ts';
import { parseEvent } from '../sources/events/event-input.ts';

/** What came of reading a report: its language, its events, or why it could not be read. */
export type Reading = {
  language: Language | 'other' | 'none';
  events: ReadEvent[];
  /** Sentences with words of conflict that made no event, and why. */
  passedOver: PassedOver[];
  failure: string | null;
  reader: string;
};

/**
 * Stores what was read from a revision of a report: events that were read before get a further revision where they
 * differ, those that are no longer found are retracted, new ones get new numbers. What a person has settled stays as
 * it is. Run it in a transaction. Answers the events that changed; null where the report was read by another worker
 * or edited meanwhile.
 */
export async function storeReading(
  client: Queryable,
  report: ReportToRead,
  reading: Reading,
  readAt: Date,
  policy: Pick<RiskPolicy, 'reading'>,
): Promise<number[] | null> {
  const claimed = await claimReport(client, report.id, report.revision);
  if (!claimed) return null;
  const { id, revision } = report;
  const isRead = reading.language !== 'other' && reading.language !== 'none';
  if (reading.failure !== null || !isRead) {
    // Nothing is known of what it says now, as where an article went behind a wall: what was read before stays.
    await markRead(client, { id, revision, state: 'unread' }, reading, readAt);
    return [];
  }
  const all = await findKnownReadings(client, report.id);
  const known = all.filter(({ state }) => state !== 'gone');
  // A reading is as old as the report, whenever its turn came; only revisions of one event never go back in time.
  const recordedAt = new Date(Math.max(+claimed.dueAt, ...known.map((one) => +one.recordedAt)));
  const found = matchedEvents(report, reading.events, known, { after: highestNumber(all), policy });

  const items: CollectedEvent[] = found
    .filter(({ before }) => !before || isOpen(before))
    .map(({ event }) => ({ event: { ...event, origin: claimed.origin }, report: report.rowId }));
  const outcomes = await storeEvents(client, items, recordedAt);
  const idOf = new Map(items.map(({ event }, i) => [event.sourceEventId, outcomes[i]!.eventId]));
  const newest = items
    .map(({ event }) => event.occurredOn)
    .sort()
    .at(-1);
  if (newest) await noteSourceNews(client, [{ source: 'news', freshTo: newest }], recordedAt);

  const matched = new Set(found.map(({ before }) => before?.eventId));
  const gone = known.filter((one) => isOpen(one) && !matched.has(one.eventId)).map(({ eventId }) => eventId);
  for (const eventId of gone) await retractEvent(client, eventId, recordedAt);
  await markGone(client, gone);

  const readings = found.map(({ before, event, read, number }) => {
    const eventId = before?.eventId ?? idOf.get(event.sourceEventId)!;
    return readingOf(read, { eventId, number, reportRevision: report.revision, reader: reading.reader });
  });
  await writeReadings(client, report.id, readings);
  const state = stateAfter(claimed.state, known, found);
  await markRead(client, { id, revision, state }, reading, readAt);
  const changed = outcomes.filter(({ isLinked }) => !isLinked).map(({ eventId }) => eventId);
  return [...changed, ...gone];
}

/** Nobody has settled it, and nobody has retracted its event. */
function isOpen({ state, retracted }: KnownReading): boolean {
  return state === 'unreviewed' && !retracted;
}

function highestNumber(readings: readonly KnownReading[]): number {
  return readings.at(-1)?.number ?? 0;
}

type Found = {
  read: ReadEvent;
  event: CollectedEvent['event'];
  before: KnownReading | null;
  number: number;
};

function matchedEvents(
  report: ReportToRead,
  events: readonly ReadEvent[],
  known: readonly KnownReading[],
  { after, policy }: { after: number; policy: Pick<RiskPolicy, 'reading'> },
): Found[] {
  const matches = matchReadings(
    known.map(({ content }) => content),
    events,
  );
  let number = after;
  return events.flatMap((read, i) => {
    const match = matches[i];
    const before = typeof match === 'number' ? known[match]! : null;
    const own = before?.number ?? number + 1;
    const event = contentOf(read, report, own, policy);
    if (!event) return [];
    number = Math.max(number, own);
    return [{ read, event, before, number: own }];
  });
}

/** The event as it is stored; null where it does not hold what every event must, such as a day before its report. */
function contentOf(
  read: ReadEvent,
  report: ReportToRead,
  number: number,
  { reading }: Pick<RiskPolicy, 'reading'>,
): CollectedEvent['event'] | null {
  const parsed = parseEvent(
    {
      source: 'news',
      sourceEventId: `${report.key}#${number}`,
      occurredOn: read.occurredOn,
      datePrecision: read.datePrecision,
      type: read.type,
      subType: read.subType,
      place: read.place,
      latitude: read.latitude,
      longitude: read.longitude,
      locationPrecision: read.locationPrecision,
      uncertaintyKm: read.uncertaintyKm,
      actors: read.actors.slice(0, 20),
      deathsLow: read.deathsLow,
      deathsBest: read.deathsBest,
      deathsHigh: read.deathsHigh,
      confidence: read.certainty < reading.doubtfulBelow ? 'doubtful' : 'provisional',
      notes: read.rendering,
      url: report.url,
      siteIds: read.siteIds.slice(0, 50),
    },
    report.publishedAt,
  );
  return parsed.ok ? parsed.event : null;
}

function readingOf(
  read: ReadEvent,
  where: Pick<ReadingContent, 'eventId' | 'number' | 'reportRevision' | 'reader'>,
): ReadingContent {
  const { type, subType, occurredOn, place, latitude, longitude } = read;
  return {
    ...where,
    spanStart: read.span.start,
    spanEnd: read.span.end,
    inTitle: read.span.inTitle,
    certainty: read.certainty,
    rendering: read.rendering,
    rivals: read.rivals,
    attributedTo: read.attributedTo,
    content: { type, subType, occurredOn, place, latitude, longitude },
  };
}

/** Reviewed once every event that stands in it is settled; that it holds none only a person can say. */
function stateAfter(
  before: ReportState,
  known: readonly KnownReading[],
  found: readonly Found[],
): ReportState {
  if (found.some((one) => !one.before || isOpen(one.before))) return 'unreviewed';
  const isSettled = known.some((one) => !isOpen(one));
  return isSettled || before === 'reviewed' ? 'reviewed' : 'unreviewed';
}
