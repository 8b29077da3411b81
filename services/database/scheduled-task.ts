import type { Queryable } from './pool.ts';

export type DueTask = { name: string; startedAt: Date };

/**
 * Starts the tasks whose interval has passed since they were started last, however many processes ask: each start is
 * one process's. A clock that was put back makes a task due at once, since its last start then lies ahead. A task that
 * was never started begins its first interval now.
 */
export async function startDueTasks(
  client: Queryable,
  tasks: readonly { name: string; everySeconds: number }[],
): Promise<DueTask[]> {
  const names = tasks.map((task) => task.name);
  await client.query(
    `insert into scheduled_task (name, started_at) select name, now() from unnest($1::text[]) as task (name)
     order by name on conflict (name) do nothing`,
    [names],
  );
  const { rows } = await client.query<DueTask>(
    `update scheduled_task as known set started_at = now()
     from unnest($1::text[], $2::float8[]) as task (name, every)
     where known.name = task.name
       and (known.started_at <= now() - make_interval(secs => task.every) or known.started_at > now())
     returning known.name, known.started_at as "startedAt"`,
    [names, tasks.map((task) => task.everySeconds)],
  );
  return rows;
}

/** Makes a task due again that was started and could not be done. */
export async function giveTaskBack(client: Queryable, name: string): Promise<void> {
  await client.query(`update scheduled_task set started_at = '-infinity' where name = $1`, [name]);
}
