// Fetches once from the sources that are due, in a process of its own, so that it can be killed at any moment:
// node fetch-sources.mjs DATABASE_URL HOST:PORT TIME
import { pino } from 'pino';
import { createPool } from '../../dist/services/database/pool.js';
import { createSourceFetcher } from '../../dist/workers/fetch-sources.js';

const [url, host, time] = process.argv.slice(2);
const database = createPool(url, { max: 3, applicationName: 'orewatch test', onError: () => {} });
const context = { database, queues: { wake: async () => {} }, log: pino({ level: 'silent' }) };
const settings = {
  fetching: { userAgent: 'Orewatch/test', allow: [host], pauseMs: 0 },
  credentials: {},
  operator: { email: null, mailFrom: 'Orewatch <alerts@orewatch.example>' },
};
await createSourceFetcher(context, settings, () => new Date(time)).run();
await database.end();
