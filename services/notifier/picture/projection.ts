import { distanceKm, earthRadiusKm, type Point } from '../../../domain/sphere.ts';
import type { Spot } from './svg.ts';

const radiansPerDegree = Math.PI / 180;

/**
 * The azimuthal equidistant projection: distances and directions from home are true. Spots are in km, x to the east
 * and y to the south. Source: the direct and the inverse problem on the sphere, for instance Snyder, Map Projections:
 * A Working Manual (1987), pages 30 to 31 and 195.
 */
export function spotOn(home: Point, point: Point): Spot {
  const [phi1, phi2] = [home.latitude * radiansPerDegree, point.latitude * radiansPerDegree];
  const dLambda = (point.longitude - home.longitude) * radiansPerDegree;
  const east = Math.sin(dLambda) * Math.cos(phi2);
  const north = Math.cos(phi1) * Math.sin(phi2) - Math.sin(phi1) * Math.cos(phi2) * Math.cos(dLambda);
  const angle = Math.atan2(east, north);
  const km = distanceKm(home, point);
  return { x: km * Math.sin(angle), y: -km * Math.cos(angle) };
}

/** The point of a spot, the inverse of `spotOn`. */
export function pointAt(home: Point, { x, y }: Spot): Point {
  const phi1 = home.latitude * radiansPerDegree;
  const angle = Math.atan2(x, -y);
  const arc = Math.hypot(x, y) / earthRadiusKm;
  const sinPhi2 = Math.sin(phi1) * Math.cos(arc) + Math.cos(phi1) * Math.sin(arc) * Math.cos(angle);
  const dLambda = Math.atan2(
    Math.sin(angle) * Math.sin(arc) * Math.cos(phi1),
    Math.cos(arc) - Math.sin(phi1) * sinPhi2,
  );
  const longitude = home.longitude + dLambda / radiansPerDegree;
  return {
    latitude: Math.asin(Math.max(-1, Math.min(1, sinPhi2))) / radiansPerDegree,
    longitude: ((longitude + 540) % 360) - 180,
  };
}
