import { controlChanges } from '../../../domain/acled.ts';
import type { AssessableEvent } from '../../../domain/event.ts';
import { calendarDate } from '../../../domain/time.ts';
import { type Circle, inCircleBox } from '../in-circle-box.ts';
import type { Queryable } from '../pool.ts';
import { assessableColumns } from './linked-event.ts';

/** The changes of control in the box around a circle, of the days before an instant and as they were known at it. */
export async function findControlChanges(
  client: Queryable,
  circle: Circle,
  at: Date,
  maxAgeDays: number,
): Promise<AssessableEvent[]> {
  const { rows } = await client.query<AssessableEvent>(
    `select ${assessableColumns}, null as "incidentId"
     from (
       select distinct r.event_id from event_revision r
       where r.occurred_on between $6::date - $7::integer and $6::date and r.sub_type = any($8)
         and ${inCircleBox('r')}) as touched
     cross join lateral (
       select r.*, event.source, event.source_event_id from event_revision r join event on event.id = r.event_id
       where r.event_id = touched.event_id and r.recorded_at <= $5
       order by r.revision desc limit 1) as e
     where not e.retracted and e.sub_type = any($8)`,
    [...circle, at, calendarDate(at), maxAgeDays, controlChanges],
  );
  return rows;
}
