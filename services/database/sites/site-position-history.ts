import type { SitePosition } from '../../../domain/sites/position.ts';
import type { Queryable } from '../pool.ts';

/** Notes where sites that are new or have moved are from now on. Run it in the transaction that puts them there. */
export async function notePositions(
  client: Queryable,
  siteNos: readonly number[],
  recordedAt: Date,
): Promise<void> {
  if (siteNos.length === 0) return;
  await client.query(
    `insert into site_position (site_no, revision, latitude, longitude, dataset, record_id, recorded_at)
     select site.site_no, site.location_revision, site.latitude, site.longitude, site.dataset, site.record_id, $2
     from site where site.site_no = any($1)`,
    [siteNos, recordedAt],
  );
}

/** Where a site has been, the first position first. */
export async function findPositions(client: Queryable, siteNo: number): Promise<SitePosition[]> {
  const { rows } = await client.query<SitePosition>(
    `select site.site_no as "siteNo", site.id, position.latitude, position.longitude, position.dataset, position.record_id as "recordId",
            position.recorded_at as "recordedAt"
     from site_position as position join site on site.site_no = position.site_no
     where site.site_no = $1 order by position.revision`,
    [siteNo],
  );
  return rows;
}
