import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { type AssessedRisk, decideAlert, type OpenAlert } from '../../domain/alert-decision.ts';

const open: OpenAlert = {
  level: 'high',
  score: 50,
  toldSignals: ['territory-seized:7'],
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
    ...over,
  };
}

function decide(alert: OpenAlert | null, over: Partial<AssessedRisk>) {
  return decideAlert(alert, risk(over), riskPolicy);
}

describe('an alert', () => {
  it('opens when news raises the level to guarded or above', () => {
    expect(decide(null, { level: 'guarded', score: 6 }).tell).toBe('opened');
    expect(decide(null, { level: 'low', score: 2 }).tell).toBeNull();
    expect(decide(null, { level: 'unknown', score: 2 }).tell).toBeNull();
  });

  it('does not open for history, and says so', () => {
    expect(decide(null, { hasNews: false })).toMatchObject({
      tell: null,
      reason: expect.stringContaining('history'),
    });
  });

  it('escalates at once', () => {
    expect(decide(open, { level: 'severe' }).tell).toBe('escalated');
  });

  it('is updated by a new signal or a marked rise of the score, and by nothing else', () => {
    expect(decide(open, { signalKeys: ['territory-seized:7', 'territory-seized:9'] }).tell).toBe('updated');
    expect(decide(open, { score: 64.9 }).tell).toBeNull();
    expect(decide({ ...open, score: 40 }, { score: 55 }).tell).toBe('updated');
    expect(decide(open, { score: 45 }).tell).toBeNull();
  });

  it('eases only after 48 hours clearly below', () => {
    const below = { level: 'elevated', score: 20, signalKeys: [] } as const;
    const first = decide(open, below);
    expect(first).toMatchObject({ tell: null, belowSince: new Date('2025-03-20T00:00:00Z') });
    const waiting = { ...open, belowSince: first.belowSince };
    expect(decide(waiting, { ...below, at: new Date('2025-03-21T23:59:00Z') }).tell).toBeNull();
    expect(decide(waiting, { ...below, at: new Date('2025-03-22T00:00:00Z') }).tell).toBe('eased');
  });

  it('does not ease while the score is within 5 points of the level', () => {
    expect(decide(open, { level: 'elevated', score: 31, signalKeys: [] })).toMatchObject({
      tell: null,
      belowSince: null,
    });
  });

  it('resolves from guarded too, where five points below would be less than nothing', () => {
    const guarded = {
      ...open,
      level: 'guarded',
      score: 6,
      belowSince: new Date('2025-03-10T00:00:00Z'),
    } as const;
    expect(decide(guarded, { level: 'low', score: 2.6, signalKeys: [] }).tell).toBeNull();
    expect(decide(guarded, { level: 'low', score: 2.4, signalKeys: [] }).tell).toBe('resolved');
  });

  it('starts the 48 hours anew when the level comes back in between', () => {
    const waiting = { ...open, belowSince: new Date('2025-03-19T00:00:00Z') };
    expect(decide(waiting, {}).belowSince).toBeNull();
  });

  it('is resolved when the level falls below guarded for good', () => {
    const waiting = { ...open, belowSince: new Date('2025-03-10T00:00:00Z') };
    expect(decide(waiting, { level: 'low', score: 1, signalKeys: [] }).tell).toBe('resolved');
    expect(decide(waiting, { level: 'unknown', score: 1, signalKeys: [] }).tell).toBe('resolved');
  });

  it('is cancelled at once when what it rested on is retracted', () => {
    const corrected = { ...open, citesOutdated: true };
    expect(decide(corrected, { level: 'low', score: 1, signalKeys: [], hasNews: false }).tell).toBe(
      'cancelled',
    );
    expect(decide(corrected, { level: 'elevated', score: 20, signalKeys: [], hasNews: false }).tell).toBe(
      'eased',
    );
  });
});
