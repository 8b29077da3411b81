import type { AlertNotice, OwnSite } from '../../notifier/message-content.ts';
import { signalsOf } from '../assessments/assessment.ts';
import type { Queryable } from '../pool.ts';

/** Makes a message to the subscriber of a subscription; null where the subscription has ended. */
export async function insertMessage(
  client: Queryable,
  message: { subscriptionId: number; messageId: string; at: Date; createdAt: Date },
): Promise<number | null> {
  const { rows } = await client.query(
    `insert into message (subscription_id, channel, recipient, message_id, next_attempt_at, at, created_at)
     select subscription.id, 'email', subscriber.email, $2, $4, $3, $4
     from subscription join subscriber on subscriber.id = subscription.subscriber_id
     where subscription.id = $1 and subscription.ended_at is null
     returning id`,
    [message.subscriptionId, message.messageId, message.at, message.createdAt],
  );
  return rows[0]?.id ?? null;
}

export async function findMessagesDue(client: Queryable, subscriptionId: number): Promise<number[]> {
  const { rows } = await client.query(
    `select message.id from message
     where message.subscription_id = $1 and message.state = 'pending' and message.next_attempt_at <= now()
     order by message.id`,
    [subscriptionId],
  );
  return rows.map((row) => row.id);
}

export type ClaimedMessage = {
  id: number;
  messageId: string;
  recipient: string;
  at: Date;
  createdAt: Date;
  attempts: number;
  isEnded: boolean;
};

/**
 * Claims a message for one attempt to send it. The claim is the row lock: it ends with this transaction, so that a
 * message whose sender died is free again at once, under the same Message-ID.
 */
export async function claimMessage(client: Queryable, id: number): Promise<ClaimedMessage | null> {
  const { rows } = await client.query(
    `update message set attempts = attempts + 1
     where id in (
       select m.id from message as m where m.id = $1 and m.state = 'pending' and m.next_attempt_at <= now()
       for update skip locked)
     returning id, message_id as "messageId", recipient, at, created_at as "createdAt", attempts,
       (select subscription.ended_at is not null from subscription
        where subscription.id = message.subscription_id) as "isEnded"`,
    [id],
  );
  return rows[0] ?? null;
}

/** What a message tells: of each alert the newest revision among its deliveries. */
export async function readNotices(client: Queryable, id: number): Promise<AlertNotice[]> {
  const { rows } = await client.query(
    `select distinct on (r.alert_id) r.alert_id as "alertId", r.revision, r.kind, r.level,
            coalesce(first_value(r.previous_level) over (partition by r.alert_id order by r.revision), r.previous_level)
              as "previousLevel",
            r.score, r.violence_chance as "violenceChance", r.reason, r.corrections, r.at, r.signals, r.evidence,
            coalesce(subscription.sites[1] = site.id, false) as "isPinned", site.id, site.name, site.minerals,
            site.commodities, site.kind as "siteKind", site.operator, site.country, site.admin1, site.latitude,
            site.longitude
     from delivery
     join subscription on subscription.id = delivery.subscription_id
     join alert_revision r on r.alert_id = delivery.alert_id and r.revision = delivery.alert_revision
     join alert on alert.id = r.alert_id
     join site on site.site_no = alert.site_no
     where delivery.message_id = $1
     order by r.alert_id, r.revision desc`,
    [id],
  );
  return rows.map(({ siteKind, id, name, minerals, commodities, ...row }) => {
    const { operator, country, admin1, latitude, longitude, ...notice } = row;
    const place = { operator, country, admin1, latitude, longitude };
    return {
      ...notice,
      signals: signalsOf(notice.signals),
      site: { id, name, minerals, commodities, kind: siteKind, ...place },
    };
  });
}

/** The site that stands first in the list of the message's subscription; null where it lists none. */
export async function readOwnSite(client: Queryable, id: number): Promise<OwnSite | null> {
  const { rows } = await client.query<OwnSite>(
    `select site.id, site.name, site.latitude, site.longitude
     from message join subscription on subscription.id = message.subscription_id
     join site on site.id = subscription.sites[1] where message.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export async function markSent(client: Queryable, id: number, sentAt: Date): Promise<void> {
  await client.query(`update message set state = 'sent', sent_at = $2, last_error = null where id = $1`, [
    id,
    sentAt,
  ]);
}

export async function postponeMessage(
  client: Queryable,
  id: number,
  until: Date,
  error: string,
): Promise<void> {
  await client.query('update message set next_attempt_at = $2, last_error = $3 where id = $1', [
    id,
    until,
    error,
  ]);
}

export async function markFailed(client: Queryable, id: number, error: string): Promise<void> {
  await client.query(`update message set state = 'failed', last_error = $2 where id = $1`, [id, error]);
}
