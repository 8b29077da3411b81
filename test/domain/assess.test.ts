import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { assessSite } from '../../domain/assess.ts';
import type { LinkedEvent } from '../../domain/event.ts';
import { linkedEvent } from '../support/events.ts';

const sides = new Map([
  ['m23', 'non-state'],
  ['fardc', 'state'],
] as const);

function risk(events: LinkedEvent[], day: string, isCovered = true) {
  return assessSite(events, new Date(`${day}T12:00:00Z`), riskPolicy, { sides, isCovered });
}

const seizure = linkedEvent({
  eventId: 7,
  occurredOn: '2025-03-19',
  subType: 'Non-state actor overtakes territory',
  place: 'Walikale',
  latitude: -1.43049,
  longitude: 28.07519,
  deathsBest: null,
  distanceKm: 57,
});

describe('attack-on-site', () => {
  it('fires for violence within 5 km and ends after 30 days', () => {
    const attack = linkedEvent({ occurredOn: '2025-03-01', distanceKm: 4.9, deathsBest: 0 });
    expect(risk([attack], '2025-03-10').signals).toMatchObject([{ signal: 'attack-on-site', level: 'severe' }]);
    expect(risk([attack], '2025-03-31').signals).toEqual([]);
  });

  it('fires at any distance where the report names the site', () => {
    expect(risk([linkedEvent({ distanceKm: 12, named: true })], '2025-03-10').level).toBe('severe');
  });

  it('does not fire for the centre of a district, nor for a protest', () => {
    const near = [
      linkedEvent({ distanceKm: 2, locationPrecision: 3 }),
      linkedEvent({ distanceKm: 2, type: 'Protests', subType: 'Peaceful protest' }),
    ];
    expect(risk(near, '2025-03-10').signals).toEqual([]);
  });
});

describe('territory-seized', () => {
  it('is severe within 25 km, high within 75 km, nothing beyond', () => {
    const at = (distanceKm: number) => risk([{ ...seizure, distanceKm }], '2025-03-20').signals[0]?.level;
    expect(at(25)).toBe('severe');
    expect(at(57)).toBe('high');
    expect(at(75.1)).toBeUndefined();
  });

  it('says who took what, how far away with its uncertainty, and when', () => {
    expect(risk([seizure], '2025-03-20').signals[0]!.reason).toBe(
      'M23 took Walikale, 57 km ± 5 km from the site, on 2025-03-19.',
    );
  });

  it('ends when the place is left or retaken, but not when control changes elsewhere', () => {
    const left = linkedEvent({
      ...seizure,
      eventId: 8,
      occurredOn: '2025-04-03',
      type: 'Strategic developments',
      subType: 'Withdrawal from territory',
    });
    expect(risk([seizure, left], '2025-04-02').signals).toHaveLength(1);
    expect(risk([seizure, left], '2025-04-04').signals).toEqual([]);
    expect(risk([seizure, { ...left, latitude: -2.5 }], '2025-04-04').signals).toHaveLength(1);
  });

  it('is eased one level after 90 days without news and ends after 180', () => {
    expect(risk([seizure], '2025-06-18').signals[0]!.level).toBe('elevated');
    expect(risk([seizure], '2025-09-16').signals).toEqual([]);
  });

  it('counts a peaceful transfer only where a non-state actor acquires the place', () => {
    const transfer = { ...seizure, type: 'Strategic developments', subType: 'Non-violent transfer of territory' } as const;
    expect(risk([{ ...transfer, actors: ['M23', 'FARDC'] }], '2025-03-20').signals).toHaveLength(1);
    expect(risk([{ ...transfer, actors: ['FARDC'] }], '2025-03-20').signals).toEqual([]);
    expect(risk([{ ...transfer, actors: ['Military Forces of Rwanda (1994-)'] }], '2025-03-20').signals).toEqual([]);
  });
});

describe('operation-suspended', () => {
  const news = (eventId: number, occurredOn: string, subType: LinkedEvent['subType']) =>
    linkedEvent({ eventId, occurredOn, type: 'Strategic developments', subType, named: true, distanceKm: 0 });

  it('lasts until a restart is reported, and begins again with the next stop', () => {
    const course = [
      news(1, '2025-03-13', 'Site evacuated'),
      news(2, '2025-03-13', 'Operation suspended'),
      news(3, '2025-04-09', 'Operation restarted'),
      news(4, '2025-06-01', 'Operation suspended'),
    ];
    expect(risk(course, '2025-03-12').signals).toEqual([]);
    expect(risk(course, '2025-03-20').signals).toMatchObject([{ level: 'severe', events: [{ eventId: 1 }, { eventId: 2 }] }]);
    expect(risk(course, '2025-04-10').signals).toEqual([]);
    expect(risk(course, '2025-06-02').signals).toMatchObject([{ events: [{ eventId: 4 }] }]);
  });

  it('concerns only the site that the report names', () => {
    const elsewhere = { ...news(1, '2025-03-13', 'Operation suspended'), named: false, distanceKm: 3 };
    expect(risk([elsewhere], '2025-03-20').signals).toEqual([]);
  });
});

describe('the level', () => {
  it('is unknown, never low, where no covering source is fresh', () => {
    expect(risk([], '2025-03-20', false).level).toBe('unknown');
    expect(risk([], '2025-03-20', true).level).toBe('low');
  });

  it('shows a raised level even without coverage', () => {
    expect(risk([seizure], '2025-03-20', false).level).toBe('high');
  });
});
