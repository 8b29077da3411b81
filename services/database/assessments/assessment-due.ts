import { areEventsComing } from '../events/bulk-import.ts';
import type { Queryable } from '../pool.ts';

export type DueSite = { siteNo: number; dueAt: Date; hasNews: boolean };

/**
 * Marks sites for assessment. A site that is marked already keeps the later time, and news once there is news. Rows
 * are written in the order of the sites: two transactions that mark the same sites cannot wait for each other.
 */
export async function markDue(client: Queryable, due: readonly DueSite[]): Promise<void> {
  if (due.length === 0) return;
  await client.query(
    `insert into assessment_due as due (site_no, due_at, has_news)
     select * from unnest($1::integer[], $2::timestamptz[], $3::boolean[]) as mark (site_no, due_at, has_news)
     order by mark.site_no
     on conflict (site_no) do update
       set due_at = greatest(due.due_at, excluded.due_at), has_news = due.has_news or excluded.has_news`,
    [due.map((d) => d.siteNo), due.map((d) => d.dueAt), due.map((d) => d.hasNews)],
  );
}

/**
 * Sites to assess now. While events are coming in, sites without news wait: an import of history touches the same
 * sites with every batch, and each needs to be assessed only once, at the end.
 */
export async function findDueSites(client: Queryable, limit: number): Promise<number[]> {
  const onlyNews = await areEventsComing(client);
  const { rows } = await client.query(
    `select due.site_no from assessment_due as due where due.has_news or not $2
     order by due.site_no limit $1`,
    [limit, onlyNews],
  );
  return rows.map((row) => row.site_no);
}

/** Claims those of the sites that are due. Their marks are gone when this transaction commits. */
export async function claimDueSites(client: Queryable, siteNos: readonly number[]): Promise<DueSite[]> {
  const { rows } = await client.query(
    `delete from assessment_due where site_no in (
       select due.site_no from assessment_due as due where due.site_no = any($1)
       order by due.site_no for update skip locked)
     returning site_no as "siteNo", due_at as "dueAt", has_news as "hasNews"`,
    [siteNos],
  );
  return rows;
}
