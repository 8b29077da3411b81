import { wordsOf } from '../reading/text/fold.ts';
import { roughKm } from './geometry.ts';
import { isArea, type Place } from './place.ts';

/** Two places of one name this near to each other are one, in km. */
const samePlaceKm = 5;

/**
 * The places with those of the world that they lack. What is in both is known better by the detailed ones; a country of
 * which they have as many localities as the world has of it is left to them.
 */
export function withWorld(places: readonly Place[], world: readonly Place[]): Place[] {
  const byName = new Map<string, Place[]>();
  const counts = new Map<string | null, number>();
  for (const place of places) {
    if (isArea(place.kind)) continue;
    if (place.kind === 'locality') counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
    for (const name of new Set([place.name, ...place.names].map(keyOf))) {
      const known = byName.get(name);
      if (known) known.push(place);
      else byName.set(name, [place]);
    }
  }
  for (const { country } of world) counts.set(country, (counts.get(country) ?? 0) - 1);
  const lacked = world.filter((town) => {
    if ((counts.get(town.country) ?? 0) >= 0) return false;
    // A mine beside a town is not the town.
    return !byName
      .get(keyOf(town.name))
      ?.some((place) => place.kind !== 'site' && roughKm(place, town) <= samePlaceKm);
  });
  return [...places, ...lacked];
}

function keyOf(name: string): string {
  return wordsOf(name).join(' ');
}
