import type { EventRevision } from '../../../domain/event.ts';
import type { CalendarDate } from '../../../domain/time.ts';
import type { Queryable } from '../pool.ts';
import { eventOf } from './event-row.ts';

/** Where a page of events goes on: they stand newest first, by date and then by id. */
export type EventKey = [occurredOn: CalendarDate, eventId: number];

export type EventFilter = {
  source?: string;
  type?: string;
  subType?: string;
  from?: CalendarDate;
  to?: CalendarDate;
  /** west, south, east, north in degrees; west is more than east over the dateline. */
  bbox?: readonly [number, number, number, number];
  located?: boolean;
  retracted?: boolean;
  after?: EventKey;
  limit: number;
};

/** Current revisions of events, newest first; the index on date and id gives them in this order. */
export async function findEvents(client: Queryable, filter: EventFilter): Promise<EventRevision[]> {
  const { rows } = await client.query(
    `select current_event.* from current_event
     where ($1::text is null or current_event.source = $1)
       and ($2::text is null or current_event.type = $2)
       and ($3::text is null or current_event.sub_type = $3)
       and ($4::date is null or current_event.occurred_on >= $4)
       and ($5::date is null or current_event.occurred_on <= $5)
       and ($6::double precision is null
            or (current_event.latitude between $7 and $9
                and case when $6 <= $8 then current_event.longitude between $6 and $8
                         else current_event.longitude >= $6 or current_event.longitude <= $8 end))
       and ($10::boolean is null or (current_event.latitude is not null) = $10)
       and ($11::boolean is null or current_event.retracted = $11)
       and ($12::date is null or (current_event.occurred_on, current_event.event_id) < ($12, $13::bigint))
     order by current_event.occurred_on desc, current_event.event_id desc limit $14`,
    [
      filter.source ?? null,
      filter.type ?? null,
      filter.subType ?? null,
      filter.from ?? null,
      filter.to ?? null,
      ...(filter.bbox ?? [null, null, null, null]),
      filter.located ?? null,
      filter.retracted ?? null,
      ...(filter.after ?? [null, null]),
      filter.limit,
    ],
  );
  return rows.map(eventOf);
}

/** Events tied to a site, newest first, each with its distance. */
export async function findSiteEvents(
  client: Queryable,
  siteNo: number,
  filter: Pick<EventFilter, 'from' | 'to' | 'after' | 'limit'>,
): Promise<(EventRevision & { distanceKm: number; named: boolean })[]> {
  const { rows } = await client.query(
    `select link.distance_km, link.named, current_event.*
     from link join current_event on current_event.event_id = link.event_id
                                 and current_event.revision = link.revision
     where link.site_no = $1 and not current_event.retracted
       and ($2::date is null or current_event.occurred_on >= $2)
       and ($3::date is null or current_event.occurred_on <= $3)
       and ($4::date is null or (current_event.occurred_on, current_event.event_id) < ($4, $5::bigint))
     order by current_event.occurred_on desc, current_event.event_id desc limit $6`,
    [siteNo, filter.from ?? null, filter.to ?? null, ...(filter.after ?? [null, null]), filter.limit],
  );
  return rows.map((row) => ({ ...eventOf(row), distanceKm: row.distance_km, named: row.named }));
}

/** All revisions of an event, the first one first; none where there is no such event. */
export async function findEventRevisions(client: Queryable, eventId: number): Promise<EventRevision[]> {
  const { rows } = await client.query(
    `select event.source, event.source_event_id, event_revision.*,
            case when report.may_show_raw is not false or report.is_prose then event_revision.notes end as notes
     from event join event_revision on event_revision.event_id = event.id
     left join report on report.id = event_revision.report_id
     where event.id = $1 order by event_revision.revision`,
    [eventId],
  );
  return rows.map(eventOf);
}

export type EventLink = { siteId: string; siteName: string; distanceKm: number; named: boolean };

/** The sites that the current revision of an event is tied to, the nearest first. */
export async function findEventLinks(client: Queryable, eventId: number): Promise<EventLink[]> {
  const { rows } = await client.query<EventLink>(
    `select site.id as "siteId", site.name as "siteName", link.distance_km as "distanceKm", link.named
     from event join link on link.event_id = event.id and link.revision = event.revision
     join site on site.site_no = link.site_no
     where event.id = $1 order by link.distance_km, site.id`,
    [eventId],
  );
  return rows;
}

export type ReportRow = {
  externalId: string;
  publisher: string | null;
  title: string | null;
  url: string | null;
  publishedAt: Date | null;
  fetchedAt: Date;
  /** When it was really written; null where it is older than this column. */
  storedAt: Date | null;
  mayShowRaw: boolean;
  /** Null where its licence does not let it be shown. */
  content: unknown;
};

/** The report that the current revision of an event was read from. */
export async function findReportOfEvent(client: Queryable, eventId: number): Promise<ReportRow | null> {
  const { rows } = await client.query<ReportRow>(
    `select report.external_id as "externalId", report.publisher, report.title, report.url,
            report.published_at as "publishedAt", report.fetched_at as "fetchedAt",
            report.stored_at as "storedAt",
            report.may_show_raw as "mayShowRaw", case when report.may_show_raw then report.content end as content
     from current_event join report on report.id = current_event.report_id
     where current_event.event_id = $1`,
    [eventId],
  );
  return rows[0] ?? null;
}
