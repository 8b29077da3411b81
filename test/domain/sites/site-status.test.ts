import { describe, expect, it } from 'vitest';
import { statusOf } from '../../../domain/sites/site-status.ts';
import { linkedEvent } from '../../support/events.ts';

type Over = Parameters<typeof linkedEvent>[0];

function operation(occurredOn: string, subType: string, over: Over = {}) {
  return linkedEvent({
    occurredOn,
    subType,
    named: true,
    sourceEventId: `${occurredOn} ${subType}`,
    ...over,
  } as Over);
}

describe("a site's status", () => {
  it('is what its dataset says where nothing is told of its operation', () => {
    expect(statusOf('operating', [])).toBe('operating');
    expect(statusOf('operating', [linkedEvent({ named: true })])).toBe('operating');
  });

  it('follows the newest stop or restart', () => {
    const stop = operation('2025-03-13', 'Operation suspended');
    const restart = operation('2025-04-09', 'Operation restarted');
    expect(statusOf('operating', [stop])).toBe('suspended');
    expect(statusOf('operating', [restart, stop])).toBe('restarted');
    expect(statusOf('operating', [restart, stop, operation('2025-05-01', 'Site evacuated')])).toBe(
      'evacuated',
    );
  });

  it('is a stop where one day tells of both, and evacuated where it tells of both stops', () => {
    const day = '2025-03-13';
    const stop = operation(day, 'Operation suspended');
    expect(statusOf('operating', [operation(day, 'Operation restarted'), stop])).toBe('suspended');
    expect(statusOf('operating', [stop, operation(day, 'Site evacuated')])).toBe('evacuated');
  });

  it('is not changed by what is doubtful, retracted or said of another site', () => {
    for (const over of [{ confidence: 'doubtful' }, { retracted: true }, { named: false }] as const)
      expect(statusOf('operating', [operation('2025-03-13', 'Operation suspended', over)])).toBe('operating');
  });
});
