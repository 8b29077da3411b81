import { z } from 'zod';
import { levels } from '../../../domain/level.ts';
import { writeAudit } from '../../database/audit.ts';
import { lockSubscribing, writeStandingDeliveries } from '../../database/deliveries/delivery.ts';
import {
  endSubscription,
  findSubscription,
  findSubscriptions,
  insertSubscription,
  lockSubscription,
  type SubscriptionContent,
  type SubscriptionRow,
  updateSubscription,
} from '../../database/deliveries/subscription.ts';
import type { Queryable } from '../../database/pool.ts';
import { findUnwatchedSiteIds } from '../../database/sites/site-query.ts';
import { inTransaction } from '../../database/transaction.ts';
import { mailAddress } from '../../refusing/mail-address.ts';
import { lineOf } from '../../refusing/text-input.ts';
import { parseBody, refusedBody } from '../request/body.ts';
import { cursorOf, idInCursor } from '../request/cursor.ts';
import { boxExpectation, format, isBox, limit } from '../request/query.ts';
import { noSuch, numberOf } from './event-item.ts';
import { keyOf, listRoute, pageOf, route } from './route.ts';

const email = mailAddress.meta({ description: 'Who is told.' });

const words = <W extends z.ZodType<string>>(word: W, most: number) =>
  z
    .array(word)
    .min(1, 'must not be empty: leave it out, or give null')
    .max(most)
    .transform((list) => [...new Set(list)])
    .nullish();

/** All fields but the address and the level are selectors. */
const selectors = {
  sites: words(lineOf(100), 1000),
  minerals: words(lineOf(60).toLowerCase(), 50).meta({ description: 'Minerals or commodities.' }),
  countries: words(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code such as CD'),
    250,
  ),
  bbox: z
    .array(z.number())
    .refine(isBox, boxExpectation)
    .nullish()
    .meta({ description: 'west, south, east, north in degrees, as in GeoJSON.' }),
};

const minLevel = z.enum(levels, { error: `must be one of ${levels.join(', ')}` });

const subscriptionInput = z
  .strictObject({ email, ...selectors, minLevel: minLevel.default('elevated') })
  .meta({ id: 'SubscriptionInput' });

const subscriptionChange = z
  .strictObject({ email: email.optional(), ...selectors, minLevel: minLevel.optional() })
  .meta({ id: 'SubscriptionChange' });

const subscription = z
  .object({
    id: z.int(),
    email: z.string(),
    sites: z.array(z.string()).nullable(),
    minerals: z.array(z.string()).nullable(),
    countries: z.array(z.string()).nullable(),
    bbox: z.array(z.number()).nullable(),
    minLevel,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Subscription' });

const noQuery = z.strictObject({});
const missing = { 404: { description: 'No such subscription, or it was ended' } };
const refused = { 422: { description: 'Refused; `errors` names the fields' } };

export const listSubscriptions = listRoute({
  path: '/subscriptions',
  summary: 'Subscriptions in force, in the order in which they were made',
  query: z.strictObject({
    email: lineOf(254).optional(),
    limit,
    format,
    after: cursorOf('subscriptions', z.tuple([idInCursor])),
  }),
  list: { name: 'subscriptions', item: subscription },
  async handle({ context, query }) {
    const { email, after, limit } = query;
    const rows = await findSubscriptions(context.database, { email, after: after?.[0], limit: limit + 1 });
    return pageOf(rows, limit, subscriptionOf, (row) => [row.id]);
  },
});

export const getSubscription = route({
  method: 'get',
  path: '/subscriptions/{id}',
  summary: 'A subscription',
  query: noQuery,
  answers: { 200: { description: 'The subscription', schema: subscription }, ...missing },
  async handle({ context, params: { id } }) {
    const row = await findSubscription(context.database, numberOf('subscription', id));
    if (!row) throw noSuch('subscription', id);
    return { status: 200, body: subscriptionOf(row) };
  },
});

export const postSubscription = route({
  method: 'post',
  path: '/subscriptions',
  summary: 'Subscribe an address to sites',
  description:
    'At least one of sites, minerals, countries and bbox is needed. For all sites, give bbox [-180, -90, 180, 90]. Alerts that stand at the level asked for or above are told in one message.',
  query: noQuery,
  body: { schema: subscriptionInput, maxBytes: 1_000_000 },
  answers: { 201: { description: 'Made', schema: subscription }, ...refused },
  async handle({ context, now, caller, body }) {
    const input = parseBody(subscriptionInput, body);
    const content: SubscriptionContent = {
      email: input.email,
      sites: input.sites ?? null,
      minerals: input.minerals ?? null,
      countries: input.countries ?? null,
      bbox: input.bbox ?? null,
      minLevel: input.minLevel,
    };
    const row = await inTransaction(context.database, async (client) => {
      await checkSelectors(client, content);
      await lockSubscribing(client);
      const id = await insertSubscription(client, content, now);
      await writeAudit(client, auditEntry(keyOf(caller), 'created', id, content), now);
      await writeStandingDeliveries(client, id, now);
      return (await findSubscription(client, id))!;
    });
    await context.queues.wake({ queue: 'gather', ids: [row.id] });
    return { status: 201, headers: { Location: `/v1/subscriptions/${row.id}` }, body: subscriptionOf(row) };
  },
});

export const patchSubscription = route({
  method: 'patch',
  path: '/subscriptions/{id}',
  summary: 'Change a subscription',
  description: 'Fields that are left out stay; null removes a selector. One selector must remain.',
  query: noQuery,
  body: { schema: subscriptionChange, maxBytes: 1_000_000 },
  answers: {
    200: { description: 'The subscription as it is now', schema: subscription },
    ...missing,
    ...refused,
  },
  async handle({ context, now, caller, params: { id }, body }) {
    const subscriptionId = numberOf('subscription', id);
    const change = parseBody(subscriptionChange, body);
    const row = await inTransaction(context.database, async (client) => {
      await lockSubscribing(client);
      const before = await lockSubscription(client, subscriptionId);
      if (!before) throw noSuch('subscription', id);
      const content: SubscriptionContent = {
        email: change.email ?? before.email,
        sites: change.sites === undefined ? before.sites : change.sites,
        minerals: change.minerals === undefined ? before.minerals : change.minerals,
        countries: change.countries === undefined ? before.countries : change.countries,
        bbox: change.bbox === undefined ? before.bbox : change.bbox,
        minLevel: change.minLevel ?? before.minLevel,
      };
      await checkSelectors(client, content, before.sites ?? []);
      await updateSubscription(client, subscriptionId, content, now);
      await writeAudit(client, auditEntry(keyOf(caller), 'changed', subscriptionId, content), now);
      await writeStandingDeliveries(client, subscriptionId, now);
      return (await findSubscription(client, subscriptionId))!;
    });
    await context.queues.wake({ queue: 'gather', ids: [subscriptionId] });
    return { status: 200, body: subscriptionOf(row) };
  },
});

export const deleteSubscription = route({
  method: 'delete',
  path: '/subscriptions/{id}',
  summary: 'End a subscription',
  query: noQuery,
  answers: { 204: { description: 'Ended' }, ...missing },
  async handle({ context, now, caller, params: { id } }) {
    const subscriptionId = numberOf('subscription', id);
    await inTransaction(context.database, async (client) => {
      if (!(await endSubscription(client, subscriptionId, now))) throw noSuch('subscription', id);
      await writeAudit(client, auditEntry(keyOf(caller), 'ended', subscriptionId), now);
    });
    return { status: 204 };
  },
});

/** Without the address: the trail cannot be changed, and an address must be removable. */
function auditEntry(key: string, action: string, id: number, content?: SubscriptionContent) {
  const { email: _, ...details } = content ?? { email: null };
  return { actor: key, key, action, subject: `subscriptions/${id}`, details };
}

/** What was selected `before` may stay: a site that was withdrawn since keeps no other change from being made. */
async function checkSelectors(
  client: Queryable,
  content: SubscriptionContent,
  before: readonly string[] = [],
): Promise<void> {
  const { sites, minerals, countries, bbox } = content;
  if (!sites && !minerals && !countries && !bbox) {
    const expected =
      'needs at least one of sites, minerals, countries, bbox (all sites: bbox [-180, -90, 180, 90])';
    throw refusedBody([{ field: '(whole)', expected, got: 'none of them' }]);
  }
  if (!sites) return;
  const named = sites.filter((id) => !before.includes(id));
  const unknown = await findUnwatchedSiteIds(client, named);
  if (unknown.length === 0) return;
  throw refusedBody(
    unknown.map((id) => ({
      field: `sites.${sites.indexOf(id)}`,
      expected: 'must be the id of a site that is known and watched',
      got: JSON.stringify(id),
    })),
  );
}

function subscriptionOf(row: SubscriptionRow): z.output<typeof subscription> {
  const { id, email, sites, minerals, countries, bbox, minLevel, createdAt, updatedAt } = row;
  return {
    ...{ id, email, sites, minerals, countries, bbox, minLevel },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
