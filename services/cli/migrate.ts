import { readConfig } from '../../config/env.ts';
import { migrate } from '../database/migrate.ts';
import { createPool } from '../database/pool.ts';
import { migrateQueue } from '../queue/queues.ts';
import { type Command, print } from './command.ts';
import { openStack } from './stack.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring the database schema up to date. Run it before a new release starts.',
  usage: 'orewatch migrate',
  examples: ['DATABASE_URL=postgres://user:password@host/orewatch orewatch migrate'],
  async run(_args, io) {
    const config = readConfig(io.env);
    if (!config.databaseUrl) {
      // Opening the embedded stack migrates it.
      const stack = await openStack(config, { owner: 'only', work: 'none' });
      await stack.close();
      print(io, 'The schema is up to date.');
      return 0;
    }
    const onError = (error: Error) => io.stderr.write(`${error.message}\n`);
    const database = createPool(config.databaseUrl, { max: 1, applicationName: 'orewatch migrate', onError });
    try {
      const applied = await migrate(database);
      if (!config.redisUrl) await migrateQueue(config.databaseUrl);
      print(io, applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The schema is up to date.');
    } finally {
      await database.end();
    }
    return 0;
  },
};
