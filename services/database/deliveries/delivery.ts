import type { RevisionKind } from '../../../domain/alerts/alert-decision.ts';
import type { Waiting } from '../../../domain/alerts/grouping.ts';
import { type Level, levels, rank } from '../../../domain/level.ts';
import type { Queryable } from '../pool.ts';

/** What takes back or sets right what was told goes to those who were told, and to nobody else. */
const onlyToThoseTold: readonly RevisionKind[] = ['corrected', 'eased', 'resolved', 'cancelled'];

/** True where the subscription follows the site. */
const follows = `(subscription.sites is null or site.id = any(subscription.sites))
  and (subscription.minerals is null or subscription.minerals && (site.minerals || site.commodities))
  and (subscription.countries is null or site.country = any(subscription.countries))
  and (subscription.bbox is null or (
    site.latitude between subscription.bbox[2] and subscription.bbox[4]
    and case when subscription.bbox[1] <= subscription.bbox[3]
      then site.longitude between subscription.bbox[1] and subscription.bbox[3]
      else site.longitude >= subscription.bbox[1] or site.longitude <= subscription.bbox[3] end))`;

/** Until this transaction ends no subscription begins or is widened: who subscribes hears of each alert once. */
export async function holdSubscribing(client: Queryable): Promise<void> {
  await client.query('select pg_advisory_xact_lock_shared(2, 3)');
}

/** Until this transaction ends no alert is decided upon. */
export async function lockSubscribing(client: Queryable): Promise<void> {
  await client.query('select pg_advisory_xact_lock(2, 3)');
}

/**
 * Writes a delivery of each open alert that a subscription follows at or above its level, where it has heard nothing of
 * it, or of another level last. Alerts whose last revision or whose site is muted are left out. Run it after `lockSubscribing`.
 */
export async function writeStandingDeliveries(
  client: Queryable,
  subscriptionId: number,
  at: Date,
): Promise<void> {
  await client.query(
    `insert into delivery (subscription_id, alert_id, alert_revision, channel, at, created_at, standing)
     select subscription.id, r.alert_id, r.revision, subscription.channel, $2, now(), true
     from subscription join site on ${follows}
     join alert on alert.site_no = site.site_no and alert.closed_at is null
     join lateral (
       select * from alert_revision as said where said.alert_id = alert.id order by said.revision desc limit 1) as r
       on r.muted_by is null and array_position($3, subscription.min_level) <= array_position($3, r.level)
     where subscription.id = $1 and site.withdrawn_at is null
       and not exists (select from mute where mute.site_no = site.site_no and mute.ended_at is null
                         and mute.created_at <= $2 and mute.until > $2)
       and r.level is distinct from (
         select said.level from delivery as heard
         join alert_revision as said on said.alert_id = heard.alert_id and said.revision = heard.alert_revision
         where heard.subscription_id = subscription.id and heard.alert_id = alert.id
         order by said.revision desc limit 1)
     on conflict do nothing`,
    [subscriptionId, at, levels],
  );
}

/**
 * Writes a delivery for every subscription that an alert revision concerns, and answers the subscriptions. What
 * raises or updates an alert goes to whoever follows the site from that level on; what eases or ends it goes to
 * those who had heard of it, until it is below the level that they asked for; what corrects it, or says that the site
 * is no longer watched, to all who were told.
 */
export async function writeDeliveries(
  client: Queryable,
  told: {
    alertId: number;
    revision: number;
    siteNo: number;
    kind: RevisionKind;
    level: Level;
    previousLevel: Level;
    endsWatch: boolean;
    at: Date;
  },
): Promise<number[]> {
  const concernsTold = onlyToThoseTold.includes(told.kind);
  const concernsAll = told.kind === 'corrected' || told.kind === 'cancelled' || told.endsWatch;
  const values = [told.alertId, told.revision, told.at];
  const { rows } = concernsTold
    ? await client.query(
        `insert into delivery (subscription_id, alert_id, alert_revision, channel, at, created_at)
         select distinct heard.subscription_id, $1::bigint, $2::integer, heard.channel, $3::timestamptz, now()
         from delivery as heard
         join subscription on subscription.id = heard.subscription_id and subscription.ended_at is null
         where heard.alert_id = $1 and ($4 or subscription.min_level = any($5))
         returning subscription_id`,
        [...values, concernsAll, levels.slice(0, rank(told.previousLevel) + 1)],
      )
    : await client.query(
        `insert into delivery (subscription_id, alert_id, alert_revision, channel, at, created_at)
         select subscription.id, $1, $2, subscription.channel, $3, now()
         from subscription
         join site on site.site_no = $4
         where subscription.ended_at is null and subscription.min_level = any($5)
           and ${follows}
         returning subscription_id`,
        [...values, told.siteNo, levels.slice(0, rank(told.level) + 1)],
      );
  return rows.map((row) => row.subscription_id);
}

/**
 * Subscriptions with deliveries that are to go into a message now: by `heldBy`, or by the database's clock where that
 * is null. A clock that was put back since they were made holds nothing.
 */
export async function findSubscriptionsToGather(
  client: Queryable,
  limit: number,
  heldBy: Date | null,
): Promise<number[]> {
  const { rows } = await client.query(
    `select distinct delivery.subscription_id as id from delivery
     join subscription on subscription.id = delivery.subscription_id and subscription.ended_at is null
     where delivery.message_id is null
       and (delivery.hold_until is null or delivery.hold_until <= coalesce($2, now()) or delivery.created_at > now())
       and not exists (select from waiting_aside as aside where aside.stage = 'gather'
                       and aside.id = delivery.subscription_id)
     order by id limit $1`,
    [limit, heldBy],
  );
  return rows.map((row) => row.id);
}

/**
 * True while news is still on its way to becoming alerts: a message made now would tell only part of it. What is set
 * aside is not waited for.
 */
export async function isNewsOnItsWay(client: Queryable): Promise<boolean> {
  const { rows } = await client.query(
    `select exists (select from assessment_due as due where due.has_news
                    and not exists (select from set_aside where stage = 'assess' and set_aside.id = due.site_no))
         or exists (select from assessment where assessment.decision is null
                    and not exists (select from set_aside where stage = 'alert' and set_aside.id = assessment.id))
         as found`,
  );
  return rows[0].found;
}

export type UngroupedDelivery = Waiting & { id: number; createdAt: Date; waitedMs: number };

/** Claims the deliveries of a subscription that no message carries yet. */
export async function claimUngrouped(
  client: Queryable,
  subscriptionId: number,
): Promise<UngroupedDelivery[]> {
  const { rows } = await client.query(
    `select delivery.id, delivery.at, delivery.created_at as "createdAt", r.kind, r.level,
            assessment.has_news or r.ends_watch as "hasNews", delivery.standing as "isStanding",
            (1000 * extract(epoch from now() - delivery.created_at))::float8 as "waitedMs"
     from delivery
     join alert_revision r on r.alert_id = delivery.alert_id and r.revision = delivery.alert_revision
     join assessment on assessment.id = r.assessment_id
     where delivery.subscription_id = $1 and delivery.message_id is null
     order by delivery.id for update of delivery skip locked`,
    [subscriptionId],
  );
  return rows;
}

export async function assignToMessage(
  client: Queryable,
  ids: readonly number[],
  messageId: number,
): Promise<void> {
  await client.query('update delivery set message_id = $2 where id = any($1)', [ids, messageId]);
}

/** Holds deliveries back until an instant. */
export async function holdDeliveries(client: Queryable, ids: readonly number[], until: Date): Promise<void> {
  await client.query('update delivery set hold_until = $2 where id = any($1)', [ids, until]);
}

/** The time of the newest message to a subscription; null where there has been none. */
export async function findLastMessageAt(client: Queryable, subscriptionId: number): Promise<Date | null> {
  const { rows } = await client.query(
    'select max(message.at) as at from message where message.subscription_id = $1',
    [subscriptionId],
  );
  return rows[0].at;
}
