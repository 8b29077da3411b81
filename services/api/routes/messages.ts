import { z } from 'zod';
import { findDeliveriesOf } from '../../database/deliveries/delivery-query.ts';
import {
  findMessage,
  findMessages,
  type MessageRow,
  messageStates,
} from '../../database/deliveries/message-query.ts';
import { cursorOf, idInCursor } from '../request/cursor.ts';
import { format, instant, limit, text } from '../request/query.ts';
import { delivery, deliveryOf, number } from './deliveries.ts';
import { noSuch, numberOf } from './event-item.ts';
import { listRoute, pageOf, route } from './route.ts';

const notKept = 'Null where it is not worded yet, or was sent by a release that did not keep it.';

const message = z
  .object({
    id: z.int(),
    subscriptionId: z.int().nullable().meta({ description: 'Null: it went to the operator.' }),
    channel: z.string(),
    recipient: z.string(),
    messageId: z.string().meta({ description: 'RFC 5322, the same at every attempt.' }),
    state: z.enum(messageStates),
    reason: z
      .string()
      .nullable()
      .meta({ description: 'Why it is not sent yet, or will not be; null where it was sent or not tried.' }),
    attempts: z.int(),
    subject: z.string().nullable().meta({ description: notKept }),
    sites: z.int().meta({ description: 'How many sites it tells of.' }),
    at: z.iso.datetime().meta({ description: 'The time of its news, which is the Date of the mail.' }),
    gatheredAt: z.iso.datetime(),
    lastAttemptAt: z.iso.datetime().nullable(),
    nextAttemptAt: z.iso.datetime().nullable().meta({ description: 'Only while it is pending.' }),
    sentAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Message' });

const messageDetail = message
  .extend({
    text: z.string().nullable().meta({ description: notKept }),
    html: z
      .string()
      .nullable()
      .meta({ description: `Its pictures stand in it. ${notKept}` }),
    deliveries: z.array(delivery).meta({ description: 'What it tells, of which sites.' }),
  })
  .meta({ id: 'MessageDetail' });

export const listMessages = listRoute({
  path: '/messages',
  summary: 'Messages to subscriptions and what became of them, the newest first',
  query: z.strictObject({
    subscription: number.meta({ description: 'The id of a subscription, also of one that has ended.' }),
    state: z.enum(messageStates).optional(),
    site: text.meta({ description: 'The id of a site that it tells of.' }),
    from: instant.meta({ description: 'Messages whose `at` is this instant or later …' }),
    to: instant.meta({ description: '… and before this one.' }),
    limit,
    format,
    after: cursorOf('messages', z.tuple([idInCursor])),
  }),
  list: { name: 'messages', item: message },
  async handle({ context, query }) {
    const { after, limit } = query;
    const rows = await findMessages(context.database, { ...query, after: after?.[0], limit: limit + 1 });
    return pageOf(rows, limit, messageOf, (row) => [row.id]);
  },
});

export const getMessage = route({
  method: 'get',
  path: '/messages/{id}',
  summary: 'A message as it was sent, with what it tells',
  query: z.strictObject({}),
  answers: {
    200: { description: 'The message', schema: messageDetail },
    404: { description: 'No such message' },
  },
  async handle({ context: { database }, params: { id } }) {
    const number = numberOf('message', id);
    const [row, deliveries] = await Promise.all([
      findMessage(database, number),
      findDeliveriesOf(database, number),
    ]);
    if (!row) throw noSuch('message', id);
    const body: z.output<typeof messageDetail> = {
      ...messageOf(row),
      text: row.written?.text ?? null,
      html: htmlOf(row.written),
      deliveries: deliveries.map(deliveryOf),
    };
    return { status: 200, body };
  },
});

/** The HTML as a browser shows it by itself: the pictures that came along in the mail stand in it. */
function htmlOf(written: NonNullable<Awaited<ReturnType<typeof findMessage>>>['written']): string | null {
  const { html = null, pictures = [] } = written ?? {};
  return pictures.reduce<string | null>(
    (shown, { cid, png }) => shown?.replaceAll(`cid:${cid}`, `data:image/png;base64,${png}`) ?? null,
    html,
  );
}

function messageOf(row: MessageRow): z.output<typeof message> {
  const { id, subscriptionId, channel, recipient, messageId, state, lastError, attempts, subject, sites } =
    row;
  return {
    ...{
      id,
      subscriptionId,
      channel,
      recipient,
      messageId,
      state,
      reason: lastError,
      attempts,
      subject,
      sites,
    },
    at: row.at.toISOString(),
    gatheredAt: row.createdAt.toISOString(),
    lastAttemptAt: row.lastAttemptAt?.toISOString() ?? null,
    nextAttemptAt: state === 'pending' ? row.nextAttemptAt.toISOString() : null,
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}
