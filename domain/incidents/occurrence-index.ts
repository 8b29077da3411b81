import { addTo } from '../group-by.ts';
import type { RiskPolicy } from '../policy.ts';
import { isCoarse } from '../precision.ts';
import { earthRadiusKm, writeUnitVector } from '../sphere.ts';
import type { Occurrence } from './occurrence.ts';

/** Things by the day and place of their occurrences. */
export type OccurrenceIndex<T> = {
  add(item: T): void;
  /** Those added that may be the same as this one by their days and places: too many rather than too few, each once. */
  near(one: Occurrence): Iterable<T>;
};

type Indexed = { occurrence: Occurrence };

/** A point on the unit sphere, and how far off it may be on that sphere. */
type Placed<T> = { item: T; x: number; y: number; z: number; uncertainty: number };

/** Room for rounding: `compareOccurrences` decides. */
const slack = 1.0001;
const leastChord = 1e-12;

/**
 * Places are kept in cubes as wide as the longest distance at which events are joined, laid through the unit sphere:
 * what is near lies in the same cube or one beside it, at the poles and at the date line too.
 */
export function indexOccurrences<T extends Indexed>({
  incident,
}: Pick<RiskPolicy, 'incident'>): OccurrenceIndex<T> {
  const { daysApart } = incident;
  // A chord is never longer than its arc.
  const longest = (incident.maxDistanceKm / earthRadiusKm) * slack;
  const halfOfAxis = Math.ceil(1 / longest) + 1;
  const cubeOf = (value: number) => Math.floor(value / longest) + halfOfAxis;
  const perAxis = 2 * halfOfAxis + 1;
  const keyOf = (day: number, x: number, y: number, z: number) =>
    ((day * perAxis + x) * perAxis + y) * perAxis + z;
  // By the number of days that a date may be too early: an exact date is not sought among the days before it.
  const bySpan = new Map<number, Map<number, [Placed<T>, ...Placed<T>[]]>>();
  const byNamedSite = new Map<string, [T, ...T[]]>();

  const inPlace = ({ firstDay, lastDay }: Occurrence, own: Placed<unknown>): T[] => {
    const found: T[] = [];
    const [cx, cy, cz] = [cubeOf(own.x), cubeOf(own.y), cubeOf(own.z)];
    for (const [span, cubes] of bySpan)
      for (let day = firstDay - daysApart - span; day <= lastDay + daysApart; day++)
        for (let x = cx - 1; x <= cx + 1; x++)
          for (let y = cy - 1; y <= cy + 1; y++)
            for (let z = cz - 1; z <= cz + 1; z++) addTouching(own, cubes.get(keyOf(day, x, y, z)), found);
    return found;
  };

  const addTouching = (own: Placed<unknown>, others: readonly Placed<T>[] | undefined, found: T[]) => {
    if (!others) return;
    for (const other of others) {
      const reach = Math.min(longest, (own.uncertainty + other.uncertainty) * slack + leastChord);
      const [dx, dy, dz] = [own.x - other.x, own.y - other.y, own.z - other.z];
      if (dx * dx + dy * dy + dz * dz <= reach * reach) found.push(other.item);
    }
  };

  return {
    add(item) {
      const { occurrence } = item;
      for (const siteId of occurrence.event.siteIds) addTo(byNamedSite, siteId, item);
      const placed = placedOf(item);
      if (!placed) return;
      const span = occurrence.lastDay - occurrence.firstDay;
      const cubes = bySpan.get(span) ?? new Map<number, [Placed<T>, ...Placed<T>[]]>();
      bySpan.set(span, cubes);
      addTo(cubes, keyOf(occurrence.firstDay, cubeOf(placed.x), cubeOf(placed.y), cubeOf(placed.z)), placed);
    },
    near(occurrence) {
      const placed = placedOf({ occurrence });
      const inPlaces = placed ? inPlace(occurrence, placed) : [];
      const { siteIds } = occurrence.event;
      if (siteIds.length === 0) return inPlaces;
      return new Set([...inPlaces, ...siteIds.flatMap((siteId) => byNamedSite.get(siteId) ?? [])]);
    },
  };
}

/** Null where the place says nothing. */
function placedOf<T extends Indexed>(item: T): Placed<T> | null {
  const { latitude, longitude, locationPrecision, uncertaintyKm } = item.occurrence.event;
  if (latitude === null || longitude === null || isCoarse(locationPrecision)) return null;
  const vector = new Float64Array(3);
  writeUnitVector({ latitude, longitude }, vector, 0);
  return { item, x: vector[0]!, y: vector[1]!, z: vector[2]!, uncertainty: uncertaintyKm / earthRadiusKm };
}
