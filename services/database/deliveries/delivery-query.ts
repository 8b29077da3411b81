import type { RevisionKind } from '../../../domain/alerts/alert-decision.ts';
import type { Level } from '../../../domain/level.ts';
import type { Queryable } from '../pool.ts';

/**
 * What became of a delivery. Without a message: `waiting` for one, `held` so that others go with it, or `ended` with
 * its subscription. In a message: `folded` where that tells a newer revision of the alert, else what became of the
 * message.
 */
export const deliveryStates = ['waiting', 'held', 'ended', 'folded', 'pending', 'sent', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One alert revision to one subscription. */
export type DeliveryRow = {
  id: number;
  subscriptionId: number;
  alertId: number;
  revision: number;
  kind: RevisionKind;
  level: Level;
  previousLevel: Level;
  siteId: string;
  siteName: string;
  state: DeliveryState;
  /** True where the subscription began with it. */
  standing: boolean;
  holdUntil: Date | null;
  /** The id of the message that carries it. */
  message: number | null;
  lastError: string | null;
  at: Date;
  createdAt: Date;
};

export type DeliveryFilter = {
  subscription?: number;
  state?: DeliveryState;
  site?: string;
  from?: Date;
  to?: Date;
  after?: number;
  limit: number;
};

const withState = `select delivery.id, delivery.subscription_id as "subscriptionId", delivery.alert_id as "alertId",
    delivery.alert_revision as revision, said.kind, said.level, said.previous_level as "previousLevel",
    site.id as "siteId", site.name as "siteName", delivery.standing, delivery.hold_until as "holdUntil", delivery.message_id as message,
    message.last_error as "lastError", delivery.at, delivery.created_at as "createdAt",
    case
      when message.id is null and subscription.ended_at is not null then 'ended'
      when message.id is null and delivery.hold_until > now() then 'held'
      when message.id is null then 'waiting'
      when exists (select from delivery as newer where newer.message_id = message.id
                     and newer.alert_id = delivery.alert_id and newer.alert_revision > delivery.alert_revision)
        then 'folded'
      else message.state end as state
  from delivery
  join subscription on subscription.id = delivery.subscription_id
  join alert_revision as said on said.alert_id = delivery.alert_id and said.revision = delivery.alert_revision
  join alert on alert.id = delivery.alert_id
  join site on site.site_no = alert.site_no
  left join message on message.id = delivery.message_id`;

/** Deliveries, the one that was made last first. */
export async function findDeliveries(client: Queryable, filter: DeliveryFilter): Promise<DeliveryRow[]> {
  const { rows } = await client.query<DeliveryRow>(
    `select * from (
       ${withState}
       where ($1::bigint is null or delivery.subscription_id = $1) and ($2::text is null or site.id = $2)
         and ($3::timestamptz is null or delivery.at >= $3) and ($4::timestamptz is null or delivery.at < $4)
         and ($5::bigint is null or delivery.id < $5)
         -- What the state says of the columns, so that their indexes find the few that are waited for.
         and ($6::text is null or ($6 in ('waiting', 'held', 'ended')) = (delivery.message_id is null))
         and ($6::text is null or $6 not in ('pending', 'failed') or message.state = $6)) as found
     where $6::text is null or found.state = $6
     order by found.id desc limit $7`,
    [
      filter.subscription ?? null,
      filter.site ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.after ?? null,
      filter.state ?? null,
      filter.limit,
    ],
  );
  return rows;
}

/** The deliveries that a message carries, in the order in which they were made. */
export async function findDeliveriesOf(client: Queryable, messageId: number): Promise<DeliveryRow[]> {
  const { rows } = await client.query<DeliveryRow>(
    `${withState} where delivery.message_id = $1 order by delivery.id`,
    [messageId],
  );
  return rows;
}
