import { describe, expect, it } from 'vitest';
import { freshToNeeded, lastDayOf, momentsOf, monthsFrom } from '../../../domain/fitting/judged-month.ts';

describe('a month that is judged', () => {
  it('is looked at on three days, each followed by as many in the same month or the next', () => {
    expect(momentsOf('2026-02')).toEqual(['2026-02-01', '2026-02-11', '2026-02-21']);
  });

  it('ends with its last day, and is over 30 days later', () => {
    expect([lastDayOf('2026-02'), lastDayOf('2024-02'), lastDayOf('2025-12')]).toEqual([
      '2026-02-28',
      '2024-02-29',
      '2025-12-31',
    ]);
    expect(freshToNeeded('2026-03')).toBe('2026-04-30');
    expect(freshToNeeded('2025-12')).toBe('2026-01-30');
  });

  it('is followed by the next, over the turn of a year', () => {
    expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsFrom('2026-02', '2026-01')).toEqual([]);
  });
});
