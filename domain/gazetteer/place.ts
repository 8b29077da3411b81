/** What a name in a text can stand for. */
export type PlaceKind = 'country' | 'admin1' | 'admin2' | 'locality' | 'site' | 'feature';

/** What a class word says about the place named beside it; `seat` is the chief town of the area of that name. */
export type PlaceClass = PlaceKind | 'seat' | 'region';

/** One entry of the gazetteer. Coordinates are WGS84 degrees; of an area they are its centre or its chief town. */
export type Place = {
  /** Source and id there, such as `whosonfirst:421174285`, `bundled:cd-north-kivu-goma` or `site:bisie`. */
  id: string;
  name: string;
  /** Other spellings, without `name`. */
  names: string[];
  kind: PlaceKind;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** Province, region or state. */
  admin1: string | null;
  /** Territory, district or department. */
  admin2: string | null;
  latitude: number;
  longitude: number;
  population: number | null;
  /** The mining site that this is, for the kind `site`. */
  siteId: string | null;
  /** Of an area: radius in km of a circle as large as it. */
  radiusKm?: number | null;
};

/** One sense of a name. `byAlias`: the name is another spelling of the place. */
export type Sense = { place: Place; byAlias: boolean };

/** True of a place that is known from the gazetteer of the world alone. */
export function isOfWorld(place: Place): boolean {
  return place.id.startsWith('world:');
}

/** A company and the sites that it operates. */
export type Operator = { name: string; siteIds: string[] };

/** Radius in km of an area whose size is not known: about what is usual of its kind. */
const usualRadiusKm: Record<PlaceKind, number> = {
  country: 500,
  admin1: 150,
  admin2: 50,
  locality: 5,
  site: 2,
  feature: 25,
};

/** Radius in km within which lies what is told of this place. */
export function radiusOf(place: Pick<Place, 'kind' | 'radiusKm'>): number {
  return place.radiusKm ?? usualRadiusKm[place.kind];
}

export function isArea(kind: PlaceKind): boolean {
  return kind === 'country' || kind === 'admin1' || kind === 'admin2';
}

/** What a dataset says about one place. */
export type PlaceContent = {
  name: string;
  /** Other spellings. */
  names: string[];
  kind: Exclude<PlaceKind, 'site'>;
  country: string | null;
  admin1: string | null;
  admin2: string | null;
  latitude: number;
  longitude: number;
  population: number | null;
  radiusKm: number | null;
  /** Of an area: the key by which other rows of the dataset name it. */
  areaKey: string | null;
  /** Keys of the areas that it lies in. */
  within: string[];
};

/** A mining site as a place of the gazetteer. */
export function siteAsPlace(
  site: Pick<Place, 'id' | 'name' | 'names' | 'country' | 'admin1' | 'latitude' | 'longitude'>,
): Place {
  return { ...site, id: `site:${site.id}`, kind: 'site', siteId: site.id, admin2: null, population: null };
}
