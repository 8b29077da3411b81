import { areEventsComing } from '../events/bulk-import.ts';
import type { Queryable } from '../pool.ts';

export type DueSite = { siteNo: number; dueAt: Date; hasNews: boolean };

/**
 * Marks sites for assessment. A site that is marked already keeps the later time, and news once there is news. Rows
 * are written in the order of the sites: two transactions that mark the same sites cannot wait for each other. A mark
 * that says so already is locked, but not written anew: an import of history marks the same sites with every batch.
 */
export async function markDue(client: Queryable, due: readonly DueSite[]): Promise<void> {
  if (due.length === 0) return;
  await client.query(
    `insert into assessment_due as due (site_no, due_at, has_news)
     select * from unnest($1::integer[], $2::timestamptz[], $3::boolean[]) as mark (site_no, due_at, has_news)
     order by mark.site_no
     on conflict (site_no) do update
       set due_at = greatest(due.due_at, excluded.due_at), has_news = due.has_news or excluded.has_news
       where due.due_at < excluded.due_at or excluded.has_news and not due.has_news`,
    [due.map((d) => d.siteNo), due.map((d) => d.dueAt), due.map((d) => d.hasNews)],
  );
}

/** Marks sites for assessment at a time that lies ahead of what came in; the marks wait for that time. */
export async function markAhead(client: Queryable, ahead: readonly DueSite[]): Promise<void> {
  if (ahead.length === 0) return;
  await client.query(
    `insert into assessment_ahead as waiting (site_no, due_at, has_news)
     select mark.site_no, mark.due_at, bool_or(mark.has_news)
     from unnest($1::integer[], $2::timestamptz[], $3::boolean[]) as mark (site_no, due_at, has_news)
     group by mark.site_no, mark.due_at order by mark.site_no, mark.due_at
     on conflict (site_no, due_at) do update set has_news = waiting.has_news or excluded.has_news`,
    [ahead.map((d) => d.siteNo), ahead.map((d) => d.dueAt), ahead.map((d) => d.hasNews)],
  );
}

/**
 * Sites to assess now. While events are coming in, sites without news wait: an import of history touches the same
 * sites with every batch, and each needs to be assessed only once, at the end.
 */
export async function findDueSites(client: Queryable, limit: number): Promise<number[]> {
  const onlyNews = await areEventsComing(client);
  const { rows } = await client.query(
    `select due.site_no from (
       select site_no, has_news from assessment_due
       union all select site_no, has_news from assessment_ahead where due_at <= now()) as due
     where (due.has_news or not $2)
       and not exists (select from waiting_aside as aside where aside.stage = 'assess' and aside.id = due.site_no)
     group by due.site_no order by due.site_no limit $1`,
    [limit, onlyNews],
  );
  return rows.map((row) => row.site_no);
}

/**
 * Claims those of the sites that are due. Their marks are gone when this transaction commits, and so are those of sites
 * that are no longer watched: they are not answered.
 */
export async function claimDueSites(client: Queryable, siteNos: readonly number[]): Promise<DueSite[]> {
  const { rows } = await client.query(
    `with due as (
       delete from assessment_due where site_no in (
         select due.site_no from assessment_due as due where due.site_no = any($1)
         order by due.site_no for update skip locked)
       returning *
     ), begun as (
       delete from assessment_ahead where (site_no, due_at) in (
         select ahead.site_no, ahead.due_at from assessment_ahead as ahead
         where ahead.site_no = any($1) and ahead.due_at <= now()
         order by ahead.site_no, ahead.due_at for update skip locked)
       returning *
     )
     select claimed.site_no as "siteNo", max(claimed.due_at) as "dueAt", bool_or(claimed.has_news) as "hasNews"
     from (select * from due union all select * from begun) as claimed
     join site on site.site_no = claimed.site_no and site.withdrawn_at is null
     group by claimed.site_no`,
    [siteNos],
  );
  return rows;
}
