import { type DueSite, findDueSites } from '../services/database/assessment-due.ts';
import type { Wake } from '../services/queue/queues.ts';
import { inBatches } from './batches.ts';
import type { PipelineContext } from './context.ts';

const sitesPerJob = 500;

/** Wakes the assessment of the sites with news at once; of all sites once no event waits to be linked any more. */
export async function wakeDueSites({ database }: PipelineContext, due: readonly DueSite[]): Promise<Wake[]> {
  const withNews = due.filter((site) => site.hasNews).map((site) => site.siteNo);
  const isQuiet = withNews.length < due.length;
  const ids = isQuiet ? [...new Set([...withNews, ...(await findDueSites(database, 100_000))])] : withNews;
  return inBatches(ids, sitesPerJob).map((batch) => ({ queue: 'assess', ids: batch }));
}
