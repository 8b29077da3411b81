import type { Point } from '../sphere.ts';
import { roughKm } from './geometry.ts';
import { type Place, radiusOf } from './place.ts';

/** Where countries lie, as far as the circles of their provinces and districts and their towns tell: no borders are known. */
export type CountryAreas = ReadonlyMap<string, readonly Circle[]>;

type Circle = Point & { radiusKm: number };

/** What is wrong with a position that can hardly lie in the country that it is said to lie in. */
export type Misplacement = {
  /** The country that it does lie in, where that is known. */
  liesIn: string | null;
  /** What would bring it into the country that is named; null where nothing does. */
  remedy: 'swapped' | 'latitude negated' | 'longitude negated' | null;
};

/**
 * Countries whose areas leave no gap. Of 72,000 of their places, mines and events (Who's On First, IPIS, ICMM, UCDP)
 * none lies more than 78 km outside of all circles of its country.
 */
const coveredCountries = new Set(['BI', 'CD', 'RW', 'UG']);
const mostKmOutside = 100;
/** Of others some provinces are known. Of 1,000 of their mines and events none lies more than 533 km outside of those. */
const mostKmOutsideOfSome = 1000;
/**
 * What lies this far outside of its own country's circles and in the inner half of one of another country lies in that
 * one. Of 82,000 places one does, an event in what was Sudan and is South Sudan.
 */
const beyondBorderKm = 30;
const innerShare = 0.5;

export function buildCountryAreas(
  places: Iterable<Pick<Place, 'kind' | 'country' | 'latitude' | 'longitude' | 'radiusKm'>>,
): CountryAreas {
  const areas = new Map<string, Circle[]>();
  const hasProvinces = new Set<string>();
  for (const place of places) {
    const { kind, country, latitude, longitude } = place;
    if (country === null || kind === 'country' || kind === 'feature') continue;
    const isProvince = kind === 'admin1' || kind === 'admin2';
    if (isProvince) hasProvinces.add(country);
    if (!areas.has(country)) areas.set(country, []);
    areas.get(country)!.push({ latitude, longitude, radiusKm: isProvince ? radiusOf(place) : 0 });
  }
  // Some towns of a country do not tell how far it reaches.
  for (const country of areas.keys()) if (!hasProvinces.has(country)) areas.delete(country);
  return areas;
}

/** Tells a position that can hardly lie in the country, which is an ISO 3166-1 alpha-2 code; null where it may. */
export function findMisplacement(point: Point, country: string, areas: CountryAreas): Misplacement | null {
  const outsideKm = kmOutside(point, areas.get(country) ?? []);
  if (outsideKm <= beyondBorderKm) return null;
  const liesIn = countryAround(point, country, areas);
  const isFar =
    outsideKm !== Number.POSITIVE_INFINITY &&
    outsideKm > (coveredCountries.has(country) ? mostKmOutside : mostKmOutsideOfSome);
  return liesIn === null && !isFar ? null : { liesIn, remedy: remedyFor(point, country, areas) };
}

/** Infinity where nothing is known of the country. */
function kmOutside(point: Point, circles: readonly Circle[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const circle of circles) {
    least = Math.min(least, roughKm(point, circle) - circle.radiusKm);
    if (least <= 0) break;
  }
  return least;
}

function countryAround(point: Point, except: string, areas: CountryAreas): string | null {
  for (const [country, circles] of areas) {
    if (country === except) continue;
    const isInside = circles.some((circle) => roughKm(point, circle) < innerShare * circle.radiusKm);
    if (isInside) return country;
  }
  return null;
}

function remedyFor(
  { latitude, longitude }: Point,
  country: string,
  areas: CountryAreas,
): Misplacement['remedy'] {
  const circles = areas.get(country) ?? [];
  const remedies = [
    ['swapped', { latitude: longitude, longitude: latitude }],
    ['latitude negated', { latitude: -latitude, longitude }],
    ['longitude negated', { latitude, longitude: -longitude }],
  ] as const;
  const fits = ([, point]: (typeof remedies)[number]) =>
    Math.abs(point.latitude) <= 90 && kmOutside(point, circles) <= mostKmOutside;
  return remedies.find(fits)?.[0] ?? null;
}
