import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import { readStatus } from '../services/database/status.ts';
import { type Command, print } from './command.ts';
import { openStack } from './stack.ts';

export const statusCommand: Command = {
  name: 'status',
  summary: 'Count what is stored, what is left to do and what was sent.',
  usage: 'orewatch status [--json]',
  examples: ['orewatch status --json'],
  async run(args, io) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const stack = await openStack(readConfig(io.env), { owner: 'join', work: 'none' });
    try {
      const status = await readStatus(stack.context.database);
      if (values.json) print(io, JSON.stringify(status, null, 2));
      else for (const [name, count] of Object.entries(status)) print(io, `${name.padEnd(18)} ${count}`);
    } finally {
      await stack.close();
    }
    return 0;
  },
};
