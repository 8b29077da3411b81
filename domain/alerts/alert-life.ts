import type { RiskPolicy } from '../policy.ts';
import { type AlertDecision, type AssessedRisk, decideAlert, type OpenAlert } from './alert-decision.ts';

/** What an assessment changes in the alert of its site, and the alert as it stands after it; null: none is open. */
export type AlertStep = { decision: AlertDecision; alert: OpenAlert | null };

/** One step in the life of an alert, from one assessment to the next. */
export function stepAlert(open: OpenAlert | null, risk: AssessedRisk, policy: RiskPolicy): AlertStep {
  const decision = decideAlert(open, risk, policy);
  const { revise, isTold, belowSince } = decision;
  if (!revise) return { decision, alert: open && { ...open, belowSince } };
  if (revise === 'resolved' || revise === 'cancelled') return { decision, alert: null };
  const before = open ?? { toldLevel: 'unknown' as const, toldScore: 0, toldKeys: [], confirmations: [] };
  const told = isTold
    ? { toldLevel: risk.level, toldScore: risk.score, toldKeys: withKeys(before, risk) }
    : { toldLevel: before.toldLevel, toldScore: before.toldScore, toldKeys: before.toldKeys };
  return { decision, alert: { ...told, level: risk.level, corrections: [], confirmations: [], belowSince } };
}

/** The facts told so far, and those that are told now. */
function withKeys(
  { toldKeys, confirmations }: Pick<OpenAlert, 'toldKeys' | 'confirmations'>,
  { signalKeys, endings }: AssessedRisk,
): string[] {
  const now = [...endings, ...confirmations].map(({ key }) => key);
  return [...new Set([...toldKeys, ...signalKeys, ...now])];
}
