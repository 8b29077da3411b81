import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import { createApiKey } from '../services/database/api-key.ts';
import { type Command, print, UsageError } from './command.ts';
import { openStack } from './stack.ts';

export const keyCommand: Command = {
  name: 'key',
  summary: 'Make a key for the API. It is shown once; only its hash is stored.',
  usage: 'orewatch key NAME [--json]',
  examples: ['orewatch key compliance-desk'],
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [name, ...more] = positionals;
    if (!name || more.length > 0)
      throw new UsageError('Give the key one name, such as the team that will use it.');
    const stack = await openStack(readConfig(io.env), { owner: 'join', work: 'none' });
    try {
      const key = await createApiKey(stack.context.database, name, new Date());
      print(io, values.json ? JSON.stringify({ name, key }) : key);
    } finally {
      await stack.close();
    }
    return 0;
  },
};
