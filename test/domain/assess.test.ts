import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { assessSite } from '../../domain/assess.ts';
import type { LinkedEvent } from '../../domain/event.ts';
import type { SiteVisit } from '../../domain/site.ts';
import { linkedEvent } from '../support/events.ts';

const actors = new Map([
  ['m23', { side: 'non-state', group: 'm23' }],
  ['afc m23', { side: 'non-state', group: 'm23' }],
  ['fardc', { side: 'state', group: 'fardc' }],
] as const);

function risk(events: LinkedEvent[], day: string, isCovered = true, lastVisit: SiteVisit | null = null) {
  return assessSite(events, new Date(`${day}T12:00:00Z`), riskPolicy, { actors, isCovered, lastVisit });
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
    expect(risk([attack], '2025-03-10').signals).toMatchObject([
      { signal: 'attack-on-site', level: 'severe' },
    ]);
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

  it('does not end when the same actor takes the next village, but when another actor takes the place', () => {
    const next = linkedEvent({
      ...seizure,
      eventId: 9,
      occurredOn: '2025-03-25',
      actors: ['AFC/M23', 'FARDC'],
    });
    const seized = (events: LinkedEvent[]) =>
      risk(events, '2025-03-26').signals.filter((signal) => signal.signal === 'territory-seized');
    expect(seized([seizure, next])).toHaveLength(2);
    expect(seized([seizure, { ...next, actors: ['Wazalendo', 'M23'] }])).toHaveLength(1);
  });

  it('is eased one level after 90 days without news and ends after 180', () => {
    expect(risk([seizure], '2025-06-18').signals[0]!.level).toBe('elevated');
    expect(risk([seizure], '2025-09-16').signals).toEqual([]);
  });

  it('counts a peaceful transfer only where a non-state actor acquires the place', () => {
    const transfer = {
      ...seizure,
      type: 'Strategic developments',
      subType: 'Non-violent transfer of territory',
    } as const;
    expect(risk([{ ...transfer, actors: ['M23', 'FARDC'] }], '2025-03-20').signals).toHaveLength(1);
    expect(risk([{ ...transfer, actors: ['FARDC'] }], '2025-03-20').signals).toEqual([]);
    expect(
      risk([{ ...transfer, actors: ['Military Forces of Rwanda (1994-)'] }], '2025-03-20').signals,
    ).toEqual([]);
  });
});

describe('front-approaching', () => {
  const gain = (eventId: number, occurredOn: string, distanceKm: number, actor = 'M23') =>
    linkedEvent({
      ...seizure,
      eventId,
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
    risk(
      events.filter((event) => event.occurredOn <= day),
      day,
    ).signals.filter((s) => s.signal === 'front-approaching');

  it('fires when the newest gain is the nearest in 90 days, high within 75 km', () => {
    expect(fronts('2025-01-05')).toEqual([]);
    expect(fronts('2025-03-09')).toMatchObject([
      { level: 'elevated', events: [{ eventId: 2 }, { eventId: 1 }] },
    ]);
    expect(fronts('2025-03-12')).toMatchObject([
      { level: 'elevated', events: [{ eventId: 3 }, { eventId: 2 }] },
    ]);
    expect(fronts('2025-03-20')).toMatchObject([{ level: 'high', events: [{ eventId: 4 }, { eventId: 3 }] }]);
  });

  it('counts the names of one actor as one, and different actors apart', () => {
    const alias = [gain(1, '2025-01-04', 126), gain(2, '2025-03-09', 114, 'AFC/M23')];
    expect(fronts('2025-03-09', alias)).toHaveLength(1);
    expect(fronts('2025-03-09', [alias[0]!, gain(2, '2025-03-09', 114, 'ADF')])).toEqual([]);
  });

  it('does not fire beyond 150 km, nor for a gain further away than one before', () => {
    expect(fronts('2025-03-09', [gain(1, '2025-01-04', 190), gain(2, '2025-03-09', 151)])).toEqual([]);
    expect(fronts('2025-03-09', [gain(1, '2025-01-04', 100), gain(2, '2025-03-09', 114)])).toEqual([]);
  });

  it('ends after 60 days without a nearer gain, also when others further away follow', () => {
    const later = [...course, gain(5, '2025-04-20', 140)];
    expect(risk(later, '2025-05-17').signals.some((s) => s.signal === 'front-approaching')).toBe(true);
    expect(risk(later, '2025-05-18').signals.some((s) => s.signal === 'front-approaching')).toBe(false);
  });

  it('falls back to the gain before when the nearest place is lost again', () => {
    const lost = linkedEvent({
      ...course[3]!,
      eventId: 9,
      occurredOn: '2025-04-03',
      subType: 'Withdrawal from territory',
    });
    expect(risk([...course, lost], '2025-04-04').signals).toMatchObject([
      { signal: 'front-approaching', level: 'elevated' },
    ]);
  });
});

describe('armed-presence', () => {
  const visit = { dataset: 'ipis', visitedOn: '2024-12-01', armedGroups: ['NDC-R'], interference: true };

  it('is elevated within a year of a visit that found interference, then guarded, and ends after three', () => {
    const level = (day: string) => risk([], day, true, visit).signals[0]?.level;
    expect(level('2025-03-20')).toBe('elevated');
    expect(level('2026-03-20')).toBe('guarded');
    expect(level('2027-12-02')).toBeUndefined();
  });

  it('is guarded for mere presence, and nothing for the army of the state', () => {
    expect(risk([], '2025-03-20', true, { ...visit, interference: false }).level).toBe('guarded');
    expect(risk([], '2025-03-20', true, { ...visit, armedGroups: ['FARDC'] }).signals).toEqual([]);
  });

  it('shows a guarded site as guarded even where no source covers its country', () => {
    expect(risk([], '2026-03-20', false, visit).level).toBe('guarded');
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
    expect(risk(course, '2025-03-20').signals).toMatchObject([
      { level: 'severe', events: [{ eventId: 1 }, { eventId: 2 }] },
    ]);
    expect(risk(course, '2025-04-10').signals).toEqual([]);
    expect(risk(course, '2025-06-02').signals).toMatchObject([{ events: [{ eventId: 4 }] }]);
  });

  it('is not ended by a restart of the same day, in whatever order both were told', () => {
    const stop = news(1, '2025-03-13', 'Operation suspended');
    const restart = news(2, '2025-03-13', 'Operation restarted');
    const toldLater = { ...restart, recordedAt: new Date('2025-03-14T00:00:00Z') };
    for (const course of [
      [stop, restart],
      [restart, stop],
      [stop, toldLater],
    ]) {
      expect(risk(course, '2025-03-20').signals).toMatchObject([{ events: [{ eventId: 1 }] }]);
    }
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
