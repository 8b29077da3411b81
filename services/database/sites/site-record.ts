import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';

export type StoredRecord = {
  dataset: string;
  recordId: string;
  /** 0: another dataset said that the record describes the site; the record itself has not come yet. */
  revision: number;
  contentHash: string;
  asOf: string | null;
  edition: string | null;
  siteNo: number;
  siteId: string;
  latitude: number;
  longitude: number;
  isWithdrawn: boolean;
};

/** The current revisions of those of the records that are known, with their sites. */
export async function findRecords(
  client: Queryable,
  records: readonly { dataset: string; recordId: string }[],
): Promise<StoredRecord[]> {
  const { rows } = await client.query<StoredRecord>(
    `select distinct on (record.dataset, record.record_id)
            record.dataset, record.record_id as "recordId", record.revision, record.content_hash as "contentHash",
            record.content ->> 'asOf' as "asOf", record.content ->> 'edition' as edition, record.site_no as "siteNo", site.id as "siteId",
            site.latitude, site.longitude, site.withdrawn_at is not null as "isWithdrawn"
     from unnest($1::text[], $2::text[]) as item (dataset, record_id)
     join site_record as record on record.dataset = item.dataset and record.record_id = item.record_id
     join site on site.site_no = record.site_no
     order by record.dataset, record.record_id, record.revision desc`,
    [records.map((record) => record.dataset), records.map((record) => record.recordId)],
  );
  return rows;
}

/** Adds revisions of records. */
export async function insertRecords(
  client: Queryable,
  records: readonly {
    dataset: string;
    recordId: string;
    revision: number;
    siteNo: number;
    content: unknown;
    hash: string;
  }[],
  recordedAt: Date,
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ recordId, siteNo, hash, ...record }) => ({
    ...record,
    record_id: recordId,
    site_no: siteNo,
    content_hash: hash,
  }));
  await client.query(
    `insert into site_record (dataset, record_id, revision, site_no, content, content_hash, recorded_at)
     select dataset, record_id, revision, site_no, content, content_hash, $2
     from json_to_recordset($1::json)
       as (dataset text, record_id text, revision integer, site_no integer, content jsonb, content_hash text)`,
    [jsonText(rows), recordedAt],
  );
}

/** Notes that a newer observation, or a newer edition, says the same as the current revision. */
export async function confirmRecords(
  client: Queryable,
  records: readonly {
    dataset: string;
    recordId: string;
    revision: number;
    asOf: string | null;
    edition: string | null;
  }[],
): Promise<void> {
  if (records.length === 0) return;
  await client.query(
    `update site_record as record
     set content = record.content || jsonb_strip_nulls(jsonb_build_object('asOf', item.as_of, 'edition', item.edition))
     from unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::text[])
       as item (dataset, record_id, revision, as_of, edition)
     where record.dataset = item.dataset and record.record_id = item.record_id and record.revision = item.revision`,
    [
      records.map((record) => record.dataset),
      records.map((record) => record.recordId),
      records.map((record) => record.revision),
      records.map((record) => record.asOf),
      records.map((record) => record.edition),
    ],
  );
}
