import { claimDueFeed } from '../services/database/feeds/feed-poll.ts';
import { forgetOldHosts } from '../services/database/feeds/fetch-host.ts';
import { createPoliteClient, type FetchSettings } from '../services/fetching/polite-client.ts';
import { type PollContext, pollFeed } from '../services/polling/poll-feed.ts';
import type { PipelineContext } from '../services/running/context.ts';

/** Feeds that one process polls at a time: most of the time is spent waiting for servers. */
export const feedsAtOnce = 4;

export type FeedPoller = {
  /** Polls the feeds that are due, unless this process is at it already. Ends when none is due any more. */
  run(): Promise<void>;
  /** Breaks off what is under way; feeds that were not finished are due as before. */
  stop(): Promise<void>;
};

/** Polls feeds in the background: a poll may take minutes, and nothing else has to wait for it. */
export function createFeedPoller(
  context: Pick<PipelineContext, 'database' | 'queues' | 'log'>,
  settings: FetchSettings,
  clock: () => Date = () => new Date(),
): FeedPoller {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  const pollDue = async () => {
    await forgetOldHosts(context.database);
    // A client knows the rules of the hosts it has met: one run is as long as it keeps them.
    const client = createPoliteClient(context.database, settings);
    const { database, queues, log } = context;
    const pollContext: PollContext = { database, queues, log, client, clock, signal: stopping.signal };
    const pollOneByOne = async () => {
      for (;;) {
        if (stopping.signal.aborted) return;
        const feed = await claimDueFeed(database, clock());
        if (!feed) return;
        await pollFeed(pollContext, feed);
      }
    };
    // One that fails leaves the others at work, and the run lasts until they are done.
    const ends = await Promise.allSettled(Array.from({ length: feedsAtOnce }, pollOneByOne));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  };

  return {
    run() {
      if (stopping.signal.aborted) return Promise.resolve();
      running ??= pollDue()
        .catch((error) => context.log.warn({ err: error }, 'feeds could not be polled; the next slot will'))
        .finally(() => {
          running = null;
        });
      return running;
    },
    async stop() {
      stopping.abort(new Error('the process stops'));
      await running;
    },
  };
}
