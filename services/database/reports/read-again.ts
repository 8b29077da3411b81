import type { Queryable } from '../pool.ts';

/** The text of a report that was read, with its title. */
export type ReadText = { id: number; text: string };

/** The newest reports that were read, in pages. */
export async function* readNewestTexts(
  client: Queryable,
  most: number,
  pageSize: number,
): AsyncGenerator<ReadText[]> {
  for (let from = 0; from < most; from += pageSize) {
    const { rows } = await client.query<ReadText>(
      `select n.id, coalesce(report.title, '') || ' ' || r.text as text
       from (select * from news_report as read where read.read_revision = read.revision
             order by read.published_at desc, read.id limit $1 offset $2) as n
       join news_report_revision r on r.news_report_id = n.id and r.revision = n.revision
       join report on report.id = r.report_id`,
      [Math.min(pageSize, most - from), from],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
  }
}

/** The names and aliases of sites. */
export async function findSiteNames(client: Queryable, siteNos: readonly number[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select site.name from site where site.site_no = any($1)
     union select site_name.name from site_name where site_name.site_no = any($1)`,
    [siteNos],
  );
  return rows.map(({ name }) => name);
}

/** Has reports read again. What a person settled stays as it is. */
export async function markToReadAgain(client: Queryable, ids: readonly number[]): Promise<void> {
  await client.query('update news_report set read_revision = null where news_report.id = any($1)', [ids]);
}
