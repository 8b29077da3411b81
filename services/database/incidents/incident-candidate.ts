import { daysOf, type IncidentEvent, maxSpanDays } from '../../../domain/incidents/occurrence.ts';
import type { RiskPolicy } from '../../../domain/policy.ts';
import { isCoarse } from '../../../domain/precision.ts';
import { latitudeSpan, longitudeSpan } from '../../../domain/sphere.ts';
import { calendarDate, millisecondsPerDay } from '../../../domain/time.ts';
import type { Queryable } from '../pool.ts';

/** What the search for candidates needs of an event. */
export type SearchedEvent = Pick<
  IncidentEvent,
  | 'eventId'
  | 'source'
  | 'occurredOn'
  | 'datePrecision'
  | 'latitude'
  | 'longitude'
  | 'locationPrecision'
  | 'uncertaintyKm'
  | 'siteIds'
>;

type IncidentPolicy = Pick<RiskPolicy, 'incident'>;

/** Events of the same days in a small box; those of a source that joins its own reports have a box of their own. */
type Box = { events: SearchedEvent[]; days: { firstDay: number; lastDay: number }; apartFrom: string | null };

/** A side of the largest box, in degrees: small beside the distances at which events are joined. */
const boxDegrees = 0.2;

/** Room for the rounding of what is compared here and computed again later. */
const slack = 1.0001;

/**
 * Finds events that may be the same occurrence as one of the given: near it in time and place, or naming the same
 * site. It finds too many rather than too few, the given ones among them; whether they are the same is decided by what
 * they say. Events of one place and day are searched for at once: a crowd is found once, not once for each of it.
 */
export async function findCandidates(
  client: Queryable,
  events: readonly SearchedEvent[],
  policy: IncidentPolicy,
  { representedToo }: { representedToo: boolean },
): Promise<number[]> {
  const search = { isOneEnough: false, representedToo };
  const near = await findNear(client, boxesOf(events, policy), policy, search);
  const named = await findByNamedSite(client, events, policy, search);
  return [...new Set([...near, ...named])];
}

/** Those of the events of which `findCandidates` finds another one than themselves. */
export async function findWithCandidates(
  client: Queryable,
  events: readonly SearchedEvent[],
  policy: IncidentPolicy,
): Promise<Set<number>> {
  const boxes = events.flatMap((event) => boxesOf([event], policy));
  const search = { isOneEnough: true, representedToo: true };
  const near = await findNear(client, boxes, policy, search);
  const named = await findByNamedSite(client, events, policy, search);
  return new Set([...near, ...named]);
}

function boxesOf(events: readonly SearchedEvent[], { incident }: IncidentPolicy): Box[] {
  const boxes = new Map<string, Box>();
  for (const event of events) {
    const { source, latitude, longitude, locationPrecision } = event;
    const days = daysOf(event);
    if (!days || latitude === null || longitude === null || isCoarse(locationPrecision)) continue;
    const apartFrom = incident.selfDeduplicating.includes(source) ? source : null;
    const cell = [latitude, longitude].map((degrees) => Math.floor(degrees / boxDegrees));
    const key = [days.firstDay, days.lastDay, ...cell, apartFrom].join();
    const box = boxes.get(key);
    if (box) box.events.push(event);
    else boxes.set(key, { events: [event], days, apartFrom });
  }
  return [...boxes.values()];
}

/**
 * With `isOneEnough` each box has one event, and those are answered of which there is another one; else all that are
 * found. Without `representedToo` those are passed over for which the representatives of their incident stand.
 */
type Search = { isOneEnough: boolean; representedToo: boolean };

/**
 * For each box one search by the index among exact dates, one among the few coarse ones, which may begin days before,
 * and one among the members of crowded incidents. The half width of a circle in degrees of longitude grows faster than
 * its radius: what the widest one has room for, in proportion, no smaller one exceeds.
 */
async function findNear(
  client: Queryable,
  boxes: readonly Box[],
  { incident }: IncidentPolicy,
  { isOneEnough, representedToo }: Search,
): Promise<number[]> {
  if (boxes.length === 0) return [];
  const { maxDistanceKm, daysApart } = incident;
  const extents = boxes.map(({ events }) => extentOf(events));
  // "offset 0" keeps the planner from turning the searches by the index into joins over all events.
  const search = (which: string, firstDay: string) => `
    (select r.event_id, r.revision from event_revision r
     where ${which} and r.latitude is not null and r.occurred_on between ${firstDay} and own.last_day
       and r.latitude between own.south - $8::double precision and own.north + $8
       and r.event_id is distinct from own.except_id
       and greatest(own.south - r.latitude, r.latitude - own.north)
           <= $8 * least(1, (r.uncertainty_km + own.uncertainty_km) / $9::double precision)
       and (own.d_lon >= 180 or least(abs(r.longitude - own.longitude), 360 - abs(r.longitude - own.longitude))
            <= own.half_width + own.d_lon * least(1, (r.uncertainty_km + own.uncertainty_km) / $9))
     offset 0)`;
  const { rows } = await client.query<{ id: number }>(
    `select distinct ${isOneEnough ? 'own.id' : 'other.id'} as id
     from unnest($1::bigint[], $2::date[], $3::date[], $4::double precision[], $5::double precision[],
                 $6::double precision[], $7::double precision[], $10::text[], $11::bigint[], $12::double precision[],
                 $13::double precision[])
       as own (id, first_day, last_day, south, longitude, d_lon, uncertainty_km, apart_from, except_id, north, half_width)
     cross join lateral (
       select event.id from (
         ${search('r.date_precision = 1 and not r.represented', 'own.first_day')} union all
         ${search('r.date_precision in (2, 3) and not r.represented', `own.first_day - ${maxSpanDays}`)}
         ${representedToo ? `union all ${search('r.represented', `own.first_day - ${maxSpanDays}`)}` : ''}) as found
       cross join lateral (
         select event.id, event.source from event
         where event.id = found.event_id and event.revision = found.revision offset 0) as event
       where event.source is distinct from own.apart_from
       limit $14::bigint) as other`,
    [
      boxes.map(({ events }) => events[0]!.eventId),
      boxes.map(({ days }) => dateOf(days.firstDay - daysApart)),
      boxes.map(({ days }) => dateOf(days.lastDay + daysApart)),
      extents.map(({ south }) => south),
      extents.map(({ longitude }) => longitude),
      extents.map(({ south, north }) => longitudeSpan(Math.max(-south, north), maxDistanceKm) * slack),
      extents.map(({ uncertaintyKm }) => uncertaintyKm),
      latitudeSpan(maxDistanceKm) * slack,
      maxDistanceKm,
      boxes.map(({ apartFrom }) => apartFrom),
      boxes.map(({ events }) => (isOneEnough ? events[0]!.eventId : null)),
      extents.map(({ north }) => north),
      extents.map(({ halfWidth }) => halfWidth),
      isOneEnough ? 1 : null,
    ],
  );
  return rows.map((row) => row.id);
}

function extentOf(events: readonly SearchedEvent[]) {
  const extent = { south: 90, north: -90, west: 180, east: -180, uncertaintyKm: 0 };
  for (const { latitude, longitude, uncertaintyKm } of events) {
    extent.south = Math.min(extent.south, latitude!);
    extent.north = Math.max(extent.north, latitude!);
    extent.west = Math.min(extent.west, longitude!);
    extent.east = Math.max(extent.east, longitude!);
    extent.uncertaintyKm = Math.max(extent.uncertaintyKm, uncertaintyKm);
  }
  const { west, east } = extent;
  return { ...extent, longitude: (west + east) / 2, halfWidth: (east - west) / 2 };
}

function dateOf(day: number): string {
  return calendarDate(new Date(day * millisecondsPerDay));
}

async function findByNamedSite(
  client: Queryable,
  events: readonly SearchedEvent[],
  { incident }: IncidentPolicy,
  { isOneEnough, representedToo }: Search,
): Promise<number[]> {
  const rows = new Map<string, { event: SearchedEvent; siteId: string }>();
  for (const event of events) {
    if (!daysOf(event)) continue;
    for (const siteId of event.siteIds)
      rows.set(JSON.stringify([siteId, event.occurredOn, isOneEnough && event.eventId]), { event, siteId });
  }
  if (rows.size === 0) return [];
  const named = [...rows.values()];
  const { rows: found } = await client.query<{ id: number }>(
    `select distinct ${isOneEnough ? 'own.id' : 'other.event_id'} as id
     from unnest($1::bigint[], $2::text[], $3::date[]) as own (id, site_id, day)
     cross join lateral (
       select r.event_id from event_revision r
       join event on event.id = r.event_id and event.revision = r.revision
       where r.site_ids @> array[own.site_id] and r.site_ids <> '{}'
         and r.occurred_on between own.day - $4::integer and own.day + $4::integer
         and (r.event_id <> own.id or not $5::boolean) and (not r.represented or $7::boolean)
       limit $6::bigint) as other`,
    [
      named.map((row) => row.event.eventId),
      named.map((row) => row.siteId),
      named.map((row) => row.event.occurredOn),
      incident.daysApart + maxSpanDays,
      isOneEnough,
      isOneEnough ? 1 : null,
      representedToo,
    ],
  );
  return found.map((row) => row.id);
}
