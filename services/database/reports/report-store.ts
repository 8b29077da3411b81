import type { ArticleInput } from '../../../domain/reading/reports/article.ts';
import {
  type Fingerprint,
  fingerprintOf,
  isCopy,
  sharedOrigin,
} from '../../../domain/reading/reports/copies.ts';
import { isEdit } from '../../../domain/reading/reports/edits.ts';
import { originOf } from '../../../domain/reading/reports/origin.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';

export type ReportOutcome = { outcome: 'new' | 'changed' | 'unchanged'; reportId: number };

/** `toRead`: reports that wait to be read, this one or copies of it. */
type Stored = ReportOutcome & { toRead: number[] };

/** Held to the end of a transaction that stores reports: of two copies the later one sees the earlier. */
const copiesLock = 7_283_466;

/** Copies of a text appear within days. */
const copiesWithinDays = 7;

type KnownReport = {
  id: number;
  revision: number;
  hash: string;
  feed: string | null;
  length: number;
  isRead: boolean;
};

/** A report with what it is known by (`services/reading/article.ts`): its key, its hash, its canonical address. */
export type IdentifiedArticle = { article: ArticleInput; key: string; hash: string; address: string | null };

/**
 * Stores a report: a new one, or a further revision where its title or text was edited, and finds out who stands
 * behind it. What differs is to be read. Run it in a transaction.
 */
export async function storeReport(
  client: Queryable,
  { article, key, hash, address }: IdentifiedArticle,
  recordedAt: Date,
): Promise<Stored> {
  await client.query('select pg_advisory_xact_lock($1)', [copiesLock]);
  const known = await lockKnown(client, key);
  if (known && !isEdit(article, hash, known)) {
    if (!article.mayShowRaw) await hideRaw(client, known.id);
    return { outcome: 'unchanged', reportId: known.id, toRead: known.isRead ? [] : [known.id] };
  }
  if (known && !article.mayShowRaw) await hideRaw(client, known.id);
  const rowId = await insertReportRow(client, article, { key, hash, address }, recordedAt);
  const id = known?.id ?? rowId;
  const revision = (known?.revision ?? 0) + 1;
  const fingerprint = fingerprintOf(article.text);
  const copies = await findCopies(client, id, fingerprint, article.publishedAt);
  const { origin, isAgency } = sharedOrigin(originOf(article), copies);
  await client.query(
    `insert into news_report (id, key, revision, due_at, published_at, state, origin, is_agency, fingerprint, shingles)
     values ($1, $2, $3, $4, $5, 'unread', $6, $7, $8, $9)
     on conflict (id) do update
       set revision = excluded.revision, due_at = greatest(news_report.due_at, excluded.due_at),
           published_at = excluded.published_at, origin = excluded.origin, is_agency = excluded.is_agency,
           fingerprint = excluded.fingerprint, shingles = excluded.shingles,
           asking_until = null`,
    [
      id,
      key,
      revision,
      recordedAt,
      article.publishedAt,
      origin,
      isAgency,
      fingerprint.hashes,
      fingerprint.shingles,
    ],
  );
  await client.query(
    `insert into news_report_revision (news_report_id, revision, report_id, content_hash, feed, text)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, revision, rowId, hash, article.feedId ?? null, storable(article.text)],
  );
  const renamed = isAgency ? await shareAgency(client, origin, copies, recordedAt) : [];
  return { outcome: known ? 'changed' : 'new', reportId: id, toRead: [id, ...renamed] };
}

/** PostgreSQL stores neither NUL nor halves of surrogate pairs; the replacement has the same length in UTF-16. */
function storable(text: string): string {
  return text.replace(/\p{Cs}|\0/gu, '\ufffd');
}

async function lockKnown(client: Queryable, key: string): Promise<KnownReport | null> {
  const { rows } = await client.query<KnownReport>(
    `select news_report.id, news_report.revision, r.content_hash as hash, r.feed, length(r.text) as length,
            news_report.read_revision is not distinct from news_report.revision as "isRead"
     from news_report
     join news_report_revision r on r.news_report_id = news_report.id and r.revision = news_report.revision
     where news_report.key = $1 for update of news_report`,
    [key],
  );
  return rows[0] ?? null;
}

async function insertReportRow(
  client: Queryable,
  { publisher, title, publishedAt, mayShowRaw, html, text, feedId }: ArticleInput,
  { key, hash, address }: Omit<IdentifiedArticle, 'article'>,
  fetchedAt: Date,
): Promise<number> {
  const content = { ...(html === null ? { text } : { html }), feedId };
  const { rows } = await client.query<{ id: number }>(
    `insert into report (source, external_id, content_hash, publisher, title, url, published_at, fetched_at, may_show_raw,
       content, is_prose)
     values ('news', $1, $2, $3, $4, $5, $6, $7, $8, $9::json, true) returning id`,
    [
      key,
      hash,
      publisher && storable(publisher),
      title && storable(title),
      address,
      publishedAt,
      fetchedAt,
      mayShowRaw,
      jsonText(content),
    ],
  );
  return rows[0]!.id;
}

/** The licence that was told last holds where it is the stricter one. */
async function hideRaw(client: Queryable, id: number): Promise<void> {
  await client.query(
    `update report set may_show_raw = false from news_report_revision r
     where r.news_report_id = $1 and report.id = r.report_id and report.may_show_raw`,
    [id],
  );
}

type Copy = { id: number; origin: string; isAgency: boolean };

/** Other reports of those days whose text mostly repeats this one's, or the other way round; the earliest first. */
async function findCopies(
  client: Queryable,
  id: number,
  fingerprint: Fingerprint,
  publishedAt: Date,
): Promise<Copy[]> {
  const { rows } = await client.query<Copy & Fingerprint>(
    `select other.id, other.origin, other.is_agency as "isAgency", other.fingerprint as hashes, other.shingles
     from news_report other
     where other.fingerprint && $1 and other.id <> $2
       and other.published_at between $3::timestamptz - $4 * interval '1 day' and $3 + $4 * interval '1 day'
     order by other.published_at, other.id`,
    [fingerprint.hashes, id, publishedAt, copiesWithinDays],
  );
  return rows.filter((row) => isCopy(row, fingerprint));
}

/** Copies that credited nobody have the agency for their origin from now on: their events are to say so. */
async function shareAgency(
  client: Queryable,
  agency: string,
  copies: readonly Copy[],
  recordedAt: Date,
): Promise<number[]> {
  const ids = copies.filter((copy) => !copy.isAgency).map((copy) => copy.id);
  if (ids.length === 0) return [];
  await client.query(
    `update news_report
     set origin = $2, is_agency = true, read_revision = null, due_at = greatest(due_at, $3)
     where id = any($1)`,
    [ids, agency, recordedAt],
  );
  return ids;
}
