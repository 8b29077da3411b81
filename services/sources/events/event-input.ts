import { z } from 'zod';
import { eventTypes, isSubTypeOf, subTypes, subTypesByType } from '../../../domain/acled.ts';
import { confidences, type EventContent } from '../../../domain/event.ts';
import {
  type DatePrecision,
  defaultUncertaintyKm,
  type LocationPrecision,
} from '../../../domain/precision.ts';
import { calendarDate, millisecondsPerDay } from '../../../domain/time.ts';
import { type Refusal, refusalsOf } from '../../refusing/refusal.ts';
import { lineOf, numberBetween, textOf } from '../../refusing/text-input.ts';

/** An event as the API, a JSON line or a row of Orewatch's own CSV gives it. Every field is validated here. */

const deaths = numberBetween(0, 10_000_000, z.int);
const code = (highest: number) => numberBetween(1, highest, z.int);

const webAddress = z
  .string()
  .trim()
  .max(2000)
  .refine(
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    'must be an http(s) address',
  );

const calendarDay = z.iso.date('must be a date as YYYY-MM-DD');

export const eventInput = z
  .strictObject({
    source: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'must be a short name such as acled, ucdp-ged, gdelt or news'),
    sourceEventId: lineOf(200),
    occurredOn: calendarDay,
    datePrecision: code(5).default(1),
    type: z.enum(eventTypes, { error: `must be one of ACLED's event types: ${eventTypes.join(', ')}` }),
    subType: z.enum(subTypes, { error: `must be one of: ${subTypes.join(', ')}` }),
    place: lineOf(500).nullish(),
    latitude: numberBetween(-90, 90).nullish(),
    longitude: numberBetween(-180, 180).nullish(),
    locationPrecision: code(7).nullish(),
    uncertaintyKm: numberBetween(0, 5000).nullish(),
    actors: z.array(lineOf(300)).max(20).default([]),
    deaths: deaths.nullish(),
    deathsLow: deaths.nullish(),
    deathsBest: deaths.nullish(),
    deathsHigh: deaths.nullish(),
    confidence: z.enum(confidences).default('provisional'),
    notes: textOf(20_000).nullish(),
    url: webAddress.nullish(),
    siteIds: z.array(lineOf(100)).max(50).default([]),
  })
  .superRefine((event, context) => {
    const fault = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (!isSubTypeOf(event.type, event.subType)) {
      fault(
        'subType',
        `must be one of the sub-types of ${event.type}: ${subTypesByType[event.type].join(', ')}`,
      );
    }
    if ((event.latitude ?? null) === null && (event.longitude ?? null) !== null)
      fault('latitude', 'is missing beside longitude');
    if ((event.longitude ?? null) === null && (event.latitude ?? null) !== null)
      fault('longitude', 'is missing beside latitude');
    if (event.deaths != null && event.deathsBest != null && event.deaths !== event.deathsBest) {
      fault('deaths', 'differs from deathsBest: give one of them');
    }
    const [low, best, high] = [event.deathsLow, event.deathsBest ?? event.deaths, event.deathsHigh];
    if (low != null && best != null && low > best) fault('deathsLow', 'must not be more than deathsBest');
    if (best != null && high != null && best > high) fault('deathsHigh', 'must not be less than deathsBest');
  });

export type EventInput = z.input<typeof eventInput>;

/** Validates one event. `now` bounds its date: an event cannot lie ahead of the time at which it is told. */
export function parseEvent(
  input: unknown,
  now: Date,
): { ok: true; event: EventContent } | { ok: false; refusals: Refusal[] } {
  const parsed = eventInput.safeParse(input);
  if (!parsed.success) return { ok: false, refusals: refusalsOf(parsed.error, input) };
  const e = parsed.data;
  // A report from east of Greenwich may already bear tomorrow's date.
  const latest = calendarDate(new Date(now.getTime() + millisecondsPerDay));
  if (e.occurredOn > latest) {
    const expected = `must not lie in the future (today is ${calendarDate(now)})`;
    return { ok: false, refusals: [{ field: 'occurredOn', expected, got: e.occurredOn }] };
  }
  if (e.occurredOn < '1900-01-01') {
    return {
      ok: false,
      refusals: [{ field: 'occurredOn', expected: 'must not lie before 1900', got: e.occurredOn }],
    };
  }
  const locationPrecision = (e.locationPrecision ?? null) as LocationPrecision | null;
  return {
    ok: true,
    event: {
      source: e.source,
      sourceEventId: e.sourceEventId,
      occurredOn: e.occurredOn,
      datePrecision: e.datePrecision as DatePrecision,
      type: e.type,
      subType: e.subType,
      place: e.place ?? null,
      // 0, 0 lies in the sea: it stands for a place that nobody filled in.
      latitude: isNowhere(e) ? null : (e.latitude ?? null),
      longitude: isNowhere(e) ? null : (e.longitude ?? null),
      locationPrecision,
      uncertaintyKm: e.uncertaintyKm ?? defaultUncertaintyKm(locationPrecision),
      actors: e.actors,
      deathsLow: e.deathsLow ?? null,
      deathsBest: e.deathsBest ?? e.deaths ?? null,
      deathsHigh: e.deathsHigh ?? null,
      confidence: e.confidence,
      notes: e.notes ?? null,
      url: e.url ?? null,
      siteIds: e.siteIds,
      origin: null,
    },
  };
}

function isNowhere({
  latitude,
  longitude,
}: {
  latitude?: number | null;
  longitude?: number | null;
}): boolean {
  return latitude === 0 && longitude === 0;
}
