import { isCovered } from '../domain/coverage.ts';
import { wakeDueSites } from '../services/assessing/wake-due-sites.ts';
import { findSitesToReassess } from '../services/database/assessments/assessment.ts';
import { markDue } from '../services/database/assessments/assessment-due.ts';
import { readFreshness } from '../services/database/sources/source-freshness.ts';
import { inTransaction } from '../services/database/transaction.ts';
import type { PipelineContext } from '../services/running/context.ts';

/**
 * Marks sites for assessment by the clock alone: scores fade and signals end without news. By default those above low,
 * those with an open alert, and those whose sources fell behind or caught up; the others have nothing left that time
 * could change.
 */
export async function reassess(
  context: PipelineContext,
  at: Date,
  siteNos?: readonly number[],
): Promise<number> {
  const count = await inTransaction(context.database, async (client) => {
    const freshTo = await readFreshness(client);
    const isFollowed = (country: string | null) => isCovered(country, at, freshTo, context.policy.coverage);
    const sites = siteNos ?? (await findSitesToReassess(client, isFollowed));
    await markDue(
      client,
      sites.map((siteNo) => ({ siteNo, dueAt: at, hasNews: false })),
    );
    return sites.length;
  });
  await context.queues.wake(...(await wakeDueSites(context)));
  return count;
}
