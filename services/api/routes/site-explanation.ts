import { z } from 'zod';
import { explainRisk } from '../../../domain/risk/explain.ts';
import { forecastFall } from '../../../domain/risk/forecast.ts';
import { readSiteRisk } from '../../assessing/site-risk.ts';
import { findSite } from '../../database/sites/site-query.ts';
import { withPauses } from '../../running/with-pauses.ts';
import { route } from './route.ts';
import { riskQuery } from './site-risk.ts';
import { levelName, requireWatchedSiteNo } from './sites.ts';

const explanation = z
  .object({ siteId: z.string(), at: z.iso.datetime(), level: levelName, sentences: z.array(z.string()) })
  .meta({ id: 'Explanation' });

export const getSiteExplanation = route({
  method: 'get',
  path: '/sites/{id}/risk/explain',
  summary: "A site's risk in sentences",
  query: z.strictObject(riskQuery),
  answers: {
    200: { description: 'The sentences', schema: explanation },
    404: { description: 'No such site' },
    410: { description: 'The site was withdrawn, and `knownAt` is not before that' },
  },
  async handle({ context, now, params: { id }, query }) {
    const siteNo = await requireWatchedSiteNo(context.database, id, query.knownAt);
    const site = await findSite(context.database, id);
    const { risk, course } = await readSiteRisk(context, siteNo, query.at ?? now, query.knownAt ?? null, now);
    const forecast = await withPauses(forecastFall(course, risk));
    const sentences = explainRisk(site!.name, risk, forecast, context.policy);
    const body: z.output<typeof explanation> = {
      siteId: id,
      at: risk.at.toISOString(),
      level: risk.level,
      sentences,
    };
    return { status: 200, body };
  },
});
