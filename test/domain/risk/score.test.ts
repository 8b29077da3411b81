import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import { levelOfScore } from '../../../domain/level.ts';
import { violenceAt } from '../../../domain/risk/score.ts';
import { linkedEvent } from '../../support/events.ts';

const at = new Date('2025-03-15T00:00:00Z');

describe('the violence chance', () => {
  it('is the background alone where nothing is known', () => {
    const { chance, contributions } = violenceAt([], at, riskPolicy);
    expect(contributions).toEqual([]);
    expect(chance).toBeCloseTo(100 * (1 - Math.exp(-riskPolicy.score.background)), 10);
  });

  it('can be worked out by hand from the formula', () => {
    const first = { name: 'near', amount: 0.1, halfLifeDays: 14, plateauKm: 22, halvingKm: 3 };
    const second = { name: 'around', amount: 0.2, halfLifeDays: 180, plateauKm: 5, halvingKm: 10 };
    const policy = {
      ...riskPolicy,
      score: { ...riskPolicy.score, background: 0.005, terms: [first, second] },
    };
    const { chance } = violenceAt([linkedEvent({ occurredOn: '2025-03-01', distanceKm: 25 })], at, policy);
    const near = 0.1 * 2 ** (-14 / 14) * 2 ** (-(25 - 22) / 3);
    const around = 0.2 * 2 ** (-14 / 180) * 2 ** (-(25 - 5) / 10);
    expect(chance).toBeCloseTo(100 * (1 - Math.exp(-(0.005 + near + around))), 10);
  });

  it('has contributions that add up, largest first', () => {
    const events = [
      linkedEvent({ eventId: 1, distanceKm: 40 }),
      linkedEvent({ eventId: 2, distanceKm: 3 }),
      linkedEvent({ eventId: 3, distanceKm: 20, deathsBest: null }),
    ];
    const { chance, background, contributions } = violenceAt(events, at, riskPolicy);
    const sum = background + contributions.reduce((total, c) => total + c.expected, 0);
    expect(chance).toBeCloseTo(100 * (1 - Math.exp(-sum)), 10);
    expect(contributions.map((c) => c.event.eventId)).toEqual([2, 3, 1]);
  });

  it('leaves out what is retracted, ahead of the instant, too old, too far or only coarsely located', () => {
    const left = [
      linkedEvent({ retracted: true }),
      linkedEvent({ occurredOn: '2025-03-16' }),
      linkedEvent({ occurredOn: '2023-03-01' }),
      linkedEvent({ distanceKm: 75.001 }),
      linkedEvent({ locationPrecision: 4 }),
      linkedEvent({ type: 'Strategic developments', subType: 'Operation suspended' }),
    ];
    expect(violenceAt(left, at, riskPolicy).contributions).toEqual([]);
  });

  it('weighs a deadly, confirmed event 1 and everything less sure less', () => {
    const weightOf = (over: Parameters<typeof linkedEvent>[0]) =>
      violenceAt([linkedEvent(over)], at, riskPolicy).contributions[0]!.weight;
    expect(weightOf({})).toBe(1);
    const lesser = [
      { confidence: 'provisional' },
      { deathsBest: null },
      { deathsBest: 0 },
      { locationPrecision: 3 },
      { type: 'Protests', subType: 'Peaceful protest', deathsBest: null },
    ] as const;
    for (const over of lesser) expect(weightOf(over)).toBeLessThan(1);
  });

  it('counts nothing that a machine alone has read from news', () => {
    expect(violenceAt([linkedEvent({ source: 'gdelt' })], at, riskPolicy).contributions).toEqual([]);
  });

  it('does not depend on the order of events and never falls when one is added', () => {
    const event = fc
      .record({
        distanceKm: fc.double({ min: 0, max: 80, noNaN: true }),
        days: fc.integer({ min: -10, max: 800 }),
        deathsBest: fc.option(fc.integer({ min: 0, max: 50 })),
      })
      .map(({ days, ...over }) =>
        linkedEvent({
          ...over,
          occurredOn: new Date(at.getTime() - days * 86_400_000).toISOString().slice(0, 10),
        }),
      );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), event, (events, more) => {
        const numbered = events.map((e, eventId) => ({ ...e, eventId }));
        const score = violenceAt(numbered, at, riskPolicy).chance;
        expect(violenceAt(numbered.toReversed(), at, riskPolicy).chance).toBeCloseTo(score, 9);
        expect(
          violenceAt([...numbered, { ...more, eventId: 99 }], at, riskPolicy).chance,
        ).toBeGreaterThanOrEqual(score - 1e-9);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('the level of a score', () => {
  it.each([
    [0.5, 'low'],
    [4.999, 'low'],
    [5, 'guarded'],
    [15, 'elevated'],
    [35, 'high'],
    [65, 'severe'],
    [100, 'severe'],
  ] as const)('of %d is %s', (score, level) => {
    expect(levelOfScore(score, riskPolicy)).toBe(level);
  });
});
