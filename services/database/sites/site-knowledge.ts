import type { SiteKind, SiteVisit } from '../../../domain/site.ts';
import type { Queryable } from '../pool.ts';

/** What is known of a site beyond the events around it. */
export type SiteKnowledge = {
  country: string | null;
  kind: SiteKind;
  operator: string | null;
  lastVisit: SiteVisit | null;
};

/** The country of each site and its last field visit before the instant, as recorded by `knownAt`. */
export async function readSiteKnowledge(
  client: Queryable,
  siteNos: readonly number[],
  at: Date,
  knownAt: Date,
): Promise<Map<number, SiteKnowledge>> {
  const { rows } = await client.query(
    `select site.site_no as "siteNo", site.country, site.kind, site.operator, visit.dataset, visit.visited_on as "visitedOn",
            visit.armed_groups as "armedGroups", visit.interference
     from site
     left join lateral (
       select * from site_visit where site_visit.site_no = site.site_no and site_visit.visited_on <= $2::date
         and site_visit.recorded_at <= $3
       order by site_visit.visited_on desc, site_visit.visit_id desc limit 1) as visit on true
     where site.site_no = any($1)`,
    [siteNos, at, knownAt],
  );
  return new Map(
    rows.map(({ siteNo, country, kind, operator, ...visit }) => [
      siteNo,
      { country, kind, operator, lastVisit: visit.visitedOn ? visit : null },
    ]),
  );
}
