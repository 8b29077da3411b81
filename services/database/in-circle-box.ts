import { latitudeSpan, longitudeSpan, type Point } from '../../domain/sphere.ts';

/** The parameters $1 to $4 of `inCircleBox`: the centre, and half the height and width of the box in degrees. */
export type Circle = readonly [latitude: number, longitude: number, height: number, width: number];

export function circleOf({ latitude, longitude }: Point, km: number): Circle {
  return [latitude, longitude, latitudeSpan(km), longitudeSpan(latitude, km)];
}

/** Whether a row with `latitude` and `longitude` lies in the box around a circle, also across the date line. */
export function inCircleBox(table: string): string {
  return `${table}.latitude between $1::float8 - $3 and $1::float8 + $3
    and (abs(${table}.longitude - $2::float8) <= $4 or abs(${table}.longitude - $2::float8) >= 360 - $4)`;
}
