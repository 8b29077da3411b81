import type { Doer } from '../audit.ts';
import type { Queryable } from '../pool.ts';
import { bumpSiteSet } from './site-row.ts';

/** Those who change sites take turns. */
export async function lockSites(client: Queryable): Promise<void> {
  await client.query('select pg_advisory_xact_lock(2, 0)');
}

/** Until this transaction ends no site is withdrawn: an alert that it opens is there to be closed. */
export async function holdWithdrawals(client: Queryable): Promise<void> {
  await client.query('select pg_advisory_xact_lock_shared(2, 2)');
}

/**
 * Ends the watch over a site, with its links: who links is waited for and then sees it no more, and so is who decides
 * upon alerts. Run it after `lockSites`.
 */
export async function markWithdrawn(
  client: Queryable,
  siteNo: number,
  { author, reason }: Doer & { reason: string },
  at: Date,
): Promise<void> {
  await bumpSiteSet(client);
  await client.query('select pg_advisory_xact_lock(2, 2)');
  await client.query(
    'update site set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4 where site.site_no = $1',
    [siteNo, at, author, reason],
  );
}

/** Takes a site up again, as one that stands where it is from now on: it is to be linked. Run it after `lockSites`. */
export async function markRestored(client: Queryable, siteNo: number): Promise<void> {
  await bumpSiteSet(client);
  await client.query(
    `update site set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null,
       location_revision = site.location_revision + 1, linked_location = null
     where site.site_no = $1`,
    [siteNo],
  );
}

/** Those of the sites that are no longer watched. */
export async function findWithdrawn(client: Queryable, siteNos: readonly number[]): Promise<Set<number>> {
  const { rows } = await client.query<{ siteNo: number }>(
    `select site.site_no as "siteNo" from site where site.site_no = any($1) and site.withdrawn_at is not null`,
    [siteNos],
  );
  return new Set(rows.map(({ siteNo }) => siteNo));
}

/** The newest assessment of a site; null where it was never assessed. */
export async function findNewestRisk(
  client: Queryable,
  siteNo: number,
): Promise<{ assessmentId: number; score: number; violenceChance: number } | null> {
  const { rows } = await client.query(
    `select site_risk.assessment_id as "assessmentId", site_risk.score, site_risk.violence_chance as "violenceChance"
     from site_risk where site_risk.site_no = $1`,
    [siteNo],
  );
  return rows[0] ?? null;
}
