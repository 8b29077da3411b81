import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadEvent } from '../../../domain/reading/read-report.ts';
import { type ModelReading, mergeReadings } from '../../../domain/reading/reports/merge-readings.ts';

/** A clash at Mubi as our reader gives it; each test states what differs. */
function own(over: Partial<ReadEvent> = {}): ReadEvent {
  return {
    type: 'Battles',
    subType: 'Armed clash',
    occurredOn: '2025-03-19',
    datePrecision: 1,
    place: 'Mubi',
    latitude: -1.30883,
    longitude: 27.89323,
    locationPrecision: 1,
    uncertaintyKm: 5,
    actors: ['M23', 'FARDC'],
    deathsLow: null,
    deathsBest: 12,
    deathsHigh: null,
    siteIds: [],
    certainty: 0.8,
    span: { start: 0, end: 90, inTitle: false },
    rendering: 'Armed clash at Mubi.',
    rivals: [],
    attributedTo: null,
    ...over,
  };
}

function seen(over: Partial<ModelReading> = {}): ModelReading {
  return { ...own(), certainty: 0.5, isPinned: true, ...over };
}

const elsewhere = {
  place: 'Goma',
  latitude: -1.67409,
  longitude: 29.22845,
  span: { start: 200, end: 280, inTitle: false },
};

describe('two readings', () => {
  it('that agree are surer than ours alone', () => {
    expect(mergeReadings([own()], [seen()])).toEqual([own({ certainty: 0.9 })]);
  });

  it('agree within 10 km and a day', () => {
    // 0.08 degrees of latitude are 8.9 km, 0.1 are 11.1 km.
    const near = { latitude: -1.30883 + 0.08, occurredOn: '2025-03-18' };
    expect(mergeReadings([own()], [seen(near)])).toEqual([own({ certainty: 0.9 })]);
    const far = { latitude: -1.30883 + 0.1 };
    expect(mergeReadings([own()], [seen(far)])).toEqual([own({ certainty: 0.64 })]);
    const later = { occurredOn: '2025-03-21' };
    expect(mergeReadings([own()], [seen(later)])).toEqual([own({ certainty: 0.64 })]);
  });

  it('agree on a date that one of them knows only roughly', () => {
    const inMarch = own({ occurredOn: '2025-03-01', datePrecision: 4 });
    expect(mergeReadings([inMarch], [seen()])[0]).toMatchObject({ occurredOn: '2025-03-01', certainty: 0.9 });
  });

  it('agree on the mine that both name, wherever each puts it', () => {
    const halt = {
      type: 'Strategic developments',
      subType: 'Operation suspended',
      siteIds: ['bisie'],
    } as const;
    const merged = mergeReadings(
      [own({ ...halt, siteIds: ['bisie'] })],
      [seen({ ...elsewhere, ...halt, siteIds: ['bisie'] })],
    );
    expect(merged).toEqual([own({ ...halt, siteIds: ['bisie'], certainty: 0.9 })]);
  });

  it('that agree on all but the deaths leave more doubt, and ours stay', () => {
    expect(mergeReadings([own()], [seen({ deathsBest: 40 })])).toEqual([own({ certainty: 0.85 })]);
  });

  it.each<[string, Partial<ModelReading>]>([
    ['the sub-type', { subType: 'Non-state actor overtakes territory' }],
    ['the type', { type: 'Violence against civilians', subType: 'Attack' }],
    ['the place', elsewhere],
    ['the date', { occurredOn: '2025-02-01' }],
  ])('that differ in %s keep ours, less sure', (_, over) => {
    const span = { start: 0, end: 90, inTitle: false };
    expect(mergeReadings([own()], [seen({ ...over, span })])).toEqual([own({ certainty: 0.64 })]);
  });

  it('of which the model saw nothing keep ours, a little less sure', () => {
    expect(mergeReadings([own()], [])).toEqual([own({ certainty: 0.68 })]);
  });

  it('are paired one to one, whoever agrees first', () => {
    const first = own({ occurredOn: '2025-03-18' });
    const second = own({ occurredOn: '2025-03-19' });
    const merged = mergeReadings([first, second], [seen({ occurredOn: '2025-03-19' })]);
    expect(merged.map(({ certainty }) => certainty).sort()).toEqual([0.68, 0.9]);
  });
});

describe('what only the model saw', () => {
  it('enters with low certainty where it is pinned to a sentence', () => {
    const merged = mergeReadings([own()], [seen(), seen(elsewhere)]);
    expect(merged).toEqual([own({ certainty: 0.9 }), own({ ...elsewhere, certainty: 0.3 })]);
    expect(merged[1]).not.toHaveProperty('isPinned');
  });

  it('stays out where it is not pinned, or has no place', () => {
    expect(mergeReadings([], [seen({ isPinned: false })])).toEqual([]);
    expect(mergeReadings([], [seen({ latitude: null, longitude: null })])).toEqual([]);
  });

  it('stays out where it repeats what we read, or itself', () => {
    expect(mergeReadings([own()], [seen(), seen()])).toHaveLength(1);
    expect(mergeReadings([], [seen(), seen(), seen({ occurredOn: '2025-03-18' })])).toHaveLength(1);
    expect(mergeReadings([], [seen(), seen({ occurredOn: '2025-03-10' })])).toHaveLength(2);
  });
});

describe('whatever the model says', () => {
  const reading = fc.record({
    type: fc.constantFrom('Battles', 'Riots'),
    subType: fc.constantFrom('Armed clash', 'Mob violence'),
    occurredOn: fc.constantFrom('2025-03-01', '2025-03-18', '2025-03-19'),
    datePrecision: fc.constantFrom(1, 2, 4),
    latitude: fc.constantFrom(null, -1.3, -1.31, 2),
    siteIds: fc.constantFrom<string[]>([], ['bisie']),
    certainty: fc.double({ min: 0, max: 1, noNaN: true }),
    isPinned: fc.boolean(),
  });

  it('our events stay, in their order, with nothing but their certainty changed', () => {
    fc.assert(
      fc.property(
        fc.array(reading, { maxLength: 6 }),
        fc.array(reading, { maxLength: 6 }),
        (ours, theirs) => {
          const mine = ours.map(({ isPinned: _, ...over }) => own(over as Partial<ReadEvent>));
          const merged = mergeReadings(
            mine,
            theirs.map((over) => seen(over as Partial<ModelReading>)),
          );
          for (const [i, event] of mine.entries()) {
            expect(merged[i]).toEqual({ ...event, certainty: merged[i]!.certainty });
            expect(merged[i]!.certainty).toBeGreaterThanOrEqual(0);
            expect(merged[i]!.certainty).toBeLessThanOrEqual(1);
          }
          for (const added of merged.slice(mine.length)) expect(added.certainty).toBeLessThanOrEqual(0.3);
          expect(merged.length).toBeLessThanOrEqual(mine.length + theirs.length);
        },
      ),
    );
  });
});
