import { describe, expect, it } from 'vitest';
import type { LinkedEvent } from '../../../domain/event.ts';
import type { Knowledge } from '../../../domain/risk/assess.ts';
import type { SiteVisit } from '../../../domain/site.ts';
import { linkedEvent } from '../../support/events.ts';
import { risk } from './mine.ts';

/** What the signal of that name adds to the expected harm. */
function added(events: LinkedEvent[], day: string, name: string, over: Partial<Knowledge> = {}): number {
  return risk(events, day, over)
    .signals.filter(({ signal }) => signal === name)
    .flatMap(({ chances }) => chances)
    .reduce((sum, { expected }) => sum + expected, 0);
}

describe('attack-on-site', () => {
  const attack = linkedEvent({ occurredOn: '2025-03-01', distanceKm: 4, deathsBest: 0 });

  it('weighs an attack by the chance that it truly lay within 5 km', () => {
    const placeOf = (over: Partial<LinkedEvent>) =>
      risk([{ ...attack, ...over }], '2025-03-01').signals[0]!.chances[0]!.place;
    expect(placeOf({})).toBeCloseTo(0.56, 2);
    expect(placeOf({ uncertaintyKm: 25 })).toBeCloseTo(0.08, 2);
    expect(placeOf({ distanceKm: 12, named: true })).toBe(1);
  });

  it('halves every 14 days', () => {
    expect(added([attack], '2025-03-15', 'attack-on-site')).toBeCloseTo(
      added([attack], '2025-03-01', 'attack-on-site') / 2,
      12,
    );
  });

  it('says "from the site" unless the report names it, and nothing of a protest or of a province', () => {
    expect(risk([attack], '2025-03-02').signals[0]!.reason).toContain('4 km ± 5 km from the site');
    expect(risk([{ ...attack, named: true }], '2025-03-02').signals[0]!.reason).toContain(
      'the report names the site',
    );
    const none = [
      linkedEvent({ distanceKm: 2, locationPrecision: 4 }),
      linkedEvent({ distanceKm: 2, type: 'Protests', subType: 'Peaceful protest' }),
    ];
    expect(risk(none, '2025-03-10').signals).toEqual([]);
  });
});

describe('armed-presence', () => {
  const lastVisit: SiteVisit = {
    dataset: 'ipis',
    visitedOn: '2024-12-01',
    armedGroups: ['NDC-R'],
    interference: true,
  };

  it('is elevated after a visit that found interference, and fades with its age', () => {
    const level = (day: string) => risk([], day, { lastVisit }).level;
    expect(level('2024-12-10')).toBe('elevated');
    expect(level('2025-12-20')).toBe('guarded');
    expect(level('2028-12-02')).toBe('low');
  });

  it('is guarded for mere presence, and nothing for the army of the state', () => {
    expect(risk([], '2024-12-10', { lastVisit: { ...lastVisit, interference: false } }).level).toBe(
      'guarded',
    );
    expect(risk([], '2024-12-10', { lastVisit: { ...lastVisit, armedGroups: ['FARDC'] } }).signals).toEqual(
      [],
    );
  });

  it('shows a guarded site as guarded even where no source covers its country', () => {
    expect(risk([], '2025-12-20', { lastVisit, isCovered: false }).level).toBe('guarded');
  });
});

describe('operation-suspended', () => {
  const news = (eventId: number, occurredOn: string, subType: LinkedEvent['subType']) =>
    linkedEvent({
      eventId,
      sourceEventId: `${eventId}`,
      occurredOn,
      type: 'Strategic developments',
      subType,
      actors: ['Alphamin Bisie Mining'],
      deathsBest: null,
      named: true,
      distanceKm: 0,
    });

  it('is severe until a restart is reported, which it tells, and begins again with the next stop', () => {
    const all = [
      news(1, '2025-03-13', 'Site evacuated'),
      news(2, '2025-03-13', 'Operation suspended'),
      news(3, '2025-04-09', 'Operation restarted'),
      news(4, '2025-06-01', 'Operation suspended'),
    ];
    expect(risk(all, '2025-03-12').signals).toEqual([]);
    const stopped = risk(all, '2025-03-20');
    expect(stopped).toMatchObject({
      level: 'severe',
      signals: [{ events: [{ eventId: 1 }, { eventId: 2 }] }],
    });
    expect(stopped.score).toBeGreaterThan(98);
    const restarted = risk(all, '2025-04-10');
    expect(restarted).toMatchObject({ level: 'low', signals: [] });
    expect(restarted.endings).toMatchObject([{ ends: stopped.signals[0]!.key, key: 'restarted:3' }]);
    expect(risk(all, '2025-06-02').signals).toMatchObject([{ events: [{ eventId: 4 }] }]);
  });

  it('halves every 90 days without news', () => {
    const chance = (day: string) =>
      risk([news(1, '2025-03-13', 'Operation suspended')], day).signals[0]!.chances[0]!.p;
    expect(chance('2025-06-11') / chance('2025-03-13')).toBeCloseTo(0.5, 9);
  });

  it('is not ended by a restart of the same day, in whatever order both were told', () => {
    const stop = news(1, '2025-03-13', 'Operation suspended');
    const restart = news(2, '2025-03-13', 'Operation restarted');
    const toldLater = { ...restart, recordedAt: new Date('2025-03-14T00:00:00Z') };
    for (const all of [
      [stop, restart],
      [restart, stop],
      [stop, toldLater],
    ])
      expect(risk(all, '2025-03-20').signals).toMatchObject([{ events: [{ eventId: 1 }] }]);
  });

  it('concerns only the site that the report names', () => {
    const elsewhere = { ...news(1, '2025-03-13', 'Operation suspended'), named: false, distanceKm: 3 };
    expect(risk([elsewhere], '2025-03-20').signals).toEqual([]);
  });

  it('is as sure as its report, and sure where the operator says so itself', () => {
    const halt = { ...news(1, '2025-03-13', 'Operation suspended'), confidence: 'provisional' } as const;
    const attested = (event: LinkedEvent, operator: string | null) =>
      risk([event], '2025-03-13', { operator }).signals[0]!.attestedAs;
    expect(attested(halt, null)).toBe('provisional');
    expect(attested(halt, 'Alphamin Resources')).toBe('operator');
    expect(attested(halt, 'Banro')).toBe('provisional');
    const read = { ...halt, origin: 'examplenews', source: 'news' };
    expect(attested(read, 'Alphamin Resources')).toBe('reading');
    expect(attested({ ...read, origin: 'alphamin' }, 'Alphamin Resources')).toBe('operator');
  });
});
