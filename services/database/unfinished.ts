import type { Queryable } from './pool.ts';

/** How much work each part of the pipeline still has. */
export async function countUnfinishedWork(
  client: Queryable,
): Promise<{ reports: number; events: number; sites: number; messages: number }> {
  const { rows } = await client.query(
    `select (select count(*) from news_report n where n.read_revision is distinct from n.revision) as reports,
            (select count(*) from event where event.linked_revision is distinct from event.revision) as events,
            (select count(*) from assessment_due) as sites,
            (select count(*) from message where message.state = 'pending') as messages`,
  );
  return rows[0];
}
