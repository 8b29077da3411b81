import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { isNews } from '../../domain/news.ts';
import { linkedEvent } from '../support/events.ts';

const knownAt = new Date('2025-03-20T12:00:00Z');
const recent = { occurredOn: '2025-03-19' } as const;

function isNewsOf(over: Parameters<typeof linkedEvent>[0]) {
  return isNews(linkedEvent(over), knownAt, riskPolicy);
}

describe('an event that comes in', () => {
  it('is news within 30 days of its day, and history after that', () => {
    expect(isNewsOf({ occurredOn: '2025-02-19' })).toBe(true);
    expect(isNewsOf({ occurredOn: '2025-02-18' })).toBe(false);
  });

  it('is news where its day has not begun yet', () => {
    expect(isNewsOf({ occurredOn: '2025-03-21' })).toBe(true);
  });

  it('is no news where it is doubtful, unless others who do not copy it say the same', () => {
    expect(isNewsOf({ ...recent, confidence: 'doubtful' })).toBe(false);
    expect(isNewsOf({ ...recent, confidence: 'doubtful', origins: ['one', 'another'] })).toBe(true);
    expect(isNewsOf({ ...recent, confidence: 'doubtful', origins: ['one'] })).toBe(false);
    expect(isNewsOf({ ...recent, confidence: 'provisional' })).toBe(true);
  });

  it('is no news where only its province or country is known, unless it names the site', () => {
    for (const locationPrecision of [4, 5, 6, 7] as const) {
      expect(isNewsOf({ ...recent, locationPrecision })).toBe(false);
      expect(isNewsOf({ ...recent, locationPrecision, named: true })).toBe(true);
    }
    expect(isNewsOf({ ...recent, locationPrecision: 3 })).toBe(true);
  });

  it('is no news once it is retracted, or where its source counts for nothing', () => {
    expect(isNewsOf({ ...recent, retracted: true })).toBe(false);
    const mute = { ...riskPolicy, weight: { ...riskPolicy.weight, bySource: { rumours: 0 } } };
    expect(isNews(linkedEvent({ ...recent, source: 'rumours' }), knownAt, mute)).toBe(false);
  });

  it('is weighed by its own source, whatever that is called', () => {
    for (const source of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])
      expect(isNewsOf({ ...recent, source })).toBe(true);
  });
});
