import type { Queryable } from '../pool.ts';

/**
 * Takes the next turn to ask a host something and moves on the one after it by `pauseMs`. Answers in how many ms the
 * turn is; where that is more than `patienceMs`, none is taken.
 */
export async function takeTurn(
  client: Queryable,
  turn: { host: string; pauseMs: number; patienceMs: number },
): Promise<{ isTaken: boolean; waitMs: number }> {
  const { host, pauseMs, patienceMs } = turn;
  const { rows } = await client.query<{ waitMs: number }>(
    `insert into fetch_host as host (host, next_request_at)
     values ($1, clock_timestamp() + $2 * interval '1 millisecond')
     on conflict (host) do update
       set next_request_at = greatest(host.next_request_at, clock_timestamp()) + $2 * interval '1 millisecond'
       where host.next_request_at <= clock_timestamp() + $3 * interval '1 millisecond'
     returning extract(epoch from host.next_request_at - clock_timestamp())::float8 * 1000 - $2 as "waitMs"`,
    [host, pauseMs, patienceMs],
  );
  const [taken] = rows;
  if (taken) return { isTaken: true, waitMs: Math.max(0, taken.waitMs) };
  return { isTaken: false, waitMs: await findWait(client, host) };
}

async function findWait(client: Queryable, host: string): Promise<number> {
  const { rows } = await client.query<{ waitMs: number }>(
    `select greatest(0, extract(epoch from fetch_host.next_request_at - clock_timestamp())::float8 * 1000) as "waitMs"
     from fetch_host where fetch_host.host = $1`,
    [host],
  );
  return rows[0]?.waitMs ?? 0;
}

/** Nobody asks the host anything for this long: it said so. */
export async function leaveHostAlone(client: Queryable, host: string, waitMs: number): Promise<void> {
  await client.query(
    `insert into fetch_host as host (host, next_request_at)
     values ($1, clock_timestamp() + $2 * interval '1 millisecond')
     on conflict (host) do update set next_request_at = greatest(host.next_request_at, excluded.next_request_at)`,
    [host, waitMs],
  );
}

/** The robots.txt of an origin where it was fetched less than `maxAgeMs` ago; null where not. */
export async function findRobots(
  client: Queryable,
  origin: string,
  maxAgeMs: number,
): Promise<{ content: string } | null> {
  const { rows } = await client.query<{ content: string }>(
    `select fetch_robots.content from fetch_robots
     where fetch_robots.origin = $1
       and fetch_robots.fetched_at > clock_timestamp() - $2 * interval '1 millisecond'`,
    [origin, maxAgeMs],
  );
  return rows[0] ?? null;
}

/** Keeps a robots.txt; an empty one allows everything. PostgreSQL cannot store the NUL character. */
export async function storeRobots(client: Queryable, origin: string, content: string): Promise<void> {
  await client.query(
    `insert into fetch_robots (origin, content, fetched_at) values ($1, $2, clock_timestamp())
     on conflict (origin) do update set content = excluded.content, fetched_at = excluded.fetched_at`,
    [origin, content.replaceAll('\0', '')],
  );
}

/** Forgets hosts that nobody has asked anything for a day, and robots.txt that is too old to go by. */
export async function forgetOldHosts(client: Queryable): Promise<void> {
  await client.query(
    `delete from fetch_host where fetch_host.next_request_at < clock_timestamp() - interval '1 day'`,
  );
  await client.query(
    `delete from fetch_robots where fetch_robots.fetched_at < clock_timestamp() - interval '2 days'`,
  );
}
