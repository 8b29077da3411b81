import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../config/env.ts';
import { countKeys, createApiKey } from '../../services/database/api-key.ts';
import { readStatus } from '../../services/database/status.ts';
import { readSources, type SourceOverview } from '../../services/polling/source-overview.ts';
import { findSource, sources } from '../../services/sources/sources.ts';
import { startSchedule } from '../../workers/schedule.ts';
import { type Command, type Io, print } from '../command.ts';
import { prepareFirstStart } from '../first-start.ts';
import { createProgress } from '../progress.ts';
import { openStack, type RunningStack, runningStackFile, type Stack } from '../stack.ts';
import { listenForStop } from '../stop-request.ts';
import { startApiBeside } from './api-beside.ts';

export const upCommand: Command = {
  name: 'up',
  summary: 'Start everything in one process: database, queue, workers, schedule and API.',
  usage: 'orewatch up [--empty]',
  examples: ['orewatch up', 'PORT=9000 OREWATCH_DATA_DIR=/srv/orewatch orewatch up --empty'],
  async run(args, io) {
    const { values } = parseArgs({ args, options: { empty: { type: 'boolean', default: false } } });
    const config = readConfig(io.env);
    const { signal, stopped } = listenForStop();
    const progress = createProgress(io);
    print(io, 'Starting Orewatch …');
    const stack = await openStack(config, {
      owner: 'only',
      work: 'pipeline and mailing',
      onStep: (text) => print(io, `… ${text}`),
      signal,
    }).catch((error) => {
      if (signal.aborted) return null;
      throw error;
    });
    if (!stack) return 0;
    try {
      const api = await startApiBeside(config);
      try {
        await prepareFirstStart(stack, io, !values.empty && !config.databaseUrl, signal);
        if (signal.aborted) return 0;
        api.tellPrepared();
        const running: RunningStack = {
          pid: process.pid,
          url: api.url,
          startedAt: new Date().toISOString(),
        };
        await writeFile(runningStackFile(config.dataDir), JSON.stringify(running), { mode: 0o600 });
        const schedule = startSchedule({ ...stack.context, queues: stack.queues });
        // Made last: a key that was made but not shown would be lost.
        await tellReady(io, stack, api.url, await ensureKey(stack));
        await Promise.race([stopped, api.lost]);
        print(io, 'Stopping …');
        await schedule.stop();
        await rm(runningStackFile(config.dataDir), { force: true });
      } finally {
        await api.close();
      }
    } finally {
      progress.done();
      await stack.close();
    }
    return 0;
  },
};

/** Makes the first key of the API where there is none; null where one is in force already. */
async function ensureKey({ context, config }: Stack): Promise<string | null> {
  if (config.adminKey || (await countKeys(context.database)) > 0) return null;
  return createApiKey(context.database, 'first start', new Date());
}

/** What a source does, or how it is switched on: a line each, "orewatch sources" has the rest. */
function sourceLine({ name, state, publishedTo, freshTo, isStale, lastError }: SourceOverview): string {
  if (state === 'off') {
    const needs = findSource(name)?.credentials.map(({ setting }) => setting) ?? [];
    const first =
      needs.length > 0 ? `set ${needs.join(' and ')} ("npx orewatch sources" says how to get it), then ` : '';
    return `${name} is off: ${first}npx orewatch sources on ${name}`;
  }
  const day = publishedTo ?? freshTo;
  const age = day === null ? 'nothing yet' : `fresh to ${day}${isStale ? ', which is stale' : ''}`;
  return `${name} is on: ${age}${lastError === null ? '' : `; ${state}: ${lastError}`}`;
}

async function tellReady(io: Io, { config, context }: Stack, url: string, key: string | null): Promise<void> {
  const { sites, events, openAlerts, messagesSent } = await readStatus(context.database);
  print(
    io,
    `\nOrewatch watches ${sites} sites; ${events} events stored, ${openAlerts} alerts open, ${messagesSent} mails sent.`,
  );
  print(
    io,
    `  Mails    ${config.smtpUrl ? 'are sent by the mail server of SMTP_URL' : `${path.join(config.dataDir, 'outbox')} (as .eml files)`}`,
  );
  const states = await readSources(context.database, sources, new Date());
  for (const [i, row] of states.entries())
    print(io, `  ${i === 0 ? 'Sources ' : '        '} ${sourceLine(row)}`);
  print(io, `  API      ${url}/v1`);
  if (key) {
    print(io, `  API key  ${key}`);
    print(io, '           It is shown only this once. "npx orewatch key NAME" makes another.');
    print(
      io,
      `\nTry:  curl -H "Authorization: Bearer ${key}" "${url}/v1/sites/bisie/risk?at=2025-03-20T12:00:00Z"`,
    );
  }
  print(io, '\nCtrl-C stops it; nothing is lost.');
}
