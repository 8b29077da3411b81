import { eventTypes, isViolent } from '../../../domain/acled.ts';
import { isCoarse, locationPrecisionText } from '../../../domain/precision.ts';
import type { CalendarDate } from '../../../domain/time.ts';
import type { Queryable } from '../pool.ts';

const violentTypes = eventTypes.filter((type) => isViolent({ type }));
const coarsePrecisions = Object.keys(locationPrecisionText).filter((precision) =>
  isCoarse(Number(precision) as keyof typeof locationPrecisionText),
);

/** True in SQL where a row `r` of event_revision has a place that is known better than by province. */
const isPlaced = (parameter: string) =>
  `r.latitude is not null and not coalesce(r.location_precision = any(${parameter}), false)`;

/**
 * The days, in their order, on which deadly events happened near each site, as a source has confirmed them by now.
 * Events of which only the year is known are left out: they say nothing about a month.
 */
export async function readDeadlyDays(
  client: Queryable,
  source: string,
  { from, to, radiusKm }: { from: CalendarDate; to: CalendarDate; radiusKm: number },
): Promise<Map<number, CalendarDate[]>> {
  const { rows } = await client.query<{ siteNo: number; days: CalendarDate[] }>(
    `select link.site_no as "siteNo", array_agg(distinct r.occurred_on::text order by r.occurred_on::text) as days
     from event_revision r
     join event on event.id = r.event_id and event.revision = r.revision
     join link on link.event_id = r.event_id and link.revision = r.revision
     where event.source = $1 and r.occurred_on between $2 and $3 and not r.retracted and r.confidence = 'confirmed'
       and coalesce(r.deaths_best, r.deaths_low, 0) > 0 and r.date_precision < 5 and ${isPlaced('$5')}
       and link.distance_km <= $4
     group by link.site_no`,
    [source, from, to, radiusKm, coarsePrecisions],
  );
  return new Map(rows.map((row) => [row.siteNo, row.days]));
}

/**
 * How many violent incidents near each site were known at an instant, of the days before it: the plain count that
 * scores are held against. Of each event the last revision recorded by then counts; incidents are those of now.
 */
export async function countKnownIncidents(
  client: Queryable,
  moment: Date,
  { radiusKm, days }: { radiusKm: number; days: number },
): Promise<Map<number, number>> {
  const { rows } = await client.query<{ siteNo: number; incidents: number }>(
    `select link.site_no as "siteNo", count(distinct coalesce(-member.incident_id, r.event_id)) as incidents
     from (
       select distinct past.event_id from event_revision past
       where past.occurred_on >= $1::date - $3::integer and past.occurred_on < $1::date and past.recorded_at <= $1
     ) as touched
     cross join lateral (
       select known.* from event_revision known
       where known.event_id = touched.event_id and known.recorded_at <= $1
       order by known.revision desc limit 1) as r
     join link on link.event_id = r.event_id and link.revision = r.revision
     left join incident_member as member on member.event_id = r.event_id
     where r.occurred_on >= $1::date - $3::integer and r.occurred_on < $1::date and not r.retracted
       and r.confidence <> 'doubtful' and r.type = any($4) and ${isPlaced('$5')} and link.distance_km <= $2
     group by link.site_no`,
    [moment, radiusKm, days, violentTypes, coarsePrecisions],
  );
  return new Map(rows.map((row) => [row.siteNo, row.incidents]));
}

/** True where a source has told anew since an instant of what happened, or was held to have happened, on some days. */
export async function hasToldAnew(
  client: Queryable,
  source: string,
  { from, to, since }: { from: CalendarDate; to: CalendarDate; since: Date },
): Promise<boolean> {
  const { rows } = await client.query(
    `select exists (
       select from event_revision r join event on event.id = r.event_id
       where event.source = $1 and r.occurred_on between $2 and $3
         and exists (select from event_revision later
                     where later.event_id = r.event_id and later.recorded_at > $4)) as told`,
    [source, from, to, since],
  );
  return rows[0].told;
}
