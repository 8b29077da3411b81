import { distanceKm, latitudeSpan, longitudeSpan, type Point } from '../sphere.ts';

const kmPerDegree = 111.195;
const radians = Math.PI / 180;

/** Distance in km as on a plane: within 1 % up to some 1,000 km off the poles, and much faster than on the sphere. */
export function roughKm(a: Point, b: Point): number {
  const dLat = a.latitude - b.latitude;
  let dLon = Math.abs(a.longitude - b.longitude);
  if (dLon > 180) dLon = 360 - dLon;
  const x = dLon * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  return Math.sqrt(x * x + dLat * dLat) * kmPerDegree;
}

/** Direction in degrees from north, clockwise, in which `b` lies seen from `a`. */
export function bearing(a: Point, b: Point): number {
  const x = (b.longitude - a.longitude) * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  return (Math.atan2(x, b.latitude - a.latitude) / radians + 360) % 360;
}

/** The point at a distance and direction of another. */
export function moved({ latitude, longitude }: Point, km: number, bearingDeg: number): Point {
  const north = latitude + latitudeSpan(km) * Math.cos(bearingDeg * radians);
  const east = longitude + longitudeSpan(latitude, km) * Math.sin(bearingDeg * radians);
  return {
    latitude: Math.max(-90, Math.min(90, north)),
    longitude: ((((east + 180) % 360) + 360) % 360) - 180,
  };
}

/** The point halfway between two that are not far apart. */
export function middle(a: Point, b: Point): Point {
  const km = distanceKm(a, b);
  return moved(a, km / 2, bearing(a, b));
}
