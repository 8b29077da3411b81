import type { OpenAlert, RevisionKind } from '../domain/alerts/alert-decision.ts';
import { stepAlert } from '../domain/alerts/alert-life.ts';
import { type Confirmation, type ConfirmedEvent, confirmationsOf } from '../domain/alerts/confirmation.ts';
import { findMute, type Mute } from '../domain/alerts/mute.ts';
import { type ChangedEvent, correctionsIn, seenAgain, toldAgain } from '../domain/alerts/told-events.ts';
import type { Level } from '../domain/level.ts';
import type { Ending } from '../domain/risk/signal.ts';
import { furtherSignal, sumOf } from '../domain/risk/strongest.ts';
import {
  type CitedEvent,
  claimUndecided,
  findActors,
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
import { findChangedSince, findConfirmed } from '../services/database/alerts/told-event.ts';
import { holdSubscribing, writeDeliveries } from '../services/database/deliveries/delivery.ts';
import type { Queryable } from '../services/database/pool.ts';
import { holdWithdrawals } from '../services/database/sites/site-withdrawal.ts';
import { inTransaction } from '../services/database/transaction.ts';
import { creditOf } from '../services/notifier/source-credits.ts';
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
      await holdWithdrawals(client);
      await holdSubscribing(client);
      const undecided = await claimUndecided(client, ids);
      if (undecided.length === 0) return;
      const open = await findOpenAlerts(client, [...new Set(undecided.map((a) => a.siteNo))]);
      const told = [...open.values()].flatMap(({ cited }) => cited);
      const changed = new Map(
        (await findChangedSince(client, told)).map((change) => [keyOf(change.told), change]),
      );
      const confirmed = new Map(
        (await findConfirmed(client, told)).map((event) => [event.told.eventId, event]),
      );
      const known: Known = { open, changed, confirmed, mutesAt: new Map(), subscriptions };
      const decided: { assessmentId: number; decision: string; reason: string }[] = [];
      for (const assessment of undecided) {
        const { decision, reason } = await decide(client, assessment, known, context);
        decided.push({ assessmentId: assessment.id, decision, reason });
      }
      await markDecided(client, decided);
    });
    return inBatches([...subscriptions], subscriptionsPerJob).map((batch) => ({
      queue: 'gather',
      ids: batch,
    }));
  },
};

/** What a batch of decisions shares; `open` and `subscriptions` are kept up to date from one to the next. */
type Known = {
  open: Map<number, OpenAlertRow>;
  /** The told events that have changed since, by event and the revision that was told. */
  changed: ReadonlyMap<string, ChangedEvent>;
  /** The told events that others have confirmed. */
  confirmed: ReadonlyMap<number, ConfirmedEvent>;
  /** The mutes in force, by the time of the assessment in ms: those of one batch mostly share it. */
  mutesAt: Map<number, Mute[]>;
  subscriptions: Set<number>;
};

function keyOf({ eventId, revision }: CitedEvent): string {
  return `${eventId}:${revision}`;
}

/** Decides upon one assessment and writes what follows from it. */
async function decide(
  client: Queryable,
  assessment: UndecidedAssessment,
  known: Known,
  context: PipelineContext,
): Promise<{ decision: string; reason: string }> {
  const { siteNo, signals, further } = assessment;
  if (assessment.isWithdrawn) return { decision: 'nothing', reason: 'the site is no longer watched' };
  const before = known.open.get(siteNo) ?? null;
  const changed = before ? changesOf(before, known) : [];
  const corrections = correctionsIn(changed);
  const confirmations = before ? confirmationsFor(before, known) : [];
  const { decision, alert: after } = stepAlert(
    before && { ...before, corrections, confirmations },
    { ...assessment, signalKeys: [...signals, ...further].map(({ key }) => key) },
    context.policy,
  );
  if (!decision.revise) {
    if (before && after) await observe(client, before, after, changed);
    return { decision: 'nothing', reason: decision.reason };
  }
  const step = {
    assessment,
    before,
    after,
    changed,
    corrections,
    confirmations,
    ...decision,
    revise: decision.revise,
  };
  const revised = await revise(client, step, known, context);
  if (after) known.open.set(siteNo, { ...after, ...revised, toldKeys: [...after.toldKeys] });
  else known.open.delete(siteNo);
  return { decision: decision.revise, reason: decision.reason };
}

/** What has changed of the events that an alert told and was not looked at yet. */
function changesOf({ cited }: OpenAlertRow, { changed }: Known): ChangedEvent[] {
  return cited.flatMap((event) => {
    const change = changed.get(keyOf(event));
    return change && change.now.revision !== event.seen ? [change] : [];
  });
}

/** What others have confirmed of what an alert told, and it has not told yet. */
function confirmationsFor(alert: OpenAlertRow, { confirmed }: Known): Confirmation[] {
  const events = alert.cited.flatMap(({ eventId }) => confirmed.get(eventId) ?? []);
  return confirmationsOf(events, alert, (source) => creditOf(source).name);
}

/** A step in the life of an alert that makes a revision. */
type Revising = {
  assessment: UndecidedAssessment;
  before: OpenAlertRow | null;
  after: OpenAlert | null;
  changed: readonly ChangedEvent[];
  corrections: readonly string[];
  confirmations: readonly Confirmation[];
  revise: RevisionKind;
  isTold: boolean;
  reason: string;
};

/** Writes the revision with its evidence and, where it is told and not muted, its deliveries. */
async function revise(
  client: Queryable,
  { assessment, before, after, changed, corrections, confirmations, revise: kind, isTold, reason }: Revising,
  known: Known,
  context: PipelineContext,
): Promise<Pick<OpenAlertRow, 'alertId' | 'siteNo' | 'revision' | 'cited'>> {
  const { siteNo, at, level, score, violenceChance, signals, further } = assessment;
  const { evidence, furtherEvidence } = await evidenceOf(client, assessment, before?.toldKeys ?? []);
  const now = new Date();
  const revision = (before?.revision ?? 0) + 1;
  const toldBefore = before?.cited ?? [];
  const cited = isTold ? toldAgain(toldBefore, changed, evidence) : seenAgain(toldBefore, changed);
  const mute = await findMuteOf(client, assessment, { before, kind, evidence }, known, context);
  const change = {
    siteNo,
    revision,
    kind,
    level,
    previousLevel: previousLevelOf(before, assessment, kind, isTold),
    score,
    violenceChance,
    reason,
    corrections: [...corrections, ...(isTold ? confirmations.map(({ text }) => text) : [])],
    assessmentId: assessment.id,
    signals,
    furtherSignals: sumOf(further),
    evidence,
    furtherEvidence,
    cited,
    toldKeys: after?.toldKeys ?? before?.toldKeys ?? [],
    isTold,
    mutedBy: mute?.id ?? null,
    endsWatch: false,
    at,
  };
  const alertId = await writeAlertRevision(client, { ...change, alertId: before?.alertId ?? null }, now);
  // A revision that is muted, or made by past events, is kept like every other; it is only not delivered.
  const heard = isTold && !mute ? await writeDeliveries(client, { ...change, alertId }) : [];
  for (const id of heard) known.subscriptions.add(id);
  context.log.info({ siteNo, alertId, revision, kind, alertLevel: level, isTold, reason }, 'alert');
  return { alertId, siteNo, revision, cited };
}

/** The mute that hides the revision. What sets right what was told is hidden by none. */
async function findMuteOf(
  client: Queryable,
  { siteNo, at, level, expectedHarm, signals: named, further }: UndecidedAssessment,
  {
    before,
    kind,
    evidence,
  }: {
    before: OpenAlertRow | null;
    kind: RevisionKind;
    evidence: readonly { eventId: number; actors: string[] }[];
  },
  { mutesAt }: Known,
  { policy, actors }: PipelineContext,
): Promise<Mute | null> {
  if (kind === 'corrected' || kind === 'cancelled') return null;
  const mutes = mutesAt.get(at.getTime()) ?? (await findMutes(client, at));
  mutesAt.set(at.getTime(), mutes);
  if (mutes.length === 0) return null;
  const signals = [...named.map(furtherSignal), ...further];
  const actorsById = new Map(evidence.map((event) => [event.eventId, event.actors]));
  const others = signals.flatMap(({ event }) => (event && !actorsById.has(event.eventId) ? [event] : []));
  if (mutes.some(({ actor }) => actor !== null))
    for (const event of await findActors(client, others)) actorsById.set(event.eventId, event.actors);
  const actorsOf = (eventId: number) => actorsById.get(eventId) ?? [];
  const toldLevel = before?.toldLevel ?? 'unknown';
  return findMute({ siteNo, level, toldLevel, expectedHarm, signals, actorsOf }, mutes, policy, actors);
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
  { belowSince }: OpenAlert,
  changed: readonly ChangedEvent[],
): Promise<void> {
  if (belowSince?.getTime() === before.belowSince?.getTime() && changed.length === 0) return;
  Object.assign(before, { belowSince, cited: seenAgain(before.cited, changed) });
  await updateOpenAlert(client, before.alertId, before);
}

/** As many events are named with a revision as a person can use; the others are counted. */
const evidenceNamed = 50;

/**
 * The events behind an assessment as they are now, the heaviest first: of each signal the one that it rests on, those
 * that tell of an end, the heaviest of the others, and then what else is behind the signals.
 */
async function evidenceOf(
  client: Queryable,
  { siteNo, signals, further, endings, contributions }: UndecidedAssessment,
  toldKeys: readonly string[],
) {
  const share = new Map(contributions.map((contribution) => [contribution.eventId, contribution.share]));
  for (const { events, chances } of signals) {
    const [first] = events;
    const own = chances.reduce((sum, chance) => sum + chance.share, 0);
    if (first) share.set(first.eventId, (share.get(first.eventId) ?? 0) + own);
  }
  const isToldNow = ({ key, ends }: Ending) => toldKeys.includes(ends) && !toldKeys.includes(key);
  const ends = endings.toSorted(
    (a, b) => Number(isToldNow(b)) - Number(isToldNow(a)) || b.at.getTime() - a.at.getTime(),
  );
  const cited = new Map<number, CitedEvent>();
  const behind = [
    ...signals.flatMap((signal) => signal.events.slice(0, 1)),
    ...ends.map(({ event }) => event),
    ...contributions,
    ...signals.flatMap((signal) => signal.events.slice(1)),
    ...further.flatMap(({ event }) => event ?? []),
  ];
  for (const { eventId, revision } of behind) {
    if (!cited.has(eventId)) cited.set(eventId, { eventId, revision });
  }
  const named = [...cited.values()].slice(0, evidenceNamed);
  const rows = await readEvidence(
    client,
    named.map((event) => ({ ...event, siteNo })),
  );
  const evidence = rows
    .map(({ siteNo: _, retracted: __, ...event }) => ({ ...event, share: share.get(event.eventId) ?? 0 }))
    .sort((a, b) => b.share - a.share || a.eventId - b.eventId);
  const beside = signals.reduce((sum, { furtherEvents }) => sum + furtherEvents, 0);
  return { evidence, furtherEvidence: cited.size - named.length + beside };
}
