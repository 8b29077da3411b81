import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { collectReports } from '../../collecting/collect.ts';
import type { Database } from '../../database/pool.ts';
import { isReportRead } from '../../database/reports/report-query.ts';
import { maxReportBytes, parseReport, reportInput } from '../../reading/report-input.ts';
import { refusedBody } from '../request/body.ts';
import { readReportDetail, report, reportDetail } from './report-item.ts';
import { route } from './route.ts';

/** Reading takes a moment; a second reader may take longer than anybody wants to wait. */
const longestWaitMs = 10_000;
const pollMs = 50;

const outcome = z.enum(['new', 'changed', 'unchanged']).meta({
  description: 'changed: an edited text of a report that is known; unchanged: it is known as it is.',
});

export const postReport = route({
  method: 'post',
  path: '/reports',
  summary: 'Hand in a news report to be read',
  description:
    'A report is known by its address without fragment and tracking parameters, or by its text where it has none. The answer waits until it is read, up to 10 seconds; with `Prefer: respond-async` it does not.',
  query: z.strictObject({}),
  body: { schema: reportInput.meta({ id: 'ReportInput' }), maxBytes: maxReportBytes },
  answers: {
    200: {
      description: 'Known and read before',
      schema: reportDetail.extend({ outcome }).meta({ id: 'PostedReport' }),
    },
    201: { description: 'New or edited, and read', schema: reportDetail.extend({ outcome }) },
    202: {
      description: 'Stored, and not read yet: see Location',
      schema: report.extend({ outcome }).meta({ id: 'AcceptedReport' }),
    },
    413: { description: `Larger than ${maxReportBytes} bytes` },
    422: { description: 'Refused; `errors` names the fields' },
  },
  async handle({ context, now, prefer, body }) {
    const parsed = await parseReport(body, now);
    if (!parsed.ok) throw refusedBody(parsed.refusals);
    const [stored] = await collectReports(context, [parsed.article], now);
    const { outcome, reportId } = stored!;
    const isAsync = /(?:^|[,\s])respond-async(?:[,;\s]|$)/i.test(prefer);
    const isRead = await waitForReading(context.database, reportId, isAsync ? 0 : longestWaitMs);
    const { items, passedOver, revisions, reader, readAt, ...report } = (await readReportDetail(
      context.database,
      reportId,
      context.policy,
    ))!;
    const headers: Record<string, string> = { Location: `/v1/reports/${reportId}` };
    if (isAsync) headers['Preference-Applied'] = 'respond-async';
    if (!isRead) return { status: 202, headers, body: { outcome, ...report } };
    const status = outcome === 'unchanged' ? 200 : 201;
    return { status, headers, body: { outcome, ...report, reader, readAt, items, passedOver, revisions } };
  },
});

async function waitForReading(database: Database, id: number, forMs: number): Promise<boolean> {
  const deadline = performance.now() + forMs;
  for (;;) {
    if (await isReportRead(database, id)) return true;
    if (performance.now() >= deadline) return false;
    await pause(pollMs);
  }
}
