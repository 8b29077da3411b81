import { daysOf, type IncidentEvent, maxSpanDays } from '../../domain/occurrence.ts';
import type { RiskPolicy } from '../../domain/policy.ts';
import { isCoarse } from '../../domain/precision.ts';
import { latitudeSpan, longitudeSpan } from '../../domain/sphere.ts';
import { calendarDate, millisecondsPerDay } from '../../domain/time.ts';
import type { Queryable } from './pool.ts';

/** What the search for candidates needs of an event. */
export type SearchedEvent = Pick<
  IncidentEvent,
  'eventId' | 'occurredOn' | 'datePrecision' | 'latitude' | 'longitude' | 'locationPrecision' | 'siteIds'
>;

export type Candidate = { eventA: number; eventB: number };

/**
 * Finds events that may be the same occurrence as one of the given: near it in time and place, or naming the same
 * site. It finds too many rather than too few; whether they are the same is decided by what they say.
 */
export async function findCandidates(
  client: Queryable,
  events: readonly SearchedEvent[],
  policy: Pick<RiskPolicy, 'incident'>,
): Promise<Candidate[]> {
  const boxes = events.flatMap((event) => boxesOf(event, policy));
  const named = events.filter((event) => event.siteIds.length > 0 && daysOf(event));
  return [
    ...(await findInBoxes(
      client,
      boxes.filter((box) => box.isExact),
      'r.date_precision = 1',
      policy,
    )),
    ...(await findInBoxes(
      client,
      boxes.filter((box) => !box.isExact),
      'r.date_precision in (2, 3)',
      policy,
    )),
    ...(await findByNamedSite(client, named, policy)),
  ];
}

type Box = {
  eventId: number;
  isExact: boolean;
  from: string;
  to: string;
  south: number;
  north: number;
  west: number;
  east: number;
};

/** One box a day where others with an exact date lie, which the index finds at once, and one for the other dates. */
function boxesOf(event: SearchedEvent, { incident }: Pick<RiskPolicy, 'incident'>): Box[] {
  const { eventId, latitude, longitude } = event;
  const days = daysOf(event);
  if (!days || latitude === null || longitude === null || isCoarse(event.locationPrecision)) return [];
  const dLat = latitudeSpan(incident.maxDistanceKm);
  const dLon = longitudeSpan(latitude, incident.maxDistanceKm);
  const place = {
    south: latitude - dLat,
    north: latitude + dLat,
    west: longitude - dLon,
    east: longitude + dLon,
  };
  const first = days.firstDay - incident.daysApart;
  const last = days.lastDay + incident.daysApart;
  const boxes: Box[] = [
    { eventId, isExact: false, from: dateOf(first - maxSpanDays), to: dateOf(last), ...place },
  ];
  for (let day = first; day <= last; day++) {
    boxes.push({ eventId, isExact: true, from: dateOf(day), to: dateOf(day), ...place });
  }
  return boxes;
}

function dateOf(day: number): string {
  return calendarDate(new Date(day * millisecondsPerDay));
}

async function findInBoxes(
  client: Queryable,
  boxes: readonly Box[],
  datePrecision: string,
  { incident }: Pick<RiskPolicy, 'incident'>,
): Promise<Candidate[]> {
  if (boxes.length === 0) return [];
  const isOneDay = boxes[0]!.isExact;
  // "offset 0" keeps the planner from turning the search by the index into a join over all events.
  const { rows } = await client.query<Candidate>(
    `select box.event_id as "eventA", other.id as "eventB"
     from unnest($1::bigint[], $2::date[], $3::date[], $4::double precision[], $5::double precision[],
                 $6::double precision[], $7::double precision[])
       as box (event_id, first_day, last_day, south, north, west, east)
     cross join lateral (
       select r.event_id, r.revision from event_revision r
       where ${datePrecision} and r.latitude is not null
         and ${isOneDay ? 'r.occurred_on = box.first_day' : 'r.occurred_on between box.first_day and box.last_day'}
         and r.latitude between box.south and box.north
         and (r.longitude between box.west and box.east
              or r.longitude + 360 between box.west and box.east or r.longitude - 360 between box.west and box.east)
         and r.event_id <> box.event_id
       offset 0) as found
     join event other on other.id = found.event_id and other.revision = found.revision
     join event own on own.id = box.event_id
     where other.source <> own.source or other.source <> all($8)`,
    [
      boxes.map((box) => box.eventId),
      boxes.map((box) => box.from),
      boxes.map((box) => box.to),
      boxes.map((box) => box.south),
      boxes.map((box) => box.north),
      boxes.map((box) => box.west),
      boxes.map((box) => box.east),
      incident.selfDeduplicating,
    ],
  );
  return rows;
}

async function findByNamedSite(
  client: Queryable,
  events: readonly SearchedEvent[],
  { incident }: Pick<RiskPolicy, 'incident'>,
): Promise<Candidate[]> {
  if (events.length === 0) return [];
  const rows = events.flatMap((event) => event.siteIds.map((siteId) => ({ event, siteId })));
  const { rows: found } = await client.query<Candidate>(
    `select distinct named.event_id as "eventA", r.event_id as "eventB"
     from unnest($1::bigint[], $2::text[], $3::date[]) as named (event_id, site_id, day)
     join event_revision r on r.site_ids @> array[named.site_id] and r.site_ids <> '{}'
       and r.occurred_on between named.day - $4::integer and named.day + $4::integer and r.event_id <> named.event_id
     join event on event.id = r.event_id and event.revision = r.revision`,
    [
      rows.map((row) => row.event.eventId),
      rows.map((row) => row.siteId),
      rows.map((row) => row.event.occurredOn),
      incident.daysApart + maxSpanDays,
    ],
  );
  return found;
}
