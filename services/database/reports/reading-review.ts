import type { EventRevision } from '../../../domain/event.ts';
import { eventOf } from '../events/event-row.ts';
import type { Queryable } from '../pool.ts';
import type { ReadingState, ReportState } from './reading.ts';

/** Holds a report to the end of the transaction: nobody reads or reviews it meanwhile. Null where there is none. */
export async function lockReport(
  client: Queryable,
  id: number,
): Promise<{ state: ReportState; isRead: boolean } | null> {
  const { rows } = await client.query(
    `select news_report.state, news_report.read_revision is not distinct from news_report.revision as "isRead"
     from news_report where news_report.id = $1 for update`,
    [id],
  );
  return rows[0] ?? null;
}

export type ReviewedEvent = { state: ReadingState; event: EventRevision; rowId: number };

/** An event that was read from a report; null where it was not read from this one. */
export async function findReviewedEvent(
  client: Queryable,
  reportId: number,
  eventId: number,
): Promise<ReviewedEvent | null> {
  const { rows } = await client.query(
    `select e.*, reading.state
     from reading join current_event as e on e.event_id = reading.event_id
     where reading.news_report_id = $1 and reading.event_id = $2`,
    [reportId, eventId],
  );
  const [row] = rows;
  return row ? { state: row.state, event: eventOf(row as never), rowId: row.report_id } : null;
}

/** The report that an event was read from; null where it was not read from prose. */
export async function findReportIdOfEvent(client: Queryable, eventId: number): Promise<number | null> {
  const { rows } = await client.query(
    'select reading.news_report_id as "reportId" from reading where reading.event_id = $1',
    [eventId],
  );
  return rows[0]?.reportId ?? null;
}

export async function settleReading(
  client: Queryable,
  eventId: number,
  settled: { state: 'confirmed' | 'corrected' | 'rejected'; author: string; reason: string | null; at: Date },
): Promise<void> {
  await client.query(
    'update reading set state = $2, settled_by = $3, reason = $4, settled_at = $5 where event_id = $1',
    [eventId, settled.state, settled.author, settled.reason, settled.at],
  );
}

/** Events that stand in a report and that nobody has settled. */
export async function findUnsettled(client: Queryable, reportId: number): Promise<number[]> {
  const { rows } = await client.query(
    `select reading.event_id as "eventId" from reading
     where reading.news_report_id = $1 and reading.state = 'unreviewed' order by reading.event_id`,
    [reportId],
  );
  return rows.map((row) => row.eventId);
}

export async function setReportState(client: Queryable, id: number, state: ReportState): Promise<void> {
  await client.query('update news_report set state = $2 where id = $1', [id, state]);
}
