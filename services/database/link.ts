import type { EventRevision } from '../../domain/event.ts';
import { eventOf } from './event.ts';
import type { Queryable } from './pool.ts';

export type LinkRow = {
  eventId: number;
  revision: number;
  siteNo: number;
  distanceKm: number;
  named: boolean;
};

export async function findEventsToLink(client: Queryable, limit: number): Promise<number[]> {
  const { rows } = await client.query(
    'select event.id from event where event.linked_revision is distinct from event.revision order by event.id limit $1',
    [limit],
  );
  return rows.map((row) => row.id);
}

/** Claims those of the events that are not linked yet: no other worker gets them before this transaction ends. */
export async function claimEventsToLink(
  client: Queryable,
  ids: readonly number[],
): Promise<(EventRevision & { linkedRevision: number | null })[]> {
  // The view is read after the lock is held, by a second statement: it then shows the newest revision.
  const { rows: claimed } = await client.query(
    `select event.id from event
     where event.id = any($1) and event.linked_revision is distinct from event.revision
     order by event.id for update skip locked`,
    [ids],
  );
  const { rows } = await client.query(
    'select * from current_event where event_id = any($1) order by event_id',
    [claimed.map((row) => row.id)],
  );
  return rows.map((row) => ({ ...eventOf(row), linkedRevision: row.linked_revision }));
}

export async function insertLinks(client: Queryable, links: readonly LinkRow[]): Promise<void> {
  if (links.length === 0) return;
  await client.query(
    `insert into link (event_id, revision, site_no, distance_km, named)
     select * from unnest($1::bigint[], $2::integer[], $3::integer[], $4::real[], $5::boolean[])
     on conflict (event_id, revision, site_no) do nothing`,
    [
      links.map((link) => link.eventId),
      links.map((link) => link.revision),
      links.map((link) => link.siteNo),
      links.map((link) => link.distanceKm),
      links.map((link) => link.named),
    ],
  );
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

export async function markLinked(
  client: Queryable,
  events: readonly { eventId: number; revision: number }[],
): Promise<void> {
  await client.query(
    `update event set linked_revision = done.revision
     from unnest($1::bigint[], $2::integer[]) as done (id, revision) where event.id = done.id`,
    [events.map((event) => event.eventId), events.map((event) => event.revision)],
  );
}
