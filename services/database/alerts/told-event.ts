import type { ConfirmedEvent } from '../../../domain/alerts/confirmation.ts';
import type { ChangedEvent, ToldEvent } from '../../../domain/alerts/told-events.ts';
import type { Queryable } from '../pool.ts';

/** What a reader may want to know of an event that was told, of the revision `r` of a query. */
function tellableContent(r: string): string {
  return `json_build_object('eventId', ${r}.event_id, 'revision', ${r}.revision, 'occurredOn', ${r}.occurred_on,
       'type', ${r}.type, 'subType', ${r}.sub_type, 'place', ${r}.place, 'latitude', ${r}.latitude,
       'longitude', ${r}.longitude, 'uncertaintyKm', ${r}.uncertainty_km, 'actors', ${r}.actors,
       'deathsLow', ${r}.deaths_low, 'deathsBest', ${r}.deaths_best, 'confidence', ${r}.confidence,
       'retracted', ${r}.retracted)`;
}

/** Those of the told events that have a newer revision than was compared last: as they were told, and as they are. */
export async function findChangedSince(
  client: Queryable,
  told: readonly ToldEvent[],
): Promise<ChangedEvent[]> {
  if (told.length === 0) return [];
  const { rows } = await client.query(
    `select ${tellableContent('before')} as told, ${tellableContent('current')} as now
     from unnest($1::bigint[], $2::integer[], $3::integer[]) as cited (event_id, revision, seen)
     join event on event.id = cited.event_id and event.revision <> cited.seen
     join event_revision as before on before.event_id = cited.event_id and before.revision = cited.revision
     join event_revision as current on current.event_id = cited.event_id and current.revision = event.revision`,
    [told.map((c) => c.eventId), told.map((c) => c.revision), told.map((c) => c.seen)],
  );
  return rows;
}

/** Of the told events that were not confirmed as they were told: those that other sources' events now confirm. */
export async function findConfirmed(
  client: Queryable,
  told: readonly ToldEvent[],
): Promise<ConfirmedEvent[]> {
  // Alerts of many sites tell of one event.
  const once = [...new Map(told.map((event) => [event.eventId, event])).values()];
  if (once.length === 0) return [];
  const { rows } = await client.query(
    `select ${tellableContent('before')} as told, confirming.by
     from unnest($1::bigint[], $2::integer[]) as cited (event_id, revision)
     join event_revision as before using (event_id, revision)
     join incident_member as own on own.event_id = cited.event_id
     cross join lateral (
       select json_agg(json_build_object('eventId', found.id, 'source', found.source) order by found.id) as by
       from (select event.id, event.source from incident_member as member
             join event on event.id = member.event_id
             join event_revision as current on current.event_id = event.id and current.revision = event.revision
             where member.incident_id = own.incident_id and member.event_id <> cited.event_id
               and not current.retracted and current.confidence = 'confirmed' and current.origin is null
             order by event.id limit 20) as found) as confirming
     where before.confidence <> 'confirmed' and confirming.by is not null
     order by cited.event_id`,
    [once.map((event) => event.eventId), once.map((event) => event.revision)],
  );
  return rows;
}
