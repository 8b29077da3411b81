import { claimDueSource } from '../services/database/sources/source-fetch.ts';
import { type Operator, tellOperator } from '../services/notifier/tell-operator.ts';
import { fetchSource, type SourceSettings } from '../services/polling/fetch-source.ts';
import { aboutSources, sourceNotices } from '../services/polling/source-notices.ts';
import { readSources } from '../services/polling/source-overview.ts';
import type { PipelineContext } from '../services/running/context.ts';
import type { Source } from '../services/sources/source.ts';

export type SourceFetcher = {
  /** Fetches from the sources that are due, unless this process is at it already. Ends when none is due any more. */
  run(): Promise<void>;
  /** Breaks off what is under way: it goes on from its last portion, here or elsewhere. */
  stop(): Promise<void>;
};

/** With whom a process fetches, and whom it tells where that fails. */
export type SourceFetching = SourceSettings & { operator: Operator };

/** Fetches in the background, all due sources at a time: they wait for different servers. */
export function createSourceFetcher(
  { database, queues, log }: Pick<PipelineContext, 'database' | 'queues' | 'log'>,
  { operator, ...settings }: SourceFetching,
  sources: readonly Source[],
  clock: () => Date = () => new Date(),
): SourceFetcher {
  const stopping = new AbortController();
  const memories = new Map<string, Map<string, unknown>>();
  const memoryOf = (source: string) => {
    if (!memories.has(source)) memories.set(source, new Map());
    return memories.get(source)!;
  };
  const context = { database, queues, log, ...settings, clock, signal: stopping.signal, memoryOf };
  const running = new Map<string, Promise<void>>();
  let claiming: Promise<void> | null = null;

  const tell = async () => {
    const notices = sourceNotices(await readSources(database, sources, clock()));
    await tellOperator({ database, queues, log }, operator, aboutSources, notices, clock());
  };

  const claimAll = async () => {
    await tell();
    for (;;) {
      const idle = sources.filter(({ name }) => !running.has(name));
      if (stopping.signal.aborted || idle.length === 0) return;
      const names = idle.map(({ name }) => name);
      const claimed = await claimDueSource(database, names, clock());
      if (!claimed) return;
      const source = idle.find(({ name }) => name === claimed.source)!;
      const fetching = fetchSource(context, source, claimed)
        .catch((error) => log.warn({ err: error, source: source.name }, 'a fetch could not be noted'))
        .finally(() => running.delete(source.name));
      running.set(source.name, fetching);
    }
  };

  return {
    async run() {
      claiming ??= claimAll()
        .catch((error) => log.warn({ err: error }, 'sources could not be fetched; the next slot will'))
        .finally(() => {
          claiming = null;
        });
      await claiming;
      await Promise.all(running.values());
    },
    async stop() {
      stopping.abort(new Error('the process stops'));
      await claiming;
      await Promise.all(running.values());
    },
  };
}
