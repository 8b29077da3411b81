import { isHigher, type Level, rank } from '../level.ts';
import type { RiskPolicy } from '../policy.ts';
import type { Ending } from '../risk/signal.ts';
import { millisecondsPerHour } from '../time.ts';
import type { Confirmation } from './confirmation.ts';

export const revisionKinds = [
  'opened',
  'escalated',
  'updated',
  'corrected',
  'eased',
  'resolved',
  'cancelled',
] as const;
export type RevisionKind = (typeof revisionKinds)[number];

/** The alert of a site as it stands. */
export type OpenAlert = {
  level: Level;
  /** The level that subscribers were told last; unknown where past events made the alert and nothing was told. */
  toldLevel: Level;
  /** The score that went with it; 0 where nothing was told. */
  toldScore: number;
  /** Keys of the signals and endings told so far. */
  toldKeys: readonly string[];
  /** What was told and has since been corrected in a way that its reader would want to know; none where nothing was. */
  corrections: readonly string[];
  /** What was told as not confirmed and is confirmed since; none where nothing is, or its readers know. */
  confirmations: readonly Confirmation[];
  /** Since when the score has been clearly below the alert's level; null while it is not. */
  belowSince: Date | null;
};

export type AssessedRisk = {
  at: Date;
  level: Level;
  score: number;
  /** Keys of the signals that are active. */
  signalKeys: readonly string[];
  /** Facts that signals told and that are over. */
  endings: readonly Pick<Ending, 'key' | 'ends' | 'reason'>[];
  /** True where news brought the assessment about; false where it was time alone, or events long past. */
  hasNews: boolean;
  /** True where something happened near the site within the days that count as news, whatever came in now. */
  hasRecentEvent: boolean;
};

/**
 * What an assessment changes in the alert of its site, and why; `revise` is null where it changes nothing. Only a
 * revision that is told reaches subscribers. The reason is kept either way.
 */
export type AlertDecision = {
  revise: RevisionKind | null;
  isTold: boolean;
  reason: string;
  belowSince: Date | null;
};

/**
 * Decides what an assessment changes in the alert of its site. Pure: the same input gives the same decision.
 *
 * Past events are never told by themselves. Where something recent is known of the site too, they open or raise its
 * alert all the same, so that the alert does not depend on what came in first; the next news tells it. What was told
 * wrongly is corrected with those who were told, whatever it does to the level. That what was told is confirmed is
 * worth a word once, however long past it is by then; while the level is about to fall it waits for that word.
 */
export function decideAlert(open: OpenAlert | null, risk: AssessedRisk, policy: RiskPolicy): AlertDecision {
  const isRaised = rank(risk.level) >= rank(policy.alert.opensAt);
  if (!open) return decideOpening(risk, isRaised, policy);
  if (open.corrections.length > 0) return correct(open, isRaised);
  if (isHigher(risk.level, open.level)) {
    const isTold = risk.hasNews || open.confirmations.length > 0;
    return rise('escalated', `level rose from ${open.level} to ${risk.level}`, isTold);
  }
  if (rank(risk.level) < rank(open.level)) return decideEasing(open, risk, isRaised, policy);
  return decideUpdate(open, risk, policy);
}

function decideOpening(risk: AssessedRisk, isRaised: boolean, policy: RiskPolicy): AlertDecision {
  if (!isRaised) return nothing(`level ${risk.level} is below ${policy.alert.opensAt}, where alerts open`);
  if (!risk.hasNews && !risk.hasRecentEvent)
    return nothing(`level ${risk.level} rests on past events only: history is not alerted`);
  return rise('opened', `level rose to ${risk.level}`, risk.hasNews);
}

function rise(kind: 'opened' | 'escalated', reason: string, isTold: boolean): AlertDecision {
  return revise(kind, isTold ? reason : `${reason}, by past events, which are not told`, isTold);
}

/** What was told is set right: with the level as it is now, or by an end of the alert where nothing is left of it. */
function correct(open: OpenAlert, isRaised: boolean): AlertDecision {
  const isTold = open.toldLevel !== 'unknown';
  const what = open.corrections.join('; ');
  if (!isRaised) return revise('cancelled', `what the alert rested on was corrected: ${what}`, isTold);
  return revise('corrected', what, isTold);
}

/**
 * The level falls at once where a report says that what was told is over. By time alone it falls once the score has
 * stayed below by the margin for the hours that easing waits. The lowest level begins so low that the whole margin
 * below it is never reached: half the threshold is asked there.
 */
function decideEasing(
  open: OpenAlert,
  risk: AssessedRisk,
  isRaised: boolean,
  policy: RiskPolicy,
): AlertDecision {
  const kind = isRaised ? 'eased' : 'resolved';
  // Who was not told of the higher level has nothing to be told of its end.
  const isTold = isHigher(open.toldLevel, risk.level);
  const over = endingsToTell(open, risk);
  if (over.length > 0) return revise(kind, inWords(over), isTold);
  const floor = open.level === 'low' || open.level === 'unknown' ? 0 : policy.levelFrom[open.level];
  const margin = Math.min(policy.alert.easeMarginPoints, floor / 2);
  if (risk.score > floor - margin) {
    return nothing(`score ${risk.score.toFixed(1)} is within ${margin} points of level ${open.level}`);
  }
  const belowSince = open.belowSince ?? risk.at;
  const hours = (risk.at.getTime() - belowSince.getTime()) / millisecondsPerHour;
  const waitHours = policy.alert.easeAfterHours;
  if (hours < waitHours) {
    const reason = `below ${open.level} since ${belowSince.toISOString()}: waiting ${waitHours} hours`;
    return { revise: null, isTold: false, reason, belowSince };
  }
  const below = isRaised ? open.level : policy.alert.opensAt;
  return revise(kind, `below ${below} for ${Math.floor(hours)} hours`, isTold);
}

function decideUpdate(open: OpenAlert, risk: AssessedRisk, policy: RiskPolicy): AlertDecision {
  const told = endingsToTell(open, risk);
  if (told.length > 0) return revise('updated', inWords(told));
  const news = risk.hasNews ? newsToTell(open, risk, policy) : null;
  if (news) return news;
  if (open.confirmations.length > 0)
    return revise('updated', open.confirmations.map(({ text }) => text).join(' '));
  return nothing(risk.hasNews ? `level stays ${risk.level}; nothing new worth telling` : 'nothing new');
}

function newsToTell(open: OpenAlert, risk: AssessedRisk, policy: RiskPolicy): AlertDecision | null {
  if (isHigher(risk.level, open.toldLevel)) {
    const kind = open.toldLevel === 'unknown' ? 'opened' : 'escalated';
    return revise(kind, `level ${risk.level}, which past events had brought about untold; now there is news`);
  }
  const added = risk.signalKeys.filter((key) => !open.toldKeys.includes(key));
  if (added.length > 0) {
    const names = [...new Set(added.map((key) => key.split(':')[0]))].join(', ');
    return revise('updated', `new signal at the same level: ${names}`);
  }
  const points = risk.score - open.toldScore;
  if (points >= policy.alert.updateAtPoints)
    return revise('updated', `score rose by ${Math.round(points)} points`);
  return null;
}

/** The ends of facts that were told, and that nobody was told of yet: they are news in either direction. */
function endingsToTell(open: OpenAlert, { endings, hasNews }: AssessedRisk) {
  if (!hasNews) return [];
  return endings.filter(({ key, ends }) => open.toldKeys.includes(ends) && !open.toldKeys.includes(key));
}

function inWords(endings: readonly { reason: string }[]): string {
  return endings.map(({ reason }) => reason).join(' ');
}

function revise(kind: RevisionKind, reason: string, isTold = true): AlertDecision {
  return { revise: kind, isTold, reason, belowSince: null };
}

function nothing(reason: string): AlertDecision {
  return { revise: null, isTold: false, reason, belowSince: null };
}
