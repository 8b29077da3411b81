import {
  joinOccurrences,
  occurrencesOf,
  representativeCount,
  type Tie,
} from '../../domain/incidents/form-incidents.ts';
import type { Incident } from '../../domain/incidents/incident.ts';
import { compareOccurrences, type Occurrence } from '../../domain/incidents/occurrence.ts';
import { indexOccurrences } from '../../domain/incidents/occurrence-index.ts';
import type { Steps } from '../../domain/steps.ts';
import {
  findSeparatedPairs,
  findTiedEvents,
  type JoinedEvent,
  readIncidentEvents,
} from '../database/incidents/incident.ts';
import { findCandidates } from '../database/incidents/incident-candidate.ts';
import { findPlaces, lockIncidents, lockOf, markUnlocked } from '../database/incidents/incident-lock.ts';
import type { Queryable } from '../database/pool.ts';
import type { PipelineContext } from '../running/context.ts';
import { withPauses } from '../running/with-pauses.ts';

export type JoinContext = Pick<PipelineContext, 'policy' | 'actors'>;

/** Events with all those to which anything that changes with them may matter, and what they form together. */
export type Formed = {
  events: JoinedEvent[];
  incidents: Incident[];
  ties: Tie[];
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
  const locked = new Set((await findPlaces(client, causes)).map(lockOf));
  await markUnlocked(client);
  for (;;) {
    await lockIncidents(client, locked);
    const found = await find();
    const needed = found.events.map(lockOf).filter((lock) => !locked.has(lock));
    if (needed.length === 0) return found;
    for (const lock of needed) locked.add(lock);
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
  const read = new Map<number, JoinedEvent>();
  const readMore = async (ids: readonly number[]) => {
    const unread = ids.filter((id) => !read.has(id));
    for (const event of await readIncidentEvents(client, unread)) read.set(event.eventId, event);
    return ids.map((id) => read.get(id)).filter((event) => event !== undefined);
  };
  const known = new Set<number>();
  let ids: number[] = [...causes];
  let sought: readonly number[] = causes;
  for (;;) {
    for (const id of sought) known.add(id);
    const searched = (await readMore(sought)).filter((event) => !event.retracted);
    const found = await findCandidates(client, searched, policy, { representedToo: true });
    const within = new Set(ids);
    const others = await readMore(found.filter((id) => !within.has(id)));
    const matching = await withPauses(matchingOf(searched, others, context));
    ids = await findTiedEvents(client, [...new Set([...ids, ...matching])]);
    const events = await readMore(ids);
    const separations = await findSeparatedPairs(client, ids);
    const formed = await withPauses(joinOccurrences(occurrencesOf(events, actors), policy, separations));
    const represented = new Set(
      formed.incidents.flatMap(({ members }) => members.slice(representativeCount)),
    );
    const risen = events.filter(
      (event) => event.represented && !represented.has(event.eventId) && !known.has(event.eventId),
    );
    if (risen.length === 0) return { events, ...formed, represented };
    sought = risen.map((event) => event.eventId);
  }
}

/** The others that are the same occurrence as one of those that are searched for. */
function* matchingOf(
  searched: readonly JoinedEvent[],
  others: readonly JoinedEvent[],
  { policy, actors }: JoinContext,
): Steps<number[]> {
  const index = indexOccurrences<{ occurrence: Occurrence }>(policy);
  for (const occurrence of occurrencesOf(searched, actors)) index.add({ occurrence });
  const matching: number[] = [];
  for (const other of occurrencesOf(others, actors)) {
    for (const { occurrence } of index.near(other)) {
      if (!compareOccurrences(occurrence, other, policy).same) continue;
      matching.push(other.event.eventId);
      break;
    }
    yield;
  }
  return matching;
}
