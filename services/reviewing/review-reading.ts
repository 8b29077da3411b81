import type { EventContent } from '../../domain/event.ts';
import { type Doer, writeAudit } from '../database/audit.ts';
import { retractEvent, reviseEvent } from '../database/events/event.ts';
import type { Queryable } from '../database/pool.ts';
import {
  findReportIdOfEvent,
  findReviewedEvent,
  findUnsettled,
  lockReport,
  type ReviewedEvent,
  setReportState,
  settleReading,
} from '../database/reports/reading-review.ts';
import { inTransaction } from '../database/transaction.ts';
import type { PipelineContext } from '../running/context.ts';

type ReviewContext = Pick<PipelineContext, 'database' | 'queues'>;

/** Who settles something, and why. */
export type Reviewer = Doer & { reason: string };

/** What a person makes of an event that was read: it is as it was read, it is otherwise, or there is none. */
export type Decision =
  | { action: 'confirm' }
  | { action: 'reject' }
  /** Makes the event as it should be of the one that stands; throws where that is not possible. */
  | { action: 'correct'; revise: (event: EventContent) => EventContent };

const stateAfter = { confirm: 'confirmed', reject: 'rejected', correct: 'corrected' } as const;

/**
 * Settles an event of a report: confirmed and corrected ones count as confirmed, a rejected one is retracted with all
 * that rested on it. A later reading of the report leaves it as it is. Saying the same again changes nothing. False
 * where the report holds no such event.
 */
export async function settleEvent(
  context: ReviewContext,
  { reportId, eventId }: { reportId: number; eventId: number },
  decision: Decision,
  by: Reviewer,
  at: Date,
): Promise<boolean> {
  const isFound = await inTransaction(context.database, async (client) => {
    if (!(await lockReport(client, reportId))) return false;
    const reviewed = await findReviewedEvent(client, reportId, eventId);
    if (!reviewed) return false;
    const { isChanged, details } = await apply(client, reviewed, decision, at);
    const state = stateAfter[decision.action];
    if (!isChanged && reviewed.state === state) return true;
    const { author, reason } = by;
    await settleReading(client, eventId, { state, author, reason, at });
    const entry = { actor: by.author, key: by.key, action: state, subject: `events/${eventId}` };
    await writeAudit(client, { ...entry, details: { report: reportId, reason: by.reason, ...details } }, at);
    if ((await findUnsettled(client, reportId)).length === 0)
      await setReportState(client, reportId, 'reviewed');
    return true;
  });
  if (isFound) await context.queues.wake({ queue: 'link-events', ids: [eventId] });
  return isFound;
}

async function apply(
  client: Queryable,
  { event, rowId }: ReviewedEvent,
  decision: Decision,
  at: Date,
): Promise<{ isChanged: boolean; details: Record<string, unknown> }> {
  const { eventId, revision: _, recordedAt: __, retracted: ___, ...content } = event;
  if (decision.action === 'reject') {
    const retracted = (await retractEvent(client, eventId, at))!;
    return { isChanged: retracted.outcome === 'retracted', details: { revision: retracted.revision } };
  }
  const wanted: EventContent =
    decision.action === 'confirm' ? { ...content, confidence: 'confirmed' } : decision.revise(content);
  const { outcome, revision } = await reviseEvent(client, eventId, wanted, rowId, at);
  return { isChanged: outcome === 'changed', details: { revision, ...changesBetween(content, wanted) } };
}

/** The fields that differ, as they were and as they are, for the audit trail. */
function changesBetween(before: EventContent, after: EventContent): Record<string, unknown> {
  const fields = (Object.keys(after) as (keyof EventContent)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const changes = fields.map((field) => [field, { from: before[field], to: after[field] }]);
  return { changes: Object.fromEntries(changes) };
}

/**
 * Notes that an event which was read from a report was retracted otherwise than by a review of that report. Call it
 * before the event is locked: whoever reads the report locks the report first.
 */
export async function lockReportOfEvent(client: Queryable, eventId: number): Promise<number | null> {
  const reportId = await findReportIdOfEvent(client, eventId);
  if (reportId !== null) await lockReport(client, reportId);
  return reportId;
}

export async function noteRetraction(
  client: Queryable,
  { reportId, eventId }: { reportId: number; eventId: number },
  by: { author: string; reason: string | null },
  at: Date,
): Promise<void> {
  await settleReading(client, eventId, { state: 'rejected', ...by, at });
  if ((await findUnsettled(client, reportId)).length === 0)
    await setReportState(client, reportId, 'reviewed');
}

export type ReportReview = 'reviewed' | 'not found' | 'not read' | { unsettled: number[] };

/** A person has looked at a report and says that it holds no other events than those that are settled. */
export async function reviewReport(
  { database }: Pick<ReviewContext, 'database'>,
  reportId: number,
  { author, key, reason }: Reviewer,
  at: Date,
): Promise<ReportReview> {
  return inTransaction(database, async (client) => {
    const report = await lockReport(client, reportId);
    if (!report) return 'not found';
    if (!report.isRead) return 'not read';
    const unsettled = await findUnsettled(client, reportId);
    if (unsettled.length > 0) return { unsettled };
    if (report.state === 'reviewed') return 'reviewed';
    await setReportState(client, reportId, 'reviewed');
    const entry = {
      actor: author,
      key,
      action: 'reviewed',
      subject: `reports/${reportId}`,
      details: { reason },
    };
    await writeAudit(client, entry, at);
    return 'reviewed';
  });
}
