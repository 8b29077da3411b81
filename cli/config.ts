import { parseArgs } from 'node:util';
import { maskSecrets, readConfig } from '../config/env.ts';
import { type Command, print } from './command.ts';

export const configCommand: Command = {
  name: 'config',
  summary: 'Print the settings in force, secrets masked.',
  usage: 'orewatch config [--json]',
  examples: ['orewatch config', 'PORT=9000 orewatch config --json'],
  async run(args, io) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const shown = maskSecrets(readConfig(io.env));
    if (values.json) print(io, JSON.stringify(shown, null, 2));
    else
      for (const [name, value] of Object.entries(shown))
        print(io, `${name.padEnd(12)} ${value ?? '(not set)'}`);
    return 0;
  },
};
