import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import { migrate } from '../services/database/migrate.ts';
import { createPool } from '../services/database/pool.ts';
import { migrateQueue } from '../services/queue/queues.ts';
import { type Command, print } from './command.ts';
import { assertReachable, openStack } from './stack.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring the database schema up to date. Run it before a new release starts.',
  usage: 'orewatch migrate',
  examples: ['DATABASE_URL=postgres://user:password@host/orewatch orewatch migrate'],
  async run(args, io) {
    parseArgs({ args, options: {} });
    const config = readConfig(io.env);
    if (!config.databaseUrl) {
      // Opening the embedded stack migrates it; where it runs already, its owner has.
      const stack = await openStack(config, { owner: 'join', work: 'none' });
      await stack.close();
      print(io, 'The schema is up to date.');
      return 0;
    }
    const onError = (error: Error) => io.stderr.write(`${error.message}\n`);
    const database = createPool(config.databaseUrl, { max: 1, applicationName: 'orewatch migrate', onError });
    try {
      await assertReachable(database);
      const applied = await migrate(database);
      // Also beside a REDIS_URL: the queue can then be moved by changing the settings alone.
      await migrateQueue(config.databaseUrl);
      print(io, applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The schema is up to date.');
    } finally {
      await database.end();
    }
    return 0;
  },
};
