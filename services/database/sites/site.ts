import { groupBy } from '../../../domain/group-by.ts';
import { mergeRecords, type SiteRecord } from '../../../domain/sites/site-merge.ts';
import { distanceKm, type Point } from '../../../domain/sphere.ts';
import { type Doer, writeAuditEntries } from '../audit.ts';
import type { Queryable } from '../pool.ts';
import type { CollectedSite, OtherSite, SiteOutcome } from './collected-site.ts';
import { findBeside } from './site-neighbours.ts';
import { keyOf, planRecords, type RecordState, type Target } from './site-plan.ts';
import { notePositions } from './site-position-history.ts';
import { confirmRecords, insertRecords } from './site-record.ts';
import {
  bumpSiteSet,
  insertSites,
  readSitesWithRecords,
  replaceNames,
  type SiteWrite,
  updateSites,
} from './site-row.ts';
import { storeVisits } from './site-visit.ts';
import { lockSites } from './site-withdrawal.ts';
import { unmarkReappeared } from './vanished-site.ts';

/**
 * Stores what datasets say about sites. A record that is known belongs to its site; else the first known one of
 * `sameAs` tells the site; else the site of another dataset with the same id within 5 km; else it is a new site. Where
 * the id of a new one is taken, it gets a number behind it (`-2`); with `isPosted` a SiteIdTakenError is thrown
 * before anything is written, and a SiteWithdrawnError for a site that was withdrawn. The record that a site was made from decides what the site is,
 * others fill its gaps and add names. Run it in a transaction: concurrent ones take turns.
 *
 * Where a site was before it moved stays known, and the audit trail says who moved it. Nothing is stored of one that was
 * withdrawn; only a record that names one of a site that is watched goes over to that.
 *
 * The outcomes stand in the order of the items. `toLink`: numbers of the sites that are new or have moved.
 */
export async function storeSites(
  client: Queryable,
  items: readonly CollectedSite[],
  recordedAt: Date,
  by: Doer,
  { isPosted = false } = {},
): Promise<{ outcomes: SiteOutcome[]; toLink: number[] }> {
  await lockSites(client);
  const states = await planRecords(client, items);
  if (isPosted) {
    for (const { target } of items.map((item) => states.get(keyOf(item))!)) {
      if (target.idTakenBy) throw new SiteIdTakenError(target.idTakenBy);
      if (target.isWithdrawn) throw new SiteWithdrawnError(target.id);
    }
  }
  const changed = [...states.values()].filter((state) => state.hash !== state.storedHash);
  const isNew = new Set(
    [...states.values()].filter(({ target }) => target.siteNo === null).map(({ target }) => target),
  );
  const toLink = await writeSites(client, changed, recordedAt, by);
  await insertRecords(
    client,
    [...states.values()]
      .filter((state) => state.hash !== state.storedHash || state.storedRevision === null)
      .map((state) => ({
        dataset: state.dataset,
        recordId: state.recordId,
        revision: state.content ? (state.storedRevision ?? 0) + 1 : 0,
        siteNo: state.target.siteNo!,
        content: state.content ?? {},
        hash: state.hash ?? '',
      })),
    recordedAt,
  );
  await confirmRecords(
    client,
    [...states.values()].flatMap(
      ({ hash, storedHash, asOf, storedAsOf, edition, storedEdition, ...state }) =>
        hash === storedHash && (asOf !== storedAsOf || edition !== storedEdition)
          ? [{ ...state, revision: state.storedRevision!, asOf, edition }]
          : [],
    ),
  );
  await unmarkReappeared(client, items, by, recordedAt);
  const siteNoOf = (item: CollectedSite) => {
    const { siteNo, isWithdrawn } = states.get(keyOf(item))!.target;
    return isWithdrawn ? null : siteNo;
  };
  const visits = await storeVisits(client, items, siteNoOf, recordedAt);
  const beside = await findBeside(
    client,
    [...isNew].map(({ siteNo }) => siteNo!),
  );
  const outcomes = items.map((item, i): SiteOutcome => {
    const state = states.get(keyOf(item))!;
    const { siteNo, id: siteId, isWithdrawn, idTakenBy } = state.target;
    const known = state.hash !== state.storedHash ? 'changed' : 'unchanged';
    const outcome = isNew.has(state.target) ? 'new' : known;
    const concerns = { isWithdrawn, idTakenBy, beside: beside.get(siteNo!) ?? null };
    return { outcome, siteId, ...concerns, ...visits[i]! };
  });
  return { outcomes, toLink };
}

/** The id that a new site asks for is that of another one, which lies elsewhere or was made from another record. */
export class SiteIdTakenError extends Error {
  override name = 'SiteIdTakenError';
  readonly takenBy: OtherSite;
  constructor(takenBy: OtherSite) {
    super(`the id ${takenBy.siteId} is taken`);
    this.takenBy = takenBy;
  }
}

/** The site was withdrawn: a person has to restore it before more is said of it. */
export class SiteWithdrawnError extends Error {
  override name = 'SiteWithdrawnError';
  readonly siteId: string;
  constructor(siteId: string) {
    super(`the site ${siteId} was withdrawn`);
    this.siteId = siteId;
  }
}

/** Inserts and updates the sites of the changed records; answers the numbers of those that are new or have moved. */
async function writeSites(
  client: Queryable,
  changed: readonly RecordState[],
  recordedAt: Date,
  by: Doer,
): Promise<number[]> {
  const byTarget = groupBy(changed, ({ target }) => target);
  const known = await readSitesWithRecords(
    client,
    [...byTarget.keys()].flatMap(({ siteNo }) => siteNo ?? []),
  );
  const inserts: (SiteWrite & { target: Target })[] = [];
  const updates: (SiteWrite & { siteNo: number; hasMoved: boolean })[] = [];
  const moves: Move[] = [];
  for (const [target, states] of byTarget) {
    const before = target.siteNo === null ? undefined : known.get(target.siteNo);
    const first = states[0];
    const maker = before ? before.maker : { dataset: first.dataset, recordId: first.recordId };
    const merged = mergeRecords(maker, overlay(before?.records ?? [], states), before?.site ?? null);
    const write = { id: target.id, maker, ...merged };
    if (!before) inserts.push({ ...write, target });
    else {
      const [from, to] = [placeOf(before.site), placeOf(merged.site)];
      const hasMoved = to.latitude !== from.latitude || to.longitude !== from.longitude;
      if (hasMoved) moves.push({ siteId: target.id, from, to, record: maker });
      updates.push({ ...write, siteNo: target.siteNo!, hasMoved });
    }
  }
  const moved = updates.filter((update) => update.hasMoved).map(({ siteNo }) => siteNo);
  // Those who link events wait here until this transaction ends, and then see the sites where they are now.
  if (inserts.length > 0 || moved.length > 0) await bumpSiteSet(client);
  const siteNos = await insertSites(client, inserts, recordedAt);
  for (const { target } of inserts) target.siteNo = siteNos.get(target.id)!;
  await updateSites(client, updates);
  await replaceNames(client, [
    ...inserts.map(({ target, names }) => ({ siteNo: target.siteNo!, names })),
    ...updates.map(({ siteNo, names }) => ({ siteNo, names })),
  ]);
  const toLink = [...siteNos.values(), ...moved];
  await notePositions(client, toLink, recordedAt);
  await writeAuditEntries(client, moves.map(auditEntry(by)), recordedAt);
  return toLink;
}

type Move = { siteId: string; from: Point; to: Point; record: SiteWrite['maker'] };

function placeOf({ latitude, longitude }: Point): Point {
  return { latitude, longitude };
}

function auditEntry({ author, key }: Doer) {
  return ({ siteId, from, to, record }: Move) => {
    const details = { from, to, distanceKm: Math.round(distanceKm(from, to) * 1000) / 1000, record };
    return { actor: author, key, action: 'moved', subject: `sites/${siteId}`, details };
  };
}

/** The records of a site as they will be: those stored, with the changed ones in their places. */
function overlay(stored: readonly SiteRecord[], states: readonly RecordState[]): SiteRecord[] {
  const records = new Map(stored.map((record) => [keyOf(record), record]));
  for (const { dataset, recordId, content } of states) {
    if (content) records.set(keyOf({ dataset, recordId }), { dataset, recordId, content });
  }
  return [...records.values()];
}
