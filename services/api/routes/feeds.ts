import { z } from 'zod';
import { languages } from '../../../domain/reading/text/text.ts';
import { sourceStateOf, sourceStates } from '../../../domain/source-state.ts';
import { writeAudit } from '../../database/audit.ts';
import {
  type FeedRow,
  findFeedById,
  findFeedByUrl,
  findFeedIds,
  findFeeds,
  removeFeed,
} from '../../database/feeds/feed.ts';
import { inTransaction } from '../../database/transaction.ts';
import { addFeed } from '../../polling/add-feed.ts';
import { contentOf, feedInput } from '../../sources/feeds/feed-input.ts';
import { knownFeed, readKnownFeeds } from '../../sources/feeds/known-feeds.ts';
import { HttpProblem } from '../answer/problem.ts';
import { parseBody } from '../request/body.ts';
import { cursorOf, idInCursor } from '../request/cursor.ts';
import { country, format, limit } from '../request/query.ts';
import { noSuch, numberOf } from './event-item.ts';
import { keyOf, listRoute, pageOf, route } from './route.ts';

const feed = z
  .object({
    id: z.int(),
    url: z.string(),
    publisher: z.string().nullable(),
    language: z
      .enum(languages)
      .nullable()
      .meta({ description: 'What its articles are in where their text does not show it.' }),
    title: z.string().nullable().meta({ description: 'What the feed calls itself.' }),
    everyMinutes: z.int(),
    mayShowRaw: z.boolean(),
    state: z
      .enum(sourceStates)
      .meta({ description: 'waiting: never polled; failing, paused, needs-person: `lastError` says why.' }),
    articlesRead: z.int(),
    note: z.string().nullable().meta({ description: 'What the last poll could not make use of.' }),
    failures: z.int().meta({ description: 'Polls that failed one after the other.' }),
    lastError: z.string().nullable(),
    lastErrorAt: z.iso.datetime().nullable(),
    lastPollAt: z.iso.datetime().nullable(),
    lastSuccessAt: z.iso.datetime().nullable(),
    nextPollAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Feed' });

export const listFeeds = listRoute({
  path: '/feeds',
  summary: 'News feeds that are polled, with the state of each, the newest first',
  query: z.strictObject({ limit, format, after: cursorOf('feeds', z.tuple([idInCursor])) }),
  list: { name: 'feeds', item: feed },
  async handle({ context, query: { after, limit } }) {
    const rows = await findFeeds(context.database, { after: after?.[0], limit: limit + 1 });
    return pageOf(rows, limit, feedItem, (row) => [row.id]);
  },
});

export const listKnownFeeds = listRoute({
  path: '/feeds/known',
  summary:
    'Feeds that Orewatch knows of, by country, with where each address was seen and whether it is polled',
  description: 'None is polled until it is added: `POST /v1/feeds` with its name as `known`.',
  query: z.strictObject({ format, country, language: z.enum(languages).optional() }),
  list: {
    name: 'known-feeds',
    item: z
      .object({
        ...knownFeed.shape,
        countries: z.array(z.string()),
        note: z.string().nullable(),
        feedId: z.int().nullable().meta({ description: 'The feed as which it is polled; null: it is not.' }),
      })
      .meta({ id: 'KnownFeed' }),
  },
  async handle({ context, query: { country, language } }) {
    const known = readKnownFeeds({ country, language });
    const ids = await findFeedIds(
      context.database,
      known.map(({ url }) => url),
    );
    return { items: known.map((one) => ({ ...one, feedId: ids.get(one.url) ?? null })), next: null };
  },
});

export const getFeed = route({
  method: 'get',
  path: '/feeds/{id}',
  summary: 'A news feed and its state',
  query: z.strictObject({}),
  answers: { 200: { description: 'The feed', schema: feed }, 404: { description: 'No such feed' } },
  async handle({ context, params: { id } }) {
    const row = await findFeedById(context.database, numberOf('feed', id));
    if (!row) throw noSuch('feed', id);
    return { status: 200, body: feedItem(row) };
  },
});

export const postFeed = route({
  method: 'post',
  path: '/feeds',
  summary: 'Add a news feed',
  description:
    'It is polled within some minutes and then regularly. Articles published more than 30 days before are left out.',
  query: z.strictObject({}),
  body: { schema: feedInput, maxBytes: 100_000 },
  answers: {
    201: { description: 'Added', schema: feed },
    409: { description: 'There is a feed with this address' },
    422: { description: 'Refused; `errors` names the fields' },
  },
  async handle({ context, now, caller, body }) {
    const content = contentOf(parseBody(feedInput, body));
    const key = keyOf(caller);
    const row = await inTransaction(context.database, async (client) => {
      const id = await addFeed(client, content, { actor: key, key }, now);
      if (id === null) throw alreadyThere(await findFeedByUrl(client, content.url));
      return (await findFeedById(client, id))!;
    });
    return { status: 201, headers: { Location: `/v1/feeds/${row.id}` }, body: feedItem(row) };
  },
});

export const deleteFeed = route({
  method: 'delete',
  path: '/feeds/{id}',
  summary: 'Stop polling a news feed; the reports that it brought stay',
  query: z.strictObject({}),
  answers: { 204: { description: 'Removed' }, 404: { description: 'No such feed' } },
  async handle({ context, now, caller, params: { id } }) {
    const feedId = numberOf('feed', id);
    await inTransaction(context.database, async (client) => {
      const row = await findFeedById(client, feedId);
      if (!row || !(await removeFeed(client, feedId, now))) throw noSuch('feed', id);
      const entry = {
        actor: keyOf(caller),
        key: keyOf(caller),
        action: 'removed',
        subject: `feeds/${feedId}`,
        details: { url: row.url },
      };
      await writeAudit(client, entry, now);
    });
    return { status: 204 };
  },
});

function alreadyThere(row: FeedRow | null): HttpProblem {
  const which = row ? `: it is feed ${row.id}` : '';
  return new HttpProblem({
    status: 409,
    title: 'Conflict',
    detail: `There is a feed with this address${which}.`,
  });
}

function feedItem(row: FeedRow): z.output<typeof feed> {
  const { lastErrorAt, lastPollAt, lastSuccessAt, nextPollAt, createdAt, ...rest } = row;
  return {
    id: rest.id,
    url: rest.url,
    publisher: rest.publisher,
    language: rest.language,
    title: rest.title,
    everyMinutes: rest.everyMinutes,
    mayShowRaw: rest.mayShowRaw,
    state: sourceStateOf(row),
    articlesRead: rest.articlesRead,
    note: rest.note,
    failures: rest.failures,
    lastError: rest.lastError,
    lastErrorAt: lastErrorAt?.toISOString() ?? null,
    lastPollAt: lastPollAt?.toISOString() ?? null,
    lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
    nextPollAt: nextPollAt.toISOString(),
    createdAt: createdAt.toISOString(),
  };
}
