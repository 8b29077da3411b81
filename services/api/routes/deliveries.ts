import { z } from 'zod';
import { revisionKinds } from '../../../domain/alerts/alert-decision.ts';
import {
  type DeliveryRow,
  type DeliveryState,
  deliveryStates,
  findDeliveries,
} from '../../database/deliveries/delivery-query.ts';
import { cursorOf, idInCursor } from '../request/cursor.ts';
import { format, instant, limit, text } from '../request/query.ts';
import { listRoute, pageOf } from './route.ts';
import { levelName } from './sites.ts';

export const delivery = z
  .object({
    id: z.int(),
    subscriptionId: z.int(),
    alertId: z.int(),
    revision: z.int().meta({ description: 'The revision of the alert.' }),
    kind: z.enum(revisionKinds),
    level: levelName,
    previousLevel: levelName,
    siteId: z.string(),
    siteName: z.string(),
    standing: z.boolean().meta({
      description: 'True where the alert had been told to others when the subscription began or was widened.',
    }),
    state: z.enum(deliveryStates),
    reason: z
      .string()
      .nullable()
      .meta({ description: 'Why it was not told, or not by itself; null where it was sent.' }),
    holdUntil: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'Until when it was held back, so that others would go with it.' }),
    message: z.int().nullable().meta({ description: 'The id of the message that carries it.' }),
    at: z.iso.datetime().meta({ description: 'The time of the alert revision.' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Delivery' });

/** A number of a path or a query, such as that of a subscription. */
export const number = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'must be a whole number from 1')
  .transform(Number)
  .optional();

export const listDeliveries = listRoute({
  path: '/deliveries',
  summary: 'What became of each alert revision for each subscription, the newest first',
  description:
    'A revision that was muted, or that past events made, has no delivery: `mutedBy` and `told` of the alert say so.',
  query: z.strictObject({
    subscription: number.meta({ description: 'The id of a subscription.' }),
    state: z.enum(deliveryStates).optional(),
    site: text.meta({ description: "A site's id." }),
    from: instant.meta({ description: 'What was said at or after this instant …' }),
    to: instant.meta({ description: '… and before this one.' }),
    limit,
    format,
    after: cursorOf('deliveries', z.tuple([idInCursor])),
  }),
  list: { name: 'deliveries', item: delivery },
  async handle({ context, query }) {
    const { after, limit } = query;
    const rows = await findDeliveries(context.database, { ...query, after: after?.[0], limit: limit + 1 });
    return pageOf(rows, limit, deliveryOf, (row) => [row.id]);
  },
});

export function deliveryOf({ lastError, ...row }: DeliveryRow): z.output<typeof delivery> {
  const holdUntil = row.holdUntil?.toISOString() ?? null;
  return {
    ...row,
    reason: reasonOf(row.state, holdUntil, lastError),
    holdUntil,
    at: row.at.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}

function reasonOf(state: DeliveryState, holdUntil: string | null, lastError: string | null): string | null {
  switch (state) {
    case 'waiting':
      return 'it goes with the next message to the subscription';
    case 'held':
      return `it is not urgent and waits until ${holdUntil} for others to go with it`;
    case 'ended':
      return 'the subscription ended before a message was made';
    case 'folded':
      return 'the message tells a newer revision of the same alert';
    case 'pending':
      return lastError ?? 'the message is being sent';
    case 'failed':
      return lastError;
    case 'sent':
      return null;
  }
}
