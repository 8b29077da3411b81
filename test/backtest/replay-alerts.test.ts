import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { levelOfScore } from '../../domain/level.ts';
import { violenceAt } from '../../domain/risk/score.ts';
import { measureAlerts } from '../../services/backtest/alert-quality.ts';
import type { NearEvent, SiteHistory } from '../../services/backtest/history.ts';
import { bufferLevel, replayAlerts, replayBuffer } from '../../services/backtest/replay-alerts.ts';
import { linkedEvent } from '../support/events.ts';

const days = { first: 10_000, last: 11_000 };
const spans = { horizonDays: 30, quietDays: 60 };

function history(...events: (Pick<NearEvent, 'day' | 'distanceKm'> & Partial<NearEvent>)[]): SiteHistory {
  const site = { siteNo: 0, id: 'mine', latitude: 0, longitude: 0 };
  const near = events.map((event) => ({
    weight: 1,
    isOutcome: event.distanceKm <= 25,
    isAttack: true,
    ...event,
  }));
  return { site, events: near.sort((a, b) => a.day - b.day) };
}

describe('the replay of alert rules', () => {
  it('scores each day as the service does', () => {
    const event = fc.record({
      day: fc.integer({ min: days.first, max: days.last }),
      // Beyond the reach of attack-on-site, so that violence alone makes the level.
      distanceKm: fc.double({ min: 20, max: 75, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 25 }), (events) => {
        const { rises } = replayAlerts(history(...events), days, riskPolicy);
        for (const { day, level } of rises) {
          const at = new Date(day * 86_400_000);
          const linked = events
            .filter((e) => e.day <= day)
            .map((e, eventId) =>
              linkedEvent({
                eventId,
                distanceKm: e.distanceKm,
                occurredOn: new Date(e.day * 86_400_000).toISOString().slice(0, 10),
              }),
            );
          expect(level).toBe(levelOfScore(violenceAt(linked, at, riskPolicy).chance, riskPolicy));
        }
      }),
    );
  });

  it('opens at high for an attack on the site, eases when it is over and tells no level twice', () => {
    const { rises, standing } = replayAlerts(history({ day: 10_100, distanceKm: 2 }), days, riskPolicy);
    expect(rises).toEqual([{ day: 10_100, level: 'high' }]);
    expect(standing[0]).toEqual({ day: 10_100, level: 'high' });
    expect(standing.at(-1)!.level).toBe('low');
  });

  it('counts what was followed, what was preceded, and by how many days', () => {
    const site = history(
      { day: 10_100, distanceKm: 10 },
      { day: 10_110, distanceKm: 20 },
      { day: 10_500, distanceKm: 10 },
    );
    const course = replayAlerts(site, days, riskPolicy);
    const quality = measureAlerts('ours', [site], [course], days, 'elevated', spans);
    // Two first events after quiet; nothing stood before either of them.
    expect(quality).toMatchObject({ firstEvents: 2, recall: 0, medianLeadDays: null });
    expect(quality.precision).toBeCloseTo(0.5);
    const warned = history({ day: 10_090, distanceKm: 40 }, { day: 10_100, distanceKm: 10 });
    const buffer = measureAlerts(
      'buffer',
      [warned],
      [replayBuffer(warned, days, { radiusKm: 50, standsDays: 30, onlyFirst: false })],
      days,
      bufferLevel,
      spans,
    );
    expect(buffer).toMatchObject({ firstEvents: 1, recall: 1, medianLeadDays: 10, precision: 0.5 });
  });
});
