import fc from 'fast-check';
import { addDays } from '../../domain/time.ts';
import { type EventInput, parseEvent } from '../../services/sources/events/event-input.ts';

/** What a source may say of an event, placed relative to a region and a day. */
export type Saying = {
  kind: (typeof kinds)[number];
  daysAgo: number;
  /** North and east of the region's middle, in degrees; null: no usable place. */
  offset: { north: number; east: number } | null;
  locationPrecision: number | null;
  actors: string[];
  deathsBest: number | null;
  confidence: 'provisional' | 'confirmed';
  notes: string | null;
  /** Which of the region's sites the report names. */
  named: number[];
};

const kinds = [
  ['Battles', 'Armed clash'],
  ['Battles', 'Non-state actor overtakes territory'],
  ['Battles', 'Government regains territory'],
  ['Violence against civilians', 'Attack'],
  ['Protests', 'Peaceful protest'],
  ['Strategic developments', 'Non-violent transfer of territory'],
  ['Strategic developments', 'Withdrawal from territory'],
  ['Strategic developments', 'Operation suspended'],
  ['Strategic developments', 'Operation restarted'],
] as const;

/** Few places, so that events meet: control of one place changes hands, and several events lie at a site. */
const offsets = [
  { north: 0, east: 0.02 },
  { north: 0.03, east: 0 },
  { north: 0.2, east: 0.1 },
  { north: 0.25, east: 0.12 },
  { north: -0.5, east: 0.3 },
  { north: 0.9, east: -0.4 },
];

export function sayings(daysAgo: fc.Arbitrary<number>, siteCount: number): fc.Arbitrary<Saying> {
  return fc.record({
    kind: fc.constantFrom(...kinds),
    daysAgo,
    offset: fc.option(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...offsets) },
        {
          weight: 2,
          arbitrary: fc.record({
            north: fc.double({ min: -1.3, max: 1.3, noNaN: true }),
            east: fc.double({ min: -1.3, max: 1.3, noNaN: true }),
          }),
        },
      ),
      { freq: 8 },
    ),
    locationPrecision: fc.constantFrom(null, 1, 1, 2, 3, 4, 6),
    actors: fc.constantFrom(
      ['M23', 'FARDC'],
      ['AFC/M23'],
      ['ADF', 'Civilians (Democratic Republic of Congo)'],
      ['FARDC', 'M23'],
      [],
    ),
    deathsBest: fc.constantFrom(null, 0, 1, 7),
    confidence: fc.constantFrom('provisional' as const, 'confirmed' as const),
    notes: fc.constantFrom(null, 'first report', 'second report'),
    named: fc.oneof(
      { weight: 2, arbitrary: fc.constant<number[]>([]) },
      { weight: 1, arbitrary: fc.subarray([...Array(siteCount).keys()], { minLength: 1 }) },
    ),
  });
}

export type Region = { name: string; latitude: number; longitude: number };

/** Sites of a region lie at these places from its middle: some share events, one lies apart. */
const siteOffsets = [
  { north: 0, east: 0 },
  { north: 0.22, east: 0.11 },
  { north: -0.6, east: 0.5 },
  { north: 1.1, east: -0.9 },
];

export function sitesOf({ name, latitude, longitude }: Region) {
  return siteOffsets.map(({ north, east }, i) => ({
    id: `${name}-${i}`,
    latitude: latitude + north,
    longitude: longitude + east,
  }));
}

export const siteCount = siteOffsets.length;

/** What the API would be posted for a saying, told at an instant. */
export function inputOf(
  saying: Saying,
  region: Region,
  identity: { source: string; sourceEventId: string },
  toldAt: Date,
): EventInput {
  const { kind, daysAgo, offset, locationPrecision, actors, deathsBest, confidence, notes, named } = saying;
  return {
    ...identity,
    type: kind[0],
    subType: kind[1],
    occurredOn: addDays(toldAt.toISOString().slice(0, 10), -daysAgo),
    place: offset ? 'Some place' : null,
    latitude: offset && region.latitude + offset.north,
    longitude: offset && region.longitude + offset.east,
    locationPrecision,
    actors,
    deathsBest,
    confidence,
    notes,
    siteIds: named.map((i) => sitesOf(region)[i]!.id),
  };
}

/** An input as the collecting takes it. */
export function collectedOf(input: EventInput, toldAt: Date) {
  const parsed = parseEvent(input, toldAt);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusals));
  const report = {
    externalId: input.sourceEventId,
    publisher: null,
    title: null,
    url: null,
    publishedAt: null,
    mayShowRaw: true,
    content: input,
  };
  return { event: parsed.event, report };
}
