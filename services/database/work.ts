import type { Queryable } from './pool.ts';

/** How much work of a stage waits, how long the oldest of it has waited, and how much is set aside. */
export type StageWork = {
  stage: string;
  waiting: number;
  /** Since when the oldest of it waits; null where nothing does. */
  oldestAt: Date | null;
  lagSeconds: number;
  setAside: number;
};

/**
 * The work of each of the stages, in their order. What is set aside is counted apart. Marks that wait for a day to begin and
 * deliveries that are held back wait for a reason: they are no lag.
 */
export async function readWork(client: Queryable, stages: readonly string[]): Promise<StageWork[]> {
  const { rows } = await client.query<StageWork>(
    `with unfinished (stage, id, since) as (
       select 'read', n.id::bigint, n.due_at from news_report n
       where n.read_revision is distinct from n.revision
       union all
       select 'link-events', event.id, r.recorded_at
       from event join event_revision r on r.event_id = event.id and r.revision = event.revision
       where event.linked_revision is distinct from event.revision
       union all
       select 'link-sites', site.site_no, site.recorded_at from site
       where site.linked_location is distinct from site.location_revision and site.withdrawn_at is null
       union all
       select 'assess', due.site_no, due.due_at from assessment_due as due
       union all
       select 'alert', assessment.id, assessment.recorded_at from assessment where assessment.decision is null
       union all
       select 'gather', delivery.subscription_id, min(delivery.created_at) from delivery
       join subscription on subscription.id = delivery.subscription_id and subscription.ended_at is null
       where delivery.message_id is null and (delivery.hold_until is null or delivery.hold_until <= now())
       group by delivery.subscription_id
       union all
       select 'deliver', message.id, message.created_at from message where message.state = 'pending'
     ), waiting as (
       select stage, count(*) as waiting, min(since) as oldest_at from unfinished
       where not exists (select from waiting_aside as aside where aside.stage = unfinished.stage
                         and aside.id = unfinished.id)
       group by stage
     ), aside as (
       select stage, count(*) as set_aside from set_aside group by stage
     )
     select stage, coalesce(waiting.waiting, 0) as waiting, waiting.oldest_at as "oldestAt",
            coalesce(round(greatest(extract(epoch from now() - waiting.oldest_at), 0)), 0)::integer as "lagSeconds",
            coalesce(aside.set_aside, 0) as "setAside"
     from unnest($1::text[]) with ordinality as stages (stage, place)
     left join waiting using (stage) left join aside using (stage)
     order by stages.place`,
    [stages],
  );
  return rows;
}
