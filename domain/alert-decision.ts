import { isHigher, type Level, rank } from './level.ts';
import type { RiskPolicy } from './policy.ts';
import { millisecondsPerHour } from './time.ts';

export const revisionKinds = ['opened', 'escalated', 'updated', 'eased', 'resolved', 'cancelled'] as const;
export type RevisionKind = (typeof revisionKinds)[number];

/** The alert of a site as it stands. */
export type OpenAlert = {
  level: Level;
  /** The level that subscribers were told last; unknown where past events made the alert and nothing was told. */
  toldLevel: Level;
  /** The score that went with it; 0 where nothing was told. */
  toldScore: number;
  /** Keys of the signals told so far (`signalKey`). */
  toldSignals: readonly string[];
  /** True where the score has reached the level since the last revision; false where signals alone made it. */
  scoreMadeLevel: boolean;
  /** True where an event that was cited has since been corrected or retracted. */
  citesOutdated: boolean;
  /** Since when the site has been assessed clearly below the alert's level; null while it is not. */
  belowSince: Date | null;
};

export type AssessedRisk = {
  at: Date;
  level: Level;
  score: number;
  signalKeys: readonly string[];
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
 * alert all the same, so that the alert does not depend on what came in first; the next news tells it.
 */
export function decideAlert(open: OpenAlert | null, risk: AssessedRisk, policy: RiskPolicy): AlertDecision {
  const isRaised = rank(risk.level) >= rank(policy.alert.opensAt);
  const { hasNews: isTold } = risk;
  const untold = isTold ? '' : ', by past events, which are not told';
  if (!open) {
    if (!isRaised) return nothing(`level ${risk.level} is below ${policy.alert.opensAt}, where alerts open`);
    if (!risk.hasNews && !risk.hasRecentEvent)
      return nothing(`level ${risk.level} rests on past events only: history is not alerted`);
    return { revise: 'opened', isTold, reason: `level rose to ${risk.level}${untold}`, belowSince: null };
  }
  if (isHigher(risk.level, open.level)) {
    const reason = `level rose from ${open.level} to ${risk.level}${untold}`;
    return { revise: 'escalated', isTold, reason, belowSince: null };
  }
  if (rank(risk.level) < rank(open.level)) {
    // Who was not told of the higher level has nothing to be told of its end.
    return { ...decideEasing(open, risk, isRaised, policy), isTold: isHigher(open.toldLevel, risk.level) };
  }
  return decideUpdate(open, risk, policy);
}

function decideEasing(
  open: OpenAlert,
  risk: AssessedRisk,
  isRaised: boolean,
  policy: RiskPolicy,
): Omit<AlertDecision, 'isTold'> {
  if (open.citesOutdated) {
    return isRaised
      ? { revise: 'eased', reason: `a cited event was corrected: level is ${risk.level}`, belowSince: null }
      : {
          revise: 'cancelled',
          reason: 'what the alert rested on was corrected or retracted',
          belowSince: null,
        };
  }
  // The lowest level begins so low that the whole margin below it is never reached: half the threshold is asked there.
  const threshold = levelFloor(open.level, policy);
  const margin = Math.min(policy.alert.easeMarginPoints, threshold / 2);
  if (open.scoreMadeLevel && risk.score > threshold - margin) {
    return nothing(`score ${risk.score.toFixed(1)} is within ${margin} points of level ${open.level}`);
  }
  const belowSince = open.belowSince ?? risk.at;
  const hours = (risk.at.getTime() - belowSince.getTime()) / millisecondsPerHour;
  if (hours < policy.alert.easeAfterHours) {
    const reason = `below ${open.level} since ${belowSince.toISOString()}: waiting ${policy.alert.easeAfterHours} hours`;
    return { revise: null, reason, belowSince };
  }
  return isRaised
    ? { revise: 'eased', reason: `below ${open.level} for ${Math.floor(hours)} hours`, belowSince: null }
    : {
        revise: 'resolved',
        reason: `below ${policy.alert.opensAt} for ${Math.floor(hours)} hours`,
        belowSince: null,
      };
}

function decideUpdate(open: OpenAlert, risk: AssessedRisk, policy: RiskPolicy): AlertDecision {
  if (!risk.hasNews) return nothing('nothing new');
  if (isHigher(risk.level, open.toldLevel)) {
    const revise = open.toldLevel === 'unknown' ? 'opened' : 'escalated';
    const reason = `level ${risk.level}, which past events had brought about untold; now there is news`;
    return { revise, isTold: true, reason, belowSince: null };
  }
  const added = risk.signalKeys.filter((key) => !open.toldSignals.includes(key));
  if (added.length > 0) {
    const names = [...new Set(added.map((key) => key.split(':')[0]))].join(', ');
    const reason = `new signal at the same level: ${names}`;
    return { revise: 'updated', isTold: true, reason, belowSince: null };
  }
  const rise = risk.score - open.toldScore;
  if (rise >= policy.alert.updateAtPoints) {
    const reason = `score rose by ${Math.round(rise)} points`;
    return { revise: 'updated', isTold: true, reason, belowSince: null };
  }
  return nothing(`level stays ${risk.level}; nothing new worth telling`);
}

/** True where the score alone makes the level. */
export function scoreMakesLevel(score: number, level: Level, policy: RiskPolicy): boolean {
  return score >= levelFloor(level, policy);
}

/** The lowest score of a level. */
function levelFloor(level: Level, policy: RiskPolicy): number {
  return level === 'low' || level === 'unknown' ? 0 : policy.levelFrom[level];
}

function nothing(reason: string): AlertDecision {
  return { revise: null, isTold: false, reason, belowSince: null };
}
