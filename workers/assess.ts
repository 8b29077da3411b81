import { groupBy } from '../domain/group-by.ts';
import { scoreModel } from '../domain/risk/score.ts';
import { calendarDate } from '../domain/time.ts';
import { readRisks } from '../services/assessing/site-risk.ts';
import {
  findLatestAssessments,
  insertAssessments,
  type KeptRisk,
  keptOf,
  type LatestAssessment,
} from '../services/database/assessments/assessment.ts';
import {
  claimDueSites,
  type DueSite,
  findDueSites,
} from '../services/database/assessments/assessment-due.ts';
import type { Queryable } from '../services/database/pool.ts';
import { inTransaction } from '../services/database/transaction.ts';
import type { PipelineContext } from '../services/running/context.ts';
import type { Stage } from './stage.ts';

/** Assesses the sites that are due, each for the time for which it is due, and keeps what has changed. */
export const assess: Stage = {
  queue: 'assess',
  idOf: 'site',
  concurrency: 2,
  batchSize: 3000,
  findUnfinished: ({ database }, limit) => findDueSites(database, limit),
  async run(context, siteNos) {
    const assessmentIds = await inTransaction(context.database, async (client) => {
      const due = await claimDueSites(client, siteNos);
      if (due.length === 0) return [];
      const assessed = await assessDueSites(client, due, context);
      const latest = await findLatestAssessments(client, siteNos);
      const changed = assessed
        .filter((row) => isWorthKeeping(row, row.hasNews, latest.get(row.siteNo)))
        .map((row) => ({ ...row, previousLevel: latest.get(row.siteNo)?.level ?? ('unknown' as const) }));
      const made = { model: scoreModel, policy: context.policy.version, recordedAt: new Date() };
      return insertAssessments(client, changed, made);
    });
    return assessmentIds.length > 0 ? [{ queue: 'alert', ids: assessmentIds }] : [];
  },
};

async function assessDueSites(client: Queryable, due: readonly DueSite[], context: PipelineContext) {
  const assessed: (KeptRisk & { siteNo: number; hasNews: boolean })[] = [];
  // Sites of one batch are mostly due for the same time; each such group is read in one query.
  for (const group of groupBy(due, ({ dueAt }) => dueAt.getTime()).values()) {
    const at = group[0].dueAt;
    const hasNews = new Map(group.map((site) => [site.siteNo, site.hasNews]));
    const risks = readRisks(client, [...hasNews.keys()], at, { knownAt: null, visitsKnownAt: at }, context);
    for await (const [siteNo, { risk }] of risks) {
      assessed.push({ siteNo, hasNews: hasNews.get(siteNo)!, ...keptOf(risk) });
    }
  }
  return assessed;
}

/** A row when news came or something changed, and one a day for sites above low: their course can be drawn. */
function isWorthKeeping(
  { risk, further }: KeptRisk,
  hasNews: boolean,
  latest: LatestAssessment | undefined,
): boolean {
  if (!latest || hasNews || risk.level !== latest.level) return true;
  // What the alert rests on was corrected: that has to be decided upon, whatever it changes.
  if (latest.citesOutdated) return true;
  // What differs from what was last told is decided upon each time: easing waits for its hours to pass.
  if (latest.alertLevel !== null && latest.alertLevel !== risk.level) return true;
  if (keysOf([...risk.signals, ...further].map(({ key }) => key)) !== keysOf(latest.keys)) return true;
  const isRaised = risk.level !== 'low' && risk.level !== 'unknown';
  if (isRaised && calendarDate(risk.at) !== calendarDate(latest.at)) return true;
  // For one instant there is one answer: what came in since the first one was worked out is not time alone.
  const isOfOneInstant = risk.at.getTime() === latest.at.getTime();
  return Math.abs(risk.score - latest.score) >= (isOfOneInstant ? 1e-9 : 0.5);
}

function keysOf(keys: readonly string[]): string {
  return keys.toSorted().join();
}
