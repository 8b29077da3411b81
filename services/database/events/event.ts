import type { EventContent } from '../../../domain/event.ts';
import { contentHash } from '../content-hash.ts';
import { type CopyValue, copyRows } from '../copy-rows.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';

/** What a source gave, kept unchanged beside the event read from it. */
export type ReportContent = {
  externalId: string;
  publisher: string | null;
  title: string | null;
  url: string | null;
  publishedAt: Date | null;
  /** May the raw content be shown, by the licence of its source? */
  mayShowRaw: boolean;
  content: unknown;
};

export type CollectedEvent = {
  event: EventContent;
  /** As it came, or the id of its row where it is stored already. */
  report: ReportContent | number;
  /** True where the source tells of one event many times, each time in other words: what is known of it stays. */
  firstCounts?: boolean;
};

/** `withdrawn`: the event had been retracted, and its source says again what it said before. */
export type EventOutcome = {
  outcome: 'new' | 'changed' | 'unchanged' | 'withdrawn';
  eventId: number;
  revision: number;
  /** False where the linking has yet to see this revision. */
  isLinked: boolean;
};

type HashedEvent = CollectedEvent & { hash: string };

type Write = { eventId: number; revision: number; item: HashedEvent };

type KnownEvent = {
  id: number;
  revision: number;
  linkedRevision: number | null;
  contentHash: string;
  retracted: boolean;
};

/** The columns of an event's content, and what stands in each. */
const contentByColumn: Record<string, (event: EventContent) => CopyValue> = {
  occurred_on: (event) => event.occurredOn,
  date_precision: (event) => event.datePrecision,
  type: (event) => event.type,
  sub_type: (event) => event.subType,
  place: (event) => event.place,
  latitude: (event) => event.latitude,
  longitude: (event) => event.longitude,
  location_precision: (event) => event.locationPrecision,
  uncertainty_km: (event) => event.uncertaintyKm,
  actors: (event) => event.actors,
  deaths_low: (event) => event.deathsLow,
  deaths_best: (event) => event.deathsBest,
  deaths_high: (event) => event.deathsHigh,
  confidence: (event) => event.confidence,
  notes: (event) => event.notes,
  url: (event) => event.url,
  site_ids: (event) => event.siteIds,
  origin: (event) => event.origin,
};
const contentColumns = Object.keys(contentByColumn).join(', ');
const contentValues = Object.values(contentByColumn);

/**
 * Stores events: new ones with revision 1, changed ones with a further revision. Of several items with one identity
 * in a batch the last one counts, or the first one where they say so; all of them get its outcome. Run it in a
 * transaction. The outcomes stand in the order of the items. `returning` are ids of a source's own: where their events
 * are retracted they stand again, even if nothing new is said of them.
 */
export async function storeEvents(
  client: Queryable,
  items: readonly CollectedEvent[],
  recordedAt: Date,
  returning: ReadonlySet<string> = new Set(),
): Promise<EventOutcome[]> {
  const byIdentity = new Map<string, HashedEvent>();
  for (const item of items) {
    const key = identity(item.event);
    if (!(item.firstCounts && byIdentity.has(key)))
      byIdentity.set(key, { ...item, hash: hashOf(item.event) });
  }
  // One order for all: two transactions that store the same events take turns instead of waiting for each other.
  const distinct = [...byIdentity.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  const ids = await insertEvents(client, distinct);
  const known = await lockKnown(
    client,
    distinct.filter((item) => !ids.has(identity(item.event))),
  );

  const outcomes = new Map<string, EventOutcome>();
  const writes: Write[] = [];
  for (const item of distinct) {
    const key = identity(item.event);
    const mayReturn = returning.has(item.event.sourceEventId);
    const outcome = outcomeOf(known.get(key), item, ids.get(key), mayReturn);
    outcomes.set(key, outcome);
    if (outcome.outcome === 'new' || outcome.outcome === 'changed') writes.push({ ...outcome, item });
  }
  const reportIds = await insertReports(client, writes, recordedAt);
  await insertRevisions(client, writes, reportIds, recordedAt);
  await setCurrentRevisions(
    client,
    writes.filter((write) => write.revision > 1),
  );
  return items.map((item) => outcomes.get(identity(item.event))!);
}

function outcomeOf(
  before: KnownEvent | undefined,
  { hash, firstCounts }: HashedEvent,
  newId: number | undefined,
  mayReturn: boolean,
): EventOutcome {
  if (!before) return { outcome: 'new', eventId: newId!, revision: 1, isLinked: false };
  const { id: eventId, revision } = before;
  // A retracted event comes back only when its source says something new of it, or has taken it up again.
  if (firstCounts || (before.contentHash === hash && !(before.retracted && mayReturn))) {
    const isLinked = before.linkedRevision === revision;
    return { outcome: before.retracted ? 'withdrawn' : 'unchanged', eventId, revision, isLinked };
  }
  return { outcome: 'changed', eventId, revision: revision + 1, isLinked: false };
}

/** An origin that is not known is left out: hashes made before there were origins stay the same. */
function hashOf({ origin, ...event }: EventContent): string {
  return contentHash(origin === null ? event : { ...event, origin });
}

function identity(event: Pick<EventContent, 'source' | 'sourceEventId'>): string {
  return `${event.source}\n${event.sourceEventId}`;
}

async function lockKnown(
  client: Queryable,
  items: readonly CollectedEvent[],
): Promise<Map<string, KnownEvent>> {
  if (items.length === 0) return new Map();
  const { rows } = await client.query(
    `select e.id, e.source, e.source_event_id as "sourceEventId", e.revision,
            e.linked_revision as "linkedRevision", r.content_hash as "contentHash", r.retracted
     from unnest($1::text[], $2::text[]) as item (source, source_event_id)
     join event e on e.source = item.source and e.source_event_id = item.source_event_id
     join event_revision r on r.event_id = e.id and r.revision = e.revision
     order by e.source, e.source_event_id for update of e`,
    identityColumns(items),
  );
  return new Map(rows.map((row) => [identity(row), row]));
}

function identityColumns(items: readonly CollectedEvent[]): [string[], string[]] {
  return [items.map(({ event }) => event.source), items.map(({ event }) => event.sourceEventId)];
}

/** Answers the ids of those that are new. */
async function insertEvents(
  client: Queryable,
  items: readonly CollectedEvent[],
): Promise<Map<string, number>> {
  if (items.length === 0) return new Map();
  const { rows } = await client.query(
    `insert into event (source, source_event_id, revision)
     select item.source, item.source_event_id, 1 from unnest($1::text[], $2::text[]) as item (source, source_event_id)
     on conflict (source, source_event_id) do nothing
     returning id, source, source_event_id as "sourceEventId"`,
    identityColumns(items),
  );
  return new Map(rows.map((row) => [identity(row), row.id]));
}

/** Answers the ids of the reports in the order of the writes. */
async function insertReports(
  client: Queryable,
  writes: readonly Write[],
  fetchedAt: Date,
): Promise<number[]> {
  const given = writes.flatMap(({ item: { event, report, hash } }) =>
    typeof report === 'number' ? [] : [{ event, report, hash }],
  );
  const inserted = await insertGivenReports(client, given, fetchedAt);
  let next = 0;
  return writes.map(({ item: { report } }) => (typeof report === 'number' ? report : inserted[next++]!));
}

async function insertGivenReports(
  client: Queryable,
  given: readonly { event: EventContent; report: ReportContent; hash: string }[],
  fetchedAt: Date,
): Promise<number[]> {
  if (given.length === 0) return [];
  const { rows: numbers } = await client.query(
    `select nextval('report_id_seq') as id from generate_series(1, $1)`,
    [given.length],
  );
  const ids: number[] = numbers.map((row) => row.id);
  const rows = given.map(({ event, report, hash }, i) => [
    ...[ids[i]!, event.source, report.externalId, hash, report.publisher, report.title, report.url],
    ...[report.publishedAt, fetchedAt, report.mayShowRaw, jsonText(report.content ?? null)],
  ]);
  const columns = `id, source, external_id, content_hash, publisher, title, url, published_at, fetched_at,
    may_show_raw, content`;
  await copyRows(client, 'report', columns, rows);
  return ids;
}

async function insertRevisions(
  client: Queryable,
  writes: readonly Write[],
  reportIds: readonly number[],
  recordedAt: Date,
): Promise<void> {
  const rows = writes.map(({ eventId, revision, item: { event, hash } }, i) => [
    ...[eventId, revision, hash, reportIds[i]!, recordedAt],
    ...contentValues.map((valueIn) => valueIn(event)),
  ]);
  const columns = `event_id, revision, content_hash, report_id, recorded_at, ${contentColumns}`;
  await copyRows(client, 'event_revision', columns, rows);
}

async function setCurrentRevisions(
  client: Queryable,
  changes: readonly { eventId: number; revision: number }[],
): Promise<void> {
  if (changes.length === 0) return;
  await client.query(
    `update event e set revision = change.revision
     from unnest($1::bigint[], $2::integer[]) as change (id, revision) where e.id = change.id`,
    [changes.map((change) => change.eventId), changes.map((change) => change.revision)],
  );
}

/**
 * Gives an event another content by a person's word: a further revision, also of one that was retracted, which stands
 * again. `reportRowId` is the row of `report` that it rests on. Run it in a transaction.
 */
export async function reviseEvent(
  client: Queryable,
  eventId: number,
  event: EventContent,
  reportRowId: number,
  recordedAt: Date,
): Promise<{ outcome: 'changed' | 'unchanged'; revision: number }> {
  const known = (await lockKnown(client, [{ event, report: reportRowId }])).get(identity(event));
  if (known?.id !== eventId) throw new Error(`event ${eventId} is not called ${event.sourceEventId}`);
  const hash = hashOf(event);
  if (known.contentHash === hash && !known.retracted)
    return { outcome: 'unchanged', revision: known.revision };
  const write = { eventId, revision: known.revision + 1, item: { event, report: reportRowId, hash } };
  await insertRevisions(client, [write], [reportRowId], recordedAt);
  await setCurrentRevisions(client, [write]);
  return { outcome: 'changed', revision: write.revision };
}

/**
 * Retracts an event: a further revision with the same content that says so. Run it in a transaction. Answers null
 * where there is no such event, and `unchanged` where it is retracted already.
 */
export async function retractEvent(
  client: Queryable,
  eventId: number,
  recordedAt: Date,
): Promise<{ outcome: 'retracted' | 'unchanged'; revision: number } | null> {
  const { rows } = await client.query(
    `select e.revision, r.retracted from event e
     join event_revision r on r.event_id = e.id and r.revision = e.revision
     where e.id = $1 for update of e`,
    [eventId],
  );
  const current = rows[0];
  if (!current) return null;
  if (current.retracted) return { outcome: 'unchanged', revision: current.revision };
  const revision = current.revision + 1;
  await client.query(
    `insert into event_revision (event_id, revision, ${contentColumns}, content_hash, report_id, retracted, recorded_at)
     select event_id, $2, ${contentColumns}, content_hash, report_id, true, $3
     from event_revision where event_id = $1 and revision = $4`,
    [eventId, revision, recordedAt, current.revision],
  );
  await setCurrentRevisions(client, [{ eventId, revision }]);
  return { outcome: 'retracted', revision };
}
