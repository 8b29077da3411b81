import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import type { AssessedRisk, OpenAlert } from '../../../domain/alerts/alert-decision.ts';
import { stepAlert } from '../../../domain/alerts/alert-life.ts';
import { assessedRisk as risk } from './assessed-risk.ts';

function lived(...risks: Partial<AssessedRisk>[]): OpenAlert | null {
  return risks.reduce<OpenAlert | null>((open, over) => stepAlert(open, risk(over), riskPolicy).alert, null);
}

describe('the life of an alert', () => {
  it('keeps what was told: level, score and signals', () => {
    expect(lived({})).toMatchObject({
      level: 'high',
      toldLevel: 'high',
      toldScore: 50,
      toldKeys: ['front:7'],
    });
    const keys = ['front:7', 'front:9'];
    expect(lived({}, { signalKeys: keys })?.toldKeys).toEqual(keys);
  });

  it('keeps as told what was told before, where past events raise it untold', () => {
    const raised = lived({}, { level: 'severe', score: 80, hasNews: false });
    expect(raised).toMatchObject({ level: 'severe', toldLevel: 'high', toldScore: 50 });
    const opened = lived({ hasNews: false });
    expect(opened).toMatchObject({ level: 'high', toldLevel: 'unknown', toldScore: 0, toldKeys: [] });
  });

  it('ends with the revision that resolves or cancels it', () => {
    const below = { level: 'low', score: 1, signalKeys: [], hasNews: false } as const;
    const later = new Date('2025-03-22T00:00:00Z');
    expect(lived({}, below)).not.toBeNull();
    expect(lived({}, below, { ...below, at: later })).toBeNull();
    const wrong = { ...lived({})!, corrections: ['It did not happen.'] };
    expect(stepAlert(wrong, risk(below), riskPolicy)).toMatchObject({
      decision: { revise: 'cancelled' },
      alert: null,
    });
  });

  it('corrects once', () => {
    const wrong = { ...lived({})!, corrections: ['It was somebody else.'] };
    const { decision, alert } = stepAlert(wrong, risk({}), riskPolicy);
    expect(decision.revise).toBe('corrected');
    expect(alert?.corrections).toEqual([]);
  });

  it('remembers what it has told as confirmed', () => {
    const confirmations = [{ key: 'confirmed:4', text: 'Armed clash at Mubi: confirmed by UCDP GED.' }];
    const { alert } = stepAlert({ ...lived({})!, confirmations }, risk({ hasNews: false }), riskPolicy);
    expect(alert).toMatchObject({ toldKeys: ['front:7', 'confirmed:4'], confirmations: [] });
  });

  it('remembers the end of a fact as told with the revision that told it', () => {
    const left = { key: 'ended:9', ends: 'front:7', reason: 'M23 left Walikale.' };
    expect(lived({}, { signalKeys: [], endings: [left] })?.toldKeys).toEqual(['front:7', 'ended:9']);
  });
});
