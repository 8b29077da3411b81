import type { AssessedRisk } from '../../../domain/alerts/alert-decision.ts';

/** A site at high by a front, with news. */
export function assessedRisk(over: Partial<AssessedRisk>): AssessedRisk {
  return {
    at: new Date('2025-03-20T00:00:00Z'),
    level: 'high',
    score: 50,
    signalKeys: ['front:7'],
    endings: [],
    hasNews: true,
    hasRecentEvent: true,
    ...over,
  };
}
