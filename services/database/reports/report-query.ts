import type { EventRevision } from '../../../domain/event.ts';
import { eventOf } from '../events/event-row.ts';
import type { Queryable } from '../pool.ts';
import type { ReadingState, ReportState } from './reading.ts';

export type NewsReportRow = {
  id: number;
  revision: number;
  state: ReportState;
  /** True where its newest revision waits to be read. */
  isWaiting: boolean;
  language: string | null;
  failure: string | null;
  reader: string | null;
  readAt: Date | null;
  origin: string;
  title: string | null;
  publisher: string | null;
  url: string | null;
  publishedAt: Date;
  fetchedAt: Date;
  /** When it was really written; null where it is older than this column. */
  storedAt: Date | null;
  mayShowRaw: boolean;
  /** Events that stand in it, and those of them that nobody has settled. */
  events: number;
  unsettled: number;
};

const reportColumns = `n.id, n.revision, n.state, n.read_revision is distinct from n.revision as "isWaiting", n.language,
  n.failure, n.reader, n.read_at as "readAt", n.origin, report.title, report.publisher, report.url,
  report.published_at as "publishedAt", report.fetched_at as "fetchedAt", report.stored_at as "storedAt",
  report.may_show_raw as "mayShowRaw",
  counted.events, counted.unsettled`;

const reportTables = `news_report n
  join news_report_revision r on r.news_report_id = n.id and r.revision = n.revision
  join report on report.id = r.report_id
  cross join lateral (
    select count(*) filter (where reading.state <> 'gone') as events,
           count(*) filter (where reading.state = 'unreviewed') as unsettled
    from reading where reading.news_report_id = n.id) as counted`;

export type ReportFilter = {
  state?: ReportState;
  language?: string;
  publisher?: string;
  origin?: string;
  /** Instants of publication: from the first on, before the second. */
  from?: Date;
  to?: Date;
  hasEvents?: boolean;
  after?: number;
  limit: number;
};

/** Reports in prose, the one that came last first. */
export async function findReports(client: Queryable, filter: ReportFilter): Promise<NewsReportRow[]> {
  const { rows } = await client.query<NewsReportRow>(
    `select ${reportColumns} from ${reportTables}
     where ($1::text is null or n.state = $1)
       and ($2::text is null or n.language = $2)
       and ($3::text is null or lower(report.publisher) = lower($3))
       and ($4::text is null or n.origin = $4)
       and ($5::timestamptz is null or n.published_at >= $5)
       and ($6::timestamptz is null or n.published_at < $6)
       and ($7::boolean is null or (counted.events > 0) = $7)
       and ($8::bigint is null or n.id < $8)
     order by n.id desc limit $9`,
    [
      filter.state ?? null,
      filter.language ?? null,
      filter.publisher ?? null,
      filter.origin ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.hasEvents ?? null,
      filter.after ?? null,
      filter.limit,
    ],
  );
  return rows;
}

export async function findReport(client: Queryable, id: number): Promise<NewsReportRow | null> {
  const { rows } = await client.query<NewsReportRow>(
    `select ${reportColumns} from ${reportTables} where n.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** Null where there is no such report. */
export async function isReportRead(client: Queryable, id: number): Promise<boolean | null> {
  const { rows } = await client.query<{ isRead: boolean }>(
    `select n.read_revision is not distinct from n.revision as "isRead" from news_report n where n.id = $1`,
    [id],
  );
  return rows[0]?.isRead ?? null;
}

export type ReportRevisionRow = {
  revision: number;
  title: string | null;
  publishedAt: Date;
  fetchedAt: Date;
  feed: string | null;
  mayShowRaw: boolean;
  /** Null where the licence does not allow to show it. */
  text: string | null;
};

/** Every revision of a report, the first one first. */
export async function findReportRevisions(client: Queryable, id: number): Promise<ReportRevisionRow[]> {
  const { rows } = await client.query<ReportRevisionRow>(
    `select r.revision, report.title, report.published_at as "publishedAt", report.fetched_at as "fetchedAt", r.feed,
            report.may_show_raw as "mayShowRaw", case when report.may_show_raw then r.text end as text
     from news_report_revision r join report on report.id = r.report_id
     where r.news_report_id = $1 order by r.revision`,
    [id],
  );
  return rows;
}

export type ReadingRow = {
  reportId: number;
  number: number;
  reportRevision: number;
  spanStart: number;
  spanEnd: number;
  inTitle: boolean;
  certainty: number;
  rendering: string;
  rivals: Record<string, unknown>[];
  attributedTo: string | null;
  reader: string;
  state: ReadingState;
  settledBy: string | null;
  settledAt: Date | null;
  reason: string | null;
};

/** A sentence of a report that made no event, and why. */
export type PassedOverRow = {
  span: { start: number; end: number; inTitle: boolean };
  reason: string;
};

/** The sentences of the revision that was read last which made no event; none where it is not read. */
export async function findPassedOver(
  client: Queryable,
  id: number,
): Promise<{ reportRevision: number | null; sentences: PassedOverRow[] }> {
  const { rows } = await client.query(
    `select read_revision as "reportRevision", passed_over as sentences from news_report where id = $1`,
    [id],
  );
  return rows[0] ?? { reportRevision: null, sentences: [] };
}

/** What was read from a report, with the events as they stand now; those that are gone stand last. */
export async function findReadings(
  client: Queryable,
  reportId: number,
): Promise<{ reading: ReadingRow; event: EventRevision }[]> {
  const { rows } = await client.query(
    `select e.*, reading.news_report_id as "reportId", reading.number, reading.report_revision as "reportRevision",
            reading.span_start as "spanStart", reading.span_end as "spanEnd", reading.in_title as "inTitle",
            reading.certainty, reading.rendering, reading.rivals, reading.attributed_to as "attributedTo",
            reading.reader, reading.state, reading.settled_by as "settledBy", reading.settled_at as "settledAt",
            reading.reason
     from reading join current_event as e on e.event_id = reading.event_id
     where reading.news_report_id = $1 order by reading.state = 'gone', reading.number`,
    [reportId],
  );
  return rows.map((row) => ({ reading: row, event: eventOf(row as never) }));
}

/** The names of sites by their numbers. */
export async function findSiteNames(
  client: Queryable,
  siteNos: readonly number[],
): Promise<Map<number, string>> {
  const { rows } = await client.query(
    'select site.site_no as "siteNo", site.name from site where site.site_no = any($1)',
    [siteNos],
  );
  return new Map(rows.map((row) => [row.siteNo, row.name]));
}
