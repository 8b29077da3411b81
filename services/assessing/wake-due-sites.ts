import { findDueSites } from '../database/assessments/assessment-due.ts';
import { inBatches } from '../queue/batches.ts';
import type { Wake } from '../queue/queues.ts';
import type { PipelineContext } from '../running/context.ts';

const mostSites = 100_000;
/** Sites of one job share the reading of the events around them: many at a time cost less each. */
const sitesPerJob = 3000;

/** Wakes the assessment of the sites that are due: those with news at once, all others once no events are coming. */
export async function wakeDueSites({ database }: Pick<PipelineContext, 'database'>): Promise<Wake[]> {
  const ids = await findDueSites(database, mostSites);
  return inBatches(ids, sitesPerJob).map((batch) => ({ queue: 'assess', ids: batch }));
}
