import { groupBy } from '../../domain/group-by.ts';
import { type Tie, wordPair } from '../../domain/incidents/form-incidents.ts';
import type { EventPair, SeparatedPair } from '../../domain/incidents/incident.ts';
import type { RiskPolicy } from '../../domain/policy.ts';
import type { Steps } from '../../domain/steps.ts';
import {
  deletePairs,
  findMemberships,
  findPairsOf,
  findSitesOfEvents,
  insertPairs,
  writeMemberships,
  writeRepresented,
} from '../database/incidents/incident.ts';
import { findWithCandidates, type SearchedEvent } from '../database/incidents/incident-candidate.ts';
import type { Queryable } from '../database/pool.ts';
import { withPauses } from '../running/with-pauses.ts';
import { findCrowding, writeCrowding } from './crowded-incidents.ts';
import { type Formed, findLocked, formTied, type JoinContext } from './tied-events.ts';

/** Events whose incident has gained or lost members, and those of the events given that brought it about. */
export type Rejoined = { causes: number[]; siteNos: number[] };

/**
 * Joins the events with others that are the same occurrence, and parts them from those that no longer are. Each
 * event is given with its current revision. Run it in a transaction that changes nothing more which others wait for
 * but sites due: from the first change on, the incidents around are locked to its end.
 *
 * A new event that is like no other touches nothing and takes no lock, as nearly all do in an import of history. Two
 * transactions cannot miss each other's events: both are stored before either is linked, so the later search sees them.
 */
export async function joinIncidents(
  client: Queryable,
  events: readonly (SearchedEvent & { revision: number; retracted: boolean })[],
  context: JoinContext,
): Promise<Rejoined[]> {
  const fresh = events.filter((event) => !event.retracted && event.revision === 1);
  const paired = await findWithCandidates(client, fresh, context.policy);
  const touched = events.filter((event) => event.revision > 1 || paired.has(event.eventId));
  if (touched.length === 0) return [];
  const ids = touched.map((event) => event.eventId);
  const areNew = touched.every((event) => event.revision === 1 && !event.retracted);
  const found = await findLocked(
    client,
    ids,
    async () =>
      (areNew && (await findCrowding(client, ids, context))) || (await formTied(client, ids, context)),
  );
  if ('incidents' in found) return writeFormed(client, ids, found, context);
  await writeCrowding(client, found);
  // Only at the sites around the new events something changes, and these are due anyway.
  return [];
}

/** Forms the incidents anew of all events that are tied to the causes, or were tied to them before. */
export async function formAnew(
  client: Queryable,
  causes: readonly number[],
  context: JoinContext,
): Promise<Rejoined[]> {
  const formed = await findLocked(client, causes, () => formTied(client, causes, context));
  return writeFormed(client, causes, formed, context);
}

async function writeFormed(
  client: Queryable,
  causes: readonly number[],
  formed: Formed,
  { policy }: JoinContext,
): Promise<Rejoined[]> {
  const ids = formed.events.map((event) => event.eventId);
  const pairsBefore = await writePairs(client, causes, formed, policy);
  await writeChangedlyRepresented(client, formed);
  const before = await findMemberships(client, ids);
  const after = new Map(
    formed.incidents.flatMap(({ id, members }) => members.map((eventId) => [eventId, id])),
  );
  const moves = ids.filter((id) => before.get(id) !== after.get(id));
  await writeMemberships(client, new Map(moves.map((id) => [id, after.get(id) ?? null])));
  const changed = changedMembers(before, after);
  if (changed.size === 0) return [];
  const rejoined: Rejoined[] = [];
  for (const tied of await withPauses(tiedTogether(ids, pairsBefore, formed.ties))) {
    const moved = tied.filter((id) => changed.has(id));
    if (moved.length === 0) continue;
    const within = new Set(tied);
    const siteNos = await findSitesOfEvents(client, moved);
    rejoined.push({ causes: causes.filter((id) => within.has(id)), siteNos });
  }
  return rejoined;
}

/**
 * Writes the pairs that are not as before, and answers those that were there before. Only pairs of the causes can have
 * come, gone or got another reason, and pairs of events that others stand for or stood for: all others are left alone,
 * and not even read. In a dense storm there are hundreds of thousands of them.
 */
async function writePairs(
  client: Queryable,
  causes: readonly number[],
  { events, ties, represented }: Formed,
  policy: RiskPolicy,
): Promise<EventPair[]> {
  const wasRepresented = events.filter((event) => event.represented).map(({ eventId }) => eventId);
  const touched = new Set([...causes, ...represented, ...wasRepresented]);
  const before = await findPairsOf(client, [...touched]);
  const keyOf = (pair: SeparatedPair) => `${pair.eventA} ${pair.eventB}`;
  const reasonBefore = new Map(before.map((pair) => [keyOf(pair), pair.reason]));
  const pairs = await withPauses(wordPairs(ties, touched, policy));
  const kept = new Set(pairs.map(keyOf));
  await deletePairs(
    client,
    before.filter((pair) => !kept.has(keyOf(pair))),
  );
  await insertPairs(
    client,
    pairs.filter((pair) => reasonBefore.get(keyOf(pair)) !== pair.reason),
  );
  return before;
}

/** The pairs of the touched events, with the reasons for them. */
function* wordPairs(
  ties: readonly Tie[],
  touched: ReadonlySet<number>,
  policy: RiskPolicy,
): Steps<EventPair[]> {
  const pairs: EventPair[] = [];
  for (const tie of ties) {
    if (!touched.has(tie.own.event.eventId) && !touched.has(tie.other.event.eventId)) continue;
    pairs.push(wordPair(tie, policy));
    yield;
  }
  return pairs;
}

async function writeChangedlyRepresented(client: Queryable, { events, represented }: Formed): Promise<void> {
  const differing = events.filter((event) => event.represented !== represented.has(event.eventId));
  for (const isRepresented of [true, false]) {
    const those = differing.filter((event) => event.represented !== isRepresented);
    await writeRepresented(
      client,
      those.map((event) => event.eventId),
      isRepresented,
    );
  }
}

/** Events that are, or were, in an incident whose members are not the same as before. */
function changedMembers(
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): Set<number> {
  const [groupsBefore, groupsAfter] = [membersOf(before), membersOf(after)];
  const changed = new Set<number>();
  for (const [these, others] of [
    [groupsBefore, groupsAfter],
    [groupsAfter, groupsBefore],
  ] as const) {
    const same = new Set([...others.values()].map((ids) => ids.join()));
    for (const ids of these.values()) if (!same.has(ids.join())) for (const id of ids) changed.add(id);
  }
  return changed;
}

function membersOf(memberships: ReadonlyMap<number, number>): Map<number, number[]> {
  const inOrder = [...memberships.keys()].sort((a, b) => a - b);
  return groupBy(inOrder, (eventId) => memberships.get(eventId)!);
}

/** The events in sets of which each is tied together by pairs. */
function* tiedTogether(
  ids: readonly number[],
  pairs: readonly SeparatedPair[],
  ties: readonly Tie[],
): Steps<number[][]> {
  const parent = new Map(ids.map((id) => [id, id]));
  const rootOf = (id: number): number => {
    let root = id;
    while (parent.get(root) !== root) root = parent.get(root)!;
    parent.set(id, root);
    return root;
  };
  for (const { eventA, eventB } of pairs) parent.set(rootOf(eventA), rootOf(eventB));
  for (const { own, other } of ties) {
    parent.set(rootOf(own.event.eventId), rootOf(other.event.eventId));
    yield;
  }
  return [...groupBy(ids, rootOf).values()];
}
