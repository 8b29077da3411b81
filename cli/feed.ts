import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import { feedState } from '../domain/feed-state.ts';
import { writeAudit } from '../services/database/audit.ts';
import {
  type FeedRow,
  findFeedById,
  findFeedByUrl,
  findFeeds,
  insertFeed,
  removeFeed,
} from '../services/database/feeds/feed.ts';
import type { Database } from '../services/database/pool.ts';
import { inTransaction } from '../services/database/transaction.ts';
import { createAddressGuard } from '../services/fetching/address-guard.ts';
import { FetchError } from '../services/fetching/fetch-error.ts';
import { refusalsOf } from '../services/refusing/refusal.ts';
import { feedInput } from '../services/sources/feeds/feed-input.ts';
import { type Command, type Io, print, UsageError } from './command.ts';
import { openStack } from './stack.ts';

/** What the audit trail calls whoever works at the machine itself. */
const actor = 'command line';
const mostFeeds = 10_000;

export const feedCommand: Command = {
  name: 'feed',
  summary: 'Add, list or remove news feeds; a running Orewatch polls them.',
  usage:
    'orewatch feed add URL [--publisher NAME] [--every MINUTES] [--show-raw] | list | remove ID|URL   [--json]',
  examples: [
    'orewatch feed add https://news.example.org/rss.xml --publisher "Example News"',
    'orewatch feed list',
    'orewatch feed remove 3',
  ],
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        publisher: { type: 'string' },
        every: { type: 'string' },
        'show-raw': { type: 'boolean' },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [action, target, ...more] = positionals;
    const act = actions[action as keyof typeof actions];
    if (!act) throw new UsageError('Say add, list or remove.');
    const needsTarget = action !== 'list';
    if (needsTarget !== (target !== undefined) || more.length > 0)
      throw new UsageError(needsTarget ? `Name one feed to ${action}.` : '"feed list" takes no names.');
    const { json, publisher, every, 'show-raw': mayShowRaw } = values;
    if (action !== 'add' && (publisher ?? every ?? mayShowRaw) !== undefined)
      throw new UsageError('--publisher, --every and --show-raw belong to "feed add".');
    const config = readConfig(io.env);
    const content =
      action === 'add' ? readContent({ url: target, publisher, every, mayShowRaw }, config.fetchAllow) : null;
    const stack = await openStack(config, { owner: 'join', work: 'none' });
    try {
      return await act({ database: stack.context.database, io, json, target: target ?? '', content });
    } finally {
      await stack.close();
    }
  },
};

type Content = ReturnType<typeof readContent>;
type Call = { database: Database; io: Io; json: boolean; target: string; content: Content | null };

const actions = { add, list, remove };

/** Validates what "feed add" was given; throws a UsageError that says what is wrong with it. */
function readContent(
  given: { url?: string; publisher?: string; every?: string; mayShowRaw?: boolean },
  fetchAllow: readonly string[],
) {
  const everyMinutes = given.every === undefined ? undefined : Number(given.every);
  const input = { url: given.url, publisher: given.publisher, everyMinutes, mayShowRaw: given.mayShowRaw };
  const parsed = feedInput.safeParse(input);
  if (!parsed.success) {
    const names: Record<string, string> = {
      everyMinutes: '--every',
      publisher: '--publisher',
      url: 'the address',
    };
    const [first] = refusalsOf(parsed.error, input);
    throw new UsageError(`${names[first!.field] ?? first!.field} ${first!.expected}; it is ${first!.got}`);
  }
  try {
    createAddressGuard(fetchAllow).check(new URL(parsed.data.url));
  } catch (error) {
    if (error instanceof FetchError) throw new UsageError(error.message);
    throw error;
  }
  return { ...parsed.data, publisher: parsed.data.publisher ?? null };
}

async function add({ database, io, json, content }: Call): Promise<number> {
  const now = new Date();
  const feed = content!;
  const id = await inTransaction(database, async (client) => {
    const made = await insertFeed(client, feed, now);
    if (made === null) return null;
    await writeAudit(
      client,
      { actor, key: null, action: 'created', subject: `feeds/${made}`, details: feed },
      now,
    );
    return made;
  });
  if (id === null) {
    const known = await findFeedByUrl(database, feed.url);
    io.stderr.write(`There is a feed with this address${known ? `: feed ${known.id}` : ''}.\n`);
    return 1;
  }
  if (json) print(io, JSON.stringify({ id, ...feed }));
  else print(io, `Feed ${id} is polled every ${feed.everyMinutes} minutes while Orewatch runs: ${feed.url}`);
  return 0;
}

async function list({ database, io, json }: Call): Promise<number> {
  const feeds = await findFeeds(database, { limit: mostFeeds });
  if (json)
    print(
      io,
      JSON.stringify(
        feeds.map((row) => ({ ...row, state: feedState(row) })),
        null,
        2,
      ),
    );
  else if (feeds.length === 0) print(io, 'No feeds yet: orewatch feed add URL');
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
    `${String(row.id).padStart(4)}  ${feedState(row).padEnd(8)}${row.url}`,
    `      ${row.publisher ?? row.title ?? '(no title yet)'}: every ${row.everyMinutes} min, ${times}`,
  ];
  if (row.lastError !== null)
    lines.push(`      failed ${row.failures} time(s), last ${at(row.lastErrorAt)}: ${row.lastError}`);
  if (row.note !== null) lines.push(`      note: ${row.note}`);
  return lines.join('\n');
}
