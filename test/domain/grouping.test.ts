import { describe, expect, it } from 'vitest';
import { holdUntil, type Waiting } from '../../domain/grouping.ts';

const windowMs = 60_000;
const last = new Date('2025-03-19T10:00:00Z');
const later = (ms: number) => new Date(last.getTime() + ms);

const opened: Waiting = { kind: 'opened', level: 'high' };
const updated: Waiting = { kind: 'updated', level: 'high' };
const eased: Waiting = { kind: 'eased', level: 'guarded' };
const severe: Waiting = { kind: 'escalated', level: 'severe' };

describe('a message', () => {
  it('goes out at once where there was none before', () => {
    expect(holdUntil([opened], null, last, windowMs)).toBeNull();
    expect(holdUntil([updated], null, last, windowMs)).toBeNull();
  });

  it('gathers what happens within the window after the one before', () => {
    expect(holdUntil([opened], last, last, windowMs)).toEqual(later(windowMs));
    expect(holdUntil([opened], last, later(windowMs - 1), windowMs)).toEqual(later(windowMs));
    expect(holdUntil([opened], last, later(windowMs), windowMs)).toBeNull();
    expect(holdUntil([opened], last, last, 0)).toBeNull();
  });

  it('waits for nothing where an alert rises to severe', () => {
    expect(holdUntil([updated, severe], last, later(1), windowMs)).toBeNull();
    expect(holdUntil([{ kind: 'opened', level: 'severe' }], last, later(1), windowMs)).toBeNull();
    expect(holdUntil([{ kind: 'updated', level: 'severe' }], last, later(1), windowMs)).not.toBeNull();
  });

  it.each([
    ['updates', updated],
    ['eases', eased],
    ['resolves', { kind: 'resolved', level: 'low' }],
  ] as const)('that only %s alerts waits for the next day, UTC', (_, waiting) => {
    const midnight = new Date('2025-03-20T00:00:00Z');
    expect(holdUntil([waiting], last, later(windowMs), windowMs)).toEqual(midnight);
    expect(holdUntil([waiting], last, new Date(midnight.getTime() - 1), windowMs)).toEqual(midnight);
    expect(holdUntil([waiting], last, midnight, windowMs)).toBeNull();
  });

  it('takes along what waited when there is news', () => {
    expect(holdUntil([updated, opened, eased], last, later(windowMs), windowMs)).toBeNull();
    expect(
      holdUntil([updated, { kind: 'cancelled', level: 'low' }], last, later(windowMs), windowMs),
    ).toBeNull();
  });

  it('is not held by one that lies ahead, as after a replay', () => {
    expect(holdUntil([opened], last, later(-1000), windowMs)).toBeNull();
  });
});
