import type { OpenAlert, RevisionKind } from '../domain/alert-decision.ts';
import { stepAlert } from '../domain/alert-life.ts';
import type { Level } from '../domain/level.ts';
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
} from '../services/database/alerts/alert.ts';
import { findMutes } from '../services/database/alerts/mute.ts';
import { writeDeliveries } from '../services/database/deliveries/delivery.ts';
import type { Queryable } from '../services/database/pool.ts';
import { inTransaction } from '../services/database/transaction.ts';
import { inBatches } from '../services/queue/batches.ts';
import type { PipelineContext } from '../services/running/context.ts';
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
  known: Known,
  context: PipelineContext,
): Promise<{ decision: string; reason: string }> {
  const { siteNo } = assessment;
  const { open, current } = known;
  const before = open.get(siteNo) ?? null;
  const citesOutdated = !!before?.cited.some((cited) => current.get(cited.eventId) !== cited.revision);
  const signalKeys = assessment.signals.map(signalKey);
  const { decision, alert: after } = stepAlert(
    before && { ...before, citesOutdated },
    { ...assessment, signalKeys },
    context.policy,
  );
  if (!decision.revise) {
    if (before && after) await observe(client, before, after, citesOutdated, current);
    return { decision: 'nothing', reason: decision.reason };
  }
  const revised = await revise(
    client,
    { assessment, before, after, ...decision, revise: decision.revise },
    known,
    context,
  );
  if (after) open.set(siteNo, { ...after, ...revised });
  else open.delete(siteNo);
  return { decision: decision.revise, reason: decision.reason };
}

/** A step in the life of an alert that makes a revision. */
type Revising = {
  assessment: UndecidedAssessment;
  before: OpenAlertRow | null;
  after: OpenAlert | null;
  revise: RevisionKind;
  isTold: boolean;
  reason: string;
};

/** Writes the revision with its evidence and, where it is told and not muted, its deliveries. */
async function revise(
  client: Queryable,
  { assessment, before, after, revise: kind, isTold, reason }: Revising,
  known: Known,
  { policy, actors, log }: PipelineContext,
): Promise<Pick<OpenAlertRow, 'alertId' | 'siteNo' | 'revision' | 'cited'>> {
  const { siteNo, at, level, score, signals } = assessment;
  const evidence = await evidenceOf(client, assessment);
  const now = new Date();
  const revision = (before?.revision ?? 0) + 1;
  const cited = evidence.map(({ eventId, revision }) => ({ eventId, revision }));
  const actorsById = new Map(evidence.map((event) => [event.eventId, event.actors]));
  const telling = { siteNo, level, toldLevel: before?.toldLevel ?? 'unknown', score, signals } as const;
  const mute = findMute(
    { ...telling, actorsOf: (eventId) => actorsById.get(eventId) ?? [] },
    await mutesInForce(client, at, known),
    policy,
    actors,
  );
  const change = {
    siteNo,
    revision,
    kind,
    level,
    previousLevel: previousLevelOf(before, assessment, kind, isTold),
    score,
    reason,
    assessmentId: assessment.id,
    signals,
    evidence,
    cited,
    toldSignals: after?.toldSignals ?? before?.toldSignals ?? [],
    scoreMadeLevel: after?.scoreMadeLevel ?? true,
    isTold,
    mutedBy: mute?.id ?? null,
    at,
  };
  const alertId = await writeAlertRevision(client, { ...change, alertId: before?.alertId ?? null }, now);
  // A revision that is muted, or made by past events, is kept like every other; it is only not delivered.
  const heard = isTold && !mute ? await writeDeliveries(client, { ...change, alertId }, now) : [];
  for (const id of heard) known.subscriptions.add(id);
  log.info({ siteNo, alertId, revision, kind, alertLevel: level, isTold, reason }, 'alert');
  return { alertId, siteNo, revision, cited };
}

async function mutesInForce(client: Queryable, at: Date, { mutesAt }: Known): Promise<Mute[]> {
  const mutes = mutesAt.get(at.getTime()) ?? (await findMutes(client, at));
  mutesAt.set(at.getTime(), mutes);
  return mutes;
}

/** What is told names the level that was told before; what is not told, the level that stood. */
function previousLevelOf(
  alert: OpenAlertRow | null,
  { previousLevel }: UndecidedAssessment,
  revise: RevisionKind,
  isTold: boolean,
): Level {
  if (!alert || revise === 'opened') return previousLevel;
  return isTold ? alert.toldLevel : alert.level;
}

/** Keeps what an assessment that revises nothing shows of an open alert. */
async function observe(
  client: Queryable,
  before: OpenAlertRow,
  { belowSince, scoreMadeLevel }: OpenAlert,
  citesOutdated: boolean,
  current: Known['current'],
): Promise<void> {
  const isSame =
    belowSince?.getTime() === before.belowSince?.getTime() && scoreMadeLevel === before.scoreMadeLevel;
  if (isSame && !citesOutdated) return;
  // What was corrected without effect is cited as corrected from now on.
  const cited = before.cited.flatMap(({ eventId }) => {
    const revision = current.get(eventId);
    return revision ? [{ eventId, revision }] : [];
  });
  Object.assign(before, { belowSince, cited, scoreMadeLevel });
  await updateOpenAlert(client, before.alertId, before);
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
