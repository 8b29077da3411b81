import { z } from 'zod';
import type { EventContent } from '../../../domain/event.ts';
import { lineOf, textOf } from '../../refusing/text-input.ts';
import { type Decision, reviewReport, settleEvent } from '../../reviewing/review-reading.ts';
import { type EventInput, eventInput, parseEvent } from '../../sources/events/event-input.ts';
import { HttpProblem } from '../answer/problem.ts';
import { parseBody, refusedBody } from '../request/body.ts';
import { noSuch, numberOf } from './event-item.ts';
import { readReportDetail, reportDetail, reportEvent } from './report-item.ts';
import { keyOf, type Route, route } from './route.ts';

const by = { author: lineOf(200), reason: textOf(2000) };
const decision = z.strictObject(by).meta({ id: 'ReviewInput' });

const correctable = z.strictObject(eventInput.shape).omit({ source: true, sourceEventId: true }).partial();

const correction = z
  .strictObject({
    ...by,
    event: z
      .record(z.string(), z.unknown())
      .refine((fields) => Object.keys(fields).length > 0, 'must hold at least one field')
      .meta({
        ...(z.toJSONSchema(correctable, { io: 'input' }) as object),
        $schema: undefined,
        description: 'The fields that are otherwise, as in POST /v1/events; all others stay.',
      }),
  })
  .meta({ id: 'CorrectionInput' });

const answers: Route['answers'] = {
  200: { description: 'The event as it stands now', schema: reportEvent },
  404: { description: 'No such report, or it holds no such event' },
  422: { description: 'Refused; `errors` names the fields' },
};
const base = { method: 'post', query: z.strictObject({}), answers } as const;

export const confirmReportEvent = route({
  ...base,
  path: '/reports/{id}/events/{eventId}/confirm',
  summary: 'Say that an event is as it was read',
  description: 'It counts as confirmed from now on, and no later reading of the report changes it.',
  body: { schema: decision, maxBytes: 100_000 },
  handle: (call) => settle(call, { action: 'confirm' }, parseBody(decision, call.body)),
});

export const rejectReportEvent = route({
  ...base,
  path: '/reports/{id}/events/{eventId}/reject',
  summary: 'Say that the report does not tell of such an event',
  description:
    'The event is retracted. What rested on it is assessed anew, alerts on it are cancelled, and no later reading of the report brings it back.',
  body: { schema: decision, maxBytes: 100_000 },
  handle: (call) => settle(call, { action: 'reject' }, parseBody(decision, call.body)),
});

export const correctReportEvent = route({
  ...base,
  path: '/reports/{id}/events/{eventId}/correct',
  summary: 'Say what an event that was read really is',
  description:
    'The correction is a further revision without the notes of the reader; where its place is another, name the sites anew in `siteIds`. It counts as confirmed unless `confidence` says otherwise, and no later reading of the report changes it.',
  body: { schema: correction, maxBytes: 100_000 },
  handle(call) {
    const { event: fields, ...by } = parseBody(correction, call.body);
    const revise = (current: EventContent) => correct(current, fields, call.now);
    return settle(call, { action: 'correct', revise }, by);
  },
});

type ReviewCall = Pick<Parameters<Route['handle']>[0], 'context' | 'now' | 'caller'> & {
  params: { id: string; eventId: string };
};

async function settle(
  { context, now, caller, params }: ReviewCall,
  decision: Decision,
  by: { author: string; reason: string },
) {
  const reportId = numberOf('report', params.id);
  const eventId = numberOf('event', params.eventId);
  if (!(await settleEvent(context, { reportId, eventId }, decision, { ...by, key: keyOf(caller) }, now))) {
    throw noSuch(`event of the report ${reportId}`, eventId);
  }
  const detail = await readReportDetail(context.database, reportId, context.policy);
  return { status: 200, body: detail!.items.find((item) => item.id === eventId) };
}

/** The event with the fields of a correction, validated like every event; throws a problem that names bad fields. */
function correct(current: EventContent, fields: Record<string, unknown>, now: Date): EventContent {
  const { source, sourceEventId, origin, ...content } = current;
  const base: Record<string, unknown> = { ...content, confidence: 'confirmed' };
  const isGiven = (...names: string[]) => names.some((name) => name in fields);
  // The reader's words tell of what it read, and sites that were named of the place that it meant.
  base.notes = null;
  if (isGiven('latitude', 'longitude', 'place')) base.siteIds = [];
  // What was known of another place or number says nothing of the one that is given.
  if (isGiven('latitude', 'longitude')) Object.assign(base, { locationPrecision: 1, uncertaintyKm: null });
  if (isGiven('locationPrecision')) base.uncertaintyKm = null;
  if (isGiven('deaths', 'deathsBest')) Object.assign(base, { deathsLow: null, deathsHigh: null });
  if (isGiven('deaths')) base.deathsBest = null;
  const fixed = ['source', 'sourceEventId', 'origin'].filter((name) => name in fields);
  if (fixed.length > 0) {
    const expected = 'cannot be corrected: it says where the event was read';
    throw refusedBody(
      fixed.map((name) => ({
        field: `event.${name}`,
        expected,
        got: JSON.stringify(fields[name]).slice(0, 200),
      })),
    );
  }
  const parsed = parseEvent({ ...base, ...fields, source, sourceEventId } as EventInput, now);
  if (parsed.ok) return { ...parsed.event, origin };
  throw refusedBody(parsed.refusals.map((refusal) => ({ ...refusal, field: `event.${refusal.field}` })));
}

export const postReportReview = route({
  method: 'post',
  path: '/reports/{id}/review',
  summary: 'Say that a report was looked at and holds no other events',
  query: z.strictObject({}),
  body: { schema: decision, maxBytes: 100_000 },
  answers: {
    200: { description: 'The report', schema: reportDetail },
    404: { description: 'No such report' },
    409: { description: 'Some of its events are not settled, or it is not read yet' },
    422: { description: 'Refused; `errors` names the fields' },
  },
  async handle({ context, now, caller, params: { id }, body }) {
    const reportId = numberOf('report', id);
    const result = await reviewReport(
      context,
      reportId,
      { ...parseBody(decision, body), key: keyOf(caller) },
      now,
    );
    if (result === 'not found') throw noSuch('report', id);
    if (result === 'not read') throw conflict('The report waits to be read: try again in a moment.');
    if (result !== 'reviewed') {
      const ids = result.unsettled.join(', ');
      throw conflict(`Confirm, correct or reject its events first: ${ids}.`);
    }
    return { status: 200, body: await readReportDetail(context.database, reportId, context.policy) };
  },
});

function conflict(detail: string): HttpProblem {
  return new HttpProblem({ status: 409, title: 'Not now', detail });
}
