import type { RaisedLevel } from '../../../domain/level.ts';
import type { Queryable } from '../pool.ts';

/** Which sites, from which level, and who is told: by mail, the one channel there is. A selector that is null selects nothing by itself. */
export type SubscriptionContent = {
  email: string;
  sites: string[] | null;
  /** Minerals or the commodities they are mined for. */
  minerals: string[] | null;
  countries: string[] | null;
  /** west, south, east, north in degrees; west is more than east over the dateline. */
  bbox: number[] | null;
  minLevel: RaisedLevel;
};

export type SubscriptionRow = SubscriptionContent & { id: number; createdAt: Date; updatedAt: Date };

const subscriptionColumns = `subscription.id, subscriber.email, subscription.sites, subscription.minerals,
  subscription.countries, subscription.bbox, subscription.min_level as "minLevel",
  subscription.created_at as "createdAt", subscription.updated_at as "updatedAt"`;

/** Subscriptions that have not ended, in the order in which they were made. */
export async function findSubscriptions(
  client: Queryable,
  filter: { email?: string; after?: number; limit: number },
): Promise<SubscriptionRow[]> {
  const { rows } = await client.query<SubscriptionRow>(
    `select ${subscriptionColumns}
     from subscription join subscriber on subscriber.id = subscription.subscriber_id
     where subscription.ended_at is null
       and ($1::text is null or lower(subscriber.email) = lower($1))
       and ($2::bigint is null or subscription.id > $2)
     order by subscription.id limit $3`,
    [filter.email ?? null, filter.after ?? null, filter.limit],
  );
  return rows;
}

/** Null where there is no such subscription or it has ended. */
export async function findSubscription(client: Queryable, id: number): Promise<SubscriptionRow | null> {
  const { rows } = await client.query<SubscriptionRow>(
    `select ${subscriptionColumns}
     from subscription join subscriber on subscriber.id = subscription.subscriber_id
     where subscription.id = $1 and subscription.ended_at is null`,
    [id],
  );
  return rows[0] ?? null;
}

/** The same under a lock that lasts until the transaction ends, for a change that rests on what stands there. */
export async function lockSubscription(client: Queryable, id: number): Promise<SubscriptionRow | null> {
  await client.query('select from subscription where subscription.id = $1 for update', [id]);
  return findSubscription(client, id);
}

/** Makes a subscription, and its subscriber where the address is new. Run it in a transaction. */
export async function insertSubscription(
  client: Queryable,
  content: SubscriptionContent,
  now: Date,
): Promise<number> {
  const subscriberId = await findOrInsertSubscriber(client, content.email, now);
  const { rows } = await client.query<{ id: number }>(
    `insert into subscription (subscriber_id, channel, address, sites, minerals, countries, bbox, min_level, created_at,
       updated_at)
     select subscriber.id, 'email', subscriber.email, $2, $3, $4, $5, $6, $7, $7
     from subscriber where subscriber.id = $1 returning id`,
    [subscriberId, content.sites, content.minerals, content.countries, content.bbox, content.minLevel, now],
  );
  return rows[0]!.id;
}

/** Run it in a transaction, after `lockSubscription`. */
export async function updateSubscription(
  client: Queryable,
  id: number,
  content: SubscriptionContent,
  now: Date,
): Promise<void> {
  const subscriberId = await findOrInsertSubscriber(client, content.email, now);
  await client.query(
    `update subscription set subscriber_id = subscriber.id, address = subscriber.email, sites = $3, minerals = $4,
       countries = $5, bbox = $6, min_level = $7, updated_at = $8
     from subscriber where subscriber.id = $2 and subscription.id = $1`,
    [
      id,
      subscriberId,
      content.sites,
      content.minerals,
      content.countries,
      content.bbox,
      content.minLevel,
      now,
    ],
  );
}

/** True where a subscription was ended by this call. */
export async function endSubscription(client: Queryable, id: number, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    `update subscription set ended_at = $2, updated_at = $2
     where subscription.id = $1 and subscription.ended_at is null`,
    [id, now],
  );
  return rowCount === 1;
}

/** Addresses that differ by case alone belong to one subscriber, who keeps the first spelling. */
async function findOrInsertSubscriber(client: Queryable, email: string, now: Date): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into subscriber (email, created_at) values ($1, $2)
     on conflict (lower(email)) do update set email = subscriber.email returning id`,
    [email, now],
  );
  return rows[0]!.id;
}
