import { Worker } from 'node:worker_threads';
import type { Config } from '../../config/env.ts';
import { builtModule } from '../../config/package-root.ts';
import { graceMs, ListenError } from '../../services/api/server.ts';
import { within } from '../../services/running/within.ts';

/** What the thread is told: that what the product brings along is loaded; that it is to end. */
export type ToThread = 'prepared' | 'close';

/** The API of a stack that is open, served from a thread of its own: no work of the pipeline holds an answer back. */
export type ApiBeside = {
  url: string;
  tellPrepared(): void;
  /** Rejects where the thread ends without having been asked to. */
  lost: Promise<never>;
  /** Takes no further requests, and lets those in flight finish. */
  close(): Promise<void>;
};

/** What requests in flight are given, and a moment for the rest. */
const closeWithinMs = graceMs + 1000;

/** Resolves when it listens. Throws a ListenError where the port is taken or not allowed. */
export async function startApiBeside(config: Config): Promise<ApiBeside> {
  const worker = new Worker(builtModule('cli/up/api-thread'), { workerData: config });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const lost = new Promise<never>((_, reject) => {
    worker.once('error', (error) => reject(asThrown(error as Error)));
    worker.once('exit', () => reject(new Error('the thread that serves the API was ended')));
  });
  lost.catch(() => {});
  const listening = new Promise<{ url: string }>((resolve) => worker.once('message', resolve));
  const { url } = await Promise.race([listening, lost]);
  const tell = (message: ToThread) => worker.postMessage(message);
  return {
    url,
    tellPrepared: () => tell('prepared'),
    lost,
    async close() {
      tell('close');
      await within(closeWithinMs, ended);
      // One that does not answer any more is not waited for.
      await worker.terminate();
    },
  };
}

/** An error that comes from a thread has lost its class. */
function asThrown(error: Error): Error {
  return error.name === 'ListenError' ? new ListenError(error.message, { cause: error }) : error;
}
