import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import { readReplayFile } from '../services/sources/events/replay-report.ts';
import { type Command, print, UsageError } from './command.ts';
import { createProgress } from './progress.ts';
import { replayReports } from './replay-reports.ts';
import { openStack } from './stack.ts';
import { listenForStop } from './stop-request.ts';
import { tellStep } from './tell-replay.ts';

export const replayCommand: Command = {
  name: 'replay',
  summary: 'Send past reports through the pipeline, each with the clock set to its publication.',
  usage: 'orewatch replay FILE [--json]',
  examples: ['orewatch replay data/walikale-2025.jsonl'],
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
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
