import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../config/logger.ts';
import { startCluster } from './cluster.ts';
import { type StackLock, takeOwnership } from './lock.ts';

/** The embedded PostgreSQL of a data directory, looked after by the process that owns it. */
export type KeptCluster = {
  /** Looks after it no more, and gives the ownership back. PostgreSQL itself goes on. */
  release(): Promise<void>;
};

/** Between two tries to start it again: soon at first, for a disk may stay full for hours. */
const triesAfterMs = [200, 1000, 5000, 30_000];

/**
 * Starts the PostgreSQL of a data directory again whenever it ends: killed, out of memory, on a disk that was full.
 * The connection that holds the ownership tells the end. The cause is logged when it changes, not at every try.
 */
export function keepRunning(dataDir: string, first: StackLock, log: Logger): KeptCluster {
  const released = new AbortController();
  const whenReleased = new Promise<void>((resolve) => {
    released.signal.addEventListener('abort', () => resolve());
  });
  let lock: StackLock | null = first;
  const watching = (async () => {
    while (lock) {
      await Promise.race([lock.lost, whenReleased]);
      if (released.signal.aborted) return;
      log.error('the embedded PostgreSQL broke off; what is under way waits until it runs again');
      lock = await startAgain(dataDir, log, released.signal);
    }
  })();
  return {
    async release() {
      released.abort();
      await watching;
      await lock?.release();
    },
  };
}

/** Null where the stack was stopped before it ran again. */
async function startAgain(dataDir: string, log: Logger, signal: AbortSignal): Promise<StackLock | null> {
  let cause = '';
  for (let tries = 0; !signal.aborted; tries += 1) {
    try {
      const cluster = await startCluster(dataDir, { signal });
      const lock = await takeOwnership(cluster.urlOf('postgres'));
      if (lock) {
        log.warn({ tries: tries + 1 }, 'the embedded PostgreSQL runs again');
        return lock;
      }
      // A command that joined meanwhile owns it, and stops it at its end.
    } catch (error) {
      // Times and process ids differ from try to try.
      const message = (error as Error).message.replaceAll(/\d+/g, '');
      if (message !== cause)
        log.error({ err: error }, 'the embedded PostgreSQL cannot be started; it is tried again');
      cause = message;
    }
    await pause(triesAfterMs[Math.min(tries, triesAfterMs.length - 1)], undefined, { signal }).catch(
      () => {},
    );
  }
  return null;
}
