import {
  joinOccurrences,
  occurrencesOf,
  representativeCount,
} from '../../domain/incidents/form-incidents.ts';
import type { EventPair, Incident } from '../../domain/incidents/incident.ts';
import { compareOccurrences, type Occurrence } from '../../domain/incidents/occurrence.ts';
import {
  findSeparatedPairs,
  findTiedEvents,
  type JoinedEvent,
  readJoinedEvents,
} from '../database/incidents/incident.ts';
import { findCandidates } from '../database/incidents/incident-candidate.ts';
import {
  findEarlierPlaces,
  lockIncidents,
  lockOf,
  markUnlocked,
} from '../database/incidents/incident-lock.ts';
import type { Queryable } from '../database/pool.ts';
import type { PipelineContext } from '../running/context.ts';

export type JoinContext = Pick<PipelineContext, 'policy' | 'actors'>;

/** Events with all those to which anything that changes with them may matter, and what they form together. */
export type Formed = {
  events: JoinedEvent[];
  incidents: Incident[];
  pairs: EventPair[];
  represented: Set<number>;
};

/**
 * Answers what `find` finds, with the events in it locked to the end of the transaction. Which these are is known for
 * certain only once they are locked: where there are more then, all are locked anew.
 */
export async function findLocked<T extends Pick<Formed, 'events'>>(
  client: Queryable,
  causes: readonly number[],
  find: () => Promise<T>,
): Promise<T> {
  const earlier = (await findEarlierPlaces(client, causes)).map(lockOf);
  const locked = new Set<number>();
  await markUnlocked(client);
  for (;;) {
    const found = await find();
    const needed = [...earlier, ...found.events.map(lockOf)].filter((lock) => !locked.has(lock));
    if (needed.length === 0) return found;
    for (const lock of needed) locked.add(lock);
    await lockIncidents(client, locked);
  }
}

/**
 * The events, those that they match, and all that were tied to one of these, formed anew. Who is compared with others
 * only from now on may match further ones: the search goes on with these until there are none.
 */
export async function formTied(
  client: Queryable,
  causes: readonly number[],
  context: JoinContext,
): Promise<Formed> {
  const { policy, actors } = context;
  let ids: number[] = [...causes];
  let events = await readJoinedEvents(client, causes);
  let sought = new Set(causes);
  const known = new Set<number>();
  for (;;) {
    for (const id of sought) known.add(id);
    const searched = events.filter((event) => sought.has(event.eventId) && !event.retracted);
    const matching = await findMatching(client, searched, new Set(ids), context);
    ids = await findTiedEvents(client, [...new Set([...ids, ...matching])]);
    events = await readJoinedEvents(client, ids);
    const separations = await findSeparatedPairs(client, ids);
    const formed = joinOccurrences(occurrencesOf(events, actors), policy, separations);
    const represented = new Set(
      formed.incidents.flatMap(({ members }) => members.slice(representativeCount)),
    );
    const risen = events.filter(
      (event) => event.represented && !represented.has(event.eventId) && !known.has(event.eventId),
    );
    if (risen.length === 0) return { events, ...formed, represented };
    sought = new Set(risen.map((event) => event.eventId));
  }
}

/** Other events that are the same occurrence as one of those that are searched for. */
async function findMatching(
  client: Queryable,
  searched: readonly JoinedEvent[],
  among: ReadonlySet<number>,
  { policy, actors }: JoinContext,
): Promise<number[]> {
  const found = await findCandidates(client, searched, policy, { representedToo: true });
  const others = await readJoinedEvents(
    client,
    found.filter((id) => !among.has(id)),
  );
  const own = occurrencesOf(searched, actors);
  const matches = (other: Occurrence) =>
    own.some((occurrence) => compareOccurrences(occurrence, other, policy).same);
  return occurrencesOf(others, actors)
    .filter(matches)
    .map((other) => other.event.eventId);
}
