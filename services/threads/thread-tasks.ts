import { createPool, type Database } from '../database/pool.ts';
import { baseMap } from '../notifier/picture/base-map.ts';
import type { CurveContent } from '../notifier/picture/curve-content.ts';
import { curveSvg } from '../notifier/picture/curve-svg.ts';
import type { MapContent } from '../notifier/picture/map-content.ts';
import { mapSvg } from '../notifier/picture/map-svg.ts';
import { type Knowledge, loadKnowledge } from '../reading/knowledge.ts';
import type { ModelEvent } from '../reading/llm-answer.ts';
import { type ReadableReport, readEvents } from '../reading/read-events.ts';
import { reduceHtml } from '../reading/reduce-html.ts';
import { readFeed } from '../sources/feeds/feed.ts';
import { remembered } from './remembered.ts';

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

/** News about one site goes to many, most of whom see the same pictures. */
const drawn = remembered<string>(100);

/** The work that may take long: on texts from outside, and on pictures. It runs in a thread: see off-thread.ts. */
export const threadTasks = {
  async loadKnowledge(databaseUrl: string): Promise<void> {
    await knowledgeOf(databaseUrl);
  },
  async readEvents(databaseUrl: string, report: ReadableReport, second: readonly ModelEvent[] | null) {
    return readEvents(report, second, await knowledgeOf(databaseUrl));
  },
  reduceHtml: async (html: string) => reduceHtml(html),
  readFeed: async (text: string, address: string) => readFeed(text, address),
  async loadBaseMap(): Promise<void> {
    baseMap();
  },
  async drawPictures(map: MapContent, curve: CurveContent | null) {
    // Asked for here: on a machine for which there is no renderer, texts are read all the same.
    const { renderPng } = await import('../notifier/picture/render-png.ts');
    return {
      map: drawn(JSON.stringify(map), () => renderPng(mapSvg(map))),
      curve: curve && drawn(JSON.stringify(curve), () => renderPng(curveSvg(curve))),
    };
  },
};

export type ThreadTasks = typeof threadTasks;
