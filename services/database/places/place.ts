import { areasByKey, placeOf, type StoredPlace } from '../../../domain/gazetteer/areas-of-places.ts';
import {
  type Operator,
  type Place,
  type PlaceContent,
  siteAsPlace,
} from '../../../domain/gazetteer/place.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { contentHash } from '../content-hash.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';

export type CollectedPlace = { dataset: string; recordId: string; place: PlaceContent };

export type PlaceOutcome = 'new' | 'changed' | 'unchanged';

const placeRecord = `id text, dataset text, kind text, name text, country text, admin1 text, admin2 text,
  latitude double precision, longitude double precision, population bigint, radius_km double precision,
  area_key text, within text[], content_hash text`;

export function placeIdOf({ dataset, recordId }: Pick<CollectedPlace, 'dataset' | 'recordId'>): string {
  return `${dataset}:${recordId}`;
}

/** Stores places: those known by their id are brought up to date. The outcomes stand in the order of the items. */
export async function storePlaces(
  client: Queryable,
  items: readonly CollectedPlace[],
  recordedAt: Date,
): Promise<PlaceOutcome[]> {
  // Two imports of one file take turns, so that none waits for a row of the other.
  await client.query('select pg_advisory_xact_lock(2, 1)');
  const hashes = items.map(({ place }) => contentHash(place));
  const ids = items.map(placeIdOf);
  const { rows } = await client.query(
    'select place.id, place.content_hash as "hash" from place where place.id = any($1)',
    [ids],
  );
  const stored = new Map<string, string>(rows.map(({ id, hash }) => [id, hash]));
  const outcomes = ids.map((id, i): PlaceOutcome => {
    const known = stored.get(id);
    return known === undefined ? 'new' : known === hashes[i] ? 'unchanged' : 'changed';
  });
  const writes = items.flatMap((item, i) =>
    outcomes[i] === 'unchanged' ? [] : [{ ...item, id: ids[i]!, hash: hashes[i]! }],
  );
  if (writes.length > 0) {
    await writePlaces(client, writes, recordedAt);
    await bumpPlaceSet(client);
  }
  return outcomes;
}

async function writePlaces(
  client: Queryable,
  writes: readonly (CollectedPlace & { id: string; hash: string })[],
  recordedAt: Date,
): Promise<void> {
  const rows = writes.map(({ id, dataset, hash, place }) => {
    const { names: _, radiusKm, areaKey, ...columns } = place;
    return { ...columns, id, dataset, radius_km: radiusKm, area_key: areaKey, content_hash: hash };
  });
  await client.query(
    `insert into place (id, dataset, kind, name, country, admin1, admin2, latitude, longitude, population, radius_km,
       area_key, within, content_hash, recorded_at)
     select id, dataset, kind, name, country, admin1, admin2, latitude, longitude, population, radius_km, area_key,
            within, content_hash, $2
     from json_to_recordset($1::json) as (${placeRecord})
     on conflict (id) do update
     set kind = excluded.kind, name = excluded.name, country = excluded.country, admin1 = excluded.admin1,
         admin2 = excluded.admin2, latitude = excluded.latitude, longitude = excluded.longitude,
         population = excluded.population, radius_km = excluded.radius_km, area_key = excluded.area_key,
         within = excluded.within, content_hash = excluded.content_hash, recorded_at = excluded.recorded_at`,
    [jsonText(rows), recordedAt],
  );
  await client.query('delete from place_name where place_name.place_id = any($1)', [
    writes.map(({ id }) => id),
  ]);
  const names = writes.flatMap(({ id, place }) => place.names.map((name) => ({ place_id: id, name })));
  await client.query(
    `insert into place_name (place_id, name)
     select place_id, name from json_to_recordset($1::json) as (place_id text, name text) on conflict do nothing`,
    [jsonText(names)],
  );
}

/** Removes the places of a dataset that are not among those given; for datasets that are always whole. */
export async function removeOtherPlaces(
  client: Queryable,
  dataset: string,
  ids: readonly string[],
): Promise<number> {
  const { rowCount } = await client.query(
    'delete from place where place.dataset = $1 and place.id <> all($2)',
    [dataset, ids],
  );
  if (rowCount) await bumpPlaceSet(client);
  return rowCount ?? 0;
}

async function bumpPlaceSet(client: Queryable): Promise<void> {
  await client.query('update place_set set version = place_set.version + 1');
}

/** The version of the gazetteer: it differs where `readPlaces` would answer something else. */
export async function readPlaceSetVersion(client: Queryable): Promise<string> {
  const { rows } = await client.query('select place_set.version from place_set');
  return String(rows[0].version);
}

/** The whole gazetteer, for memory: places, sites as places, operators; about 65,000 places a second. */
export async function readPlaces(
  client: Queryable,
): Promise<{ places: Place[]; operators: Operator[]; version: string }> {
  // Read before the places: a change in between makes the next look at the version differ.
  const version = await readPlaceSetVersion(client);
  const { rows } = await client.query<StoredPlace>(
    `select place.id, place.kind, place.name, names.names, place.country, place.admin1, place.admin2, place.latitude,
            place.longitude, place.population, place.radius_km as "radiusKm", place.area_key as "areaKey", place.within
     from place
     left join (select place_name.place_id, array_agg(place_name.name order by place_name.name) as names
                from place_name group by place_name.place_id) as names on names.place_id = place.id
     order by place.id`,
  );
  const areas = areasByKey(rows);
  const places = rows.map((row) => placeOf(row, areas));
  const { rows: sites } = await client.query(
    `select site.id, site.name, site.operator, site.country, site.admin1, site.latitude, site.longitude, names.names
     from site
     left join (select site_name.site_no, array_agg(distinct site_name.name) as names
                from site_name group by site_name.site_no) as names on names.site_no = site.site_no
     where site.withdrawn_at is null
     order by site.site_no`,
  );
  for (const { operator: _, names, ...site } of sites)
    places.push(siteAsPlace({ ...site, names: names ?? [] }));
  const operated = groupBy(
    sites.filter(({ operator }) => operator !== null),
    ({ operator }): string => operator,
  );
  const operators = [...operated].map(([name, own]) => ({ name, siteIds: own.map(({ id }) => id) }));
  return { places, operators, version };
}
