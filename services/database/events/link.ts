import type { EventRevision } from '../../../domain/event.ts';
import type { LinkableEvent } from '../../../domain/sites/link.ts';
import { inBatches } from '../../queue/batches.ts';
import { copyRows } from '../copy-rows.ts';
import { type Queryable, rowsPerInsert } from '../pool.ts';

export type LinkRow = {
  eventId: number;
  revision: number;
  siteNo: number;
  distanceKm: number;
  named: boolean;
};

export async function findEventsToLink(client: Queryable, limit: number): Promise<number[]> {
  const { rows } = await client.query(
    `select event.id from event where event.linked_revision is distinct from event.revision
       and not exists (select from waiting_aside as aside where aside.stage = 'link-events' and aside.id = event.id)
     order by event.id limit $1`,
    [limit],
  );
  return rows.map((row) => row.id);
}

/** What linking needs of an event revision; `linkedRevision` is the one up to which the event is linked. */
export type EventToLink = LinkableEvent &
  Pick<
    EventRevision,
    | 'eventId'
    | 'revision'
    | 'source'
    | 'occurredOn'
    | 'datePrecision'
    | 'locationPrecision'
    | 'uncertaintyKm'
    | 'recordedAt'
    | 'retracted'
    | 'confidence'
    | 'origin'
  > & {
    linkedRevision: number | null;
  };

/**
 * Claims events to link: those of the ids that are not linked yet, and with them as many of the oldest others as the
 * limit allows, but none that is set aside. Where more comes in than is linked, the batches grow by themselves. No other worker gets a claimed
 * event before this transaction ends. Answers all revisions that are not linked yet: one that was corrected within
 * moments tells what was known in between.
 */
export async function claimEventsToLink(
  client: Queryable,
  ids: readonly number[],
  limit: number,
): Promise<EventToLink[]> {
  const { rows: claimed } = await client.query(
    `select event.id from event where event.linked_revision is distinct from event.revision
       and (event.id = any($1) or $2 > cardinality($1::bigint[]) and not exists (
         select from set_aside where stage = 'link-events' and set_aside.id = event.id))
     order by event.id = any($1) desc, event.id limit $2 for update skip locked`,
    [ids, Math.max(limit, ids.length)],
  );
  // The content is read by a second statement, after the lock is held: it then holds the newest revision.
  const { rows } = await client.query<EventToLink>(
    `select event.id as "eventId", r.revision, event.linked_revision as "linkedRevision",
            r.occurred_on as "occurredOn", r.recorded_at as "recordedAt", r.retracted, r.sub_type as "subType", r.latitude,
            r.longitude, r.site_ids as "siteIds", r.date_precision as "datePrecision",
            r.location_precision as "locationPrecision", r.uncertainty_km as "uncertaintyKm", event.source,
            r.confidence, r.origin
     from event join event_revision r on r.event_id = event.id and r.revision > coalesce(event.linked_revision, 0)
     where event.id = any($1) order by event.id, r.revision`,
    [claimed.map((row) => row.id)],
  );
  return rows;
}

export async function insertLinks(client: Queryable, links: readonly LinkRow[]): Promise<void> {
  for (const some of inBatches(links, rowsPerInsert)) {
    const rows = some.map((link) => [link.eventId, link.revision, link.siteNo, link.distanceKm, link.named]);
    await copyRows(client, 'link', 'event_id, revision, site_no, distance_km, named', rows);
  }
}

/** Sites that an earlier revision of the events was linked to. */
export async function findSitesLinkedBefore(
  client: Queryable,
  events: readonly { eventId: number; linkedRevision: number | null }[],
): Promise<{ eventId: number; siteNo: number }[]> {
  const { rows } = await client.query(
    `select link.event_id as "eventId", link.site_no as "siteNo" from link
     join unnest($1::bigint[], $2::integer[]) as before (event_id, revision)
       on link.event_id = before.event_id and link.revision = before.revision`,
    [events.map((event) => event.eventId), events.map((event) => event.linkedRevision)],
  );
  return rows;
}

export async function markLinked(client: Queryable, eventIds: readonly number[]): Promise<void> {
  await client.query('update event set linked_revision = event.revision where event.id = any($1)', [
    eventIds,
  ]);
}
