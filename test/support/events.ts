import type { LinkedEvent } from '../../domain/event.ts';

/** A deadly, confirmed, well-located clash; each test states what differs. */
export function linkedEvent(over: Partial<LinkedEvent> = {}): LinkedEvent {
  return {
    eventId: 1,
    revision: 1,
    source: 'ucdp-ged',
    sourceEventId: '1',
    occurredOn: '2025-03-01',
    datePrecision: 1,
    type: 'Battles',
    subType: 'Armed clash',
    place: 'Mubi',
    latitude: -1.30883,
    longitude: 27.89323,
    locationPrecision: 1,
    uncertaintyKm: 5,
    actors: ['M23', 'FARDC'],
    deathsLow: null,
    deathsBest: 3,
    deathsHigh: null,
    confidence: 'confirmed',
    recordedAt: new Date('2025-03-01T12:00:00Z'),
    retracted: false,
    origin: null,
    incidentId: null,
    distanceKm: 10,
    named: false,
    ...over,
  };
}
