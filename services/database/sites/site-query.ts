import { operationSubTypes } from '../../../domain/acled.ts';
import type { Level } from '../../../domain/level.ts';
import type { SiteKind, SiteStatus } from '../../../domain/site.ts';
import { type OperationEvent, statusOf } from '../../../domain/sites/site-status.ts';
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
  withdrawn: Withdrawal | null;
};

/** Since when, by whom and why a site is no longer watched. */
export type Withdrawal = { at: Date; by: string; reason: string };

type StoredSite = Omit<SiteRow, 'withdrawn'> & StoredWithdrawal & { operation: OperationEvent[] };

type StoredWithdrawal = {
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
};

const withdrawal = (
  site: string,
) => `${site}.withdrawn_at as "withdrawnAt", ${site}.withdrawn_by as "withdrawnBy",
         ${site}.withdrawn_reason as "withdrawnReason"`;

/** What its dataset says of a site's status gives way to the news of its operation. */
function siteOf({ operation, withdrawnAt, withdrawnBy, withdrawnReason, ...site }: StoredSite): SiteRow {
  const withdrawn = withdrawalOf({ withdrawnAt, withdrawnBy, withdrawnReason });
  return { ...site, status: statusOf(site.status, operation), withdrawn };
}

function withdrawalOf({ withdrawnAt, withdrawnBy, withdrawnReason }: StoredWithdrawal): Withdrawal | null {
  return withdrawnAt && { at: withdrawnAt, by: withdrawnBy!, reason: withdrawnReason! };
}

export type SiteFilter = {
  q?: string;
  /** A mineral or the commodity it is mined for. */
  mineral?: string;
  country?: string;
  level?: Level;
  /** True for those that are no longer watched alone, false for all others; undefined for both kinds. */
  withdrawn: boolean | undefined;
  /** west, south, east, north in degrees; west is more than east over the dateline. */
  bbox?: readonly [number, number, number, number];
  after?: string;
  limit: number;
};

/**
 * Completes the rows of `page`, a table expression with the columns of `site`; $1 is the sub-types that tell of
 * operation. That news is found through the links of the page's sites alone.
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
         coalesce((select json_agg(json_build_object('occurredOn', current_event.occurred_on,
                     'subType', current_event.sub_type, 'source', current_event.source,
                     'sourceEventId', current_event.source_event_id, 'confidence', current_event.confidence,
                     'named', link.named, 'retracted', current_event.retracted))
                   from link join current_event on current_event.event_id = link.event_id
                                               and current_event.revision = link.revision
                   where link.site_no = page.site_no and link.named and current_event.sub_type = any($1)),
                  '[]') as operation,
         page.status, ${withdrawal('page')}
  from page left join site_risk on site_risk.site_no = page.site_no
  order by page.id`;

/** Sites in the order of their ids. */
export async function findSites(client: Queryable, filter: SiteFilter): Promise<SiteRow[]> {
  const { rows } = await client.query<StoredSite>(
    completeSites(`
      select site.* from site left join site_risk on site_risk.site_no = site.site_no
      where ($2::text is null or strpos(lower(site.name), lower($2)) > 0 or strpos(site.id, lower($2)) > 0
             or strpos(lower(site.operator), lower($2)) > 0
             or exists (select from site_name where site_name.site_no = site.site_no
                          and strpos(lower(site_name.name), lower($2)) > 0))
        and ($3::text is null or $3 = any(site.minerals) or $3 = any(site.commodities))
        and ($4::text is null or site.country = $4)
        and ($5::text is null or coalesce(site_risk.level, 'unknown') = $5)
        and ($6::double precision is null
             or (site.latitude between $7 and $9
                 and case when $6 <= $8 then site.longitude between $6 and $8
                          else site.longitude >= $6 or site.longitude <= $8 end))
        and ($10::text is null or site.id > $10)
        and ($12::boolean is null or (site.withdrawn_at is not null) = $12)
      order by site.id limit $11`),
    [
      operationSubTypes,
      filter.q ?? null,
      filter.mineral ?? null,
      filter.country ?? null,
      filter.level ?? null,
      ...(filter.bbox ?? [null, null, null, null]),
      filter.after ?? null,
      filter.limit,
      filter.withdrawn ?? null,
    ],
  );
  return rows.map(siteOf);
}

export async function findSite(client: Queryable, id: string): Promise<SiteRow | null> {
  const { rows } = await client.query<StoredSite>(
    completeSites('select site.* from site where site.id = $2'),
    [operationSubTypes, id],
  );
  return rows[0] ? siteOf(rows[0]) : null;
}

export async function findSiteNo(client: Queryable, id: string): Promise<number | null> {
  return (await findWatch(client, id))?.siteNo ?? null;
}

/** The number of a site, and since when it is no longer watched; null where there is no such site. */
export async function findWatch(
  client: Queryable,
  id: string,
): Promise<{ siteNo: number; withdrawn: Withdrawal | null } | null> {
  const { rows } = await client.query<{ siteNo: number } & StoredWithdrawal>(
    `select site.site_no as "siteNo", ${withdrawal('site')} from site where site.id = $1`,
    [id],
  );
  return rows[0] ? { siteNo: rows[0].siteNo, withdrawn: withdrawalOf(rows[0]) } : null;
}

/** Those of the ids that no watched site has. */
export async function findUnwatchedSiteIds(client: Queryable, ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select wanted.id from unnest($1::text[]) as wanted (id)
     where not exists (select from site where site.id = wanted.id and site.withdrawn_at is null)`,
    [ids],
  );
  return rows.map((row) => row.id);
}
