import { operationSubTypes } from '../../../domain/acled.ts';
import type { AssessableEvent, LinkedEvent } from '../../../domain/event.ts';
import type { LinkableSite } from '../../../domain/sites/link.ts';
import { calendarDate } from '../../../domain/time.ts';
import { circleOf, inCircleBox } from '../in-circle-box.ts';
import type { Queryable } from '../pool.ts';

type SiteLinks = { siteNo: number; eventIds: string; distancesKm: string; namedBy: number[] };

/** Events linked to sites. Those of one site are put together when they are asked for: all at once they may be millions. */
export type LinkedEvents = { of(siteNo: number): LinkedEvent[] };

/**
 * The current events linked to each of the sites: those of the days before the instant, and news of the sites'
 * operation however old. Each event is read once, however many of the sites it is linked to.
 */
export async function findLinkedEvents(
  client: Queryable,
  siteNos: readonly number[],
  at: Date,
  maxAgeDays: number,
): Promise<LinkedEvents> {
  const links = await readLinks(client, siteNos, at, maxAgeDays);
  const events = await readEvents(client, [...new Set(links.flatMap((site) => site.ids))]);
  const bySite = new Map(links.map((site) => [site.siteNo, site]));
  return {
    of(siteNo) {
      const site = bySite.get(siteNo);
      if (!site) return [];
      const { ids, distancesKm, named } = site;
      return ids.map((id, i) => ({ ...events.get(id)!, distanceKm: distancesKm[i]!, named: named.has(id) }));
    },
  };
}

/** One row a site, its links as text: hundreds of thousands of links are read as a few thousand rows. */
async function readLinks(client: Queryable, siteNos: readonly number[], at: Date, maxAgeDays: number) {
  const { rows } = await client.query<SiteLinks>(
    `select link.site_no as "siteNo", string_agg(link.event_id::text, ' ') as "eventIds",
            string_agg(link.distance_km::text, ' ') as "distancesKm",
            coalesce(array_agg(link.event_id) filter (where link.named), '{}') as "namedBy"
     from link
     join event on event.id = link.event_id and event.revision = link.revision
     join event_revision r on r.event_id = link.event_id and r.revision = link.revision
     where link.site_no = any($1) and not r.retracted and r.occurred_on <= $2::date
       and (r.occurred_on >= $2::date - $3::integer or (link.named and r.sub_type = any($4)))
     group by link.site_no`,
    [siteNos, calendarDate(at), maxAgeDays, operationSubTypes],
  );
  return rows.map(({ siteNo, eventIds, distancesKm, namedBy }) => ({
    siteNo,
    ids: eventIds.split(' ').map(Number),
    distancesKm: distancesKm.split(' ').map(Number),
    named: new Set(namedBy.map(Number)),
  }));
}

/** What assessing needs, of a row `e` that has the identity and the content of an event revision. */
export const assessableColumns = `e.event_id as "eventId", e.revision, e.source, e.source_event_id as "sourceEventId",
  e.occurred_on as "occurredOn", e.date_precision as "datePrecision", e.type, e.sub_type as "subType", e.place,
  e.latitude, e.longitude, e.location_precision as "locationPrecision", e.uncertainty_km as "uncertaintyKm", e.actors,
  e.deaths_low as "deathsLow", e.deaths_best as "deathsBest", e.deaths_high as "deathsHigh", e.confidence, e.retracted,
  e.origin, e.recorded_at as "recordedAt"`;

async function readEvents(client: Queryable, ids: readonly number[]): Promise<Map<number, AssessableEvent>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<AssessableEvent>(
    `select ${assessableColumns}, incident_member.incident_id as "incidentId"
     from current_event as e left join incident_member on incident_member.event_id = e.event_id
     where e.event_id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.eventId, row]));
}

/**
 * The events linked to one site as they were known at an instant: of each event the last revision recorded by then,
 * unless that was a retraction or no longer touched the site. Their incidents are left to be formed.
 */
export async function findEventsKnownAt(
  client: Queryable,
  siteNo: number,
  at: Date,
  knownAt: Date,
  maxAgeDays: number,
): Promise<(LinkedEvent & { siteIds: string[] })[]> {
  const { rows } = await client.query<LinkedEvent & { siteIds: string[] }>(
    `select ${assessableColumns}, e.site_ids as "siteIds", null as "incidentId", link.distance_km as "distanceKm", link.named
     from (select distinct link.event_id from link where link.site_no = $1) as touched
     cross join lateral (
       select r.*, event.source, event.source_event_id from event_revision r join event on event.id = r.event_id
       where r.event_id = touched.event_id and r.recorded_at <= $2
       order by r.revision desc limit 1) as e
     join link on link.event_id = e.event_id and link.revision = e.revision and link.site_no = $1
     where not e.retracted and e.occurred_on <= $3::date
       and (e.occurred_on >= $3::date - $4::integer or (link.named and e.sub_type = any($5)))`,
    [siteNo, knownAt, calendarDate(at), maxAgeDays, operationSubTypes],
  );
  return rows;
}

/**
 * The events that may be tied to a site if it stood at this place, as they were known at an instant: those in a box of
 * `reachKm` around it, and those that name it. Each is tied or not by whoever asks.
 */
export async function findEventsNear(
  client: Queryable,
  site: LinkableSite,
  reachKm: number,
  at: Date,
  knownAt: Date,
  maxAgeDays: number,
): Promise<(AssessableEvent & { siteIds: string[] })[]> {
  const { rows } = await client.query<AssessableEvent & { siteIds: string[] }>(
    `select ${assessableColumns}, e.site_ids as "siteIds", null as "incidentId"
     from (
       select r.event_id from event_revision r where r.site_ids @> array[$5::text] and r.site_ids <> '{}'
       union
       select r.event_id from event_revision r
       where r.occurred_on between $7::date - $8::integer and $7::date and ${inCircleBox('r')}
     ) as touched
     cross join lateral (
       select r.*, event.source, event.source_event_id from event_revision r join event on event.id = r.event_id
       where r.event_id = touched.event_id and r.recorded_at <= $6
       order by r.revision desc limit 1) as e
     where not e.retracted and e.occurred_on <= $7::date
       and (e.occurred_on >= $7::date - $8::integer or ($5 = any(e.site_ids) and e.sub_type = any($9)))`,
    [...circleOf(site, reachKm), site.id, knownAt, calendarDate(at), maxAgeDays, operationSubTypes],
  );
  return rows;
}
