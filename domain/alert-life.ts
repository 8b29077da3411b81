import {
  type AlertDecision,
  type AssessedRisk,
  decideAlert,
  type OpenAlert,
  scoreMakesLevel,
} from './alert-decision.ts';
import type { RiskPolicy } from './policy.ts';

/** What an assessment changes in the alert of its site, and the alert as it stands after it; null: none is open. */
export type AlertStep = { decision: AlertDecision; alert: OpenAlert | null };

/** One step in the life of an alert, from one assessment to the next. */
export function stepAlert(open: OpenAlert | null, risk: AssessedRisk, policy: RiskPolicy): AlertStep {
  const decision = decideAlert(open, risk, policy);
  const { revise, isTold, belowSince } = decision;
  if (!revise) return { decision, alert: open && observed(open, risk, belowSince, policy) };
  if (revise === 'resolved' || revise === 'cancelled') return { decision, alert: null };
  const told = isTold
    ? { toldLevel: risk.level, toldScore: risk.score, toldSignals: withKeys(open, risk) }
    : {
        toldLevel: open?.toldLevel ?? ('unknown' as const),
        toldScore: open?.toldScore ?? 0,
        toldSignals: open?.toldSignals ?? [],
      };
  const alert: OpenAlert = {
    ...told,
    level: risk.level,
    scoreMadeLevel: scoreMakesLevel(risk.score, risk.level, policy),
    // From now on the corrected events are cited as corrected.
    citesOutdated: false,
    belowSince: null,
  };
  return { decision, alert };
}

/** What an assessment that revises nothing shows of an open alert. */
function observed(
  open: OpenAlert,
  { score }: AssessedRisk,
  belowSince: Date | null,
  policy: RiskPolicy,
): OpenAlert {
  const scoreMadeLevel = open.scoreMadeLevel || scoreMakesLevel(score, open.level, policy);
  return { ...open, belowSince, scoreMadeLevel, citesOutdated: false };
}

/** The signals told so far, and those that are told now. */
function withKeys(open: OpenAlert | null, { signalKeys }: AssessedRisk): string[] {
  return [...new Set([...(open?.toldSignals ?? []), ...signalKeys])];
}
