import { z } from 'zod';
import { confidences, type EventContent, type EventRevision } from '../../../domain/event.ts';
import type { EventKey } from '../../database/events/event-query.ts';
import { notFound } from '../answer/problem.ts';
import { idInCursor } from '../request/cursor.ts';
import { calendarDay } from '../request/query.ts';

/** The newest revision of an event, as it is shown. */
export const event = z
  .object({
    id: z.int(),
    revision: z.int(),
    source: z.string(),
    sourceEventId: z.string(),
    occurredOn: z.iso.date(),
    datePrecision: z.int().meta({ description: '1 day, 2 within days, 3 week, 4 month, 5 year (UCDP).' }),
    type: z.string(),
    subType: z.string(),
    place: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    locationPrecision: z.int().nullable().meta({
      description: '1 exact, 2 near, 3 district, 4 province, 5 along a line, 6 country, 7 sea or air (UCDP).',
    }),
    uncertaintyKm: z.number(),
    actors: z.array(z.string()),
    deathsLow: z.int().nullable(),
    deathsBest: z.int().nullable(),
    deathsHigh: z.int().nullable(),
    confidence: z.enum(confidences),
    notes: z.string().nullable(),
    url: z.string().nullable(),
    siteIds: z.array(z.string()).meta({ description: 'Sites that the report names.' }),
    origin: z.string().nullable().meta({
      description: 'Who stands behind a report in prose; null where the source codes events itself.',
    }),
    retracted: z.boolean(),
    recordedAt: z.iso.datetime().meta({ description: 'When Orewatch learned of this revision.' }),
  })
  .meta({ id: 'Event' });

export function eventItem(row: EventRevision): z.output<typeof event> {
  const { eventId, revision, retracted, recordedAt } = row;
  return { id: eventId, revision, ...contentOf(row), retracted, recordedAt: recordedAt.toISOString() };
}

/** The content alone, field by field: what else a row may carry stays inside. */
function contentOf(e: EventContent): EventContent {
  return {
    source: e.source,
    sourceEventId: e.sourceEventId,
    occurredOn: e.occurredOn,
    datePrecision: e.datePrecision,
    type: e.type,
    subType: e.subType,
    place: e.place,
    latitude: e.latitude,
    longitude: e.longitude,
    locationPrecision: e.locationPrecision,
    uncertaintyKm: e.uncertaintyKm,
    actors: e.actors,
    deathsLow: e.deathsLow,
    deathsBest: e.deathsBest,
    deathsHigh: e.deathsHigh,
    confidence: e.confidence,
    notes: e.notes,
    url: e.url,
    siteIds: e.siteIds,
    origin: e.origin,
  };
}

/** The cursor of lists of events. */
export const eventCursor = z.tuple([calendarDay, idInCursor]);

export function eventKey(item: Pick<EventRevision, 'occurredOn' | 'eventId'>): EventKey {
  return [item.occurredOn, item.eventId];
}

/** A path's number; throws a problem where no such thing can be. */
export function numberOf(what: string, id: string): number {
  const number = /^[1-9]\d{0,15}$/.test(id) ? Number(id) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw noSuch(what, id);
  return number;
}

export function noSuch(what: string, id: string | number) {
  return notFound(`There is no ${what} ${JSON.stringify(String(id))}.`);
}
