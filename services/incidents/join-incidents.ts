import { groupBy } from '../../domain/group-by.ts';
import { type EventPair, groupPairs, pairOf } from '../../domain/incidents/incident.ts';
import { readOccurrence } from '../../domain/incidents/occurrence.ts';
import {
  deletePairs,
  findMemberships,
  findPairsOf,
  findSeparatedPairs,
  findSitesOfEvents,
  findTiedEvents,
  insertPairs,
  lockIncidents,
  readIncidentEvents,
  writeMemberships,
} from '../database/incidents/incident.ts';
import {
  type Candidate,
  findCandidates,
  type SearchedEvent,
} from '../database/incidents/incident-candidate.ts';
import type { Queryable } from '../database/pool.ts';
import type { PipelineContext } from '../running/context.ts';

type JoinContext = Pick<PipelineContext, 'policy' | 'actors'>;

/** Events whose incident has gained or lost members, and those of the events given that brought it about. */
export type Rejoined = { causes: number[]; siteNos: number[] };

/**
 * Joins the events with others that are the same occurrence, and parts them from those that no longer are. Each
 * event is given with its current revision. Run it in a transaction that changes nothing more which others wait for
 * but sites due: from the first change on, incidents are locked to its end.
 *
 * A new event that is like no other touches nothing and takes no lock, as nearly all do in an import of history. Two
 * transactions cannot miss each other's events: both are stored before either is linked, so the later search sees them.
 */
export async function joinIncidents(
  client: Queryable,
  events: readonly (SearchedEvent & { revision: number; retracted: boolean })[],
  context: JoinContext,
): Promise<Rejoined[]> {
  const current = events.filter((event) => !event.retracted);
  const fresh = current.filter((event) => event.revision === 1);
  const paired = new Set((await findCandidates(client, fresh, context.policy)).map(({ eventA }) => eventA));
  const touched = events.filter((event) => event.revision > 1 || paired.has(event.eventId));
  if (touched.length === 0) return [];
  await lockIncidents(client);
  const ids = touched.map((event) => event.eventId);
  const searched = touched.filter((event) => !event.retracted);
  const pairs = await decidePairs(client, await findCandidates(client, searched, context.policy), context);
  const before = await deletePairs(client, ids);
  await insertPairs(client, pairs);
  return formAnew(client, ids, [...before, ...pairs], context);
}

async function decidePairs(client: Queryable, candidates: readonly Candidate[], context: JoinContext) {
  const events = await readIncidentEvents(client, endsOf(candidates));
  const byId = new Map(events.map((event) => [event.eventId, readOccurrence(event, context.actors)]));
  const pairs = new Map<string, EventPair>();
  for (const { eventA, eventB } of candidates) {
    const [a, b] = [byId.get(eventA), byId.get(eventB)];
    const pair = a && b && pairOf(a, b, context.policy);
    if (pair) pairs.set(`${pair.eventA} ${pair.eventB}`, pair);
  }
  return [...pairs.values()];
}

/**
 * Forms the incidents anew of all events that are tied to the causes, or were tied to them by the `ties` given. Call
 * it while incidents are locked.
 */
export async function formAnew(
  client: Queryable,
  causes: readonly number[],
  ties: readonly Candidate[],
  { policy }: Pick<JoinContext, 'policy'>,
): Promise<Rejoined[]> {
  const ids = await findTiedEvents(client, [...causes, ...endsOf(ties)]);
  const pairs = await findPairsOf(client, ids);
  const separations = await findSeparatedPairs(client, ids);
  const incidents = groupPairs(await readIncidentEvents(client, endsOf(pairs)), pairs, separations, policy);
  const before = await findMemberships(client, ids);
  const after = new Map(incidents.flatMap(({ id, members }) => members.map((eventId) => [eventId, id])));
  const changed = changedMembers(before, after);
  if (changed.size === 0) return [];
  await writeMemberships(client, ids, incidents);
  const rejoined: Rejoined[] = [];
  for (const tied of tiedTogether(ids, [...pairs, ...ties])) {
    const moved = tied.filter((id) => changed.has(id));
    if (moved.length === 0) continue;
    const within = new Set(tied);
    const siteNos = await findSitesOfEvents(client, moved);
    rejoined.push({ causes: causes.filter((id) => within.has(id)), siteNos });
  }
  return rejoined;
}

function endsOf(pairs: readonly Candidate[]): number[] {
  return [...new Set(pairs.flatMap(({ eventA, eventB }) => [eventA, eventB]))];
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
function tiedTogether(ids: readonly number[], ties: readonly Candidate[]): number[][] {
  const parent = new Map(ids.map((id) => [id, id]));
  const rootOf = (id: number): number => {
    let root = id;
    while (parent.get(root) !== root) root = parent.get(root)!;
    parent.set(id, root);
    return root;
  };
  for (const { eventA, eventB } of ties) parent.set(rootOf(eventA), rootOf(eventB));
  return [...groupBy(ids, rootOf).values()];
}
