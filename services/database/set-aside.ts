import type { Queryable } from './pool.ts';

/** A row that failed by itself, as its stage knows it, and when it is tried again. */
export type SetAside = {
  stage: string;
  id: number;
  reason: string;
  attempts: number;
  firstFailedAt: Date;
  lastFailedAt: Date;
  nextTryAt: Date;
};

/**
 * Sets a row aside until its next try, after the pause of this attempt; the last pause repeats. Answers how often it
 * has failed.
 */
export async function setAside(
  client: Queryable,
  failed: { stage: string; id: number; reason: string },
  pausesMinutes: readonly number[],
): Promise<number> {
  const { rows } = await client.query(
    `insert into set_aside as known (stage, id, reason, attempts, first_failed_at, last_failed_at, next_try_at)
     values ($1, $2, $3, 1, now(), now(), now() + make_interval(mins => ($4::integer[])[1]))
     on conflict (stage, id) do update
       set reason = excluded.reason, attempts = known.attempts + 1, last_failed_at = now(),
           next_try_at = now() + make_interval(
             mins => ($4::integer[])[least(known.attempts + 1, cardinality($4::integer[]))])
     returning attempts`,
    [failed.stage, failed.id, failed.reason, pausesMinutes],
  );
  return rows[0].attempts;
}

/** Which of the ids are set aside, and whether their next try lies ahead. */
export async function findSetAsideAmong(
  client: Queryable,
  stage: string,
  ids: readonly number[],
): Promise<Map<number, { isWaiting: boolean }>> {
  const { rows } = await client.query(
    `select set_aside.id, waiting_aside.id is not null as "isWaiting"
     from set_aside left join waiting_aside using (stage, id)
     where set_aside.stage = $1 and set_aside.id = any($2)`,
    [stage, ids],
  );
  return new Map(rows.map(({ id, isWaiting }) => [id, { isWaiting }]));
}

/** What of a stage is set aside and due for its next try. */
export async function findDueAgain(client: Queryable, stage: string, limit: number): Promise<number[]> {
  const { rows } = await client.query(
    `select set_aside.id from set_aside where set_aside.stage = $1
       and not exists (select from waiting_aside as aside where aside.stage = $1 and aside.id = set_aside.id)
     order by set_aside.next_try_at, set_aside.id limit $2`,
    [stage, limit],
  );
  return rows.map((row) => row.id);
}

/** What did not fail this time is set aside no more. */
export async function forgetSetAside(
  client: Queryable,
  stage: string,
  ids: readonly number[],
): Promise<void> {
  await client.query('delete from set_aside where set_aside.stage = $1 and set_aside.id = any($2)', [
    stage,
    ids,
  ]);
}

/** What is set aside, what failed last first. */
export async function listSetAside(client: Queryable, limit: number): Promise<SetAside[]> {
  const { rows } = await client.query<SetAside>(
    `select set_aside.stage, set_aside.id, set_aside.reason, set_aside.attempts,
            set_aside.first_failed_at as "firstFailedAt", set_aside.last_failed_at as "lastFailedAt",
            set_aside.next_try_at as "nextTryAt"
     from set_aside order by set_aside.last_failed_at desc, set_aside.stage, set_aside.id limit $1`,
    [limit],
  );
  return rows;
}

/** Makes what is set aside due for its next try now: all, that of a stage, or single ids of it. Answers what. */
export async function tryAgainNow(
  client: Queryable,
  stage: string | null,
  ids: readonly number[] | null,
): Promise<{ stage: string; id: number }[]> {
  const { rows } = await client.query(
    `update set_aside set next_try_at = least(set_aside.next_try_at, now())
     where ($1::text is null or set_aside.stage = $1) and ($2::bigint[] is null or set_aside.id = any($2))
     returning set_aside.stage, set_aside.id`,
    [stage, ids],
  );
  return rows;
}
