import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import type { LinkedEvent } from '../../../domain/event.ts';
import { levelOfScore } from '../../../domain/level.ts';
import { assessSite, type Knowledge } from '../../../domain/risk/assess.ts';
import type { SiteVisit } from '../../../domain/site.ts';
import { addDays } from '../../../domain/time.ts';
import { linkedEvent } from '../../support/events.ts';

const actors: Knowledge['actors'] = new Map([
  ['m23', { side: 'non-state', group: 'm23' }],
  ['afc m23', { side: 'non-state', group: 'm23' }],
  ['adf', { side: 'non-state', group: 'adf' }],
  ['fardc', { side: 'state', group: 'fardc' }],
]);
const mine: Knowledge = { actors, kind: 'industrial', operator: null, isCovered: true, lastVisit: null };

function risk(events: LinkedEvent[], day: string, over: Partial<Knowledge> = {}) {
  return assessSite(events, new Date(`${day}T12:00:00Z`), riskPolicy, { ...mine, ...over });
}

const taken = linkedEvent({
  eventId: 7,
  occurredOn: '2025-03-19',
  subType: 'Non-state actor overtakes territory',
  place: 'Walikale',
  latitude: -1.43049,
  longitude: 28.07519,
  deathsBest: 0,
  distanceKm: 57,
});

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
