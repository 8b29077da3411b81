import type { Place, PlaceContent } from './place.ts';

/** A place as it is stored: the areas that it lies in are named by their keys. */
export type StoredPlace = Omit<PlaceContent, 'names'> & { id: string; names: string[] | null };

export function areasByKey(rows: readonly StoredPlace[]): Map<string, StoredPlace> {
  const areas = new Map<string, StoredPlace>();
  for (const row of rows) if (row.areaKey !== null) areas.set(row.areaKey, row);
  return areas;
}

/** The place with the names of its areas, as far as their rows are there. */
export function placeOf(row: StoredPlace, areas: ReadonlyMap<string, StoredPlace>): Place {
  const place: Place = {
    id: row.id,
    name: row.name,
    names: row.names ?? [],
    kind: row.kind,
    country: row.country,
    admin1: row.admin1,
    admin2: row.admin2,
    latitude: row.latitude,
    longitude: row.longitude,
    population: row.population,
    siteId: null,
    radiusKm: row.radiusKm,
  };
  for (const key of row.within) {
    const area = areas.get(key);
    if (!area || area === row) continue;
    place.country ??= countryOf(area, areas);
    if (area.kind === 'admin1') place.admin1 ??= area.name;
    if (area.kind === 'admin2') place.admin2 ??= area.name;
  }
  return place;
}

/** Areas lie in areas; a file that makes a ring of them is followed a few steps only. */
function countryOf(area: StoredPlace, areas: ReadonlyMap<string, StoredPlace>, steps = 3): string | null {
  if (area.country !== null || steps === 0) return area.country;
  for (const key of area.within) {
    const country = areas.get(key) ? countryOf(areas.get(key)!, areas, steps - 1) : null;
    if (country !== null) return country;
  }
  return null;
}
