import { createPool, type Database } from '../database/pool.ts';
import { type Knowledge, loadKnowledge } from '../reading/knowledge.ts';
import type { ModelEvent } from '../reading/llm-answer.ts';
import { type ReadableReport, readEvents } from '../reading/read-events.ts';
import { reduceHtml } from '../reading/reduce-html.ts';
import { readFeed } from '../sources/feeds/feed.ts';

let open: { url: string; database: Database } | null = null;

/** What the reader knows, from a database of the thread's own connection: kept here alone, once per process. */
async function knowledgeOf(databaseUrl: string): Promise<Knowledge> {
  if (open?.url !== databaseUrl) {
    await open?.database.end();
    const database = createPool(databaseUrl, {
      max: 1,
      applicationName: 'orewatch reading',
      onError: () => {},
    });
    open = { url: databaseUrl, database };
  }
  return loadKnowledge(open.database);
}

/** The work on texts from outside that may take long. It runs in a thread: see off-thread.ts. */
export const textTasks = {
  async loadKnowledge(databaseUrl: string): Promise<void> {
    await knowledgeOf(databaseUrl);
  },
  async readEvents(databaseUrl: string, report: ReadableReport, second: readonly ModelEvent[] | null) {
    return readEvents(report, second, await knowledgeOf(databaseUrl));
  },
  reduceHtml: async (html: string) => reduceHtml(html),
  readFeed: async (text: string, address: string) => readFeed(text, address),
};

export type TextTasks = typeof textTasks;
