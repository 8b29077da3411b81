import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import { tryAgainNow } from '../services/database/set-aside.ts';
import { inBatches } from '../services/queue/batches.ts';
import { type StageQueue, stageQueues } from '../services/queue/queues.ts';
import { type Command, print, UsageError } from './command.ts';
import { openStack } from './stack.ts';

const idsPerJob = 20;

export const retryCommand: Command = {
  name: 'retry',
  summary: 'Try again now what failed and was set aside: all, that of a stage, or single ids of it.',
  usage: 'orewatch retry [STAGE] [ID…] [--json]',
  examples: ['orewatch retry', 'orewatch retry assess', 'orewatch retry link-events 1204 1377'],
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [name, ...rest] = positionals;
    const stage = name === undefined ? null : stageOf(name);
    const ids = rest.length > 0 ? rest.map(idOf) : null;
    const stack = await openStack(readConfig(io.env), { owner: 'join', work: 'none' });
    try {
      const again = await tryAgainNow(stack.context.database, stage, ids);
      for (const queue of stageQueues) {
        const own = again.filter((row) => row.stage === queue).map(({ id }) => id);
        await stack.queues.wake(...inBatches(own, idsPerJob).map((batch) => ({ queue, ids: batch })));
      }
      if (values.json) print(io, JSON.stringify({ again }));
      else print(io, again.length === 0 ? 'Nothing of that is set aside.' : tell(again));
    } finally {
      await stack.close();
    }
    return 0;
  },
};

function stageOf(name: string): StageQueue {
  const stage = stageQueues.find((queue) => queue === name);
  if (!stage) throw new UsageError(`There is no stage "${name}". These are: ${stageQueues.join(', ')}.`);
  return stage;
}

function idOf(text: string): number {
  const id = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(id))
    throw new UsageError(`"${text}" is no id: "orewatch status" shows what is set aside, by stage and id.`);
  return id;
}

function tell(again: readonly { stage: string; id: number }[]): string {
  const lines = again.map(({ stage, id }) => `  ${stage} ${id}`);
  return ['Tried again by the workers now, or with their next start:', ...lines].join('\n');
}
