import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { type AssessedRisk, decideAlert, type OpenAlert } from '../../domain/alert-decision.ts';

const open: OpenAlert = {
  level: 'high',
  toldLevel: 'high',
  toldScore: 50,
  toldSignals: ['territory-seized:7'],
  scoreMadeLevel: true,
  citesOutdated: false,
  belowSince: null,
};

function risk(over: Partial<AssessedRisk>): AssessedRisk {
  return {
    at: new Date('2025-03-20T00:00:00Z'),
    level: 'high',
    score: 50,
    signalKeys: ['territory-seized:7'],
    hasNews: true,
    hasRecentEvent: true,
    ...over,
  };
}

function decide(alert: OpenAlert | null, over: Partial<AssessedRisk>) {
  return decideAlert(alert, risk(over), riskPolicy);
}

describe('an alert', () => {
  it('opens when news raises the level to guarded or above', () => {
    expect(decide(null, { level: 'guarded', score: 6 }).revise).toBe('opened');
    expect(decide(null, { level: 'low', score: 2 }).revise).toBeNull();
    expect(decide(null, { level: 'unknown', score: 2 }).revise).toBeNull();
  });

  it('does not open for history, and says so', () => {
    expect(decide(null, { hasNews: false, hasRecentEvent: false })).toMatchObject({
      revise: null,
      reason: expect.stringContaining('history'),
    });
  });

  it('opens untold where history completes the picture of something recent, and is told with the next news', () => {
    const opened = decide(null, { hasNews: false });
    expect(opened).toMatchObject({ revise: 'opened', isTold: false });
    const untold = { ...open, toldLevel: 'unknown', toldScore: 0, toldSignals: [] } as const;
    expect(decide(untold, { hasNews: false }).revise).toBeNull();
    expect(decide(untold, {})).toMatchObject({ revise: 'opened', isTold: true });
  });

  it('is raised by history untold, and the next news tells it', () => {
    expect(decide(open, { level: 'severe', hasNews: false })).toMatchObject({
      revise: 'escalated',
      isTold: false,
    });
    const raised = { ...open, level: 'severe', toldLevel: 'high' } as const;
    expect(decide(raised, { level: 'severe' })).toMatchObject({ revise: 'escalated', isTold: true });
  });

  it('eases untold where nobody was told of the higher level', () => {
    const raised = { ...open, level: 'severe', belowSince: new Date('2025-03-10T00:00:00Z') } as const;
    const risk = { score: 40, hasNews: false };
    expect(decide({ ...raised, toldLevel: 'severe' }, risk)).toMatchObject({ revise: 'eased', isTold: true });
    expect(decide({ ...raised, toldLevel: 'high' }, risk)).toMatchObject({ revise: 'eased', isTold: false });
    const ended = { level: 'low', score: 1, signalKeys: [] } as const;
    expect(decide({ ...raised, toldLevel: 'unknown' }, ended)).toMatchObject({
      revise: 'resolved',
      isTold: false,
    });
  });

  it('escalates at once', () => {
    expect(decide(open, { level: 'severe' }).revise).toBe('escalated');
  });

  it('is updated by a new signal or a marked rise of the score, and by nothing else', () => {
    expect(decide(open, { signalKeys: ['territory-seized:7', 'territory-seized:9'] }).revise).toBe('updated');
    expect(decide(open, { score: 64.9 }).revise).toBeNull();
    expect(decide({ ...open, toldScore: 40 }, { score: 55 }).revise).toBe('updated');
    expect(decide(open, { score: 45 }).revise).toBeNull();
  });

  it('eases only after 48 hours clearly below', () => {
    const below = { level: 'elevated', score: 20, signalKeys: [] } as const;
    const first = decide(open, below);
    expect(first).toMatchObject({ revise: null, belowSince: new Date('2025-03-20T00:00:00Z') });
    const waiting = { ...open, belowSince: first.belowSince };
    expect(decide(waiting, { ...below, at: new Date('2025-03-21T23:59:00Z') }).revise).toBeNull();
    expect(decide(waiting, { ...below, at: new Date('2025-03-22T00:00:00Z') }).revise).toBe('eased');
  });

  it('does not ease while the score is within 5 points of the level', () => {
    expect(decide(open, { level: 'elevated', score: 31, signalKeys: [] })).toMatchObject({
      revise: null,
      belowSince: null,
    });
  });

  it('eases without that margin where a signal made the level, never the score', () => {
    const bySignal = { ...open, scoreMadeLevel: false, belowSince: new Date('2025-03-10T00:00:00Z') };
    expect(decide(bySignal, { level: 'elevated', score: 33, signalKeys: [] }).revise).toBe('eased');
  });

  it('resolves from guarded too, where five points below would be less than nothing', () => {
    const guarded = {
      ...open,
      level: 'guarded',
      score: 6,
      belowSince: new Date('2025-03-10T00:00:00Z'),
    } as const;
    expect(decide(guarded, { level: 'low', score: 2.6, signalKeys: [] }).revise).toBeNull();
    expect(decide(guarded, { level: 'low', score: 2.4, signalKeys: [] }).revise).toBe('resolved');
  });

  it('starts the 48 hours anew when the level comes back in between', () => {
    const waiting = { ...open, belowSince: new Date('2025-03-19T00:00:00Z') };
    expect(decide(waiting, {}).belowSince).toBeNull();
  });

  it('is resolved when the level falls below guarded for good', () => {
    const waiting = { ...open, belowSince: new Date('2025-03-10T00:00:00Z') };
    expect(decide(waiting, { level: 'low', score: 1, signalKeys: [] }).revise).toBe('resolved');
    expect(decide(waiting, { level: 'unknown', score: 1, signalKeys: [] }).revise).toBe('resolved');
  });

  it('is cancelled at once when what it rested on is retracted', () => {
    const corrected = { ...open, citesOutdated: true };
    expect(decide(corrected, { level: 'low', score: 1, signalKeys: [], hasNews: false }).revise).toBe(
      'cancelled',
    );
    expect(decide(corrected, { level: 'elevated', score: 20, signalKeys: [], hasNews: false }).revise).toBe(
      'eased',
    );
  });
});
