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
  const dated = events.filter((event) => daysOf(event));
  const placed = dated.filter((event) => event.latitude !== null && !isCoarse(event.locationPrecision));
  const named = dated.filter((event) => event.siteIds.length > 0);
  return [...(await findNear(client, placed, policy)), ...(await findByNamedSite(client, named, policy))];
}

/**
 * One search by the index an event among exact dates, and one among the few coarse ones, which may begin days before.
 * The half width of a circle in degrees of longitude grows faster than its radius: what the widest one has room for,
 * in proportion, no smaller one exceeds.
 */
async function findNear(
  client: Queryable,
  events: readonly SearchedEvent[],
  { incident }: Pick<RiskPolicy, 'incident'>,
): Promise<Candidate[]> {
  if (events.length === 0) return [];
  const { maxDistanceKm, daysApart, selfDeduplicating } = incident;
  const days = events.map((event) => daysOf(event)!);
  // "offset 0" keeps the planner from turning the searches by the index into joins over all events.
  const search = (dates: string, firstDay: string) => `
    (select r.event_id, r.revision from event_revision r
     where ${dates} and r.latitude is not null and r.occurred_on between ${firstDay} and own.last_day
       and r.latitude between own.latitude - $8::double precision and own.latitude + $8
       and r.event_id <> own.event_id
       and abs(r.latitude - own.latitude) <= $8 * least(1, (r.uncertainty_km + own.uncertainty_km) / $9::double precision)
       and (own.d_lon >= 180 or least(abs(r.longitude - own.longitude), 360 - abs(r.longitude - own.longitude))
            <= own.d_lon * least(1, (r.uncertainty_km + own.uncertainty_km) / $9))
     offset 0)`;
  const { rows } = await client.query<Candidate>(
    `select own.event_id as "eventA", other.id as "eventB"
     from unnest($1::bigint[], $2::date[], $3::date[], $4::double precision[], $5::double precision[],
                 $6::double precision[], $7::double precision[], $10::text[])
       as own (event_id, first_day, last_day, latitude, longitude, d_lon, uncertainty_km, apart_from)
     cross join lateral (
       ${search('r.date_precision = 1', 'own.first_day')} union all
       ${search('r.date_precision in (2, 3)', `own.first_day - ${maxSpanDays}`)}) as found
     cross join lateral (
       select event.id, event.source from event
       where event.id = found.event_id and event.revision = found.revision offset 0) as other
     where other.source is distinct from own.apart_from`,
    [
      events.map((event) => event.eventId),
      days.map(({ firstDay }) => dateOf(firstDay - daysApart)),
      days.map(({ lastDay }) => dateOf(lastDay + daysApart)),
      events.map((event) => event.latitude),
      events.map((event) => event.longitude),
      events.map((event) => longitudeSpan(event.latitude!, maxDistanceKm) * slack),
      events.map((event) => event.uncertaintyKm),
      latitudeSpan(maxDistanceKm) * slack,
      maxDistanceKm,
      events.map(({ source }) => (selfDeduplicating.includes(source) ? source : null)),
    ],
  );
  return rows;
}

/** Room for the rounding of what is compared here and computed again later. */
const slack = 1.0001;

function dateOf(day: number): string {
  return calendarDate(new Date(day * millisecondsPerDay));
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
