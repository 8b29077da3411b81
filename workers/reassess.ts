import { findSitesToReassess } from '../services/database/assessment.ts';
import { markDue } from '../services/database/assessment-due.ts';
import { inTransaction } from '../services/database/transaction.ts';
import type { PipelineContext } from './context.ts';
import { wakeDueSites } from './wake-due-sites.ts';

/**
 * Marks sites for assessment by the clock alone: scores fade and signals end without news. By default those above low
 * and those with an open alert; the others have nothing left that time could change.
 */
export async function reassess(
  context: PipelineContext,
  at: Date,
  siteNos?: readonly number[],
): Promise<number> {
  const count = await inTransaction(context.database, async (client) => {
    const sites = siteNos ?? (await findSitesToReassess(client));
    await markDue(
      client,
      sites.map((siteNo) => ({ siteNo, dueAt: at, hasNews: false })),
    );
    return sites.length;
  });
  await context.queues.wake(...(await wakeDueSites(context)));
  return count;
}
