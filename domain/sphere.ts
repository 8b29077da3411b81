/** Geometry on a sphere. Latitudes and longitudes are WGS84 degrees, distances great-circle kilometres. */

/** Mean Earth radius R1 in km (IUGG; Moritz, Geodetic Reference System 1980). */
export const earthRadiusKm = 6371.0088;

const radiansPerDegree = Math.PI / 180;

export type Point = { latitude: number; longitude: number };

/**
 * Great-circle distance in km by the haversine formula, exact to rounding at every distance.
 * Source: Sinnott, Virtues of the Haversine, Sky and Telescope 68 (1984).
 */
export function distanceKm(a: Point, b: Point): number {
  const halfDLat = ((b.latitude - a.latitude) * radiansPerDegree) / 2;
  const halfDLon = ((b.longitude - a.longitude) * radiansPerDegree) / 2;
  const h =
    Math.sin(halfDLat) ** 2 +
    Math.cos(a.latitude * radiansPerDegree) *
      Math.cos(b.latitude * radiansPerDegree) *
      Math.sin(halfDLon) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Degrees of latitude that span a distance in km. */
export function latitudeSpan(km: number): number {
  return km / earthRadiusKm / radiansPerDegree;
}

/**
 * Half the width in degrees of longitude of the box around a circle of `km` about latitude `latitude`; 180 where
 * the circle holds a pole. A circle is widest poleward of its centre, hence asin rather than a plain division.
 * Source: the right spherical triangle of pole, centre and tangent point (Napier's rules: sin A = sin a / sin c).
 */
export function longitudeSpan(latitude: number, km: number): number {
  const angle = km / earthRadiusKm;
  const sine = Math.sin(angle) / Math.cos(latitude * radiansPerDegree);
  const holdsPole = Math.abs(latitude) + latitudeSpan(km) >= 90;
  return holdsPole || sine >= 1 ? 180 : Math.asin(sine) / radiansPerDegree;
}

/** The unit vector of a point, written into `out` at `offset` as x, y, z. */
export function writeUnitVector(point: Point, out: Float64Array, offset: number): void {
  const lat = point.latitude * radiansPerDegree;
  const lon = point.longitude * radiansPerDegree;
  out[offset] = Math.cos(lat) * Math.cos(lon);
  out[offset + 1] = Math.cos(lat) * Math.sin(lon);
  out[offset + 2] = Math.sin(lat);
}
