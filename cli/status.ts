import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import { listSetAside, type SetAside } from '../services/database/set-aside.ts';
import { readStatus } from '../services/database/status.ts';
import { readWork, type StageWork } from '../services/database/work.ts';
import { stageQueues } from '../services/queue/queues.ts';
import { type Command, type Io, print } from './command.ts';
import { openStack } from './stack.ts';

const mostShown = 50;

export const statusCommand: Command = {
  name: 'status',
  summary: 'Count what is stored, what is left to do, what is set aside and what was sent.',
  usage: 'orewatch status [--json]',
  examples: ['orewatch status --json'],
  async run(args, io) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const stack = await openStack(readConfig(io.env), { owner: 'join', work: 'none' });
    try {
      const { database } = stack.context;
      const counts = await readStatus(database);
      const stages = await readWork(database, stageQueues);
      const aside = await listSetAside(database, mostShown);
      if (values.json) print(io, JSON.stringify({ ...counts, stages, setAside: aside }, null, 2));
      else {
        for (const [name, count] of Object.entries(counts)) print(io, `${name.padEnd(18)} ${count}`);
        printWork(io, stages);
        printSetAside(io, stages, aside);
      }
    } finally {
      await stack.close();
    }
    return 0;
  },
};

function printWork(io: Io, stages: readonly StageWork[]): void {
  print(io, '\nWaiting, by stage:');
  for (const { stage, waiting, lagSeconds } of stages)
    print(io, `  ${stage.padEnd(12)} ${waiting}${waiting > 0 ? `, the oldest for ${lagSeconds} s` : ''}`);
}

function printSetAside(io: Io, stages: readonly StageWork[], aside: readonly SetAside[]): void {
  if (aside.length === 0) return;
  print(io, '\nSet aside, because it failed ("orewatch retry" tries it again now):');
  for (const { stage, id, attempts, nextTryAt, reason } of aside)
    print(
      io,
      `  ${stage} ${id}: ${reason} (failed ${attempts} times, next try ${nextTryAt.toISOString().slice(0, 19)}Z)`,
    );
  const all = stages.reduce((sum, row) => sum + row.setAside, 0);
  if (all > aside.length) print(io, `  … and ${all - aside.length} more`);
}
