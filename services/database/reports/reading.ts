import type { MatchableReading } from '../../../domain/reading/reports/match-readings.ts';
import type { Language } from '../../../domain/reading/text/text.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';

/** `gone`: a later reading of the report no longer found the event. The three between are a person's. */
export type ReadingState = 'unreviewed' | 'confirmed' | 'corrected' | 'rejected' | 'gone';

export type ReportState = 'unread' | 'unreviewed' | 'reviewed';

/** The newest revision of a report that is to be read. */
export type ReportToRead = {
  id: number;
  key: string;
  revision: number;
  /** The row of `report` that holds this revision. */
  rowId: number;
  title: string | null;
  text: string;
  url: string | null;
  publishedAt: Date;
  /** That of the feed it came by, where it came by one that is known to publish in a language that is read. */
  feedLanguage: Language | null;
};

export async function findReportsToRead(client: Queryable, limit: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select news_report.id from news_report where news_report.read_revision is distinct from news_report.revision
       and (news_report.asking_until is null or news_report.asking_until <= now())
       and not exists (select from waiting_aside as aside where aside.stage = 'read' and aside.id = news_report.id)
     order by news_report.id limit $1`,
    [limit],
  );
  return rows.map((row) => row.id);
}

/** Null where there is no such report, or its newest revision is read. */
export async function findReportToRead(client: Queryable, id: number): Promise<ReportToRead | null> {
  const { rows } = await client.query<ReportToRead>(
    `select n.id, n.key, n.revision, r.report_id as "rowId", report.title, r.text, report.url,
            report.published_at as "publishedAt", feed.language as "feedLanguage"
     from news_report n
     join news_report_revision r on r.news_report_id = n.id and r.revision = n.revision
     join report on report.id = r.report_id
     left join feed on feed.id::text = r.feed
     where n.id = $1 and n.read_revision is distinct from n.revision`,
    [id],
  );
  return rows[0] ?? null;
}

/**
 * Claims a report whose revision was just read; null where another worker was first, or it was edited meanwhile. No
 * other reading or review of it happens before this transaction ends.
 */
export async function claimReport(
  client: Queryable,
  id: number,
  revision: number,
): Promise<{ dueAt: Date; origin: string; state: ReportState } | null> {
  const { rows } = await client.query(
    `select news_report.due_at as "dueAt", news_report.origin, news_report.state from news_report
     where news_report.id = $1 and news_report.revision = $2 and news_report.read_revision is distinct from $2
     for update`,
    [id, revision],
  );
  return rows[0] ?? null;
}

export type KnownReading = {
  eventId: number;
  number: number;
  state: ReadingState;
  content: MatchableReading;
  /** Of the event: it may have been retracted otherwise than by a review. */
  retracted: boolean;
  recordedAt: Date;
};

/** All that was ever read from a report, in the order of the numbers, with the state of each event. */
export async function findKnownReadings(client: Queryable, reportId: number): Promise<KnownReading[]> {
  const { rows } = await client.query<KnownReading>(
    `select reading.event_id as "eventId", reading.number, reading.state, reading.content, e.retracted,
            e.recorded_at as "recordedAt"
     from reading join current_event as e on e.event_id = reading.event_id
     where reading.news_report_id = $1 order by reading.number`,
    [reportId],
  );
  return rows;
}

export type ReadingContent = {
  eventId: number;
  number: number;
  reportRevision: number;
  spanStart: number;
  spanEnd: number;
  inTitle: boolean;
  certainty: number;
  rendering: string;
  rivals: unknown;
  attributedTo: string | null;
  reader: string;
  content: unknown;
};

/** Keeps what was read of each event; what a person made of it stays. */
export async function writeReadings(
  client: Queryable,
  reportId: number,
  readings: readonly ReadingContent[],
): Promise<void> {
  if (readings.length === 0) return;
  await client.query(
    `insert into reading (event_id, news_report_id, number, report_revision, span_start, span_end, in_title, certainty,
       rendering, rivals, attributed_to, reader, content, state)
     select "eventId", $2, number, "reportRevision", "spanStart", "spanEnd", "inTitle", certainty, rendering, rivals,
            "attributedTo", reader, content, 'unreviewed'
     from json_to_recordset($1::json) as ("eventId" bigint, number integer, "reportRevision" integer,
       "spanStart" integer, "spanEnd" integer, "inTitle" boolean, certainty real, rendering text, rivals jsonb,
       "attributedTo" text, reader text, content jsonb)
     on conflict (event_id) do update
       set report_revision = excluded.report_revision, span_start = excluded.span_start, span_end = excluded.span_end,
           in_title = excluded.in_title, certainty = excluded.certainty, rendering = excluded.rendering,
           rivals = excluded.rivals, attributed_to = excluded.attributed_to, reader = excluded.reader,
           content = excluded.content`,
    [jsonText(readings), reportId],
  );
}

export async function markGone(client: Queryable, eventIds: readonly number[]): Promise<void> {
  await client.query(`update reading set state = 'gone' where event_id = any($1)`, [eventIds]);
}

/**
 * Takes a report for asking a second reader, for as long as that may take, in seconds: false where another worker asks
 * already. It ends by itself where this process dies.
 */
export async function claimAsking(client: Queryable, id: number, forSeconds: number): Promise<boolean> {
  const { rowCount } = await client.query(
    `update news_report set asking_until = now() + make_interval(secs => $2)
     where id = $1 and (asking_until is null or asking_until <= now())`,
    [id, forSeconds],
  );
  return rowCount === 1;
}

/** Notes why a revision of a report could not be read. It stays to be read. */
export async function noteFailure(
  client: Queryable,
  { id, revision }: { id: number; revision: number },
  failure: string,
): Promise<void> {
  await client.query(
    `update news_report set state = 'unread', failure = $3, asking_until = null
     where id = $1 and revision = $2 and read_revision is distinct from $2`,
    [id, revision, failure],
  );
}

export async function markRead(
  client: Queryable,
  report: { id: number; revision: number; state: ReportState },
  read: { language: string; failure: string | null; reader: string; passedOver: unknown },
  readAt: Date,
): Promise<void> {
  await client.query(
    `update news_report
     set read_revision = $2, state = $3, language = $4, failure = $5, reader = $6, read_at = $7, passed_over = $8,
         asking_until = null
     where id = $1`,
    [
      report.id,
      report.revision,
      report.state,
      read.language,
      read.failure,
      read.reader,
      readAt,
      jsonText(read.passedOver),
    ],
  );
}
