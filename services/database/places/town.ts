import type { Point } from '../../../domain/sphere.ts';
import { type Circle, inCircleBox } from '../in-circle-box.ts';
import type { Queryable } from '../pool.ts';

/** A place with people, by the name under which most know it. */
export type Town = Point & { name: string };

/**
 * The places around a point that say most to a stranger: those with the most people, then those that have the most
 * spellings, which is how gazetteers show that a place is written about.
 */
export async function readTowns(client: Queryable, circle: Circle, limit: number): Promise<Town[]> {
  const { rows } = await client.query<Town>(
    `select place.name, place.latitude, place.longitude from place
     where place.kind = 'locality' and ${inCircleBox('place')}
     order by place.population desc nulls last,
       (select count(*) from place_name where place_name.place_id = place.id) desc, place.name, place.id
     limit $5`,
    [...circle, limit],
  );
  return rows;
}
