import type { Queryable } from './pool.ts';

/** How much work each part of the pipeline still has that is not set aside. */
export async function countUnfinishedWork(
  client: Queryable,
): Promise<{ reports: number; events: number; sites: number; messages: number }> {
  const { rows } = await client.query(
    `select (select count(*) from news_report n where n.read_revision is distinct from n.revision
             and n.id not in (select id from waiting_aside where stage = 'read')) as reports,
            (select count(*) from event where event.linked_revision is distinct from event.revision
             and event.id not in (select id from waiting_aside where stage = 'link-events')) as events,
            (select count(*) from assessment_due due
             where due.site_no not in (select id from waiting_aside where stage = 'assess')) as sites,
            (select count(*) from message where message.state = 'pending'
             and message.id not in (select id from waiting_aside where stage = 'deliver')) as messages`,
  );
  return rows[0];
}
