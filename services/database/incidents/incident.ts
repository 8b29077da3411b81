import type { EventPair, SeparatedPair } from '../../../domain/incidents/incident.ts';
import type { IncidentEvent } from '../../../domain/incidents/occurrence.ts';
import { inBatches } from '../../queue/batches.ts';
import { type Queryable, rowsPerInsert } from '../pool.ts';

/** An event with what the last joining has found: whether it is represented by others of its incident. */
export type JoinedEvent = IncidentEvent & { represented: boolean };

export async function readIncidentEvents(
  client: Queryable,
  eventIds: readonly number[],
): Promise<JoinedEvent[]> {
  if (eventIds.length === 0) return [];
  const { rows } = await client.query<JoinedEvent>(
    `select event.id as "eventId", event.source, event.source_event_id as "sourceEventId",
            r.occurred_on as "occurredOn", r.date_precision as "datePrecision", r.type, r.sub_type as "subType",
            r.latitude, r.longitude, r.location_precision as "locationPrecision", r.uncertainty_km as "uncertaintyKm",
            r.actors, r.deaths_low as "deathsLow", r.deaths_best as "deathsBest", r.deaths_high as "deathsHigh",
            r.confidence, r.site_ids as "siteIds", r.retracted, r.origin, r.represented
     from event join event_revision r on r.event_id = event.id and r.revision = event.revision
     where event.id = any($1)`,
    [eventIds],
  );
  return rows;
}

/**
 * The events that the given ones are tied to by pairs, or by what a person has separated, over any number of others,
 * and themselves.
 */
export async function findTiedEvents(client: Queryable, eventIds: readonly number[]): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `with recursive tied (id) as (
       select unnest($1::bigint[])
       union
       select partner.id from tied cross join lateral (
         select event_pair.event_b as id from event_pair where event_pair.event_a = tied.id
         union all
         select event_pair.event_a from event_pair where event_pair.event_b = tied.id
         union all
         select s.event_b from incident_separation s where s.event_a = tied.id and s.ended_at is null
         union all
         select s.event_a from incident_separation s where s.event_b = tied.id and s.ended_at is null) as partner
     )
     select tied.id from tied`,
    [eventIds],
  );
  return rows.map((row) => row.id);
}

/** The pairs of these events, with each other and with any others. */
export async function findPairsOf(client: Queryable, eventIds: readonly number[]): Promise<EventPair[]> {
  const { rows } = await client.query<EventPair>(
    `select event_pair.event_a as "eventA", event_pair.event_b as "eventB", event_pair.reason
     from event_pair where event_pair.event_a = any($1)
     union
     select event_pair.event_a, event_pair.event_b, event_pair.reason
     from event_pair where event_pair.event_b = any($1)`,
    [eventIds],
  );
  return rows;
}

export async function deletePairs(client: Queryable, pairs: readonly SeparatedPair[]): Promise<void> {
  if (pairs.length === 0) return;
  await client.query(
    `delete from event_pair using unnest($1::bigint[], $2::bigint[]) as gone (event_a, event_b)
     where event_pair.event_a = gone.event_a and event_pair.event_b = gone.event_b`,
    [pairs.map((pair) => pair.eventA), pairs.map((pair) => pair.eventB)],
  );
}

export async function insertPairs(client: Queryable, pairs: readonly EventPair[]): Promise<void> {
  for (const some of inBatches(pairs, rowsPerInsert)) {
    await client.query(
      `insert into event_pair (event_a, event_b, reason)
       select * from unnest($1::bigint[], $2::bigint[], $3::text[])
       on conflict (event_a, event_b) do update set reason = excluded.reason`,
      [some.map((pair) => pair.eventA), some.map((pair) => pair.eventB), some.map((pair) => pair.reason)],
    );
  }
}

/** The incident of each of the events that are joined. */
export async function findMemberships(
  client: Queryable,
  eventIds: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await client.query(
    `select incident_member.event_id as "eventId", incident_member.incident_id as "incidentId"
     from incident_member where incident_member.event_id = any($1)`,
    [eventIds],
  );
  return new Map(rows.map((row) => [row.eventId, row.incidentId]));
}

/** Members of each of the incidents, by incident; no more than `most` of each. */
export async function findMembersOf(
  client: Queryable,
  incidentIds: readonly number[],
  most: number,
): Promise<Map<number, number[]>> {
  const { rows } = await client.query<{ incidentId: number; eventIds: string[] }>(
    `select wanted.id as "incidentId", array(
       select incident_member.event_id from incident_member where incident_member.incident_id = wanted.id limit $2
     ) as "eventIds"
     from unnest($1::bigint[]) as wanted (id)`,
    [incidentIds, most],
  );
  return new Map(rows.map((row) => [row.incidentId, row.eventIds.map(Number)]));
}

/** Sets what the events belong to; null: the event stands alone. */
export async function writeMemberships(
  client: Queryable,
  memberships: ReadonlyMap<number, number | null>,
): Promise<void> {
  const alone = [...memberships].filter(([, incidentId]) => incidentId === null).map(([eventId]) => eventId);
  const joined = [...memberships].filter(([, incidentId]) => incidentId !== null);
  if (alone.length > 0) await client.query('delete from incident_member where event_id = any($1)', [alone]);
  if (joined.length === 0) return;
  await client.query(
    `insert into incident_member (event_id, incident_id) select * from unnest($1::bigint[], $2::bigint[])
     on conflict (event_id) do update set incident_id = excluded.incident_id`,
    [joined.map(([eventId]) => eventId), joined.map(([, incidentId]) => incidentId)],
  );
}

/** Notes which events are represented by others of their incident, or are so no more. */
export async function writeRepresented(
  client: Queryable,
  eventIds: readonly number[],
  represented: boolean,
): Promise<void> {
  if (eventIds.length === 0) return;
  await client.query(
    `update event_revision r set represented = $2 from event
     where event.id = any($1) and r.event_id = event.id and r.revision = event.revision`,
    [eventIds, represented],
  );
}

/** Pairs of these events that a person has separated; with `knownAt`, those that were separated then. */
export async function findSeparatedPairs(
  client: Queryable,
  eventIds: readonly number[],
  knownAt: Date | null = null,
): Promise<SeparatedPair[]> {
  const { rows } = await client.query<SeparatedPair>(
    `select s.event_a as "eventA", s.event_b as "eventB" from incident_separation s
     where s.event_a = any($1) and s.event_b = any($1)
       and case when $2::timestamptz is null then s.ended_at is null
                else s.at <= $2 and (s.ended_at is null or s.ended_at > $2) end`,
    [eventIds, knownAt],
  );
  return rows;
}

/** The sites that the current revisions of the events are tied to. */
export async function findSitesOfEvents(client: Queryable, eventIds: readonly number[]): Promise<number[]> {
  const { rows } = await client.query<{ siteNo: number }>(
    `select distinct link.site_no as "siteNo" from event
     join link on link.event_id = event.id and link.revision = event.revision where event.id = any($1)`,
    [eventIds],
  );
  return rows.map((row) => row.siteNo);
}
