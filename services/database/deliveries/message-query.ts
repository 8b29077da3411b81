import type { Queryable } from '../pool.ts';

export const messageStates = ['pending', 'sent', 'failed'] as const;
type MessageState = (typeof messageStates)[number];

/** A message and what became of it. */
export type MessageRow = {
  id: number;
  /** Null: it went to the operator. */
  subscriptionId: number | null;
  channel: string;
  recipient: string;
  messageId: string;
  state: MessageState;
  /** How often it was tried; why it did not go out, where it did not. */
  attempts: number;
  lastError: string | null;
  /** Null where it is not worded yet, or was sent before Orewatch kept what messages say. */
  subject: string | null;
  /** How many sites it tells of. */
  sites: number;
  at: Date;
  createdAt: Date;
  lastAttemptAt: Date | null;
  nextAttemptAt: Date;
  sentAt: Date | null;
};

export type MessageFilter = {
  subscription?: number;
  state?: MessageState;
  site?: string;
  /** The time of its news: from the first instant, up to but without the last. */
  from?: Date;
  to?: Date;
  after?: number;
  limit: number;
};

const messageColumns = `message.id, message.subscription_id as "subscriptionId", message.channel, message.recipient,
  message.message_id as "messageId", message.state, message.attempts, message.last_error as "lastError", message.subject,
  (select count(distinct alert.site_no) from delivery join alert on alert.id = delivery.alert_id
   where delivery.message_id = message.id) as sites,
  message.at, message.created_at as "createdAt", message.last_attempt_at as "lastAttemptAt",
  message.next_attempt_at as "nextAttemptAt", message.sent_at as "sentAt"`;

/** Messages, the one that was made last first. */
export async function findMessages(client: Queryable, filter: MessageFilter): Promise<MessageRow[]> {
  const { rows } = await client.query<MessageRow>(
    `select ${messageColumns} from message
     where ($1::bigint is null or message.subscription_id = $1)
       and ($2::text is null or message.state = $2)
       and ($3::text is null or message.id in (
         select delivery.message_id from site join alert on alert.site_no = site.site_no
         join delivery on delivery.alert_id = alert.id where site.id = $3))
       and ($4::timestamptz is null or message.at >= $4) and ($5::timestamptz is null or message.at < $5)
       and ($6::bigint is null or message.id < $6)
     order by message.id desc limit $7`,
    [
      filter.subscription ?? null,
      filter.state ?? null,
      filter.site ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.after ?? null,
      filter.limit,
    ],
  );
  return rows;
}

/** What is kept of a message, as far as it is shown. The bytes of pictures are in base64. */
type MessageText = { text: string; html: string | null; pictures?: { cid: string; png: string }[] };

/** A message with what it said, as it was sent; null where there is no such message. */
export async function findMessage(
  client: Queryable,
  id: number,
): Promise<(MessageRow & { written: MessageText | null }) | null> {
  const { rows } = await client.query(
    `select ${messageColumns}, message.written from message where message.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
