import { describe, expect, it } from 'vitest';
import { holdUntil, type Waiting } from '../../../domain/alerts/grouping.ts';

const windowMs = 60_000;
const ten = new Date('2025-03-19T10:00:00Z');
const midnight = new Date('2025-03-20T00:00:00Z');
const later = (ms: number) => new Date(ten.getTime() + ms);

const opened: Waiting = { kind: 'opened', level: 'high', at: ten, hasNews: true, isStanding: false };
const updated: Waiting = { kind: 'updated', level: 'high', at: ten, hasNews: true, isStanding: false };
const eased: Waiting = { kind: 'eased', level: 'guarded', at: ten, hasNews: false, isStanding: false };

describe('a message', () => {
  it('gathers what happens within the window after the first news', () => {
    const next: Waiting = { ...opened, at: later(10_000) };
    expect(holdUntil([opened], null, ten, windowMs)).toEqual(later(windowMs));
    expect(holdUntil([next, opened], null, later(10_000), windowMs)).toEqual(later(windowMs));
    expect(holdUntil([opened, next], null, later(windowMs), windowMs)).toBeNull();
    expect(holdUntil([opened], null, ten, 0)).toBeNull();
  });

  it('waits for nothing where an alert rises to severe, and takes along what waits', () => {
    const rise: Waiting = { kind: 'escalated', level: 'severe', at: ten, hasNews: true, isStanding: false };
    expect(holdUntil([updated, rise], ten, ten, windowMs)).toBeNull();
    expect(holdUntil([{ ...rise, kind: 'opened' }], null, ten, windowMs)).toBeNull();
    expect(holdUntil([{ ...rise, kind: 'updated' }], null, ten, windowMs)).not.toBeNull();
  });

  it('of news at the same level waits for the next day, UTC, where there was one today', () => {
    const earlier = later(-3_600_000);
    expect(holdUntil([updated], earlier, later(windowMs), windowMs)).toEqual(midnight);
    expect(holdUntil([updated], earlier, midnight, windowMs)).toBeNull();
    for (const last of [null, later(-86_400_000)]) {
      expect(holdUntil([updated], last, ten, windowMs)).toEqual(later(windowMs));
      expect(holdUntil([updated], last, later(windowMs), windowMs)).toBeNull();
    }
  });

  it.each(['eased', 'resolved'] as const)(
    'of what time alone has %s waits a week for others to go with it',
    (kind) => {
      const waiting = { ...eased, kind };
      const inAWeek = later(7 * 86_400_000);
      for (const last of [null, ten])
        expect(holdUntil([waiting], last, later(windowMs), windowMs)).toEqual(inAWeek);
      expect(holdUntil([waiting, { ...waiting, at: later(86_400_000) }], null, inAWeek, windowMs)).toBeNull();
      expect(holdUntil([waiting, updated], null, later(windowMs), windowMs)).toBeNull();
    },
  );

  it('of what a report has eased waits for the window alone', () => {
    expect(holdUntil([{ ...eased, hasNews: true }], ten, ten, windowMs)).toEqual(later(windowMs));
  });

  it('with which a subscription begins waits for the window alone, whatever was told last', () => {
    for (const standing of [updated, eased].map((one) => ({ ...one, isStanding: true })))
      expect(holdUntil([standing], ten, ten, windowMs)).toEqual(later(windowMs));
  });

  it('takes along what waited when there is news', () => {
    const cancelled: Waiting = { kind: 'cancelled', level: 'low', at: ten, hasNews: true, isStanding: false };
    expect(holdUntil([updated, opened, eased], ten, later(windowMs), windowMs)).toBeNull();
    expect(holdUntil([updated, cancelled], ten, later(windowMs), windowMs)).toBeNull();
  });

  it('is not held where what it tells came about long ago, as after an outage', () => {
    expect(holdUntil([opened], null, later(3_600_000), windowMs)).toBeNull();
  });
});
