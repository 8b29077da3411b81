import type { LinkableSite } from '../../../domain/sites/link.ts';
import type { Queryable } from '../pool.ts';

/**
 * Version of the set of sites that are watched: it rises whenever one is added, moved, withdrawn or restored. Until this
 * transaction ends that happens to none, and none is tied to past events.
 */
export async function readSiteSetVersion(client: Queryable): Promise<number> {
  const { rows } = await client.query('select site_set.version from site_set for share');
  return rows[0].version;
}

/** Until this transaction ends no event is linked: events and sites are never tied from both sides at once. */
export async function lockSiteSet(client: Queryable): Promise<void> {
  await client.query('select from site_set for update');
}

/** Where the watched sites are. */
export async function readSitePositions(client: Queryable): Promise<LinkableSite[]> {
  const { rows } = await client.query(
    'select site.site_no as "siteNo", site.id, site.latitude, site.longitude from site where site.withdrawn_at is null order by site.site_no',
  );
  return rows;
}

export async function findSitesToLink(client: Queryable, limit: number): Promise<number[]> {
  const { rows } = await client.query(
    `select site.site_no from site
     where site.linked_location is distinct from site.location_revision and site.withdrawn_at is null
       and not exists (select from waiting_aside as aside where aside.stage = 'link-sites' and aside.id = site.site_no)
     order by site.site_no limit $1`,
    [limit],
  );
  return rows.map((row) => row.site_no);
}

/**
 * Claims those of the sites that are not linked to past events yet; `recordedAt` is since when they are where they are,
 * `isTakenUp` tells those that are new or restored from those that moved.
 */
export async function claimSitesToLink(
  client: Queryable,
  siteNos: readonly number[],
): Promise<(LinkableSite & { locationRevision: number; recordedAt: Date; isTakenUp: boolean })[]> {
  const { rows } = await client.query(
    `select site.site_no as "siteNo", site.id, site.latitude, site.longitude,
            site.location_revision as "locationRevision", coalesce(position.recorded_at, site.recorded_at) as "recordedAt",
            site.linked_location is null as "isTakenUp"
     from site left join site_position as position
       on position.site_no = site.site_no and position.revision = site.location_revision
     where site.site_no = any($1) and site.linked_location is distinct from site.location_revision
       and site.withdrawn_at is null
     order by site.site_no for no key update of site skip locked`,
    [siteNos],
  );
  return rows;
}

export async function markSitesLinked(
  client: Queryable,
  sites: readonly { siteNo: number; locationRevision: number }[],
): Promise<void> {
  await client.query(
    `update site set linked_location = done.location_revision
     from unnest($1::integer[], $2::integer[]) as done (site_no, location_revision) where site.site_no = done.site_no`,
    [sites.map((site) => site.siteNo), sites.map((site) => site.locationRevision)],
  );
}
