import { createHash } from 'node:crypto';
import { holdUntil } from '../domain/alerts/grouping.ts';
import { readClock } from '../services/database/clock.ts';
import {
  assignToMessage,
  claimUngrouped,
  findLastMessageAt,
  findSubscriptionsToGather,
  holdDeliveries,
  isNewsOnItsWay,
  type UngroupedDelivery,
} from '../services/database/deliveries/delivery.ts';
import { insertMessage } from '../services/database/deliveries/message.ts';
import { inTransaction } from '../services/database/transaction.ts';
import type { Wake } from '../services/queue/queues.ts';
import type { PipelineContext } from '../services/running/context.ts';
import type { Delivering } from './deliver.ts';
import { oneByOne } from './one-by-one.ts';
import type { Stage } from './stage.ts';

/** A message waits this long for the rest of the news to become alerts, then it goes out with what there is. */
const waitForNewsMs = 10_000;
const lookAgainMs = 200;

/** Puts the deliveries of a subscription into one message, as soon as they are not held back any more. */
export function gather(delivering: Delivering): Stage {
  return {
    queue: 'gather',
    idOf: 'subscription',
    concurrency: 2,
    batchSize: 20,
    findUnfinished: ({ database }, limit) => findSubscriptionsToGather(database, limit, delivering.heldBy()),
    run: (context, ids) => oneByOne(context, ids, (id) => gatherOne(context, id, delivering)),
  };
}

/** Makes a message of what is to be told; answers whom to wake for it, or when to look again where it is held back. */
async function gatherOne(
  { database }: PipelineContext,
  subscriptionId: number,
  { mailFrom, groupingSeconds, heldBy }: Delivering,
): Promise<Wake | null> {
  return inTransaction(database, async (client) => {
    const deliveries = await claimUngrouped(client, subscriptionId);
    const first = deliveries[0];
    if (!first) return null;
    const lookAgain = (delayMs: number): Wake => ({ queue: 'gather', ids: [subscriptionId], delayMs });
    // Where the clock was put back meanwhile, it has waited long enough.
    const isWaiting = first.waitedMs >= 0 && first.waitedMs < waitForNewsMs;
    if (isWaiting && (await isNewsOnItsWay(client))) return lookAgain(lookAgainMs);
    const ids = deliveries.map((delivery) => delivery.id);
    const lastMessageAt = await findLastMessageAt(client, subscriptionId);
    const now = heldBy() ?? (await readClock(client));
    // Its `at` comes from the clock of whoever took the news in: one that is ahead holds nothing for longer.
    const openedAt = ({ at, createdAt }: UngroupedDelivery) => (at > createdAt ? createdAt : at);
    const waiting = deliveries.map((one) => ({ ...one, at: openedAt(one) }));
    const until = holdUntil(waiting, lastMessageAt, now, groupingSeconds * 1000);
    if (until && first.waitedMs >= 0) {
      await holdDeliveries(client, ids, until);
      return lookAgain(until.getTime() - now.getTime());
    }
    const message = {
      subscriptionId,
      messageId: messageIdOf(subscriptionId, deliveries, mailFrom),
      at: new Date(Math.max(...deliveries.map((delivery) => delivery.at.getTime()))),
    };
    const id = await insertMessage(client, message);
    if (id === null) return null;
    await assignToMessage(client, ids, id);
    return { queue: 'deliver', ids: [id] };
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
