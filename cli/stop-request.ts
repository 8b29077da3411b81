export type StopRequest = { signal: AbortSignal; stopped: Promise<void> };

/** A terminal and npm, a service manager and its group: one wish to stop often arrives as two signals. */
const sameWishMs = 1000;

/**
 * Hears SIGINT and SIGTERM from now on: the first one asks this process to stop, one that comes more than a second
 * later ends it at once.
 */
export function listenForStop(): StopRequest {
  const asked = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    asked.signal.addEventListener('abort', () => resolve());
  });
  let askedAt: number | null = null;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      askedAt ??= performance.now();
      asked.abort();
      if (performance.now() - askedAt < sameWishMs) return;
      process.removeAllListeners(name);
      process.kill(process.pid, name);
    });
  }
  return { signal: asked.signal, stopped };
}
