export type StopRequest = { signal: AbortSignal; stopped: Promise<void> };

/** Hears SIGINT and SIGTERM from now on: the first one asks this process to stop, a second one ends it at once. */
export function listenForStop(): StopRequest {
  const asked = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    asked.signal.addEventListener('abort', () => resolve());
  });
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => asked.abort());
  return { signal: asked.signal, stopped };
}
