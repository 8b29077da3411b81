import { groupBy } from '../../domain/group-by.ts';
import {
  joinRepresented,
  occurrencesOf,
  representativeCount,
} from '../../domain/incidents/form-incidents.ts';
import type { EventPair } from '../../domain/incidents/incident.ts';
import {
  findMemberships,
  findMembersOf,
  insertPairs,
  type JoinedEvent,
  readIncidentEvents,
  writeMemberships,
  writeRepresented,
} from '../database/incidents/incident.ts';
import { findCandidates } from '../database/incidents/incident-candidate.ts';
import type { Queryable } from '../database/pool.ts';
import type { JoinContext } from './tied-events.ts';

/** New events that crowded incidents take in, each with its incident, and all events that this rests on. */
export type Crowding = { events: JoinedEvent[]; incidentOf: Map<number, number>; pairs: EventPair[] };

/**
 * Finds the crowded incidents that new events join without changing anything else, as nearly all do that tell of what
 * thousands have told: they are compared with representatives only. Null where that is not so of one of them.
 */
export async function findCrowding(
  client: Queryable,
  newIds: readonly number[],
  { policy, actors }: JoinContext,
): Promise<Crowding | null> {
  if ((await findMemberships(client, newIds)).size > 0) return null;
  const own = await readIncidentEvents(client, newIds);
  const isOwn = new Set(newIds);
  const near = await findCandidates(client, own, policy, { representedToo: false });
  const groups = await readGroups(
    client,
    near.filter((id) => !isOwn.has(id)),
  );
  if (!groups) return null;
  const others = await readIncidentEvents(client, [...groups.values()].flat());
  const byId = new Map(occurrencesOf(others, actors).map((one) => [one.event.eventId, one]));
  const known = [...groups.values()].map((ids) =>
    ids.map((id) => byId.get(id)).filter((one) => one !== undefined),
  );
  const incidentOf = new Map<number, number>();
  const pairs: EventPair[] = [];
  const groupIdOf = new Map([...groups].flatMap(([id, ids]) => ids.map((eventId) => [eventId, id])));
  for (const event of own) {
    const [occurrence] = occurrencesOf([event], actors);
    const place = occurrence && joinRepresented(occurrence, known, policy);
    const incidentId = place && groupIdOf.get(place.joined[0]!.event.eventId)!;
    // An incident with an event of a smaller id gets that one: all of its members are written anew.
    if (!place || !incidentId || incidentId > event.eventId) return null;
    incidentOf.set(event.eventId, incidentId);
    pairs.push(...place.pairs);
  }
  return { events: [...own, ...others], incidentOf, pairs };
}

/**
 * The events by incident, or by their own id where they stand alone, with all members of small incidents and the
 * representatives of crowded ones. Null where of these only some are among the events.
 */
async function readGroups(
  client: Queryable,
  eventIds: readonly number[],
): Promise<Map<number, readonly number[]> | null> {
  const incidentOf = await findMemberships(client, eventIds);
  const near = groupBy(eventIds, (id) => incidentOf.get(id) ?? id);
  const members = await findMembersOf(client, [...new Set(incidentOf.values())], representativeCount + 1);
  const groups = new Map<number, readonly number[]>(near);
  for (const [id, ids] of members) {
    const isCrowded = ids.length > representativeCount;
    if (isCrowded && near.get(id)!.length !== representativeCount) return null;
    if (!isCrowded) groups.set(id, ids);
  }
  return groups;
}

/** Adds them: no other member of their incidents changes. */
export async function writeCrowding(client: Queryable, { incidentOf, pairs }: Crowding): Promise<void> {
  await insertPairs(client, pairs);
  await writeMemberships(client, incidentOf);
  await writeRepresented(client, [...incidentOf.keys()], true);
}
