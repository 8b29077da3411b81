import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import { type AssessedRisk, decideAlert, type OpenAlert } from '../../../domain/alerts/alert-decision.ts';
import { assessedRisk as risk } from './assessed-risk.ts';

const open: OpenAlert = {
  level: 'high',
  toldLevel: 'high',
  toldScore: 50,
  toldKeys: ['front:7'],
  corrections: [],
  confirmations: [],
  belowSince: null,
};

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
    const untold = { ...open, toldLevel: 'unknown', toldScore: 0, toldKeys: [] } as const;
    expect(decide(untold, { hasNews: false }).revise).toBeNull();
    expect(decide(untold, {})).toMatchObject({ revise: 'opened', isTold: true });
  });

  it('says once what others have confirmed, at the same level or with a rise, however long past it is', () => {
    const text = 'Armed clash at Mubi on 2025-02-19: confirmed by UCDP GED.';
    const confirmed = { ...open, confirmations: [{ key: 'confirmed:4', text }] };
    const past = { hasNews: false, hasRecentEvent: false };
    expect(decide(confirmed, past)).toMatchObject({ revise: 'updated', isTold: true, reason: text });
    expect(decide(confirmed, { ...past, level: 'severe' })).toMatchObject({
      revise: 'escalated',
      isTold: true,
      reason: 'level rose from high to severe',
    });
    expect(decide(confirmed, { ...past, level: 'elevated', score: 34 }).revise).toBeNull();
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
    expect(decide(open, { signalKeys: ['front:7', 'front:9'] }).revise).toBe('updated');
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

  it('eases at once, told with its cause, where a report says that what was told is over', () => {
    const restart = { key: 'restarted:9', ends: 'front:7', reason: 'Work was taken up again.' };
    const over = { level: 'elevated', score: 34, signalKeys: [], endings: [restart] } as const;
    expect(decide(open, over)).toMatchObject({ revise: 'eased', isTold: true, reason: restart.reason });
    expect(decide(open, { ...over, level: 'low', score: 2 })).toMatchObject({
      revise: 'resolved',
      isTold: true,
    });
  });

  it('tells the end of what was told as an update where the level stands for other reasons, once', () => {
    const left = { key: 'ended:9', ends: 'front:7', reason: 'M23 left Walikale.' };
    expect(decide(open, { signalKeys: [], endings: [left] })).toMatchObject({
      revise: 'updated',
      isTold: true,
      reason: left.reason,
    });
    const told = { ...open, toldKeys: ['front:7', 'ended:9'] };
    expect(decide(told, { signalKeys: [], endings: [left] }).revise).toBeNull();
    const ofOthers = { ...left, ends: 'front:12' };
    expect(decide(open, { signalKeys: [], endings: [ofOthers] }).revise).toBeNull();
  });

  it('corrects at once what was told wrongly, whatever that does to the level', () => {
    const corrected = {
      ...open,
      corrections: ['Armed clash at Mubi on 2025-03-19: the report was retracted.'],
    };
    for (const over of [{}, { level: 'severe', score: 80 }, { level: 'elevated', score: 20 }] as const)
      expect(decide(corrected, { ...over, hasNews: false })).toMatchObject({
        revise: 'corrected',
        isTold: true,
        reason: corrected.corrections[0],
      });
    expect(decide(corrected, { level: 'low', score: 1, signalKeys: [], hasNews: false })).toMatchObject({
      revise: 'cancelled',
      isTold: true,
    });
  });
});
