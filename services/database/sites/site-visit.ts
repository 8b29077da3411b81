import { contentHash } from '../content-hash.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';
import type { CollectedSite, CollectedVisit } from './collected-site.ts';

type VisitWrite = { dataset: string; visit: CollectedVisit; hash: string; siteNo: number; position: number };

/**
 * Stores the visits of a batch: those that are new, and those whose content changed. Of several with one identity the
 * last one counts. Answers how many of each item's visits were new or changed, in the order of the items.
 */
export async function storeVisits(
  client: Queryable,
  items: readonly CollectedSite[],
  siteNoOf: (item: CollectedSite) => number,
  recordedAt: Date,
): Promise<{ newVisits: number; changedVisits: number }[]> {
  const visits = new Map<string, VisitWrite>();
  items.forEach((item, position) => {
    for (const visit of item.visits) {
      const hash = contentHash({ ...visit, siteNo: siteNoOf(item) });
      visits.set(`${item.dataset}\n${visit.visitId}`, {
        dataset: item.dataset,
        visit,
        hash,
        siteNo: siteNoOf(item),
        position,
      });
    }
  });
  const counts = items.map(() => ({ newVisits: 0, changedVisits: 0 }));
  if (visits.size === 0) return counts;
  const known = await findHashes(client, [...visits.values()]);
  const writes = [...visits].filter(([key, write]) => known.get(key) !== write.hash);
  for (const [key, { position }] of writes)
    counts[position]![known.has(key) ? 'changedVisits' : 'newVisits'] += 1;
  await upsertVisits(
    client,
    writes.map(([, write]) => write),
    recordedAt,
  );
  return counts;
}

async function findHashes(client: Queryable, visits: readonly VisitWrite[]): Promise<Map<string, string>> {
  const { rows } = await client.query(
    `select site_visit.dataset, site_visit.visit_id as "visitId", site_visit.content_hash as "contentHash"
     from unnest($1::text[], $2::text[]) as item (dataset, visit_id)
     join site_visit on site_visit.dataset = item.dataset and site_visit.visit_id = item.visit_id`,
    [visits.map((write) => write.dataset), visits.map((write) => write.visit.visitId)],
  );
  return new Map(rows.map((row) => [`${row.dataset}\n${row.visitId}`, row.contentHash]));
}

async function upsertVisits(
  client: Queryable,
  writes: readonly VisitWrite[],
  recordedAt: Date,
): Promise<void> {
  if (writes.length === 0) return;
  const rows = writes.map(({ dataset, visit, hash, siteNo }) => ({
    dataset,
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
       content, content_hash, recorded_at)
     select dataset, visit_id, site_no, visited_on, workers, armed_presence, interference, armed_groups, content,
            content_hash, $2
     from json_to_recordset($1::json)
       as (dataset text, visit_id text, site_no integer, visited_on date, workers integer, armed_presence boolean,
           interference boolean, armed_groups text[], content jsonb, content_hash text)
     on conflict (dataset, visit_id) do update
       set site_no = excluded.site_no, visited_on = excluded.visited_on, workers = excluded.workers,
           armed_presence = excluded.armed_presence, interference = excluded.interference,
           armed_groups = excluded.armed_groups, content = excluded.content, content_hash = excluded.content_hash,
           recorded_at = excluded.recorded_at`,
    [jsonText(rows), recordedAt],
  );
}
