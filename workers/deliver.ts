import { createHash } from 'node:crypto';
import { holdUntil } from '../domain/grouping.ts';
import {
  assignToMessage,
  claimUngrouped,
  findLastMessageAt,
  findSubscriptionsToServe,
  holdDeliveries,
  isNewsOnItsWay,
  type UngroupedDelivery,
} from '../services/database/deliveries/delivery.ts';
import {
  claimMessage,
  findMessagesDue,
  insertMessage,
  markFailed,
  markSent,
  postponeMessage,
  readNotices,
  readOwnSite,
} from '../services/database/deliveries/message.ts';
import { inTransaction } from '../services/database/transaction.ts';
import { renderMail } from '../services/notifier/render-mail.ts';
import type { MailTransport } from '../services/notifier/transport.ts';
import type { Wake } from '../services/queue/queues.ts';
import type { PipelineContext } from '../services/running/context.ts';
import type { Stage } from './stage.ts';

/** A message waits this long for the rest of the news to become alerts, then it goes out with what there is. */
const waitForNewsMs = 10_000;
const lookAgainMs = 200;

/**
 * Pauses in minutes after each failed attempt. Together with the last pause, which repeats, they span the three days
 * for which RFC 5321 (4.5.4.1) asks a sender to go on trying.
 */
const pausesMinutes = [1, 5, 15, 60, 180, 360];
const giveUpAfterMs = 4 * 86_400_000;

export type Mailing = {
  transport: MailTransport;
  mailFrom: string;
  publicUrl: string;
  /** How long what is to be told to a subscriber is gathered for one message, in seconds. */
  groupingSeconds: number;
  /** The time by which messages are held back; only a replay has another one than the machine's. */
  now: () => Date;
};

/** Puts the deliveries of a subscription into one message and sends it. */
export function deliver(mailing: Mailing): Stage {
  return {
    queue: 'deliver',
    idOf: 'subscription',
    concurrency: 4,
    batchSize: 20,
    findUnfinished: ({ database }, limit) => findSubscriptionsToServe(database, limit, mailing.now()),
    async run(context, subscriptionIds) {
      const wakes: Wake[] = [];
      for (const id of subscriptionIds) {
        const lookAgainInMs = await groupDeliveries(context, id, mailing);
        if (lookAgainInMs !== null) wakes.push({ queue: 'deliver', ids: [id], delayMs: lookAgainInMs });
        for (const messageId of await findMessagesDue(context.database, id)) {
          const retryInMs = await sendMessage(context, messageId, mailing);
          if (retryInMs !== null) wakes.push({ queue: 'deliver', ids: [id], delayMs: retryInMs });
        }
      }
      return wakes;
    },
  };
}

/** Makes a message of what is to be told; answers in how many ms to look again where more is on its way. */
async function groupDeliveries(
  { database }: PipelineContext,
  subscriptionId: number,
  { mailFrom, groupingSeconds, now }: Mailing,
): Promise<number | null> {
  return inTransaction(database, async (client) => {
    const deliveries = await claimUngrouped(client, subscriptionId);
    const first = deliveries[0];
    if (!first) return null;
    const waitedMs = Date.now() - first.createdAt.getTime();
    if (waitedMs < waitForNewsMs && (await isNewsOnItsWay(client))) return lookAgainMs;
    const ids = deliveries.map((delivery) => delivery.id);
    const lastMessageAt = await findLastMessageAt(client, subscriptionId);
    const until = holdUntil(deliveries, lastMessageAt, now(), groupingSeconds * 1000);
    if (until) {
      await holdDeliveries(client, ids, until);
      return until.getTime() - now().getTime();
    }
    const message = {
      subscriptionId,
      messageId: messageIdOf(subscriptionId, deliveries, mailFrom),
      at: new Date(Math.max(...deliveries.map((delivery) => delivery.at.getTime()))),
      createdAt: new Date(),
    };
    const id = await insertMessage(client, message);
    if (id !== null) await assignToMessage(client, ids, id);
    return null;
  });
}

/** RFC 5322 Message-ID made of what the message carries: however often it is made or sent, it is the same. */
function messageIdOf(
  subscriptionId: number,
  deliveries: readonly UngroupedDelivery[],
  mailFrom: string,
): string {
  const content = [
    subscriptionId,
    ...deliveries.map(({ id, createdAt }) => `${id} ${createdAt.toISOString()}`),
  ];
  const hash = createHash('sha256').update(content.join('\n')).digest('hex').slice(0, 32);
  const domain = /@([^\s<>@]+)>?$/.exec(mailFrom)?.[1] ?? 'localhost';
  return `<${hash}@${domain}>`;
}

/** Sends one message; answers in how many ms to try again where that failed for now. */
async function sendMessage(context: PipelineContext, id: number, mailing: Mailing): Promise<number | null> {
  const { database, log } = context;
  return inTransaction(database, async (client) => {
    // The claim is held while the mail server is talked to.
    await client.query('set local idle_in_transaction_session_timeout = 0');
    const message = await claimMessage(client, id);
    if (!message) return null;
    if (message.isEnded) {
      await markFailed(client, id, 'the subscription has ended');
      return null;
    }
    const notices = await readNotices(client, id);
    const ownSite = await readOwnSite(client, id);
    const result = await mailing.transport.send(renderMail({ ...message, notices, ownSite, ...mailing }));
    const now = new Date();
    if (result.ok) {
      await markSent(client, id, now);
      log.info({ messageId: message.messageId, notices: notices.length }, 'mail sent');
      return null;
    }
    if (!result.retry || now.getTime() - message.createdAt.getTime() > giveUpAfterMs) {
      await markFailed(client, id, result.error);
      log.error(
        { messageId: message.messageId, error: result.error },
        'a mail could not be delivered and is given up',
      );
      return null;
    }
    const pauseMs = pausesMinutes[Math.min(message.attempts, pausesMinutes.length) - 1]! * 60_000;
    await postponeMessage(client, id, new Date(now.getTime() + pauseMs), result.error);
    log.warn({ messageId: message.messageId, error: result.error, pauseMs }, 'mail could not be sent yet');
    return pauseMs;
  });
}
