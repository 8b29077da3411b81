import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { openStack } from '../cli/stack.ts';
import { readConfig } from '../config/env.ts';
import { packageRoot } from '../config/package-root.ts';
import { readSourceStates, switchOn } from '../services/database/sources/source-state.ts';
import { readStatus } from '../services/database/status.ts';
import { fetchSettingsOf } from '../services/fetching/fetch-settings.ts';
import { importFile } from '../services/importing/import-file.ts';
import { stepsAfter } from '../services/sources/events/gdelt-lists.ts';
import { gdelt } from '../services/sources/events/gdelt-source.ts';
import { createSourceFetcher } from '../workers/fetch-sources.ts';
import { exportLine, listOf } from './gdelt/gdelt-files.ts';
import { zipOf } from './gdelt/zip.ts';
import { seededRandom } from './random.ts';
import { withScratchFolder } from './scratch-folder.ts';

// A day of GDELT, 96 files, from a server on this machine to linked and assessed events, on the embedded stack with
// the product's own settings and pauses. The rows are those of a genuine file where it is there, on other days and at
// other places for each quarter; else made-up ones, as many and with as many that are taken.

const say = (text: string) => process.stdout.write(`${text}\n`);
const quarterCount = 96;
const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
const genuine = path.join(packageRoot, '..', 'shared', 'data', 'events', 'gdelt-20191024143000.export.CSV');

const rows = existsSync(genuine)
  ? (await readFile(genuine, 'utf8')).trimEnd().split('\n')
  : madeUpRows(seededRandom(20191024));
say(`${quarterCount} files of ${rows.length} rows each, ${existsSync(genuine) ? 'genuine' : 'made up'}`);

await withScratchFolder(async (folder) => {
  const { server, base, host } = await serveDay();
  const env = { OREWATCH_DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'warn', OREWATCH_FETCH_ALLOW: host };
  const config = readConfig(env);
  const stack = await openStack(config, { owner: 'only', work: 'pipeline' });
  const { context } = stack;
  await importFile({
    ...{ kind: 'sites', format: 'csv', source: 'orewatch', fileName: 'sites.csv', context },
    input: createReadStream(path.join(packageRoot, 'data', 'sites.csv')),
    recordedAt: new Date(),
    refusedFolder: path.join(folder, 'refused'),
  });
  await stack.waitUntilIdle();
  await switchOn(context.database, 'gdelt', gdelt.options.parse({ baseUrl: base }), new Date());
  const operator = { email: null, mailFrom: config.mailFrom };
  const settings = { fetching: fetchSettingsOf(config), credentials: {}, operator };
  const startedAt = performance.now();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  await createSourceFetcher(context, settings).run();
  say(`fetched and stored after ${seconds()}, of which some 49 s are the pauses between two questions`);
  await stack.waitUntilIdle();
  say(`linked and assessed after ${seconds()}`);
  const state = (await readSourceStates(context.database)).get('gdelt')!;
  say(
    `${state.rowsSeen} rows seen: ${state.rowsNew} new, ${state.rowsLeftOut} left out, ${state.rowsRefused} refused`,
  );
  if (state.lastError) say(`it failed: ${state.lastError}`);
  const { links, assessments } = await readStatus(context.database);
  say(`${links} links, ${assessments} assessments`);
  say(
    `peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, with the server and its ${quarterCount} archives`,
  );
  await stack.close();
  server.close();
});

/** The row as it would stand in another quarter: of that day, and at another place every second time. */
function inQuarter(row: string, n: number): string {
  const fields = row.split('\t');
  fields[0] = `${n}${fields[0]}`;
  fields[1] = day;
  const feature = Number(fields[58]);
  if (feature % 2 === 0) fields[58] = `${feature}${n}`;
  fields[59] = stepsAfter(`${day}000000`, n);
  return fields.join('\t');
}

async function serveDay(): Promise<{ server: Server; base: string; host: string }> {
  const files = new Map<string, Buffer | string>();
  let list = listOf(`${day}000000`, Buffer.alloc(0));
  for (let n = 1; n <= quarterCount; n += 1) {
    const quarter = stepsAfter(`${day}000000`, n);
    const content = `${rows.map((row) => inQuarter(row, n)).join('\n')}\n`;
    const archive = zipOf({ name: `${quarter}.export.CSV`, content });
    files.set(`/${quarter}.export.CSV.zip`, archive);
    files.set('/lastupdate.txt', listOf(quarter, archive));
    list += listOf(quarter, archive);
  }
  files.set('/masterfilelist.txt', list);
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (file === undefined) response.writeHead(404);
    response.end(file);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, base: `http://${host}`, host };
}

/** As many rows as in the genuine file, and as many that are violence at a town. */
function madeUpRows(random: () => number): string[] {
  return Array.from({ length: 2111 }, (_, id) =>
    exportLine({
      id,
      quadClass: id % 18 === 0 ? '4' : '1',
      code: ['190', '193', '180', '182'][id % 4]!,
      feature: String(-2_000_000 - Math.floor(random() * 60)),
      latitude: (random() * 60 - 30).toFixed(4),
      longitude: (random() * 60 - 20).toFixed(4),
      url: `https://news.example.org/${id}`,
    }).trimEnd(),
  );
}
