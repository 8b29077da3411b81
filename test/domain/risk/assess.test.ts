import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import type { LinkedEvent } from '../../../domain/event.ts';
import { levelOfScore } from '../../../domain/level.ts';
import { addDays } from '../../../domain/time.ts';
import { linkedEvent } from '../../support/events.ts';
import { risk, taken } from './mine.ts';

describe('what one machine reading adds', () => {
  const read = (over: Partial<LinkedEvent>) =>
    linkedEvent({
      source: 'news',
      origin: 'examplenews',
      confidence: 'provisional',
      deathsBest: 30,
      ...over,
    });
  const halt = read({
    eventId: 1,
    sourceEventId: 'https://news.example.org/a#1',
    type: 'Strategic developments',
    subType: 'Operation suspended',
    actors: [],
    named: true,
    distanceKm: 0,
    deathsBest: null,
  });
  const attack = read({
    eventId: 2,
    sourceEventId: 'https://news.example.org/a#2',
    named: true,
    distanceKm: 0,
  });
  const background = riskPolicy.score.background;

  it('is capped over all its events and signals: high, not severe', () => {
    const { expectedHarm, level, signals } = risk([halt, attack], '2025-03-01');
    expect(expectedHarm - background).toBeCloseTo(1, 9);
    expect(level).toBe('high');
    expect(signals.every(({ kept }) => kept < 1)).toBe(true);
  });

  it('is not once a person confirms it, another origin repeats it, or another text tells the rest', () => {
    const confirmed = { ...halt, confidence: 'confirmed' } as const;
    expect(risk([confirmed], '2025-03-01').level).toBe('severe');
    const pair = [
      { ...halt, incidentId: 1 },
      { ...halt, eventId: 3, sourceEventId: 'https://other.example/b#1', origin: 'othernews', incidentId: 1 },
    ];
    expect(risk(pair, '2025-03-01').level).toBe('severe');
    const another = { ...attack, sourceEventId: 'https://other.example/b#1' };
    expect(risk([halt, another], '2025-03-01').expectedHarm).toBeGreaterThan(1 + background);
  });
});

describe('the score', () => {
  const kinds = [
    { type: 'Battles', subType: 'Armed clash' },
    { type: 'Battles', subType: 'Non-state actor overtakes territory' },
    { type: 'Battles', subType: 'Government regains territory' },
    { type: 'Violence against civilians', subType: 'Attack' },
    { type: 'Strategic developments', subType: 'Withdrawal from territory' },
    { type: 'Strategic developments', subType: 'Operation suspended' },
    { type: 'Strategic developments', subType: 'Operation restarted' },
    { type: 'Strategic developments', subType: 'Agreement' },
    { type: 'Protests', subType: 'Peaceful protest' },
  ] as const;
  const anyEvent = fc.record({
    kind: fc.constantFrom(...kinds),
    daysAgo: fc.integer({ min: -2, max: 400 }),
    distanceKm: fc.double({ min: 0, max: 140, noNaN: true }),
    uncertaintyKm: fc.double({ min: 0, max: 150, noNaN: true }),
    latitude: fc.double({ min: -2, max: -1, noNaN: true }),
    deathsBest: fc.constantFrom(null, 0, 1, 30),
    locationPrecision: fc.constantFrom(null, 1 as const, 2 as const, 3 as const, 4 as const),
    confidence: fc.constantFrom('doubtful' as const, 'provisional' as const, 'confirmed' as const),
    origin: fc.constantFrom(null, 'examplenews', 'othernews'),
    text: fc.integer({ min: 1, max: 3 }),
    incidentId: fc.constantFrom(null, null, 1, 2),
    named: fc.boolean(),
    actors: fc.constantFrom(['M23', 'FARDC'], ['ADF'], ['FARDC', 'M23'], []),
  });
  const world = fc.array(anyEvent, { maxLength: 12 }).map((seeds) =>
    seeds.map(({ kind, daysAgo, text, ...rest }, i) =>
      linkedEvent({
        ...rest,
        ...kind,
        eventId: i + 1,
        sourceEventId: `text-${text}#${i}`,
        occurredOn: addDays('2025-03-20', -daysAgo),
      } as unknown as Partial<LinkedEvent>),
    ),
  );
  const visit = fc.option(
    fc.record({
      dataset: fc.constant('ipis'),
      visitedOn: fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2025-03-20', -days)),
      armedGroups: fc.subarray(['NDC-R']),
      interference: fc.boolean(),
    }),
  );

  it('is the violence chance to 1e-12 where violence alone is at work', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 26, max: 75, noNaN: true }), { maxLength: 20 }), (distances) => {
        const events = distances.map((distanceKm, i) => linkedEvent({ eventId: i + 1, distanceKm }));
        const { score, violence } = risk(events, '2025-03-10');
        expect(Math.abs(score - violence.chance)).toBeLessThan(1e-12);
      }),
    );
  });

  it('has its band as level, can be worked out again from what it shows, and has shares that add up', () => {
    fc.assert(
      fc.property(world, visit, fc.boolean(), (events, lastVisit, isCovered) => {
        const shown = risk(events, '2025-03-20', { lastVisit, isCovered });
        const band = levelOfScore(shown.score, riskPolicy);
        expect(shown.level).toBe(band === 'low' && !isCovered ? 'unknown' : band);
        let harm = shown.violence.background * riskPolicy.harm.violence;
        let shares = harm / shown.expectedHarm;
        for (const { expected, kept, share } of shown.violence.contributions) {
          harm += expected * kept;
          shares += share;
        }
        for (const { chances, kept } of shown.signals)
          for (const { base, attestation, place, fading, p, harm: weight, expected, share } of chances) {
            expect(base * attestation * place * fading).toBeCloseTo(p, 12);
            expect(p).toBeLessThanOrEqual(1 + 1e-9);
            expect(weight * p * kept).toBeCloseTo(expected, 12);
            harm += weight * p * kept;
            shares += share;
          }
        expect(Math.abs(100 * (1 - Math.exp(-harm)) - shown.score)).toBeLessThan(1e-9);
        expect(shares).toBeCloseTo(1, 9);
        expect(Number.isFinite(shown.score)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of events', () => {
    fc.assert(
      fc.property(world, (events) => {
        expect(risk(events.toReversed(), '2025-03-20').score).toBeCloseTo(
          risk(events, '2025-03-20').score,
          9,
        );
      }),
    );
  });

  it('is raised by no retreat, announcement or agreement', () => {
    const talk = [
      { subType: 'Withdrawal from territory', actors: ['M23'] },
      { subType: 'Agreement', actors: ['M23', 'FARDC'] },
      { subType: 'Other', actors: ['M23'] },
      { subType: 'Non-violent transfer of territory', actors: ['FARDC', 'M23'] },
    ] as const;
    const before = risk([taken], '2025-04-03').score;
    for (const { subType, actors } of talk) {
      const event = linkedEvent({
        eventId: 8,
        sourceEventId: '8',
        occurredOn: '2025-04-03',
        type: 'Strategic developments',
        subType,
        actors: [...actors],
        distanceKm: 12,
        deathsBest: null,
      });
      expect(risk([taken, event], '2025-04-03').score, subType).toBeLessThanOrEqual(before + 1e-9);
    }
  });
});

describe('the level', () => {
  it('is unknown, never low, where no covering source is fresh, and shown where it is raised', () => {
    expect(risk([], '2025-03-20', { isCovered: false }).level).toBe('unknown');
    expect(risk([], '2025-03-20').level).toBe('low');
    expect(risk([{ ...taken, distanceKm: 10 }], '2025-03-20', { isCovered: false }).level).toBe('severe');
  });
});
