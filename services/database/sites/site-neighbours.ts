import { indexForLinking } from '../../../domain/sites/link.ts';
import type { Queryable } from '../pool.ts';
import type { OtherSite } from './collected-site.ts';
import { readSitePositions } from './site-position.ts';

/** Two records of one mine lie some metres apart; two mines, seldom less than this. */
const besideKm = 0.1;

/**
 * For each of the sites, by number: the nearest one so near to it that the two may be one. Of two that are new, the
 * one that was added last has the other beside it. A dataset that numbers its mines holds them apart itself.
 */
export async function findBeside(
  client: Queryable,
  siteNos: readonly number[],
): Promise<Map<number, OtherSite>> {
  if (siteNos.length === 0) return new Map();
  const { sites, index } = indexForLinking(await readSitePositions(client));
  const asked = new Set(siteNos);
  const pairs: { own: number; other: number; distanceKm: number }[] = [];
  for (const own of sites.filter(({ siteNo }) => asked.has(siteNo))) {
    index.within(own, besideKm, (position, distanceKm) => {
      const { siteNo } = sites[position]!;
      if (siteNo < own.siteNo) pairs.push({ own: own.siteNo, other: siteNo, distanceKm });
    });
  }
  const made = await readMade(
    client,
    pairs.flatMap(({ own, other }) => [own, other]),
  );
  const nearest = new Map<number, OtherSite>();
  for (const { own, other, distanceKm } of pairs.sort((a, b) => b.distanceKm - a.distanceKm)) {
    const beside = made.get(other)!;
    if (!areHeldApart(made.get(own)!, beside)) nearest.set(own, { ...beside, distanceKm });
  }
  return nearest;
}

type Made = Omit<OtherSite, 'distanceKm'>;

function areHeldApart(a: Made, b: Made): boolean {
  const isNumbered = ({ recordId, siteId }: Made) => recordId !== null && recordId !== siteId;
  return a.dataset === b.dataset && isNumbered(a) && isNumbered(b);
}

async function readMade(client: Queryable, siteNos: readonly number[]): Promise<Map<number, Made>> {
  const { rows } = await client.query<Made & { siteNo: number }>(
    `select site.site_no as "siteNo", site.id as "siteId", site.name, site.dataset, site.record_id as "recordId"
     from site where site.site_no = any($1)`,
    [siteNos],
  );
  return new Map(rows.map(({ siteNo, ...made }) => [siteNo, made]));
}
