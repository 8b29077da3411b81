import { type GeoProjection, geoContains, geoPath } from 'd3-geo';
import { groupBy } from '../../../domain/group-by.ts';
import type { Point } from '../../../domain/sphere.ts';
import { baseMap, type Layer } from './base-map.ts';
import type { Labeller } from './labels.ts';
import { circleAround, type MapFrame, mapHeight } from './map-content.ts';
import { type Box, isDrawable, pictureWidth, type Spot, textSvg, textWidth } from './svg.ts';

const land = '#f5f2e9';
const water = '#c8deea';
const border = '#7a7268';

/** Land and water with the borders of countries, which lie over lakes too. */
export function baseLayers(home: Point, frame: MapFrame, projection: GeoProjection): string {
  const { countries, borders, lakes, rivers } = baseMap();
  const { center, km } = circleAround(home, frame);
  const path = geoPath(projection).digits(1);
  const paths = (layer: Layer) =>
    layer(center, km)
      .map(({ geometry }) => path(geometry) ?? '')
      .join('');
  return (
    `<rect width="${pictureWidth}" height="${mapHeight}" fill="${water}"/>` +
    `<path d="${paths(countries)}" fill="${land}" stroke="${land}" stroke-width="0.4"/>` +
    `<path d="${paths(rivers)}" fill="none" stroke="${water}" stroke-width="1.6"/>` +
    `<path d="${paths(lakes)}" fill="${water}"/>` +
    `<path d="${paths(borders)}" fill="none" stroke="${border}" stroke-width="1.2" stroke-dasharray="5 2.5"/>`
  );
}

const nameStyle = { size: 12, isBold: true, colour: '#8a8175', spacing: 1.2 } as const;

/** Where names of countries are tried: so many columns and rows. */
const grid = { columns: 9, rows: 12 };

/** The names of countries, where several are seen and each has room for its name. */
export function countryNames(
  home: Point,
  frame: MapFrame,
  projection: GeoProjection,
  labeller: Labeller,
): string[] {
  const { center, km } = circleAround(home, frame);
  const places = gridSpots().map((spot) => ({ spot, point: projection.invert!([spot.x, spot.y])! }));
  const countries = [...groupBy(baseMap().countries(center, km), ({ name }) => name)]
    .map(([name, shapes]) => {
      const contains = (point: [number, number]) =>
        shapes.some(({ geometry }) => geoContains(geometry, point));
      return { name, contains, spots: places.filter(({ point }) => contains(point)).map(({ spot }) => spot) };
    })
    .filter(({ name, spots }) => spots.length > 0 && isDrawable(name));
  // Where there is but one, its name says nothing that the mail does not say.
  if (countries.length < 2) return [];
  return countries.flatMap(({ name, contains, spots }) => {
    const half = textWidth(name, nameStyle) / 2;
    const isWithin = (spot: Spot) =>
      [-half, half].every((dx) => contains(projection.invert!([spot.x + dx, spot.y])!));
    const free = spots.filter((spot) => labeller.isFree(nameBox(spot, half), 0) && isWithin(spot));
    if (free.length === 0) return [];
    const middle = { x: mean(spots.map(({ x }) => x)), y: mean(spots.map(({ y }) => y)) };
    const best = free.reduce((a, b) => (apart(b, middle) < apart(a, middle) ? b : a));
    labeller.block(nameBox(best, half));
    return [textSvg(name, { x: best.x, y: best.y + 4 }, { ...nameStyle, anchor: 'middle' })];
  });
}

function gridSpots(): Spot[] {
  return Array.from({ length: grid.columns * grid.rows }, (_, i) => ({
    x: ((i % grid.columns) + 0.5) * (pictureWidth / grid.columns),
    y: (Math.floor(i / grid.columns) + 0.5) * (mapHeight / grid.rows),
  }));
}

function nameBox({ x, y }: Spot, half: number): Box {
  return { left: x - half, right: x + half, top: y - 7, bottom: y + 7 };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function apart(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
