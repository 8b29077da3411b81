import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../config/env.ts';
import { findSubscriptions } from '../services/database/deliveries/subscription.ts';
import type { Database } from '../services/database/pool.ts';
import { isDemoAddress } from '../services/notifier/mail/demo-address.ts';
import { readReplayFile } from '../services/sources/events/replay-report.ts';
import { type Command, print, UsageError } from './command.ts';
import { createProgress } from './progress.ts';
import { replayReports } from './replay-reports.ts';
import { openStack, readRunningStack } from './stack.ts';
import { listenForStop } from './stop-request.ts';
import { tellStep } from './tell-replay.ts';

export const replayCommand: Command = {
  name: 'replay',
  summary: 'Send past reports through the pipeline, each with the clock set to its publication.',
  usage: 'orewatch replay FILE [--json] [--send]',
  examples: ['orewatch replay data/walikale-2025.jsonl'],
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false }, send: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new UsageError('Name one file with a JSON report on each line.');
    const reports = await readReplayFile(file);
    const { signal } = listenForStop();
    const progress = createProgress(io);
    const stack = await openStack(readConfig(io.env), {
      owner: 'join',
      work: 'pipeline and mailing',
      onStep: (text) => progress.update(text),
    });
    try {
      if (!values.send && (await mayMail(stack.config))) await refuseToMail(stack.context.database);
      await replayReports(stack, reports, {
        signal,
        onStep(step) {
          progress.done();
          if (values.json) print(io, JSON.stringify(step));
          else tellStep(io, step);
        },
        onDay: (day) => progress.update(`letting the days pass: ${day.toISOString().slice(0, 10)}`),
      });
      if (signal.aborted) {
        io.stderr.write('Stopped before the end of the replay.\n');
        return 3;
      }
    } finally {
      progress.done();
      await stack.close();
    }
    return 0;
  },
};

/** False where mails are files, in this process and in the one that it joins. */
async function mayMail({ smtpUrl, databaseUrl, dataDir }: Config): Promise<boolean> {
  return Boolean(smtpUrl || databaseUrl || (await readRunningStack(dataDir))?.sendsMail);
}

/** What is replayed is long past: nobody is mailed of it unless that is asked for. */
async function refuseToMail(database: Database): Promise<void> {
  const subscriptions = await findSubscriptions(database, { limit: 1000 });
  const reachable = new Set(subscriptions.map(({ email }) => email).filter((email) => !isDemoAddress(email)));
  if (reachable.size === 0) return;
  throw new UsageError(
    `The replay would mail ${reachable.size} ${reachable.size === 1 ? 'subscriber' : 'subscribers'} of news long past. ` +
      'Replay it in a world of its own (OREWATCH_DATA_DIR=/tmp/replay orewatch replay FILE), or say --send to mail them.',
  );
}
