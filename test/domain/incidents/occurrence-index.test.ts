import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import { occurrencesOf } from '../../../domain/incidents/form-incidents.ts';
import { compareOccurrences } from '../../../domain/incidents/occurrence.ts';
import { indexOccurrences } from '../../../domain/incidents/occurrence-index.ts';
import type { DatePrecision, LocationPrecision } from '../../../domain/precision.ts';
import { readActors } from '../../../services/sources/actors.ts';
import { incidentEvent } from '../../support/incidents.ts';

const actors = readActors();

/** Around a place of the tropics, over the date line and at a pole, where degrees of longitude mean little. */
const places = fc.oneof(
  fc.record({ latitude: fc.double({ min: -1.5, max: -1, noNaN: true }), longitude: fc.constant(28) }),
  fc.record({ latitude: fc.constant(10), longitude: fc.constantFrom(-180, -179.95, -179.8, 179.9, 180) }),
  fc.record({
    latitude: fc.constantFrom(89.9, 89.95, 90),
    longitude: fc.constantFrom(-170, -60, 0, 45, 180),
  }),
  fc.constant({ latitude: null, longitude: null }),
);

const reports = fc.array(
  fc.tuple(
    places,
    fc.record({
      occurredOn: fc.constantFrom('2025-03-10', '2025-03-12', '2025-03-13', '2025-03-14', '2025-03-20'),
      datePrecision: fc.constantFrom<DatePrecision>(1, 1, 2, 3),
      locationPrecision: fc.constantFrom<LocationPrecision>(1, 1, 4),
      uncertaintyKm: fc.constantFrom(0, 3, 10, 40),
      siteIds: fc.subarray(['bisie', 'rubaya']),
    }),
  ),
  { maxLength: 40 },
);

describe('the index of occurrences', () => {
  it('finds, once each, all that are the same by a comparison with all', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const occurrences = occurrencesOf(
          all.map(([place, rest], i) =>
            incidentEvent({ ...place, ...rest, eventId: i + 1, source: `s${i}`, sourceEventId: `${i}` }),
          ),
          actors,
        );
        const index = indexOccurrences<{ occurrence: (typeof occurrences)[number] }>(riskPolicy);
        for (const occurrence of occurrences) index.add({ occurrence });
        for (const own of occurrences) {
          const found = [...index.near(own)].map(({ occurrence }) => occurrence);
          expect(new Set(found).size).toBe(found.length);
          const same = occurrences.filter((other) => compareOccurrences(own, other, riskPolicy).same);
          expect(found).toEqual(expect.arrayContaining(same));
        }
      }),
    );
  });

  it('passes over what is too far away or on other days', () => {
    const at = (latitude: number, occurredOn: string) =>
      occurrencesOf([incidentEvent({ latitude, occurredOn, uncertaintyKm: 5 })], actors)[0]!;
    const index = indexOccurrences<{ occurrence: ReturnType<typeof at> }>(riskPolicy);
    const near = at(-1.3, '2025-03-12');
    for (const occurrence of [near, at(-1.5, '2025-03-12'), at(-1.3, '2025-03-20')])
      index.add({ occurrence });
    expect([...index.near(at(-1.31, '2025-03-13'))]).toEqual([{ occurrence: near }]);
  });
});
