import { isHigher, type Level, rank } from './level.ts';
import type { RiskPolicy } from './policy.ts';
import { millisecondsPerHour } from './time.ts';

export const revisionKinds = ['opened', 'escalated', 'updated', 'eased', 'resolved', 'cancelled'] as const;
export type RevisionKind = (typeof revisionKinds)[number];

/** What subscribers were last told about a site. */
export type OpenAlert = {
  level: Level;
  score: number;
  /** Keys of the signals told so far (`signalKey`). */
  toldSignals: readonly string[];
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
};

/** What to tell, and why; `tell` is null where there is nothing worth telling. The reason is kept either way. */
export type AlertDecision = { tell: RevisionKind | null; reason: string; belowSince: Date | null };

/** Decides what an assessment changes in the alert of its site. Pure: the same input gives the same decision. */
export function decideAlert(open: OpenAlert | null, risk: AssessedRisk, policy: RiskPolicy): AlertDecision {
  const isRaised = rank(risk.level) >= rank(policy.alert.opensAt);
  if (!open) {
    if (!isRaised) return nothing(`level ${risk.level} is below ${policy.alert.opensAt}, where alerts open`);
    if (!risk.hasNews)
      return nothing(`level ${risk.level} rests on past events only: history is not alerted`);
    return { tell: 'opened', reason: `level rose to ${risk.level}`, belowSince: null };
  }
  if (isHigher(risk.level, open.level)) {
    if (!risk.hasNews)
      return nothing(`level ${risk.level} rests on past events only: history is not alerted`);
    return { tell: 'escalated', reason: `level rose from ${open.level} to ${risk.level}`, belowSince: null };
  }
  if (rank(risk.level) < rank(open.level)) return decideEasing(open, risk, isRaised, policy);
  return decideUpdate(open, risk, policy);
}

function decideEasing(
  open: OpenAlert,
  risk: AssessedRisk,
  isRaised: boolean,
  policy: RiskPolicy,
): AlertDecision {
  if (open.citesOutdated) {
    return isRaised
      ? { tell: 'eased', reason: `a cited event was corrected: level is ${risk.level}`, belowSince: null }
      : {
          tell: 'cancelled',
          reason: 'what the alert rested on was corrected or retracted',
          belowSince: null,
        };
  }
  const threshold = levelFloor(open.level, policy);
  // The lowest level begins so low that the whole margin below it is never reached: half the threshold is asked there.
  const margin = Math.min(policy.alert.easeMarginPoints, threshold / 2);
  if (risk.score > threshold - margin) {
    return nothing(`score ${risk.score.toFixed(1)} is within ${margin} points of level ${open.level}`);
  }
  const belowSince = open.belowSince ?? risk.at;
  const hours = (risk.at.getTime() - belowSince.getTime()) / millisecondsPerHour;
  if (hours < policy.alert.easeAfterHours) {
    const reason = `below ${open.level} since ${belowSince.toISOString()}: waiting ${policy.alert.easeAfterHours} hours`;
    return { tell: null, reason, belowSince };
  }
  return isRaised
    ? { tell: 'eased', reason: `below ${open.level} for ${Math.floor(hours)} hours`, belowSince: null }
    : {
        tell: 'resolved',
        reason: `below ${policy.alert.opensAt} for ${Math.floor(hours)} hours`,
        belowSince: null,
      };
}

function decideUpdate(open: OpenAlert, risk: AssessedRisk, policy: RiskPolicy): AlertDecision {
  if (!risk.hasNews) return nothing('nothing new');
  const added = risk.signalKeys.filter((key) => !open.toldSignals.includes(key));
  if (added.length > 0) {
    const names = [...new Set(added.map((key) => key.split(':')[0]))].join(', ');
    return { tell: 'updated', reason: `new signal at the same level: ${names}`, belowSince: null };
  }
  const rise = risk.score - open.score;
  if (rise >= policy.alert.updateAtPoints) {
    return { tell: 'updated', reason: `score rose by ${Math.round(rise)} points`, belowSince: null };
  }
  return nothing(`level stays ${risk.level}; nothing new worth telling`);
}

/** The lowest score of a level. */
function levelFloor(level: Level, policy: RiskPolicy): number {
  return level === 'low' || level === 'unknown' ? 0 : policy.levelFrom[level];
}

function nothing(reason: string): AlertDecision {
  return { tell: null, reason, belowSince: null };
}
