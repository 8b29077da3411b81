import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import type { LinkedEvent } from '../../../domain/event.ts';
import type { Knowledge } from '../../../domain/risk/assess.ts';
import { linkedEvent } from '../../support/events.ts';
import { risk, taken } from './mine.ts';

describe('front', () => {
  const gain = (eventId: number, occurredOn: string, distanceKm: number, actor = 'M23') =>
    linkedEvent({
      ...taken,
      eventId,
      sourceEventId: `${eventId}`,
      occurredOn,
      distanceKm,
      actors: [actor, 'FARDC'],
      latitude: eventId,
      longitude: 0,
    });
  const course = [
    gain(1, '2025-01-04', 126),
    gain(2, '2025-03-09', 114),
    gain(3, '2025-03-12', 108),
    gain(4, '2025-03-19', 57),
  ];
  const fronts = (day: string, events = course) =>
    risk(events, day).signals.filter(({ signal }) => signal === 'front');

  it('is the place held that tells most, and says who took what, how far, when and from where it came', () => {
    expect(fronts('2025-03-09')).toMatchObject([{ key: 'front:2', events: [{ eventId: 2 }] }]);
    expect(fronts('2025-03-20')).toMatchObject([{ key: 'front:4' }]);
    expect(fronts('2025-03-20')[0]!.reason).toBe(
      'M23 took Walikale on 2025-03-19, 57 km ± 5 km from the site, and holds it as far as is known; ' +
        'it has come nearer, from 126 km within 60 days.',
    );
  });

  it('gives the ground its fitted chance, more where the front approaches', () => {
    const [ground] = fronts('2025-03-09')[0]!.chances;
    const { base, halvingKm, approachingFactor, reachKm } = riskPolicy.signal.front;
    expect(ground).toMatchObject({ outcome: 'ground', isMeasured: true, attestation: 1 });
    expect(ground!.base).toBeCloseTo(base * approachingFactor * 2 ** (-(114 - reachKm) / halvingKm), 12);
    // One that has just appeared is not approaching.
    expect(fronts('2025-03-09', [course[1]!])[0]!.chances[0]!.base).toBeCloseTo(
      base * 2 ** (-(114 - reachKm) / halvingKm),
      12,
    );
  });

  it('is certain within 25 km, by the chance of truly lying there, and never jumps at that edge', () => {
    const at = (distanceKm: number, uncertaintyKm: number) =>
      fronts('2025-03-19', [{ ...taken, distanceKm, uncertaintyKm }])[0]!.chances[0]!.p;
    expect(at(0, 5)).toBeCloseTo(2 ** (-0.5 / 45), 6);
    expect(at(21, 82)).toBeLessThan(0.19);
    expect(Math.abs(at(24.99, 5) - at(25.01, 5))).toBeLessThan(0.01);
  });

  it('lets operators stop before it arrives: industrial sites most, artisanal ones a fifth of that', () => {
    const stop = (kind: Knowledge['kind']) =>
      risk(course.slice(0, 2), '2025-03-09', { kind }).signals[0]!.chances[1]!;
    expect(stop('industrial')).toMatchObject({ outcome: 'stop', isMeasured: false });
    expect(stop('artisanal').p).toBeCloseTo(stop('industrial').p / 5, 12);
    expect(stop('unknown').p).toBeCloseTo(stop('industrial').p / 5, 12);
  });

  it('falls at once when the place is left, retaken or taken by another, and says so', () => {
    const end = (subType: LinkedEvent['subType'], actor: string) =>
      linkedEvent({
        ...course[3]!,
        eventId: 9,
        sourceEventId: '9',
        occurredOn: '2025-04-03',
        subType,
        actors: [actor],
      });
    for (const ender of [
      end('Withdrawal from territory', 'M23'),
      end('Government regains territory', 'FARDC'),
      end('Non-violent transfer of territory', 'FARDC'),
      end('Non-state actor overtakes territory', 'ADF'),
    ]) {
      const { signals, endings } = risk([...course, ender], '2025-04-03');
      expect(signals.filter(({ reason }) => reason.startsWith('M23'))[0]!.key, ender.subType).toBe('front:3');
      expect(endings).toMatchObject([{ ends: 'front:4', key: 'ended:9' }]);
    }
    expect(risk([...course, end('Withdrawal from territory', 'M23')], '2025-04-03').endings[0]!.reason).toBe(
      'M23 left Walikale, 57 km ± 5 km from the site, on 2025-04-03.',
    );
  });

  it('does not fall where another withdraws from there, or control changes elsewhere', () => {
    const other = { ...course[3]!, eventId: 9, occurredOn: '2025-04-03' };
    const army = { ...other, subType: 'Withdrawal from territory', actors: ['FARDC'] } as const;
    const elsewhere = { ...other, subType: 'Withdrawal from territory', latitude: 50 } as const;
    for (const event of [army, elsewhere])
      expect(risk([...course, linkedEvent(event as object)], '2025-04-04').endings).toEqual([]);
  });

  it('halves every 45 days in which nobody reports that the actor holds or fights there', () => {
    const fading = (events: LinkedEvent[], day: string) => fronts(day, events)[0]!.chances[0]!.fading;
    expect(fading([taken], '2025-05-03')).toBeCloseTo(2 ** (-45.5 / 45), 6);
    const clash = linkedEvent({
      ...taken,
      eventId: 8,
      occurredOn: '2025-05-01',
      subType: 'Armed clash',
      actors: ['FARDC', 'M23'],
    });
    expect(fading([taken, clash], '2025-05-03')).toBeCloseTo(2 ** (-2.5 / 45), 6);
  });

  it('counts the names of one actor as one, and different actors apart', () => {
    expect(fronts('2025-03-09', [course[0]!, gain(2, '2025-03-09', 114, 'AFC/M23')])).toHaveLength(1);
    expect(fronts('2025-03-09', [course[0]!, gain(2, '2025-03-09', 114, 'ADF')])).toHaveLength(2);
  });

  it('counts a peaceful transfer only where a non-state actor acquires the place', () => {
    const transfer = {
      ...taken,
      type: 'Strategic developments',
      subType: 'Non-violent transfer of territory',
    } as const;
    expect(fronts('2025-03-20', [{ ...transfer, actors: ['M23', 'FARDC'] }])).toHaveLength(1);
    expect(fronts('2025-03-20', [{ ...transfer, actors: ['FARDC'] }])).toEqual([]);
    expect(fronts('2025-03-20', [{ ...transfer, actors: ['Military Forces of Rwanda (1994-)'] }])).toEqual(
      [],
    );
  });
});
