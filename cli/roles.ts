import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import { createApp } from '../services/api/app.ts';
import { startServer } from '../services/api/server.ts';
import { startSchedule } from '../workers/schedule.ts';
import { type Command, print, UsageError } from './command.ts';
import { openStack, type Stack } from './stack.ts';
import { listenForStop } from './stop-request.ts';

/** The roles of the grown stack: each a process of its own, as many of each as wanted. */
function role(
  name: string,
  summary: string,
  work: 'none' | 'pipeline and mailing',
  start: (stack: Stack) => Promise<{ says: string; stop(): Promise<unknown> }>,
): Command {
  return {
    name,
    summary,
    usage: `orewatch ${name}`,
    examples: [`DATABASE_URL=postgres://user:password@host/orewatch orewatch ${name}`],
    async run(args, io) {
      parseArgs({ args, options: {} });
      const config = readConfig(io.env);
      if (!config.databaseUrl) {
        throw new UsageError(
          `"orewatch ${name}" is a part of the grown stack: set DATABASE_URL, or use "orewatch up".`,
        );
      }
      const { stopped } = listenForStop();
      const stack = await openStack(config, { owner: 'join', work });
      try {
        const { says, stop } = await start(stack);
        print(io, says);
        await stopped;
        await stop();
      } finally {
        await stack.close();
      }
      return 0;
    },
  };
}

export const apiCommand = role(
  'api',
  'Serve the API only (grown stack).',
  'none',
  async ({ context, config }) => {
    const server = await startServer(createApp({ context, config }), config);
    return { says: `The API listens on ${server.url}.`, stop: () => server.close() };
  },
);

export const workerCommand = role(
  'worker',
  'Run the pipeline only (grown stack).',
  'pipeline and mailing',
  async () => ({
    says: 'The workers run.',
    stop: async () => {},
  }),
);

export const scheduleCommand = role(
  'schedule',
  'Run the clock only (grown stack).',
  'none',
  async ({ context, queues }) => ({
    says: 'The schedule runs.',
    ...startSchedule({ ...context, queues }),
  }),
);
