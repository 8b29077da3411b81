import type { AlertNotice, OwnSite } from '../../../domain/alerts/alert-notice.ts';
import { signalsOf } from '../assessments/assessment.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';

/** Makes a message to the target of a subscription; null where the subscription has ended. */
export async function insertMessage(
  client: Queryable,
  message: { subscriptionId: number; messageId: string; at: Date },
): Promise<number | null> {
  const { rows } = await client.query(
    `insert into message (subscription_id, channel, recipient, message_id, next_attempt_at, at, created_at)
     select subscription.id, subscription.channel, subscription.address, $2, now(), $3, now()
     from subscription
     where subscription.id = $1 and subscription.ended_at is null
     returning id`,
    [message.subscriptionId, message.messageId, message.at],
  );
  return rows[0]?.id ?? null;
}

/** Makes a message to the operator of this installation, worded already; it goes the way of all messages. */
export async function insertOperatorMessage<W extends Written>(
  client: Queryable,
  { recipient, messageId, written, at }: { recipient: string; messageId: string; written: W; at: Date },
): Promise<number> {
  const { rows } = await client.query(
    `insert into message (channel, recipient, message_id, subject, written, next_attempt_at, at, created_at)
     values ('email', $1, $2, $3, $4, now(), $5, $5) returning id`,
    [recipient, messageId, written.subject, jsonText(written), at],
  );
  return rows[0].id;
}

/**
 * Messages to send by one of the channels, also those that are being sent. Where the clock was put back since the
 * last attempt, the next one does not wait until it has caught up.
 */
export async function findMessagesToSend(
  client: Queryable,
  channels: readonly string[],
  limit: number,
): Promise<number[]> {
  const { rows } = await client.query(
    `select message.id from message
     where message.state = 'pending' and message.channel = any($1)
       and (message.next_attempt_at <= now() or coalesce(message.last_attempt_at, message.created_at) > now())
       and not exists (select from waiting_aside as aside where aside.stage = 'deliver'
                       and aside.id = message.id)
     order by message.next_attempt_at, message.id limit $2`,
    [channels, limit],
  );
  return rows.map((row) => row.id);
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What a message says, in a form that JSON holds without loss. */
type Written = { subject: string; [key: string]: Json };

export type ClaimedMessage<W = unknown> = {
  id: number;
  channel: string;
  messageId: string;
  recipient: string;
  at: Date;
  ageMs: number;
  /** How often it was tried, this time included. It is the claim: whoever claims it later has another number. */
  attempts: number;
  isEnded: boolean;
  /** What it said at an attempt before; null where this is the first one that gets so far. */
  written: W | null;
};

/**
 * Claims a message for one attempt to send it, by a lease that whoever sends it prolongs. Where the sender dies, the
 * lease lapses, and the message is free again under the same Message-ID.
 */
export async function claimMessage<W = unknown>(
  client: Queryable,
  id: number,
  leaseSeconds: number,
): Promise<ClaimedMessage<W> | null> {
  const { rows } = await client.query(
    `update message
     set attempts = attempts + 1, claimed_until = now() + make_interval(secs => $2), last_attempt_at = now()
     where message.id = $1 and message.state = 'pending'
       and (message.next_attempt_at <= now() or coalesce(message.last_attempt_at, message.created_at) > now())
       and (message.claimed_until is null or message.claimed_until <= now()
            or message.claimed_until > now() + make_interval(secs => 2 * $2))
     returning id, channel, message_id as "messageId", recipient, at, attempts, written,
       (1000 * extract(epoch from now() - created_at))::float8 as "ageMs",
       (select subscription.ended_at is not null from subscription
        where subscription.id = message.subscription_id) as "isEnded"`,
    [id, leaseSeconds],
  );
  return rows[0] ?? null;
}

/** For how long somebody else's claim of a message lasts, in ms; null where nobody sends it. */
export async function findClaimEnd(client: Queryable, id: number): Promise<number | null> {
  const { rows } = await client.query(
    `select ceil(1000 * extract(epoch from message.claimed_until - now()))::integer as "endsInMs" from message
     where message.id = $1 and message.state = 'pending' and message.claimed_until > now()`,
    [id],
  );
  return rows[0]?.endsInMs ?? null;
}

/**
 * Keeps what a message says, before it is sent first; answers what is kept. Whoever else words it meanwhile sends what
 * was kept first.
 */
export async function keepWritten<W extends Written>(client: Queryable, id: number, written: W): Promise<W> {
  const { rows } = await client.query(
    `update message set subject = case when message.written is null then $2 else message.subject end,
       written = coalesce(message.written, $3)
     where message.id = $1 returning written`,
    [id, written.subject, jsonText(written)],
  );
  return rows[0].written;
}

type Claim = Pick<ClaimedMessage, 'id' | 'attempts'>;

/** False where the claim is lost: it had lapsed, and somebody else has the message. */
export async function prolongClaim(client: Queryable, claim: Claim, leaseSeconds: number): Promise<boolean> {
  const { rowCount } = await client.query(
    `update message set claimed_until = now() + make_interval(secs => $3)
     where message.id = $1 and message.attempts = $2 and message.state = 'pending'`,
    [claim.id, claim.attempts, leaseSeconds],
  );
  return rowCount === 1;
}

/** Gives a message back untried, so that the next attempt need not wait for the end of the lease. */
export async function releaseClaim(client: Queryable, claim: Claim): Promise<void> {
  await client.query(
    `update message set claimed_until = null where message.id = $1 and message.attempts = $2`,
    [claim.id, claim.attempts],
  );
}

/** What a message tells: of each alert the newest revision among its deliveries. */
export async function readNotices(client: Queryable, id: number): Promise<AlertNotice[]> {
  const { rows } = await client.query(
    `select distinct on (r.alert_id) r.alert_id as "alertId", r.revision, r.kind, r.level,
            coalesce(first_value(r.previous_level) over (partition by r.alert_id order by r.revision), r.previous_level)
              as "previousLevel",
            r.score, r.violence_chance as "violenceChance", r.reason, r.corrections, r.at, r.signals, r.evidence,
            r.ends_watch as "endsWatch", delivery.standing as "isStanding",
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
     join site on site.id = subscription.sites[1] and site.withdrawn_at is null where message.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** True where the outcome was recorded; false where the claim was lost meanwhile. */
export async function markSent(client: Queryable, claim: Claim): Promise<boolean> {
  const { rowCount } = await client.query(
    `update message set state = 'sent', sent_at = now(), last_error = null, claimed_until = null
     where message.id = $1 and message.attempts = $2 and message.state = 'pending'`,
    [claim.id, claim.attempts],
  );
  return rowCount === 1;
}

export async function postponeMessage(
  client: Queryable,
  claim: Claim,
  pauseMs: number,
  reason: string,
): Promise<void> {
  await client.query(
    `update message
     set next_attempt_at = now() + make_interval(secs => $3), last_error = $4, claimed_until = null
     where message.id = $1 and message.attempts = $2 and message.state = 'pending'`,
    [claim.id, claim.attempts, pauseMs / 1000, reason],
  );
}

export async function markFailed(client: Queryable, claim: Claim, reason: string): Promise<void> {
  await client.query(
    `update message set state = 'failed', last_error = $3, claimed_until = null
     where message.id = $1 and message.attempts = $2 and message.state = 'pending'`,
    [claim.id, claim.attempts, reason],
  );
}
