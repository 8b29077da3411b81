import type { LinkableEvent } from '../../../domain/sites/link.ts';
import type { Queryable } from '../pool.ts';

export type EventToTie = LinkableEvent & { eventId: number; revision: number; occurredOn: string };

/** Removes the links of sites that are to be tied anew. */
export async function deleteLinksOfSites(client: Queryable, siteNos: readonly number[]): Promise<void> {
  if (siteNos.length === 0) return;
  await client.query('delete from link where link.site_no = any($1)', [siteNos]);
}

/**
 * The event revisions that the linking of events has dealt with, but retractions, in pages: those of the past too,
 * since they tell what was known then. The others will be tied to these sites when their turn comes.
 */
export async function* readEventsToTie(client: Queryable, pageSize: number): AsyncGenerator<EventToTie[]> {
  let after = { eventId: 0, revision: 0 };
  while (true) {
    const { rows } = await client.query<EventToTie>(
      `select r.event_id as "eventId", r.revision, r.occurred_on as "occurredOn", r.sub_type as "subType", r.latitude, r.longitude, r.site_ids as "siteIds"
       from event_revision r join event on event.id = r.event_id and event.linked_revision >= r.revision
       where (r.event_id, r.revision) > ($1, $2) and not r.retracted
       order by r.event_id, r.revision limit $3`,
      [after.eventId, after.revision, pageSize],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
    after = rows.at(-1)!;
  }
}
