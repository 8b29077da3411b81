import type { SiteRecord } from '../../../domain/sites/site-merge.ts';
import { distanceKm } from '../../../domain/sphere.ts';
import { contentHash } from '../content-hash.ts';
import type { Queryable } from '../pool.ts';
import type { CollectedSite, OtherSite } from './collected-site.ts';
import { findRecords } from './site-record.ts';
import { findSitesById } from './site-row.ts';

/** Two datasets that use one id mean one site only if their positions are closer than this. */
export const sameIdKm = 5;

/** A site that the batch concerns; one that is new has no number yet. */
export type Target = {
  siteNo: number | null;
  id: string;
  latitude: number;
  longitude: number;
  /** A site that a person has withdrawn: what datasets say of it is not stored. */
  isWithdrawn: boolean;
  /** Who has the id that a new site asked for. */
  idTakenBy: OtherSite | null;
};

/** A record that the batch concerns: as stored, and what it is to become. */
export type RecordState = {
  dataset: string;
  recordId: string;
  target: Target;
  storedRevision: number | null;
  storedHash: string | null;
  storedAsOf: string | null;
  storedEdition: string | null;
  hash: string | null;
  asOf: string | null;
  edition: string | null;
  content: SiteRecord['content'] | null;
};

export function keyOf(record: { dataset: string; recordId: string }): string {
  return `${record.dataset}\n${record.recordId}`;
}

/** Finds the site of each record and what the record is to become; writes nothing. */
export async function planRecords(
  client: Queryable,
  items: readonly CollectedSite[],
): Promise<Map<string, RecordState>> {
  const states = new Map<string, RecordState>();
  const targets = new Map<number, Target>();
  for (const row of await findRecords(
    client,
    items.flatMap((item) => [item, ...item.sameAs]),
  )) {
    const {
      siteNo,
      siteId,
      latitude,
      longitude,
      isWithdrawn,
      revision,
      contentHash: hash,
      asOf,
      edition,
      ...record
    } = row;
    const place = { siteNo, id: siteId, latitude, longitude, isWithdrawn };
    const target = targets.get(siteNo) ?? { ...place, idTakenBy: null };
    targets.set(siteNo, target);
    const storedHash = revision === 0 ? null : hash;
    const stored = { storedRevision: revision, storedHash, storedAsOf: asOf, storedEdition: edition };
    states.set(keyOf(record), {
      ...{ ...record, target, ...stored },
      ...{ hash: storedHash, asOf, edition, content: null },
    });
  }
  const unknown = items.filter((item) => !states.has(keyOf(item))).map((item) => item.siteId);
  const byId = new Map<string, Named>(
    (await findSitesById(client, unknown)).map(({ name, dataset, recordId, ...place }) => {
      const target = targets.get(place.siteNo) ?? { ...place, idTakenBy: null };
      return [place.id, { target, name, dataset, recordId }];
    }),
  );

  for (const item of items) {
    const twins = item.sameAs.flatMap((other) => states.get(keyOf(other))?.target ?? []);
    const watched = twins.find(({ isWithdrawn }) => !isWithdrawn);
    let state = states.get(keyOf(item));
    if (!state) {
      state = newState(item, watched ?? twins[0] ?? (await targetById(client, item, byId)));
      states.set(keyOf(item), state);
    } else if (state.target.isWithdrawn && watched) {
      // Of a mine that stood twice the one was withdrawn: its record now goes to the other, as if it were new.
      Object.assign(state, { target: watched, storedHash: null, hash: null, asOf: null, edition: null });
    }
    for (const other of item.sameAs) {
      if (!states.has(keyOf(other))) states.set(keyOf(other), newState(other, state.target));
    }
    if (state.target.isWithdrawn) continue;
    if (isOlder(item.edition, state.edition) || isOlder(item.asOf, state.asOf)) continue;
    state.asOf = item.asOf ?? null;
    state.edition = item.edition ?? state.edition;
    state.hash = contentHash({ ...item.site, details: item.details });
    state.content = { ...item.site, details: item.details, asOf: item.asOf, edition: item.edition };
  }
  return states;
}

/** Where either is not stated, nothing is older. */
export function isOlder(said: string | undefined, known: string | null): boolean {
  return said !== undefined && known !== null && said < known;
}

function newState({ dataset, recordId }: { dataset: string; recordId: string }, target: Target): RecordState {
  const stored = { storedRevision: null, storedHash: null, storedAsOf: null, storedEdition: null };
  return { dataset, recordId, target, ...stored, hash: null, asOf: null, edition: null, content: null };
}

/** A site that has an id, and the record that it was made from. */
type Named = { target: Target; name: string; dataset: string | null; recordId: string | null };

/** The site with the item's id where it is the same site; else a new one, under an id that is free. */
async function targetById(
  client: Queryable,
  { siteId, dataset, recordId, site }: CollectedSite,
  byId: Map<string, Named>,
): Promise<Target> {
  const found = byId.get(siteId);
  const away = found ? distanceKm(found.target, site) : 0;
  if (found && found.dataset !== dataset && away < sameIdKm) return found.target;
  const idTakenBy = found && {
    ...{ siteId, name: found.name, dataset: found.dataset, recordId: found.recordId },
    distanceKm: away,
  };
  const id = found ? await freeId(client, siteId, byId) : siteId;
  const { latitude, longitude, name } = site;
  const place = { siteNo: null, id, latitude, longitude, isWithdrawn: false };
  const target: Target = { ...place, idTakenBy: idTakenBy ?? null };
  byId.set(id, { target, name, dataset, recordId });
  return target;
}

async function freeId(client: Queryable, id: string, byId: ReadonlyMap<string, unknown>): Promise<string> {
  for (let n = 2; ; n++) {
    // An id has at most 100 characters.
    const candidate = `${id.slice(0, 100 - `-${n}`.length)}-${n}`;
    if (!byId.has(candidate) && (await findSitesById(client, [candidate])).length === 0) return candidate;
  }
}
