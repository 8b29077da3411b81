import type { SiteContent } from '../../../domain/site.ts';
import { commoditiesOf } from '../../../domain/sites/minerals.ts';
import type { SiteName, SiteRecord } from '../../../domain/sites/site-merge.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';

/** What is written of a site. */
export type SiteWrite = {
  id: string;
  /** The record that the site was made from. */
  maker: { dataset: string; recordId: string } | null;
  site: SiteContent;
  names: SiteName[];
};

/** A site with the record that it was made from. */
type KnownPlace = {
  siteNo: number;
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  dataset: string | null;
  recordId: string | null;
  isWithdrawn: boolean;
};

export async function findSitesById(client: Queryable, ids: readonly string[]): Promise<KnownPlace[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<KnownPlace>(
    `select site.site_no as "siteNo", site.id, site.name, site.latitude, site.longitude, site.dataset,
            site.record_id as "recordId", site.withdrawn_at is not null as "isWithdrawn"
     from site where site.id = any($1)`,
    [ids],
  );
  return rows;
}

type KnownSite = { site: SiteContent; maker: SiteWrite['maker']; records: SiteRecord[] };

/** Sites with the current revisions of their records, by number. */
export async function readSitesWithRecords(
  client: Queryable,
  siteNos: readonly number[],
): Promise<Map<number, KnownSite>> {
  if (siteNos.length === 0) return new Map();
  const { rows: sites } = await client.query(
    `select site.site_no as "siteNo", site.dataset, site.record_id as "recordId", site.name, '{}'::text[] as aliases,
            site.minerals, site.kind, site.operator, site.country, site.admin1, site.latitude, site.longitude, site.status
     from site where site.site_no = any($1)`,
    [siteNos],
  );
  const known = new Map<number, KnownSite>();
  for (const { siteNo, dataset, recordId, ...site } of sites) {
    known.set(siteNo, { site, maker: dataset === null ? null : { dataset, recordId }, records: [] });
  }
  const { rows: records } = await client.query(
    `select distinct on (record.dataset, record.record_id)
            record.site_no as "siteNo", record.dataset, record.record_id as "recordId", record.revision, record.content
     from site_record as record
     where record.site_no = any($1)
       and not exists (select from site_record as moved where moved.dataset = record.dataset
                         and moved.record_id = record.record_id and moved.revision > record.revision
                         and moved.site_no <> record.site_no)
     order by record.dataset, record.record_id, record.revision desc`,
    [siteNos],
  );
  for (const { siteNo, revision, ...record } of records) {
    if (revision > 0) known.get(siteNo)!.records.push(record);
  }
  return known;
}

/** Raises the version of the set of sites, and holds it until the transaction ends. */
export async function bumpSiteSet(client: Queryable): Promise<void> {
  await client.query('update site_set set version = site_set.version + 1');
}

const siteRecord = `id text, name text, minerals text[], commodities text[], kind text, operator text, country text,
  admin1 text, latitude double precision, longitude double precision, status text`;

function columnsOf({ id, site }: SiteWrite) {
  const { aliases: _, ...content } = site;
  return { id, ...content, commodities: commoditiesOf(site.minerals) };
}

/** Answers the numbers of the new sites by their ids. */
export async function insertSites(
  client: Queryable,
  writes: readonly SiteWrite[],
  recordedAt: Date,
): Promise<Map<string, number>> {
  if (writes.length === 0) return new Map();
  const rows = writes.map((write) => ({
    ...columnsOf(write),
    dataset: write.maker?.dataset,
    record_id: write.maker?.recordId,
  }));
  const result = await client.query(
    `insert into site (id, name, minerals, commodities, kind, operator, country, admin1, latitude, longitude, status,
       dataset, record_id, recorded_at)
     select id, name, minerals, commodities, kind, operator, country, admin1, latitude, longitude, status, dataset,
            record_id, $2
     from json_to_recordset($1::json) as (${siteRecord}, dataset text, record_id text)
     returning id, site_no as "siteNo"`,
    [jsonText(rows), recordedAt],
  );
  return new Map(result.rows.map((row) => [row.id, row.siteNo]));
}

export async function updateSites(
  client: Queryable,
  writes: readonly (SiteWrite & { siteNo: number; hasMoved: boolean })[],
): Promise<void> {
  if (writes.length === 0) return;
  const rows = writes.map((write) => ({
    ...columnsOf(write),
    site_no: write.siteNo,
    has_moved: write.hasMoved,
  }));
  await client.query(
    `update site
     set name = item.name, minerals = item.minerals, commodities = item.commodities, kind = item.kind,
         operator = item.operator, country = item.country, admin1 = item.admin1, latitude = item.latitude,
         longitude = item.longitude, status = item.status,
         location_revision = site.location_revision + case when item.has_moved then 1 else 0 end
     from json_to_recordset($1::json) as item (${siteRecord}, site_no integer, has_moved boolean)
     where site.site_no = item.site_no`,
    [jsonText(rows)],
  );
}

/** Makes the given names the only aliases of their sites. */
export async function replaceNames(
  client: Queryable,
  sites: readonly { siteNo: number; names: SiteName[] }[],
): Promise<void> {
  if (sites.length === 0) return;
  const names = sites.flatMap(({ siteNo, names }) => names.map((name) => ({ siteNo, ...name })));
  await client.query('delete from site_name where site_name.site_no = any($1)', [
    sites.map((site) => site.siteNo),
  ]);
  await client.query(
    `insert into site_name (site_no, name, dataset) select * from unnest($1::integer[], $2::text[], $3::text[])`,
    [names.map((name) => name.siteNo), names.map((name) => name.name), names.map((name) => name.dataset)],
  );
}
