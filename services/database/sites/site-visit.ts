import { contentHash } from '../content-hash.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';
import type { CollectedSite, CollectedVisit } from './collected-site.ts';
import { isOlder } from './site-plan.ts';

type VisitWrite = {
  dataset: string;
  visit: CollectedVisit;
  edition: string | undefined;
  hash: string;
  siteNo: number;
  position: number;
};
type KnownVisit = { hash: string; edition: string | null };

type VisitCounts = { newVisits: number; changedVisits: number; olderVisits: number };

/**
 * Stores the visits of a batch: those that are new, and those whose content changed, unless a newer edition said the
 * other. Those of a site without a number are left out. Of several with one identity the last one counts. Answers what became of each item's visits, in the order of
 * the items.
 */
export async function storeVisits(
  client: Queryable,
  items: readonly CollectedSite[],
  siteNoOf: (item: CollectedSite) => number | null,
  recordedAt: Date,
): Promise<VisitCounts[]> {
  const visits = new Map<string, VisitWrite>();
  items.forEach((item, position) => {
    const siteNo = siteNoOf(item);
    if (siteNo === null) return;
    for (const visit of item.visits) {
      const hash = contentHash({ ...visit, siteNo });
      visits.set(`${item.dataset}\n${visit.visitId}`, {
        dataset: item.dataset,
        visit,
        edition: item.edition,
        hash,
        siteNo,
        position,
      });
    }
  });
  const counts = items.map(() => ({ newVisits: 0, changedVisits: 0, olderVisits: 0 }));
  if (visits.size === 0) return counts;
  const known = await findKnown(client, [...visits.values()]);
  const writes: VisitWrite[] = [];
  const confirmed: VisitWrite[] = [];
  for (const [key, visit] of visits) {
    const count = counts[visit.position]!;
    const before = known.get(key);
    if (before?.hash === visit.hash) {
      if (visit.edition !== undefined && visit.edition > (before.edition ?? '')) confirmed.push(visit);
    } else if (before && isOlder(visit.edition, before.edition)) {
      count.olderVisits += 1;
    } else {
      count[before ? 'changedVisits' : 'newVisits'] += 1;
      writes.push(visit);
    }
  }
  await upsertVisits(client, writes, recordedAt);
  await confirmVisits(client, confirmed);
  return counts;
}

async function findKnown(client: Queryable, visits: readonly VisitWrite[]): Promise<Map<string, KnownVisit>> {
  const { rows } = await client.query(
    `select site_visit.dataset, site_visit.visit_id as "visitId", site_visit.content_hash as hash, site_visit.edition
     from unnest($1::text[], $2::text[]) as item (dataset, visit_id)
     join site_visit on site_visit.dataset = item.dataset and site_visit.visit_id = item.visit_id`,
    [visits.map((write) => write.dataset), visits.map((write) => write.visit.visitId)],
  );
  return new Map(rows.map(({ dataset, visitId, ...known }) => [`${dataset}\n${visitId}`, known]));
}

/** Notes that a newer edition says the same of the visits. */
async function confirmVisits(client: Queryable, visits: readonly VisitWrite[]): Promise<void> {
  if (visits.length === 0) return;
  await client.query(
    `update site_visit set edition = item.edition
     from unnest($1::text[], $2::text[], $3::text[]) as item (dataset, visit_id, edition)
     where site_visit.dataset = item.dataset and site_visit.visit_id = item.visit_id`,
    [
      visits.map((write) => write.dataset),
      visits.map((write) => write.visit.visitId),
      visits.map((write) => write.edition),
    ],
  );
}

async function upsertVisits(
  client: Queryable,
  writes: readonly VisitWrite[],
  recordedAt: Date,
): Promise<void> {
  if (writes.length === 0) return;
  const rows = writes.map(({ dataset, visit, edition, hash, siteNo }) => ({
    dataset,
    edition,
    visit_id: visit.visitId,
    site_no: siteNo,
    visited_on: visit.visitedOn,
    workers: visit.workers,
    armed_presence: visit.armedPresence,
    interference: visit.interference,
    armed_groups: visit.armedGroups,
    content: visit.content ?? null,
    content_hash: hash,
  }));
  await client.query(
    `insert into site_visit (dataset, visit_id, site_no, visited_on, workers, armed_presence, interference, armed_groups,
       content, content_hash, edition, recorded_at)
     select dataset, visit_id, site_no, visited_on, workers, armed_presence, interference, armed_groups, content,
            content_hash, edition, $2
     from json_to_recordset($1::json)
       as (dataset text, visit_id text, site_no integer, visited_on date, workers integer, armed_presence boolean,
           interference boolean, armed_groups text[], content jsonb, content_hash text, edition text)
     on conflict (dataset, visit_id) do update
       set site_no = excluded.site_no, visited_on = excluded.visited_on, workers = excluded.workers,
           armed_presence = excluded.armed_presence, interference = excluded.interference,
           armed_groups = excluded.armed_groups, content = excluded.content, content_hash = excluded.content_hash,
           edition = coalesce(excluded.edition, site_visit.edition), recorded_at = excluded.recorded_at`,
    [jsonText(rows), recordedAt],
  );
}
