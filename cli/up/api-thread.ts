import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../../config/env.ts';
import { createApp } from '../../services/api/app.ts';
import { startServer } from '../../services/api/server.ts';
import { openStack } from '../stack.ts';
import type { ToThread } from './api-beside.ts';

// The thread that `orewatch up` serves the API from: see api-beside.ts. What it throws ends the start, or the service.

const config = workerData as Config;
let isPrepared = false;
const asked = new Promise<void>((resolve) => {
  parentPort!.on('message', (message: ToThread) => {
    if (message === 'prepared') isPrepared = true;
    else resolve();
  });
});
const stack = await openStack(config, { owner: 'join', work: 'none' });
try {
  const server = await startServer(
    createApp({ context: stack.context, config, isPrepared: () => isPrepared }),
    config,
  );
  parentPort!.postMessage({ url: server.url });
  await asked;
  await server.close();
} finally {
  await stack.close();
  parentPort!.close();
}
