import type { Config } from '../config/env.ts';
import { forgetOldHosts } from '../services/database/feeds/fetch-host.ts';
import type { Database } from '../services/database/pool.ts';
import { claimDueSource } from '../services/database/sources/source-fetch.ts';
import { forgetOldRefusedRows } from '../services/database/sources/source-row.ts';
import { fetchSettingsOf } from '../services/fetching/fetch-settings.ts';
import { type Operator, tellOperator } from '../services/notifier/tell-operator.ts';
import { everySource, sourceOf } from '../services/polling/every-source.ts';
import { fetchSource, type SourceSettings } from '../services/polling/fetch-source.ts';
import { aboutSources, sourceNotices } from '../services/polling/source-notices.ts';
import { readSources } from '../services/polling/source-overview.ts';
import type { PipelineContext } from '../services/running/context.ts';
import { within } from '../services/running/within.ts';
import type { Source } from '../services/sources/source.ts';

const refusedRowsKeptDays = 90;
const lookEveryMs = 60_000;

/** Feeds that one process fetches from at a time: most of the time is spent waiting for servers. */
export const feedsAtOnce = 4;

export type SourceFetcher = {
  /** Fetches from the sources that are due, unless this process is at it already. Ends when none is due any more. */
  run(): Promise<void>;
  /** Breaks off what is under way: it goes on from its last portion, here or elsewhere. */
  stop(): Promise<void>;
};

/** With whom a process fetches, and whom it tells where that fails. */
export type SourceFetching = SourceSettings & { operator: Operator };

export function sourceFetchingOf(config: Config): SourceFetching {
  return {
    fetching: fetchSettingsOf(config),
    credentials: config.credentials,
    operator: { email: config.operatorEmail, mailFrom: config.mailFrom },
  };
}

/** Which sources there are; only tests bring others than the product's. */
type Catalogue = {
  every(database: Database): Promise<Source[]>;
  find(name: string, database: Database): Promise<Source | null>;
};

/** Fetches in the background: a fetch may take minutes, and nothing else has to wait for it. */
export function createSourceFetcher(
  { database, queues, log }: Pick<PipelineContext, 'database' | 'queues' | 'log'>,
  { operator, ...settings }: SourceFetching,
  clock: () => Date = () => new Date(),
  catalogue: Catalogue = { every: everySource, find: sourceOf },
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
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve());
  });

  const tell = async () => {
    const notices = sourceNotices(await readSources(database, await catalogue.every(database), clock()));
    await tellOperator({ database, queues, log }, operator, aboutSources, notices, clock());
  };

  const start = (source: Source, claimed: Parameters<typeof fetchSource>[2]) => {
    const fetching = fetchSource(context, source, claimed)
      .catch((error) => log.warn({ err: error, source: source.name }, 'a fetch could not be noted'))
      .finally(() => running.delete(source.name));
    running.set(source.name, fetching);
  };

  const claimAll = async () => {
    await forgetOldHosts(database);
    await forgetOldRefusedRows(database, refusedRowsKeptDays, clock());
    while (!stopping.signal.aborted) {
      const feeds = [...running].filter(([name]) => name.startsWith('feed/')).map(([, fetching]) => fetching);
      const isFull = feeds.length >= feedsAtOnce;
      const claimed = await claimDueSource(
        database,
        { without: [...running.keys()], feeds: !isFull },
        clock(),
      );
      const source = claimed && (await catalogue.find(claimed.source, database));
      if (claimed && source) start(source, claimed);
      // What is no feed may be due before one of these ends.
      else if (!claimed && isFull) await Promise.race([...feeds, within(lookEveryMs, stopped)]);
      else if (!claimed) return;
    }
  };

  return {
    async run() {
      await tell().catch((error) => log.warn({ err: error }, 'the operator could not be told of sources'));
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
