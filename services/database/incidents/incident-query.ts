import type { EventRevision } from '../../../domain/event.ts';
import { eventOf } from '../events/event-row.ts';
import type { Queryable } from '../pool.ts';

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
