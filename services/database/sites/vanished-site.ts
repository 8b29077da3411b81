import { type Doer, writeAuditEntries } from '../audit.ts';
import type { Queryable } from '../pool.ts';
import type { CollectedSite } from './collected-site.ts';

/** What a whole edition of a dataset has of a country. */
export type WholeEdition = {
  dataset: string;
  country: string;
  edition: string;
  /** The records that stand in it. */
  recordIds: readonly string[];
};

type Gone = { recordId: string; siteId: string; lastEdition: string | null };

/**
 * The records of watched sites that the edition lacks and that no newer one has, but for those that are marked already;
 * `known` is of how many records that is said.
 */
export async function findVanishing(
  client: Queryable,
  { dataset, country, edition, recordIds }: WholeEdition,
): Promise<{ known: number; gone: Gone[] }> {
  const { rows } = await client.query<Gone & { isGone: boolean }>(
    `select record.record_id as "recordId", site.id as "siteId", record.content ->> 'edition' as "lastEdition",
            not record.record_id = any($4) and coalesce(record.content ->> 'edition', '') < $3 as "isGone"
     from (select distinct on (site_record.record_id) site_record.* from site_record
           where site_record.dataset = $1 and site_record.revision > 0
           order by site_record.record_id, site_record.revision desc) as record
     join site on site.site_no = record.site_no
     where record.content ->> 'country' = $2 and site.withdrawn_at is null
       and not exists (select from site_vanished as vanished
                       where vanished.dataset = record.dataset and vanished.record_id = record.record_id)
     order by record.record_id`,
    [dataset, country, edition, recordIds],
  );
  return { known: rows.length, gone: rows.filter(({ isGone }) => isGone) };
}

/** Marks records that an edition lacks; the audit trail of their sites says so. */
export async function markVanished(
  client: Queryable,
  { dataset, edition }: Pick<WholeEdition, 'dataset' | 'edition'>,
  gone: readonly Gone[],
  by: Doer,
  recordedAt: Date,
): Promise<void> {
  await client.query(
    `insert into site_vanished (dataset, record_id, edition, last_edition, recorded_at)
     select $1, record_id, $2, last_edition, $3 from unnest($4::text[], $5::text[]) as gone (record_id, last_edition)
     on conflict (dataset, record_id) do nothing`,
    [
      ...[dataset, edition, recordedAt],
      ...[gone.map(({ recordId }) => recordId), gone.map(({ lastEdition }) => lastEdition)],
    ],
  );
  await writeAuditEntries(
    client,
    gone.map(({ recordId, siteId, lastEdition }) => ({
      ...{ actor: by.author, key: by.key, action: 'vanished', subject: `sites/${siteId}` },
      details: { dataset, recordId, edition, lastEdition },
    })),
    recordedAt,
  );
}

/** Takes the marks off records that a newer edition has again. */
export async function unmarkReappeared(
  client: Queryable,
  items: readonly CollectedSite[],
  by: Doer,
  recordedAt: Date,
): Promise<void> {
  const { rows } = await client.query<{ dataset: string; recordId: string; siteId: string }>(
    `with item as (
       select dataset, record_id, max(edition) as edition
       from unnest($1::text[], $2::text[], $3::text[]) as item (dataset, record_id, edition)
       group by dataset, record_id),
     returned as (
       delete from site_vanished as vanished using item
       where vanished.dataset = item.dataset and vanished.record_id = item.record_id
         and coalesce(item.edition, vanished.edition) >= vanished.edition
       returning vanished.dataset, vanished.record_id)
     select distinct returned.dataset, returned.record_id as "recordId", site.id as "siteId"
     from returned
     join site_record as record on record.dataset = returned.dataset and record.record_id = returned.record_id
     join site on site.site_no = record.site_no`,
    [
      items.map(({ dataset }) => dataset),
      items.map(({ recordId }) => recordId),
      items.map(({ edition }) => edition ?? null),
    ],
  );
  await writeAuditEntries(
    client,
    rows.map(({ dataset, recordId, siteId }) => ({
      ...{ actor: by.author, key: by.key, action: 'reappeared', subject: `sites/${siteId}` },
      details: { dataset, recordId },
    })),
    recordedAt,
  );
}

export type VanishedRecord = {
  dataset: string;
  recordId: string;
  edition: string;
  lastEdition: string | null;
  since: Date;
};

/** The records of a site that the newest edition of their dataset lacks. */
export async function findVanished(client: Queryable, siteNo: number): Promise<VanishedRecord[]> {
  const { rows } = await client.query<VanishedRecord>(
    `select distinct vanished.dataset, vanished.record_id as "recordId", vanished.edition,
            vanished.last_edition as "lastEdition", vanished.recorded_at as since
     from site_vanished as vanished
     join site_record as record on record.dataset = vanished.dataset and record.record_id = vanished.record_id
     where record.site_no = $1 order by vanished.dataset, "recordId"`,
    [siteNo],
  );
  return rows;
}
