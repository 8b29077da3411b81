import type { EventRevision } from '../../../domain/event.ts';
import type { EventPair } from '../../../domain/incidents/incident.ts';
import type { IncidentEvent } from '../../../domain/incidents/occurrence.ts';
import { eventOf } from '../events/event-row.ts';
import type { Queryable } from '../pool.ts';
import { readIncidentEvents } from './incident.ts';

/** Current revisions of events, in the order of their ids. */
export async function readMembers(client: Queryable, eventIds: readonly number[]): Promise<EventRevision[]> {
  const { rows } = await client.query(
    'select current_event.* from current_event where current_event.event_id = any($1) order by current_event.event_id',
    [eventIds],
  );
  return rows.map(eventOf);
}

/** The members of the incident that an event belongs to, or the event alone; none where there is no such event. */
export async function findIncidentMembers(client: Queryable, eventId: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select event.id from event
     where event.id = $1 or event.id in (
       select other.event_id from incident_member own
       join incident_member other on other.incident_id = own.incident_id where own.event_id = $1)
     order by event.id`,
    [eventId],
  );
  return rows.map((row) => row.id);
}

/** What the confirmation of those events rests on that stand for all of the given ones. */
export async function findRepresentatives(
  client: Queryable,
  eventIds: readonly number[],
): Promise<IncidentEvent[]> {
  const { rows } = await client.query<{ id: number }>(
    `select event.id from event
     join event_revision r on r.event_id = event.id and r.revision = event.revision
     where event.id = any($1) and not r.represented`,
    [eventIds],
  );
  return readIncidentEvents(
    client,
    rows.map((row) => row.id),
  );
}

const pairsWithin = 'from event_pair where event_pair.event_a = any($1) and event_pair.event_b = any($1)';

/** Pairs of which both events are among the given, in the order of their ids. */
export async function findIncidentPairs(
  client: Queryable,
  eventIds: readonly number[],
  { limit, after = [0, 0] }: { limit: number; after?: [number, number] },
): Promise<EventPair[]> {
  const { rows } = await client.query<EventPair>(
    `select event_pair.event_a as "eventA", event_pair.event_b as "eventB", event_pair.reason ${pairsWithin}
       and (event_pair.event_a, event_pair.event_b) > ($2::bigint, $3::bigint)
     order by event_pair.event_a, event_pair.event_b limit $4`,
    [eventIds, ...after, limit],
  );
  return rows;
}

export async function countIncidentPairs(client: Queryable, eventIds: readonly number[]): Promise<number> {
  const { rows } = await client.query<{ pairs: number }>(`select count(*)::int as pairs ${pairsWithin}`, [
    eventIds,
  ]);
  return rows[0]!.pairs;
}

type Teller = { source: string; origin: string | null };

/** The sources and origins of each incident of the events, each once, and those of the events that it is asked for. */
export async function findTellers(
  client: Queryable,
  eventIds: readonly number[],
): Promise<{ eventIds: number[]; tellers: Teller[] }[]> {
  const { rows } = await client.query<{ eventIds: string[]; tellers: Teller[] }>(
    `select asked.event_ids as "eventIds", told.tellers
     from (select own.incident_id, case when own.incident_id is null then wanted.id end as alone_id,
                  array_agg(wanted.id) as event_ids
           from unnest($1::bigint[]) as wanted (id) left join incident_member own on own.event_id = wanted.id
           group by 1, 2) as asked
     cross join lateral (
       select jsonb_agg(distinct jsonb_build_object('source', e.source, 'origin', r.origin)) as tellers
       from (select asked.alone_id as id where asked.alone_id is not null
             union all
             select member.event_id from incident_member member where member.incident_id = asked.incident_id) as teller
       join event e on e.id = teller.id
       join event_revision r on r.event_id = e.id and r.revision = e.revision and not r.retracted) as told
     where told.tellers is not null`,
    [eventIds],
  );
  return rows.map(({ eventIds, tellers }) => ({ eventIds: eventIds.map(Number), tellers }));
}

export type SeparationRow = {
  id: number;
  eventA: number;
  eventB: number;
  author: string;
  reason: string;
  at: Date;
};

const separationColumns = `s.id, s.event_a as "eventA", s.event_b as "eventB", s.author, s.reason, s.at`;

/** Separations in force of any of the events from any other, the oldest first. */
export async function findSeparations(
  client: Queryable,
  eventIds: readonly number[],
): Promise<SeparationRow[]> {
  const { rows } = await client.query<SeparationRow>(
    `select ${separationColumns} from incident_separation s
     where s.ended_at is null and (s.event_a = any($1) or s.event_b = any($1)) order by s.id`,
    [eventIds],
  );
  return rows;
}

export async function insertSeparation(
  client: Queryable,
  { eventA, eventB, author, reason, at }: Omit<SeparationRow, 'id'>,
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into incident_separation (event_a, event_b, author, reason, at)
     values (least($1::bigint, $2::bigint), greatest($1::bigint, $2::bigint), $3, $4, $5) returning id`,
    [eventA, eventB, author, reason, at],
  );
  return rows[0]!.id;
}

/** Ends a separation in force; null where there is none of that id. */
export async function endSeparation(
  client: Queryable,
  id: number,
  ended: { author: string; reason: string | null; at: Date },
): Promise<SeparationRow | null> {
  const { rows } = await client.query<SeparationRow>(
    `update incident_separation s set ended_at = $2, ended_by = $3, end_reason = $4
     where s.id = $1 and s.ended_at is null returning ${separationColumns}`,
    [id, ended.at, ended.author, ended.reason],
  );
  return rows[0] ?? null;
}
