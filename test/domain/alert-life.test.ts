import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import type { AssessedRisk, OpenAlert } from '../../domain/alert-decision.ts';
import { stepAlert } from '../../domain/alert-life.ts';

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

function lived(...risks: Partial<AssessedRisk>[]): OpenAlert | null {
  return risks.reduce<OpenAlert | null>((open, over) => stepAlert(open, risk(over), riskPolicy).alert, null);
}

describe('the life of an alert', () => {
  it('keeps what was told: level, score and signals', () => {
    expect(lived({})).toMatchObject({
      level: 'high',
      toldLevel: 'high',
      toldScore: 50,
      toldSignals: ['territory-seized:7'],
    });
    const keys = ['territory-seized:7', 'territory-seized:9'];
    expect(lived({}, { signalKeys: keys })?.toldSignals).toEqual(keys);
  });

  it('keeps as told what was told before, where past events raise it untold', () => {
    const raised = lived({}, { level: 'severe', score: 80, hasNews: false });
    expect(raised).toMatchObject({ level: 'severe', toldLevel: 'high', toldScore: 50 });
    const opened = lived({ hasNews: false });
    expect(opened).toMatchObject({ level: 'high', toldLevel: 'unknown', toldScore: 0, toldSignals: [] });
  });

  it('ends with the revision that resolves or cancels it', () => {
    const below = { level: 'low', score: 1, signalKeys: [], hasNews: false } as const;
    const later = new Date('2025-03-22T00:00:00Z');
    expect(lived({}, below)).not.toBeNull();
    expect(lived({}, below, { ...below, at: later })).toBeNull();
    const outdated = { ...lived({})!, citesOutdated: true };
    expect(stepAlert(outdated, risk(below), riskPolicy)).toMatchObject({
      decision: { revise: 'cancelled' },
      alert: null,
    });
  });

  it('cites what was corrected as corrected from the next step on', () => {
    const outdated = { ...lived({})!, citesOutdated: true };
    expect(stepAlert(outdated, risk({}), riskPolicy).alert?.citesOutdated).toBe(false);
  });
});
