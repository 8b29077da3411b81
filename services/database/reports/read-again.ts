import type { Queryable } from '../pool.ts';

/** Of the reports that were read, so many of the newest are looked at: older ones tell of what is past. */
const newestReports = 1_000;

/**
 * Has the reports read again that name one of the sites, as they may have been read before the site was known. What a
 * person settled stays as it is. The words of a text are split once: the time does not grow with reports times sites.
 * Answers the reports.
 */
export async function readAgainWhereNamed(client: Queryable, siteNos: readonly number[]): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `with named as materialized (
       select names.name, (regexp_split_to_array(names.name, '\\W+'))[1] as first_word
       from (select lower(site.name) as name from site where site.site_no = any($1)
             union select lower(site_name.name) from site_name where site_name.site_no = any($1)) as names
       where length(names.name) > 3
     ), told as materialized (
       select newest.id, lower(coalesce(report.title, '') || ' ' || r.text) as text
       from (select n.id, n.revision from news_report n where n.read_revision = n.revision
             order by n.published_at desc limit $2) as newest
       join news_report_revision r on r.news_report_id = newest.id and r.revision = newest.revision
       join report on report.id = r.report_id
     ), words as materialized (
       select distinct told.id, word from told cross join regexp_split_to_table(told.text, '\\W+') as word
     )
     update news_report set read_revision = null
     where news_report.id in (
       select told.id from told join words on words.id = told.id join named on named.first_word = words.word
       where position(named.name in told.text) > 0)
     returning news_report.id`,
    [siteNos, newestReports],
  );
  return rows.map(({ id }) => id);
}
