import type { Level } from '../../../domain/level.ts';
import type { SiteKind, SiteStatus } from '../../../domain/site.ts';
import type { Queryable } from '../pool.ts';

/** A site with all that is known about it, as it is shown. */
export type SiteRow = {
  siteNo: number;
  id: string;
  name: string;
  aliases: string[];
  minerals: string[];
  commodities: string[];
  kind: SiteKind;
  operator: string | null;
  country: string | null;
  admin1: string | null;
  latitude: number;
  longitude: number;
  status: SiteStatus;
  sources: { dataset: string; recordId: string }[];
  /** Null where the site was never assessed. */
  score: number | null;
  level: Level | null;
  at: Date | null;
};

export type SiteFilter = {
  q?: string;
  /** A mineral or the commodity it is mined for. */
  mineral?: string;
  country?: string;
  level?: Level;
  /** west, south, east, north in degrees; west is more than east over the dateline. */
  bbox?: readonly [number, number, number, number];
  after?: string;
  limit: number;
};

/**
 * Completes the rows of `page`, a table expression with the columns of `site`. The newest news of operation at a
 * site wins over what its dataset says of its status. It is found through the links of the page's sites alone.
 */
const completeSites = (page: string) => `
  with page as materialized (${page})
  select page.site_no as "siteNo", page.id, page.name, page.minerals, page.commodities, page.kind, page.operator,
         page.country, page.admin1, page.latitude, page.longitude, site_risk.score, site_risk.level, site_risk.at,
         array(select distinct site_name.name from site_name
               where site_name.site_no = page.site_no and site_name.name <> page.name order by site_name.name) as aliases,
         coalesce((select json_agg(json_build_object('dataset', record.dataset, 'recordId', record.record_id)
                                   order by record.dataset, record.record_id)
                   from site_record as record
                   where record.site_no = page.site_no
                     and not exists (select from site_record as newer where newer.dataset = record.dataset
                                       and newer.record_id = record.record_id and newer.revision > record.revision)),
                  '[]') as sources,
         coalesce((select case current_event.sub_type when 'Operation suspended' then 'suspended'
                                                      when 'Site evacuated' then 'evacuated'
                                                      else 'restarted' end
                   from link join current_event on current_event.event_id = link.event_id
                                               and current_event.revision = link.revision
                   where link.site_no = page.site_no and link.named and not current_event.retracted
                     and current_event.sub_type in ('Operation suspended', 'Site evacuated', 'Operation restarted')
                   order by current_event.occurred_on desc, current_event.sub_type = 'Operation restarted',
                            current_event.recorded_at desc, current_event.event_id desc
                   limit 1),
                  page.status) as status
  from page left join site_risk on site_risk.site_no = page.site_no
  order by page.id`;

/** Sites in the order of their ids. */
export async function findSites(client: Queryable, filter: SiteFilter): Promise<SiteRow[]> {
  const { rows } = await client.query<SiteRow>(
    completeSites(`
      select site.* from site left join site_risk on site_risk.site_no = site.site_no
      where ($1::text is null or strpos(lower(site.name), lower($1)) > 0 or strpos(site.id, lower($1)) > 0
             or strpos(lower(site.operator), lower($1)) > 0
             or exists (select from site_name where site_name.site_no = site.site_no
                          and strpos(lower(site_name.name), lower($1)) > 0))
        and ($2::text is null or $2 = any(site.minerals) or $2 = any(site.commodities))
        and ($3::text is null or site.country = $3)
        and ($4::text is null or coalesce(site_risk.level, 'unknown') = $4)
        and ($5::double precision is null
             or (site.latitude between $6 and $8
                 and case when $5 <= $7 then site.longitude between $5 and $7
                          else site.longitude >= $5 or site.longitude <= $7 end))
        and ($9::text is null or site.id > $9)
      order by site.id limit $10`),
    [
      filter.q ?? null,
      filter.mineral ?? null,
      filter.country ?? null,
      filter.level ?? null,
      ...(filter.bbox ?? [null, null, null, null]),
      filter.after ?? null,
      filter.limit,
    ],
  );
  return rows;
}

export async function findSite(client: Queryable, id: string): Promise<SiteRow | null> {
  const { rows } = await client.query<SiteRow>(completeSites('select site.* from site where site.id = $1'), [
    id,
  ]);
  return rows[0] ?? null;
}

export async function findSiteNo(client: Queryable, id: string): Promise<number | null> {
  const { rows } = await client.query<{ siteNo: number }>(
    'select site.site_no as "siteNo" from site where site.id = $1',
    [id],
  );
  return rows[0]?.siteNo ?? null;
}

/** Those of the ids that no site has. */
export async function findUnknownSiteIds(client: Queryable, ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select wanted.id from unnest($1::text[]) as wanted (id)
     where not exists (select from site where site.id = wanted.id)`,
    [ids],
  );
  return rows.map((row) => row.id);
}
