import { z } from 'zod';
import { languages } from '../../../domain/reading/text/text.ts';
import { findReports } from '../../database/reports/report-query.ts';
import { cursorOf, idInCursor } from '../request/cursor.ts';
import { flag, format, instant, limit, text } from '../request/query.ts';
import { noSuch, numberOf } from './event-item.ts';
import { readReportDetail, report, reportDetail, reportItem, reportState } from './report-item.ts';
import { listRoute, pageOf, route } from './route.ts';

export const listReports = listRoute({
  path: '/reports',
  summary: 'News reports, the one that came last first',
  query: z.strictObject({
    state: reportState.optional(),
    events: flag.meta({ description: 'true: only reports that tell of events; false: only the others.' }),
    language: z
      .enum([...languages, 'other', 'none'], { error: `must be ${languages.join(', ')}, other or none` })
      .optional(),
    publisher: text,
    origin: text,
    from: instant.meta({ description: 'Published at or after this instant …' }),
    to: instant.meta({ description: '… and before this one.' }),
    limit,
    format,
    after: cursorOf('reports', z.tuple([idInCursor])),
  }),
  list: { name: 'reports', item: report },
  async handle({ context, query }) {
    const { after, limit, events, ...filter } = query;
    const rows = await findReports(context.database, {
      ...filter,
      hasEvents: events,
      after: after?.[0],
      limit: limit + 1,
    });
    return pageOf(rows, limit, reportItem, (row) => [row.id]);
  },
});

export const getReport = route({
  method: 'get',
  path: '/reports/{id}',
  summary: 'A news report with the events read from it and its revisions',
  query: z.strictObject({}),
  answers: {
    200: { description: 'The report', schema: reportDetail },
    404: { description: 'No such report' },
  },
  async handle({ context, params: { id } }) {
    const body = await readReportDetail(context.database, numberOf('report', id), context.policy);
    if (!body) throw noSuch('report', id);
    return { status: 200, body };
  },
});
