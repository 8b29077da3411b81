import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import { readStatus } from '../services/database/status.ts';
import { readReplayFile } from '../services/sources/events/replay-report.ts';
import { type Command, type Io, print, UsageError } from './command.ts';
import { sizeOfFile } from './input-file.ts';
import { createProgress } from './progress.ts';
import { replayReports } from './replay-reports.ts';
import { newWorldFolder, openReplayWorld } from './replay-world.ts';
import type { Stack } from './stack.ts';
import { listenForStop } from './stop-request.ts';
import { tellStep } from './tell-replay.ts';

export const replayCommand: Command = {
  name: 'replay',
  summary:
    'Send past reports through the pipeline of a world of its own, each at the time of its publication.',
  usage:
    'orewatch replay FILE [--into FOLDER] [--json]\n' +
    'The world is a stack in FOLDER with the sites, places and subscriptions of this one. Alerts here are not touched,\n' +
    'and nobody is mailed: the messages are files in FOLDER/outbox.',
  examples: [
    'orewatch replay data/walikale-2025.jsonl',
    'orewatch replay past.jsonl --into /tmp/past && OREWATCH_DATA_DIR=/tmp/past orewatch up',
  ],
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false }, into: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new UsageError('Name one file with a JSON report on each line.');
    await sizeOfFile(file);
    const reports = await readReplayFile(file);
    const config = readConfig(io.env);
    const folder = path.resolve(values.into ?? newWorldFolder(config, file, new Date()));
    const { signal } = listenForStop();
    const progress = createProgress(io);
    const onStep = (text: string) => progress.update(text);
    const world = await openReplayWorld(config, { folder, reports, onStep });
    try {
      await replayReports(world, reports, {
        signal,
        onStep(step) {
          progress.done();
          if (values.json) print(io, JSON.stringify(step));
          else tellStep(io, step);
        },
        onDay: (day) => progress.update(`letting the days pass: ${day.toISOString().slice(0, 10)}`),
      });
      progress.done();
      if (signal.aborted) io.stderr.write('Stopped before the end of the replay.\n');
      if (!values.json) await tellWorld(io, world);
      return signal.aborted ? 3 : 0;
    } finally {
      progress.done();
      await world.close();
    }
  },
};

async function tellWorld(io: Io, { context, config: { dataDir } }: Stack): Promise<void> {
  const { sites, events, openAlerts, messagesSent, subscriptions } = await readStatus(context.database);
  const messages =
    subscriptions === 0
      ? 'no messages, since nobody is subscribed'
      : `${messagesSent} messages (files in ${path.join(dataDir, 'outbox')})`;
  print(io, `\nReplayed for ${sites} sites: ${events} events, ${messages}, ${openAlerts} alerts still open.`);
  print(io, `Look at it:  OREWATCH_DATA_DIR=${dataDir} npx orewatch up`);
  print(io, 'The folder can be deleted at any time.');
}
