import fc from 'fast-check';
import type { IncidentEvent } from '../../domain/incidents/occurrence.ts';

/** A deadly, confirmed, well-located clash of 19 March 2025 at Mubi; each test states what differs. */
export function incidentEvent(over: Partial<IncidentEvent> = {}): IncidentEvent {
  return {
    eventId: 1,
    source: 'news',
    sourceEventId: '1',
    occurredOn: '2025-03-19',
    datePrecision: 1,
    type: 'Battles',
    subType: 'Armed clash',
    latitude: -1.30883,
    longitude: 27.89323,
    locationPrecision: 1,
    uncertaintyKm: 5,
    actors: ['M23', 'FARDC'],
    deathsLow: null,
    deathsBest: 3,
    deathsHigh: null,
    confidence: 'confirmed',
    retracted: false,
    origin: null,
    siteIds: [],
    ...over,
  };
}

/**
 * Reports of what goes on in a small area within a few days, by several sources: many of them match, not all of those
 * that match one match each other.
 */
export const crowdedReport = fc.record({
  source: fc.constantFrom('ucdp-ged', 'acled', 'news', 'radio'),
  day: fc.integer({ min: 15, max: 20 }),
  datePrecision: fc.constantFrom(1, 1, 1, 2, 3),
  // Steps of about 4 km.
  step: fc.integer({ min: 0, max: 6 }),
  uncertaintyKm: fc.constantFrom(2, 5, 25),
  kind: fc.constantFrom(
    ['Battles', 'Armed clash'],
    ['Battles', 'Non-state actor overtakes territory'],
    ['Violence against civilians', 'Attack'],
    ['Protests', 'Peaceful protest'],
  ),
  actors: fc.constantFrom<string[]>(['M23', 'FARDC'], ['AFC/M23'], ['ADF', 'FARDC'], []),
  deaths: fc.constantFrom(null, 0, 2, 4, 8),
  confidence: fc.constantFrom('provisional', 'confirmed'),
});

export type CrowdedReport = typeof crowdedReport extends fc.Arbitrary<infer T> ? T : never;

/** The same groups of source ids, whatever ids the events have. */
export function groupsOf(groups: readonly (readonly string[])[]): string[] {
  return groups.map((group) => [...group].sort().join(' + ')).sort();
}

/** Reports of one occurrence, some of them a little aside, so that not all of them match. */
export function crowd(lengths: { minLength: number; maxLength: number }) {
  const aside = fc.record({
    day: fc.constantFrom(19, 19, 19, 20),
    step: fc.constantFrom(0, 0, 0, 0, 1, 2),
    deaths: fc.constantFrom(null, 3, 4, 5, 9),
    confidence: fc.constantFrom<('provisional' | 'confirmed')[]>('provisional', 'confirmed'),
    publisher: fc.integer({ min: 0, max: 60 }),
  });
  return fc.array(aside, lengths).map((all) =>
    all.map(({ day, step, deaths, confidence, publisher }, i) =>
      incidentEvent({
        eventId: i + 1,
        source: `paper-${publisher}`,
        sourceEventId: `r${i}`,
        occurredOn: `2025-03-${day}`,
        latitude: -1.3 + step * 0.036,
        deathsBest: deaths,
        confidence,
      }),
    ),
  );
}
