import type { Queryable } from './pool.ts';

/** How many there are of what a person would ask about. */
export async function readStatus(client: Queryable): Promise<Record<string, number>> {
  const { rows } = await client.query(
    `select (select count(*) from site where site.withdrawn_at is null) as sites,
            (select count(*) from site_visit) as "siteVisits",
            (select count(*) from news_report) as reports,
            (select count(*) from news_report n where n.read_revision is distinct from n.revision) as "reportsToRead",
            (select count(*) from news_report n where n.state = 'unreviewed') as "reportsToReview",
            (select count(*) from feed where feed.removed_at is null) as feeds,
            (select count(*) from source_state state where starts_with(state.source, 'feed/') and state.failures > 0) as "feedsFailing",
            (select count(*) from event) as events,
            (select count(*) from event_revision) as "eventRevisions",
            (select count(*) from event where event.linked_revision is distinct from event.revision) as "eventsToLink",
            (select count(*) from site where site.linked_location is distinct from site.location_revision
               and site.withdrawn_at is null) as "sitesToLink",
            (select count(*) from assessment_due) as "sitesToAssess",
            (select count(*) from link) as links,
            (select count(*) from assessment) as assessments,
            (select count(*) from alert where alert.is_open) as "openAlerts",
            (select count(*) from alert_revision) as "alertRevisions",
            (select count(*) from subscription where subscription.ended_at is null) as subscriptions,
            (select count(*) from message where message.state = 'sent') as "messagesSent",
            (select count(*) from message where message.state = 'pending') as "messagesPending",
            (select count(*) from message where message.state = 'failed') as "messagesFailed"`,
  );
  return rows[0];
}
