import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openStack, type Stack } from '../cli/stack.ts';
import { readConfig } from '../config/env.ts';
import type { Queryable } from '../services/database/pool.ts';
import { importFile } from '../services/importing/import-file.ts';
import { openGrownStack } from './growth/grown-stack.ts';
import { withScratchFolder } from './scratch-folder.ts';
import { makeWorld } from './world.ts';

// How the cost of the whole way grows: with events, with sites, with subscriptions, and what further workers bring.
// Each line is a stack of its own; the slope is that of the logarithms between a line and the one before: 1 is a cost
// that grows with the number, 0 one that does not.
//
//   npm run bench:growth                         up to 100,000 events and sites, 10,000 subscriptions
//   npm run bench:growth -- --events 1000000 --sites 100000 --subscriptions 100000
//   npm run bench:growth -- --only workers       needs redis-server

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    sites: { type: 'string', default: '100000' },
    subscriptions: { type: 'string', default: '10000' },
    only: { type: 'string' },
  },
});
const say = (text: string) => process.stdout.write(`${text}\n`);
const seconds = (startedAt: number) => (performance.now() - startedAt) / 1000;

/** Powers of ten from `from` up to what was asked for. */
function powers(from: number, to: number): number[] {
  const list: number[] = [];
  for (let n = from; n <= to; n *= 10) list.push(n);
  return list;
}

const curves: Record<string, () => Promise<void>> = {
  events: growEvents,
  sites: growSites,
  subscriptions: growSubscriptions,
  workers: growWorkers,
};
for (const [name, grow] of Object.entries(curves)) if (!options.only || options.only === name) await grow();

async function growEvents(): Promise<void> {
  say('\nPast events at 12,000 sites, from file to assessed sites, embedded\n');
  const table = startTable(['events', 'seconds', 'µs an event', 'slope', 'links', 'peak memory so far']);
  for (const count of powers(1000, Number(options.events))) {
    await embedded(async (stack, folder) => {
      const world = makeWorld(12_000, count);
      await importSites(stack, folder, world.sites);
      const startedAt = performance.now();
      await importEvents(stack, folder, world.events);
      const links = await countOf(stack.context.database, 'link');
      table.add(count, seconds(startedAt), [links.toLocaleString('en'), memory()]);
    });
  }
}

async function growSites(): Promise<void> {
  say('\nSites, from file to linked with 10,000 past events and assessed, embedded\n');
  const table = startTable([
    'sites',
    'seconds',
    'µs a site',
    'slope',
    'then 1,000 events more',
    'peak memory so far',
  ]);
  for (const count of powers(1000, Number(options.sites))) {
    await embedded(async (stack, folder) => {
      const world = makeWorld(count, 11_000);
      await importEvents(stack, folder, world.events.slice(0, 10_000));
      const startedAt = performance.now();
      await importSites(stack, folder, world.sites);
      const taken = seconds(startedAt);
      const moreAt = performance.now();
      await importEvents(stack, folder, world.events.slice(10_000), 'more');
      table.add(count, taken, [`${seconds(moreAt).toFixed(1)} s`, memory()]);
    });
  }
}

/** A deadly attack at each of 100 sites; each subscription is for one of them. */
async function growSubscriptions(): Promise<void> {
  say('\nSubscriptions to 100 sites at which something happens, from file to deliveries, embedded\n');
  const table = startTable([
    'subscriptions',
    'seconds',
    'µs a delivery',
    'slope',
    'deliveries',
    'peak memory so far',
  ]);
  for (const count of powers(10, Number(options.subscriptions))) {
    await embedded(async (stack, folder) => {
      const { database } = stack.context;
      const { sites } = makeWorld(12_000, 0);
      await importSites(stack, folder, sites);
      const struck = sites.filter((_, i) => i % 120 === 0);
      await subscribe(
        database,
        Array.from({ length: count }, (_, i) => struck[i % struck.length]!.id),
      );
      const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
      const events = struck.map((site) => ({ ...site, occurredOn: yesterday, deaths: 20 }));
      const startedAt = performance.now();
      await importEvents(stack, folder, events);
      await until(async () => (await countOf(database, 'assessment where decision is null')) === 0);
      const taken = seconds(startedAt);
      const deliveries = await countOf(database, 'delivery');
      table.add(count, taken, [deliveries.toLocaleString('en'), memory()], deliveries);
    });
  }
}

async function growWorkers(): Promise<void> {
  const count = 20_000;
  say(`\n${count.toLocaleString('en')} past events at 12,000 sites: the queue, and further workers\n`);
  say('| stack | seconds |\n|---|---|');
  const run = async (name: string, stack: Stack, folder: string) => {
    const world = makeWorld(12_000, count);
    await importSites(stack, folder, world.sites);
    const startedAt = performance.now();
    await importEvents(stack, folder, world.events);
    say(`| ${name} | ${seconds(startedAt).toFixed(1)} |`);
  };
  await embedded((stack, folder) => run('embedded, one process', stack, folder));
  for (const workers of [1, 2, 4]) {
    await withScratchFolder(async (folder) => {
      const { stack, stop } = await openGrownStack(folder, workers);
      try {
        await run(`Redis, ${workers} worker${workers > 1 ? 's' : ''}`, stack, folder);
      } finally {
        await stop();
      }
    });
  }
}

async function embedded(work: (stack: Stack, folder: string) => Promise<void>): Promise<void> {
  await withScratchFolder(async (folder) => {
    const config = readConfig({ OREWATCH_DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'warn' });
    const stack = await openStack(config, { owner: 'only', work: 'pipeline' });
    try {
      await work(stack, folder);
    } finally {
      await stack.close();
    }
  });
}

/** Writes each line when it is measured, with the cost of one and the slope to the line before. */
function startTable(columns: readonly string[]) {
  say(`| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
  let before: { count: number; taken: number } | null = null;
  return {
    add(count: number, taken: number, more: readonly string[], pieces = count): void {
      const slope = before
        ? (Math.log(taken / before.taken) / Math.log(count / before.count)).toFixed(2)
        : '';
      before = { count, taken };
      const each = Math.round((1e6 * taken) / Math.max(1, pieces)).toLocaleString('en');
      say(`| ${[count.toLocaleString('en'), taken.toFixed(1), each, slope, ...more].join(' | ')} |`);
    },
  };
}

type Site = ReturnType<typeof makeWorld>['sites'][number];
type Event = ReturnType<typeof makeWorld>['events'][number];

async function importSites(stack: Stack, folder: string, sites: readonly Site[]): Promise<void> {
  const lines = sites.map(
    ({ id, latitude, longitude }) => `${id},${id},gold,artisanal,CD,${latitude},${longitude}`,
  );
  const text = `id,name,minerals,kind,country,latitude,longitude\n${lines.join('\n')}\n`;
  await importText(stack, folder, 'sites', text);
}

async function importEvents(
  stack: Stack,
  folder: string,
  events: readonly Event[],
  source = 'bench',
): Promise<void> {
  const header =
    'source,sourceEventId,occurredOn,type,subType,place,latitude,longitude,locationPrecision,actors,deathsBest,confidence';
  const lines = events.map(
    (e, i) =>
      `${source},${i},${e.occurredOn},Battles,Armed clash,Place ${i},${e.latitude},${e.longitude},1,A;B,${e.deaths},confirmed`,
  );
  await importText(stack, folder, 'events', `${header}\n${lines.join('\n')}\n`);
}

async function importText(
  stack: Stack,
  folder: string,
  kind: 'sites' | 'events',
  text: string,
): Promise<void> {
  const file = path.join(folder, `${kind}.csv`);
  await writeFile(file, text);
  await importFile({
    kind,
    format: 'csv',
    input: createReadStream(file),
    fileName: file,
    context: stack.context,
    recordedAt: new Date(),
    refusedFolder: path.join(folder, 'refused'),
  });
  await until(() => isDone(stack.context.database));
}

/** Nothing is left to link, to assess or to decide upon, whichever process does it. */
async function isDone(database: Queryable): Promise<boolean> {
  const { rows } = await database.query(
    `select not exists (select from event where linked_revision is distinct from revision)
        and not exists (select from site where linked_location is distinct from location_revision)
        and not exists (select from assessment_due)
        and not exists (select from assessment where decision is null) as done`,
  );
  return rows[0].done;
}

async function subscribe(database: Queryable, siteIds: readonly string[]): Promise<void> {
  await database.query(
    `with people as (
       insert into subscriber (email, created_at)
       select 'buyer' || n || '@example.org', now() from generate_series(1, cardinality($1::text[])) as n
       returning id, email)
     insert into subscription (subscriber_id, channel, address, sites, min_level, created_at, updated_at)
     select people.id, 'email', people.email, array[given.site], 'guarded', now(), now()
     from unnest($1::text[]) with ordinality as given (site, n)
     join people on people.email = 'buyer' || given.n || '@example.org'`,
    [siteIds],
  );
}

async function countOf(database: Queryable, what: string): Promise<number> {
  return Number((await database.query(`select count(*) as n from ${what}`)).rows[0].n);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(50);
}

function memory(): string {
  return `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;
}
