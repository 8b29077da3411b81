import { decideAlert } from '../domain/alert-decision.ts';
import { findMute, type Mute } from '../domain/mute.ts';
import { signalKey } from '../domain/signal.ts';
import {
  type CitedEvent,
  claimUndecided,
  findCurrentRevisions,
  findOpenAlerts,
  findUndecided,
  markDecided,
  type OpenAlertRow,
  readEvidence,
  type UndecidedAssessment,
  updateOpenAlert,
  writeAlertRevision,
} from '../services/database/alert.ts';
import { writeDeliveries } from '../services/database/delivery.ts';
import { findMutes } from '../services/database/mute.ts';
import type { Queryable } from '../services/database/pool.ts';
import { inTransaction } from '../services/database/transaction.ts';
import { inBatches } from './batches.ts';
import type { PipelineContext } from './context.ts';
import type { Stage } from './stage.ts';

const subscriptionsPerJob = 20;

/**
 * Decides what each assessment changes in the alert of its site. The alert revision, its deliveries and the decision
 * with its reason are written in one transaction.
 */
export const alert: Stage = {
  queue: 'alert',
  idOf: 'assessment',
  concurrency: 1,
  batchSize: 2000,
  findUnfinished: ({ database }, limit) => findUndecided(database, limit),
  async run(context, ids) {
    const subscriptions = new Set<number>();
    await inTransaction(context.database, async (client) => {
      const undecided = await claimUndecided(client, ids);
      if (undecided.length === 0) return;
      const open = await findOpenAlerts(client, [...new Set(undecided.map((a) => a.siteNo))]);
      const current = await findCurrentRevisions(client, citedIn(undecided, [...open.values()]));
      const known: Known = { open, current, mutesAt: new Map(), subscriptions };
      const decided: { assessmentId: number; decision: string; reason: string }[] = [];
      for (const assessment of undecided) {
        const { decision, reason } = await decide(client, assessment, known, context);
        decided.push({ assessmentId: assessment.id, decision, reason });
      }
      await markDecided(client, decided);
    });
    return inBatches([...subscriptions], subscriptionsPerJob).map((batch) => ({
      queue: 'deliver',
      ids: batch,
    }));
  },
};

/** What a batch of decisions shares; `open` and `subscriptions` are kept up to date from one to the next. */
type Known = {
  open: Map<number, OpenAlertRow>;
  /** The current revision of each event that is cited; null where it is retracted. */
  current: ReadonlyMap<number, number | null>;
  /** The mutes in force, by the time of the assessment in ms: those of one batch mostly share it. */
  mutesAt: Map<number, Mute[]>;
  subscriptions: Set<number>;
};

/** Every event that an open alert cites, or that an alert may cite after these assessments. */
function citedIn(undecided: readonly UndecidedAssessment[], open: readonly OpenAlertRow[]): number[] {
  const assessed = undecided.flatMap(({ signals, contributions }) => [
    ...signals.flatMap((signal) => signal.events),
    ...contributions,
  ]);
  return [...new Set([...open.flatMap((alert) => alert.cited), ...assessed].map((cited) => cited.eventId))];
}

/** Decides upon one assessment and writes what follows from it. */
async function decide(
  client: Queryable,
  assessment: UndecidedAssessment,
  { open, current, mutesAt, subscriptions }: Known,
  { policy, actors, log }: PipelineContext,
): Promise<{ decision: string; reason: string }> {
  const { siteNo, at, level, score } = assessment;
  const alert = open.get(siteNo) ?? null;
  const citesOutdated = !!alert?.cited.some((cited) => current.get(cited.eventId) !== cited.revision);
  const signalKeys = assessment.signals.map(signalKey);
  const { tell, reason, belowSince } = decideAlert(
    alert && { ...alert, citesOutdated },
    { at, level, score, signalKeys, hasNews: assessment.hasNews },
    policy,
  );

  if (!tell) {
    if (alert && (citesOutdated || belowSince?.getTime() !== alert.belowSince?.getTime())) {
      // What was corrected without effect is cited as corrected from now on.
      const cited = alert.cited.flatMap(({ eventId }) => {
        const revision = current.get(eventId);
        return revision ? [{ eventId, revision }] : [];
      });
      await updateOpenAlert(client, alert.alertId, { belowSince, cited });
      Object.assign(alert, { belowSince, cited });
    }
    return { decision: 'nothing', reason };
  }

  const evidence = await evidenceOf(client, assessment);
  const now = new Date();
  const revision = (alert?.revision ?? 0) + 1;
  const cited = evidence.map(({ eventId, revision }) => ({ eventId, revision }));
  const toldSignals = [...new Set([...(alert?.toldSignals ?? []), ...signalKeys])];
  const previousLevel = alert?.level ?? assessment.previousLevel;
  const actorsById = new Map(evidence.map((event) => [event.eventId, event.actors]));
  const mutes = mutesAt.get(at.getTime()) ?? (await findMutes(client, at));
  mutesAt.set(at.getTime(), mutes);
  const toldLevel = alert?.level ?? 'unknown';
  const telling = { siteNo, level, toldLevel, score, signals: assessment.signals };
  const mute = findMute(
    { ...telling, actorsOf: (eventId) => actorsById.get(eventId) ?? [] },
    mutes,
    policy,
    actors,
  );
  const told = {
    siteNo,
    revision,
    kind: tell,
    level,
    previousLevel,
    score,
    reason,
    assessmentId: assessment.id,
    signals: assessment.signals,
    evidence,
    cited,
    toldSignals,
    mutedBy: mute?.id ?? null,
    at,
  };
  const alertId = await writeAlertRevision(client, { ...told, alertId: alert?.alertId ?? null }, now);
  // A muted revision is kept like every other; it is only not delivered.
  const heard = mute ? [] : await writeDeliveries(client, { ...told, alertId }, now);
  for (const id of heard) subscriptions.add(id);
  if (tell === 'resolved' || tell === 'cancelled') open.delete(siteNo);
  else open.set(siteNo, { alertId, siteNo, revision, level, score, toldSignals, cited, belowSince: null });
  log.info({ siteNo, alertId, revision, kind: tell, level, reason }, 'alert');
  return { decision: tell, reason };
}

/** The events behind an assessment as they are now: those of the signals, then the largest contributions. */
async function evidenceOf(client: Queryable, { siteNo, signals, contributions }: UndecidedAssessment) {
  const share = new Map(contributions.map((contribution) => [contribution.eventId, contribution.share]));
  const cited = new Map<number, CitedEvent>();
  for (const { eventId, revision } of [...signals.flatMap((signal) => signal.events), ...contributions]) {
    if (!cited.has(eventId)) cited.set(eventId, { eventId, revision });
  }
  const rows = await readEvidence(
    client,
    [...cited.values()].map((event) => ({ ...event, siteNo })),
  );
  return rows
    .map(({ siteNo: _, retracted: __, ...event }) => ({ ...event, share: share.get(event.eventId) ?? 0 }))
    .sort((a, b) => b.share - a.share || a.eventId - b.eventId);
}
