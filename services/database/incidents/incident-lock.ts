import type { EventRevision } from '../../../domain/event.ts';
import { millisecondsPerDay, startOfDay } from '../../../domain/time.ts';
import type { Queryable } from '../pool.ts';

/** Any number that no other lock has. */
const lockSpace = 7_283_464;

/** As many locks as a transaction may need at most: they have to have room in the table of PostgreSQL. */
export const lockCount = 1024;

type Place = Pick<EventRevision, 'occurredOn' | 'latitude' | 'longitude'>;

/** The lock of the week and the region in which an event lies: one number of `lockCount`, shared with some others. */
export function lockOf({ occurredOn, latitude, longitude }: Place): number {
  const week = Math.floor(startOfDay(occurredOn) / millisecondsPerDay / 7);
  const [south, west] = [latitude, longitude].map((degrees) => Math.floor((degrees ?? 200) / 2)) as [
    number,
    number,
  ];
  const mixed = week * 7919 + south * 613 + west * 31;
  return ((mixed % lockCount) + lockCount) % lockCount;
}

/** Lets go of the locks that were taken since this was called before. */
export async function markUnlocked(client: Queryable): Promise<void> {
  await client.query('savepoint incidents_unlocked');
}

/**
 * Takes these locks, and none beside them that was taken since `markUnlocked`; held to the end of the transaction. All
 * are taken in one order, so that two transactions cannot wait for each other.
 */
export async function lockIncidents(client: Queryable, locks: Iterable<number>): Promise<void> {
  await client.query('rollback to savepoint incidents_unlocked');
  await client.query('select pg_advisory_xact_lock($1::integer, lock) from unnest($2::integer[]) as lock', [
    lockSpace,
    [...locks].sort((a, b) => a - b),
  ]);
}

/**
 * Where the events lie, by each of their revisions: others may be at work on them by what an earlier one said.
 */
export async function findPlaces(client: Queryable, eventIds: readonly number[]): Promise<Place[]> {
  const { rows } = await client.query<Place>(
    `select distinct r.occurred_on as "occurredOn", r.latitude, r.longitude from event_revision r
     where r.event_id = any($1)`,
    [eventIds],
  );
  return rows;
}
