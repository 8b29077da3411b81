import { z } from 'zod';
import { findAssessments } from '../../database/assessments/assessment-query.ts';
import { cursorOf, idInCursor, instantInCursor } from '../request/cursor.ts';
import { format, instant, limit } from '../request/query.ts';
import { listRoute, pageOf } from './route.ts';
import { levelName, requireSiteNo } from './sites.ts';

const assessment = z
  .object({
    id: z.int(),
    at: z.iso.datetime(),
    score: z.number(),
    level: levelName,
    previousLevel: levelName,
    signals: z.array(z.string()).meta({ description: 'Names of the signals that were active.' }),
    hasNews: z
      .boolean()
      .meta({ description: 'False where time alone brought the assessment about, or history.' }),
    decision: z
      .string()
      .nullable()
      .meta({ description: 'What it changed in the alert of the site; null: not decided yet.' }),
    reason: z.string().nullable(),
    model: z.string(),
    policy: z.string(),
    recordedAt: z.iso.datetime(),
  })
  .meta({ id: 'Assessment' });

export const listSiteHistory = listRoute({
  path: '/sites/{id}/history',
  summary: 'How a site was assessed over time, the oldest first, each with what was decided and why',
  query: z.strictObject({
    from: instant.meta({ description: 'Assessments for this instant or later …' }),
    to: instant.meta({ description: '… and before this one.' }),
    limit,
    format,
    after: cursorOf('assessments', z.tuple([instantInCursor, idInCursor])),
  }),
  list: { name: 'assessments', item: assessment },
  answers: { 404: { description: 'No such site' } },
  async handle({ context, params: { id }, query }) {
    const siteNo = await requireSiteNo(context.database, id);
    const { after, limit } = query;
    const rows = await findAssessments(context.database, siteNo, { ...query, after, limit: limit + 1 });
    return pageOf(
      rows,
      limit,
      (row) => ({ ...row, at: row.at.toISOString(), recordedAt: row.recordedAt.toISOString() }),
      (row) => [row.at.toISOString(), row.id],
    );
  },
});
