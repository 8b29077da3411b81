import { z } from 'zod';
import { restoreSite, withdrawSite } from '../../collecting/withdraw-site.ts';
import { findSite } from '../../database/sites/site-query.ts';
import { lineOf } from '../../refusing/text-input.ts';
import { text } from '../request/query.ts';
import { keyOf, route } from './route.ts';
import { detailOf, requireSiteNo, siteDetail } from './sites.ts';

const author = text.meta({ description: 'Who does it; the name of the key where it is left out.' });

export const deleteSite = route({
  method: 'delete',
  path: '/sites/{id}',
  summary: 'Withdraw a site: it is watched no longer',
  description:
    'Its open alert is closed, and who was told of it is told why. It stays readable, with `withdrawn`; lists, links and assessments leave it out, and no dataset brings it back. Withdrawing twice changes nothing.',
  query: z.strictObject({
    author,
    reason: lineOf(200).meta({ description: 'Why: it is told to those who were told of its alert.' }),
  }),
  answers: { 204: { description: 'Withdrawn' }, 404: { description: 'No such site' } },
  async handle({ context, now, caller, params: { id }, query }) {
    await requireSiteNo(context.database, id);
    const key = keyOf(caller);
    await withdrawSite(context, id, { author: query.author ?? key, key, reason: query.reason }, now);
    return { status: 204 };
  },
});

export const postRestore = route({
  method: 'post',
  path: '/sites/{id}/restore',
  summary: 'Take up again the watch over a site that was withdrawn',
  description:
    'It is tied to all known events around it and assessed anew. Restoring one that is watched changes nothing.',
  query: z.strictObject({ author, reason: text.meta({ description: 'Why, for the audit trail.' }) }),
  answers: {
    200: { description: 'The site', schema: siteDetail },
    404: { description: 'No such site' },
  },
  async handle({ context, now, caller, params: { id }, query }) {
    await requireSiteNo(context.database, id);
    const key = keyOf(caller);
    const by = { author: query.author ?? key, key, reason: query.reason ?? null };
    await restoreSite(context, id, by, now);
    return { status: 200, body: await detailOf(context.database, (await findSite(context.database, id))!) };
  },
});
