import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import type { Database } from '../services/database/pool.ts';
import { findRefusedRows } from '../services/database/sources/source-row.ts';
import { makeDue } from '../services/database/sources/source-state.ts';
import { FetchError } from '../services/fetching/fetch-error.ts';
import { fetchSettingsOf } from '../services/fetching/fetch-settings.ts';
import { everySource, sourceOf } from '../services/polling/every-source.ts';
import { shownText, toolsFor } from '../services/polling/fetch-source.ts';
import { readSources, type SourceOverview } from '../services/polling/source-overview.ts';
import { switchSourceOff, switchSourceOn } from '../services/polling/switch-source.ts';
import { type Source, SourceError } from '../services/sources/source.ts';
import { sources } from '../services/sources/sources.ts';
import { type Command, type Io, print, UsageError } from './command.ts';
import { openStack, type Stack } from './stack.ts';

const by = { author: 'command line', key: null };
const mostRefused = 20;

type Call = { stack: Stack; io: Io; source: Source; options: Record<string, string> };

const actions = { on, off, test, fetch: fetchNow, show } as const;

export const sourcesCommand: Command = {
  name: 'sources',
  summary: 'List the sources that Orewatch fetches from by itself, switch them on and off, and test them.',
  usage: `orewatch sources [--json] | on NAME [--OPTION VALUE …] | off NAME | test NAME | fetch NAME | show NAME
  on     fetch from it from now on; "show" tells its options and terms
  test   try credentials and one page, and say what is wrong
  fetch  fetch soon instead of at the next slot`,
  examples: [
    'orewatch sources',
    'orewatch sources on ucdp-ged --since 2024-01-01',
    'orewatch sources test ucdp-ged',
  ],
  async run(args, io) {
    const [action, name, ...rest] = args.filter((arg) => arg !== '--json');
    const json = args.includes('--json');
    const act = action === undefined ? null : actions[action as keyof typeof actions];
    if (action !== undefined && !act)
      throw new UsageError('Say on, off, test, fetch or show, or nothing for the list.');
    const options = act ? readOptions(rest, action === 'on') : {};
    const stack = await openStack(readConfig(io.env), { owner: 'join', work: 'none' });
    try {
      const { database } = stack.context;
      if (act) return await act({ stack, io, source: await named(name, database), options });
      const rows = await readSources(database, await everySource(database), new Date());
      if (json) print(io, JSON.stringify(rows, null, 2));
      else list(io, rows);
      return 0;
    } finally {
      await stack.close();
    }
  },
};

async function named(name: string | undefined, database: Database): Promise<Source> {
  const source = name === undefined ? null : await sourceOf(name, database);
  if (source) return source;
  const known = `${sources.map((one) => one.name).join(', ')}, and feeds such as feed/3`;
  throw new UsageError(
    name === undefined ? `Name a source: ${known}.` : `There is no source ${name}. There are: ${known}.`,
  );
}

/** Feeds by number: "orewatch feed list" has each of them. */
function list(io: Io, rows: readonly SourceOverview[]): void {
  const feeds = rows.filter(isFeed);
  print(
    io,
    rows
      .filter((row) => !isFeed(row))
      .map(describe)
      .join('\n'),
  );
  if (feeds.length === 0) {
    print(io, 'No news feeds yet: "orewatch feed known" lists some.');
    return;
  }
  const bad = feeds.filter(({ state }) => state !== 'ok' && state !== 'waiting');
  print(io, `${feeds.length} news feeds, ${bad.length} of them failing ("orewatch feed list"):`);
  for (const row of bad) print(io, `  ${row.name} ${row.title}: ${row.lastError}`);
}

const isFeed = ({ name }: { name: string }) => name.startsWith('feed/');

/** `--name value` pairs, as the source's own schema understands them. */
function readOptions(args: readonly string[], mayHave: boolean): Record<string, string> {
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true, allowPositionals: true });
  const options: Record<string, string> = {};
  let last: string | null = null;
  for (const token of tokens ?? []) {
    if (token.kind === 'option') {
      options[camelCased(token.name)] = token.value ?? '';
      last = token.value === undefined ? camelCased(token.name) : null;
    } else if (token.kind === 'positional' && last !== null) {
      options[last] = token.value;
      last = null;
    } else
      throw new UsageError(`${JSON.stringify('value' in token ? token.value : '--')} is not understood.`);
  }
  if (!mayHave && Object.keys(options).length > 0)
    throw new UsageError('Options belong to "sources on NAME".');
  return options;
}

function camelCased(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

async function on({ stack, io, source, options }: Call): Promise<number> {
  if (isFeed(source))
    throw new UsageError('Feeds are added and removed: orewatch feed add, orewatch feed remove.');
  const refusals = await switchSourceOn(stack.context.database, source, options, by, new Date());
  if (refusals.length > 0) {
    for (const { field, expected, got } of refusals)
      io.stderr.write(`--${field} ${expected}; it is ${got}\n`);
    return 2;
  }
  const { terms, title } = source;
  print(io, `${title} is on, and fetched from every ${source.everyMinutes} minutes while Orewatch runs.`);
  print(io, `Terms: ${terms.licence}. ${terms.whoMayUse} ${terms.url}`);
  const missing = source.credentials.filter(({ setting }) => !stack.config.credentials[setting]);
  for (const { setting, what } of missing)
    print(io, `Still to be set: ${setting} (${what}). ${source.access}`);
  return 0;
}

async function off({ stack, io, source }: Call): Promise<number> {
  if (isFeed(source))
    throw new UsageError('Feeds are added and removed: orewatch feed add, orewatch feed remove.');
  await switchSourceOff(stack.context.database, source, by, new Date());
  print(io, `${source.title} is off. What it brought stays.`);
  return 0;
}

async function fetchNow({ stack, io, source }: Call): Promise<number> {
  const isOn = await makeDue(stack.context.database, source.name, new Date());
  if (isOn) print(io, `${source.title} is fetched from within a minute, if Orewatch runs.`);
  else io.stderr.write(`${source.title} is off: orewatch sources on ${source.name}\n`);
  return isOn ? 0 : 1;
}

async function test({ stack, io, source }: Call): Promise<number> {
  const { context, config } = stack;
  const [row] = await readSources(context.database, [source], new Date());
  try {
    const tools = toolsFor(source, row!.options, {
      ...context,
      fetching: fetchSettingsOf(config),
      credentials: config.credentials,
      clock: () => new Date(),
      signal: AbortSignal.timeout(300_000),
      memoryOf: () => new Map(),
    });
    print(io, `${source.title} works: ${shownText(await source.probe(tools), config.credentials)}`);
    return 0;
  } catch (error) {
    if (!(error instanceof SourceError || error instanceof FetchError)) throw error;
    io.stderr.write(`${source.title} does not work: ${shownText(error.message, config.credentials)}\n`);
    return 1;
  }
}

async function show({ stack, io, source }: Call): Promise<number> {
  const { database } = stack.context;
  const [row] = await readSources(database, [source], new Date());
  const refused = await findRefusedRows(database, source.name, mostRefused);
  print(io, JSON.stringify({ ...row, options: { ...row!.options }, refusedRows: refused }, null, 2));
  return 0;
}

/** A source in a few lines; what is wrong with it is always told. */
function describe(row: SourceOverview): string {
  const at = (instant: Date | null) => instant?.toISOString().slice(0, 16).replace('T', ' ') ?? 'never';
  const fresh = row.publishedTo ?? row.freshTo;
  const age = `fresh to ${fresh ?? '(nothing yet)'}${row.isStale ? ', STALE' : ''}`;
  const lines = [`${row.name.padEnd(12)}${row.state.padEnd(14)}${row.title} (${row.terms.licence})`];
  if (row.state !== 'off') {
    lines.push(`            ${age}; last got ${at(row.lastSuccessAt)}, next ${at(row.nextFetchAt)} UTC`);
    lines.push(
      `            ${row.rowsSeen} rows: ${row.rowsNew} new, ${row.rowsChanged} changed, ${row.rowsRetracted} retracted, ${row.rowsLeftOut} left out, ${row.rowsRefused} refused`,
    );
  }
  if (row.recency) lines.push(`            it says: ${row.recency}`);
  if (row.lastError)
    lines.push(`            failed ${row.failures} time(s), last ${at(row.lastErrorAt)}: ${row.lastError}`);
  if (row.note) lines.push(`            note: ${row.note}`);
  if (row.todo && row.todo !== row.lastError) lines.push(`            ${row.todo}`);
  return lines.join('\n');
}
