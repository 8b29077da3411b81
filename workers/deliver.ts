import { freshnessOf } from '../domain/coverage.ts';
import {
  type ClaimedMessage,
  claimMessage,
  findClaimEnd,
  findMessagesToSend,
  keepWritten,
  markFailed,
  markSent,
  postponeMessage,
  prolongClaim,
  readNotices,
  readOwnSite,
  releaseClaim,
} from '../services/database/deliveries/message.ts';
import { readFreshnessKnownAt } from '../services/database/sources/source-freshness.ts';
import { untilRecorded } from '../services/database/until-recorded.ts';
import type { Channels } from '../services/notifier/channels.ts';
import { readPictureFacts } from '../services/notifier/picture/read-picture-facts.ts';
import type { Sender, SendOutcome, WrittenMessage } from '../services/notifier/sender.ts';
import type { PipelineContext } from '../services/running/context.ts';
import { oneByOne } from './one-by-one.ts';
import type { Stage } from './stage.ts';

/**
 * How long a claim lasts that nobody prolongs: a message whose sender died goes out again after that. It is prolonged
 * four times as often, so that a database that is away for moments loses no claim.
 */
const leaseSeconds = 20;
const prolongEveryMs = 5000;

/**
 * Pauses in minutes after each failed attempt. Together with the last pause, which repeats, they span the three days
 * for which RFC 5321 (4.5.4.1) asks a sender to go on trying.
 */
const pausesMinutes = [1, 5, 15, 60, 180, 360];
const giveUpAfterMs = 4 * 86_400_000;

export type Delivering = {
  channels: Channels;
  /** Its domain stands behind the identity of each message. */
  mailFrom: string;
  /** How long what is to be told to a subscriber is gathered for one message, in seconds. */
  groupingSeconds: number;
  /** The time by which messages are held back, set by a replay; null: the database's clock. */
  heldBy: () => Date | null;
};

/**
 * Sends messages, each by its channel. No transaction is open and no connection is held while the other side is talked
 * to: the claim is a lease, and the outcome is recorded only by whoever has it.
 */
export function deliver({ channels }: Delivering): Stage {
  return {
    queue: 'deliver',
    idOf: 'message',
    // As many as are sent at a time: the others wait in the queue, unclaimed, and are anybody's.
    concurrency: 4,
    batchSize: 1,
    findUnfinished: ({ database }, limit) => findMessagesToSend(database, [...channels.keys()], limit),
    run: (context, ids) =>
      oneByOne(context, ids, async (id) => {
        const delayMs = await sendMessage(context, id, channels);
        return delayMs === null ? null : { queue: 'deliver', ids: [id], delayMs };
      }),
  };
}

/** Sends one message; answers in how many ms to try again where that is needed. */
async function sendMessage(context: PipelineContext, id: number, channels: Channels): Promise<number | null> {
  const { database } = context;
  const message = await claimMessage<WrittenMessage>(database, id, leaseSeconds);
  // Whoever has it may have died: it is looked at again when the lease ends.
  if (!message) return findClaimEnd(database, id);
  const lease = keepClaim(context, message);
  try {
    if (message.isEnded) {
      await markFailed(database, message, 'the subscription has ended');
      return null;
    }
    const sender = channels.get(message.channel);
    if (!sender) throw new Error(`there is no sender for the channel ${message.channel}`);
    const written = message.written ?? (await write(context, message, sender));
    const outcome = await sender.send(message, written);
    // What was sent is sent: its record is tried until it stands, also over a connection that was lost meanwhile.
    return await untilRecorded(() => record(context, message, outcome));
  } catch (error) {
    // Whether it can be rendered or not: the attempt counts, and nobody waits for the lease.
    await releaseClaim(database, message).catch(() => {});
    throw error;
  } finally {
    lease.stop();
  }
}

/** Words a message and keeps what it says: it is what goes out, now and at every further attempt. */
async function write(
  context: PipelineContext,
  message: ClaimedMessage,
  sender: Sender,
): Promise<WrittenMessage> {
  const { database } = context;
  const notices = await readNotices(database, message.id);
  const ownSite = await readOwnSite(database, message.id);
  const facts = await readPictureFacts(context, { ...message, notices, ownSite });
  const freshTo = await readFreshnessKnownAt(database, message.at);
  const freshness = freshnessOf(freshTo, context.policy.coverage);
  return keepWritten(
    database,
    message.id,
    await sender.write({ ...message, notices, ownSite, freshness, facts }),
  );
}

/** Prolongs a claim for as long as the message is being sent. */
function keepClaim({ database, log }: PipelineContext, message: ClaimedMessage): { stop(): void } {
  const timer = setInterval(() => {
    prolongClaim(database, message, leaseSeconds).catch((error) =>
      log.warn({ err: error, messageId: message.messageId }, 'the claim of a message could not be prolonged'),
    );
  }, prolongEveryMs);
  return { stop: () => clearInterval(timer) };
}

async function record(
  { database, log }: PipelineContext,
  message: ClaimedMessage,
  result: SendOutcome,
): Promise<number | null> {
  const { messageId, channel, attempts, ageMs } = message;
  if (result.outcome === 'sent') {
    await markSent(database, message);
    log.info({ messageId, channel }, 'message sent');
    return null;
  }
  const { reason } = result;
  if (result.outcome === 'refused' || ageMs > giveUpAfterMs) {
    await markFailed(database, message, reason);
    log.error({ messageId, channel, error: reason }, 'a message could not be delivered and is given up');
    return null;
  }
  const pauseMs = result.afterMs ?? pausesMinutes[Math.min(attempts, pausesMinutes.length) - 1]! * 60_000;
  await postponeMessage(database, message, pauseMs, reason);
  log.warn({ messageId, channel, error: reason, pauseMs }, 'a message could not be sent yet');
  return pauseMs;
}
