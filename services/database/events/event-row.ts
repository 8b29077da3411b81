import type { EventRevision } from '../../../domain/event.ts';

/** A row of the view `current_event`. */
export function eventOf(row: Record<string, never>): EventRevision {
  return {
    eventId: row.event_id!,
    revision: row.revision!,
    source: row.source!,
    sourceEventId: row.source_event_id!,
    occurredOn: row.occurred_on!,
    datePrecision: row.date_precision!,
    type: row.type!,
    subType: row.sub_type!,
    place: row.place!,
    latitude: row.latitude!,
    longitude: row.longitude!,
    locationPrecision: row.location_precision!,
    uncertaintyKm: row.uncertainty_km!,
    actors: row.actors!,
    deathsLow: row.deaths_low!,
    deathsBest: row.deaths_best!,
    deathsHigh: row.deaths_high!,
    confidence: row.confidence!,
    notes: row.notes!,
    url: row.url!,
    siteIds: row.site_ids!,
    origin: row.origin!,
    retracted: row.retracted!,
    recordedAt: row.recorded_at!,
  };
}
