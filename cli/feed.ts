import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from '../config/env.ts';
import { type Language, languages } from '../domain/reading/text/text.ts';
import { sourceStateOf } from '../domain/source-state.ts';
import { writeAudit } from '../services/database/audit.ts';
import {
  type FeedContent,
  type FeedRow,
  findFeedById,
  findFeedByUrl,
  findFeedIds,
  findFeeds,
  removeFeed,
} from '../services/database/feeds/feed.ts';
import type { Database } from '../services/database/pool.ts';
import { inTransaction } from '../services/database/transaction.ts';
import { createAddressGuard } from '../services/fetching/address-guard.ts';
import { FetchError } from '../services/fetching/fetch-error.ts';
import { addFeed } from '../services/polling/add-feed.ts';
import { refusalsOf } from '../services/refusing/refusal.ts';
import { countryCode } from '../services/sources/country-code.ts';
import { contentOf, feedInput, knownFeedOf } from '../services/sources/feeds/feed-input.ts';
import { type KnownFeed, readKnownFeeds } from '../services/sources/feeds/known-feeds.ts';
import { type Command, type Io, print, UsageError } from './command.ts';
import { openStack } from './stack.ts';

/** What the audit trail calls whoever works at the machine itself. */
const actor = 'command line';
const mostFeeds = 10_000;

export const feedCommand: Command = {
  name: 'feed',
  summary: 'Add, list or remove news feeds, and show those that are known; a running Orewatch polls them.',
  usage: `orewatch feed known [--country CODE] [--language LANGUAGE]   [--json]
       orewatch feed add NAME|URL [--publisher NAME] [--language LANGUAGE] [--every MINUTES] [--show-raw]   [--json]
       orewatch feed add --country CODE [--language LANGUAGE] [--every MINUTES]   [--json]
       orewatch feed list | remove ID|URL   [--json]`,
  examples: [
    'orewatch feed known --country CD',
    'orewatch feed add radio-okapi',
    'orewatch feed add --country CD --language fr',
    'orewatch feed add https://news.example.org/rss.xml --publisher "Example News"',
    'orewatch feed list',
    'orewatch feed remove 3',
  ],
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        publisher: { type: 'string' },
        language: { type: 'string' },
        country: { type: 'string' },
        every: { type: 'string' },
        'show-raw': { type: 'boolean' },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const { json, ...given } = values;
    const [action, target, ...more] = positionals;
    const act = actions[action as keyof typeof actions];
    if (!act) throw new UsageError('Say known, add, list or remove.');
    const needsTarget = action === 'remove' || (action === 'add' && given.country === undefined);
    if (needsTarget !== (target !== undefined) || more.length > 0)
      throw new UsageError(
        needsTarget ? `Name one feed to ${action}.` : `"feed ${action}" takes no names here.`,
      );
    checkOptions(action as keyof typeof actions, given);
    const config = readConfig(io.env);
    const contents = action === 'add' ? readContents(target, given, config.fetchAllow) : [];
    const only = action === 'known' ? readOnly(given) : {};
    const stack = await openStack(config, { owner: 'join', work: 'none' });
    try {
      return await act({ database: stack.context.database, io, json, target: target ?? '', contents, only });
    } finally {
      await stack.close();
    }
  },
};

type Only = { country?: string; language?: Language };
type Call = {
  database: Database;
  io: Io;
  json: boolean;
  target: string;
  contents: readonly FeedContent[];
  only: Only;
};
type Given = {
  publisher?: string;
  language?: string;
  country?: string;
  every?: string;
  'show-raw'?: boolean;
};

const actions = { known, add, list, remove };
const optionsOf: Record<keyof typeof actions, readonly (keyof Given)[]> = {
  known: ['country', 'language'],
  add: ['publisher', 'language', 'country', 'every', 'show-raw'],
  list: [],
  remove: [],
};

function checkOptions(action: keyof typeof actions, given: Given): void {
  const stray = Object.keys(given).find((name) => !optionsOf[action].includes(name as keyof Given));
  if (stray !== undefined) throw new UsageError(`--${stray} does not belong to "feed ${action}".`);
  if (given.country !== undefined && (given.publisher ?? given['show-raw']) !== undefined)
    throw new UsageError('--publisher and --show-raw are told of one feed at a time.');
}

const onlyInput = z.object({ country: countryCode.optional(), language: z.enum(languages).optional() });

function readOnly({ country, language }: Given): Only {
  return checked(onlyInput, { country, language });
}

/** Validates what "feed add" was given; throws a UsageError that says what is wrong with it. */
function readContents(
  target: string | undefined,
  { publisher, language, country, every, 'show-raw': mayShowRaw }: Given,
  fetchAllow: readonly string[],
): FeedContent[] {
  const everyMinutes = every === undefined ? undefined : Number(every);
  if (target === undefined) {
    const known = readKnownFeeds(readOnly({ country, language }));
    if (known.length === 0)
      throw new UsageError('No feed is known that fits: "orewatch feed known" lists those there are.');
    return known.map(({ name }) => contentOf(checked(feedInput, { known: name, everyMinutes })));
  }
  if (isName(target) && knownFeedOf(target) === undefined)
    throw new UsageError(
      `No feed is known by the name ${target}: "orewatch feed known" lists those there are. Or give an address.`,
    );
  const which = isName(target) ? { known: target } : { url: target };
  const content = contentOf(checked(feedInput, { ...which, publisher, language, everyMinutes, mayShowRaw }));
  try {
    createAddressGuard(fetchAllow).check(new URL(content.url));
  } catch (error) {
    if (error instanceof FetchError) throw new UsageError(error.message);
    throw error;
  }
  return [content];
}

/** What has a colon or a dot is meant as an address. */
function isName(target: string): boolean {
  return /^[a-z0-9-]+$/i.test(target);
}

const optionNames: Record<string, string> = {
  everyMinutes: '--every',
  publisher: '--publisher',
  language: '--language',
  country: '--country',
  url: 'the address',
};

function checked<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const { field, expected, got } = refusalsOf(parsed.error, input)[0]!;
  throw new UsageError(`${optionNames[field] ?? field} ${expected}; it is ${got}`);
}

async function known({ database, io, json, only }: Call): Promise<number> {
  const feeds = readKnownFeeds(only);
  const urls = feeds.map(({ url }) => url);
  const ids = await findFeedIds(database, urls);
  const rows = feeds.map((feed) => ({ ...feed, feedId: ids.get(feed.url) ?? null }));
  if (json) print(io, JSON.stringify(rows, null, 2));
  else if (rows.length === 0) print(io, 'No feed is known that fits.');
  else for (const row of rows) print(io, describeKnown(row));
  return 0;
}

/** A known feed in two lines: its name, whether it is polled, what it is, and its address. */
function describeKnown(feed: KnownFeed & { feedId: number | null }): string {
  const from = feed.countries.join(', ') || 'no country in particular';
  const note = feed.note === null ? '' : `. ${feed.note}`;
  const state = feed.feedId === null ? 'off' : `on: feed ${feed.feedId}`;
  return [
    `${feed.name.padEnd(22)}${state}`,
    `      ${feed.publisher} (${feed.kind}, ${feed.language}, ${from})${note}`,
    `      ${feed.url}`,
  ].join('\n');
}

async function add({ database, io, json, contents }: Call): Promise<number> {
  const now = new Date();
  const added: ({ id: number } & FeedContent)[] = [];
  for (const content of contents) {
    const id = await inTransaction(database, (client) => addFeed(client, content, { actor, key: null }, now));
    if (id !== null) added.push({ id, ...content });
    else {
      const there = await findFeedByUrl(database, content.url);
      io.stderr.write(`There is a feed with this address${there ? `: feed ${there.id}` : ''}.\n`);
    }
  }
  if (json) for (const feed of added) print(io, JSON.stringify(feed));
  else
    for (const { id, everyMinutes, url } of added)
      print(io, `Feed ${id} is polled every ${everyMinutes} minutes while Orewatch runs: ${url}`);
  return added.length > 0 ? 0 : 1;
}

async function list({ database, io, json }: Call): Promise<number> {
  const feeds = await findFeeds(database, { limit: mostFeeds });
  if (json)
    print(
      io,
      JSON.stringify(
        feeds.map((row) => ({ ...row, state: sourceStateOf(row) })),
        null,
        2,
      ),
    );
  else if (feeds.length === 0) print(io, 'No feeds yet: "orewatch feed known" shows some that can be added');
  else for (const row of feeds) print(io, describe(row));
  return 0;
}

async function remove({ database, io, json, target }: Call): Promise<number> {
  const now = new Date();
  const row = await inTransaction(database, async (client) => {
    const found = /^[1-9]\d{0,14}$/.test(target)
      ? await findFeedById(client, Number(target))
      : await findFeedByUrl(client, URL.canParse(target) ? new URL(target).href : target);
    if (!found || !(await removeFeed(client, found.id, now))) return null;
    const entry = {
      actor,
      key: null,
      action: 'removed',
      subject: `feeds/${found.id}`,
      details: { url: found.url },
    };
    await writeAudit(client, entry, now);
    return found;
  });
  if (!row) {
    io.stderr.write(`There is no feed ${target}: "orewatch feed list" shows those there are.\n`);
    return 1;
  }
  if (json) print(io, JSON.stringify({ id: row.id, url: row.url }));
  else print(io, `Feed ${row.id} is no longer polled; the reports that it brought stay: ${row.url}`);
  return 0;
}

/** A feed in two or three lines; what failed is always told. */
function describe(row: FeedRow): string {
  const at = (instant: Date | null) => instant?.toISOString().slice(0, 16).replace('T', ' ') ?? 'never';
  const times = `${row.articlesRead} articles read, last got ${at(row.lastSuccessAt)}, next ${at(row.nextPollAt)} UTC`;
  const lines = [
    `${String(row.id).padStart(4)}  ${sourceStateOf(row).padEnd(13)}${row.url}`,
    `      ${row.publisher ?? row.title ?? '(no title yet)'}: every ${row.everyMinutes} min, ${times}`,
  ];
  if (row.lastError !== null)
    lines.push(`      failed ${row.failures} time(s), last ${at(row.lastErrorAt)}: ${row.lastError}`);
  if (row.note !== null) lines.push(`      note: ${row.note}`);
  return lines.join('\n');
}
