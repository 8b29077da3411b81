import { groupBy } from '../../../domain/group-by.ts';
import { baseMap, type Layer } from './base-map.ts';
import { finer } from './clip.ts';
import type { Labeller } from './labels.ts';
import { circleAround, type MapContent, mapHeight, type SpotOf } from './map-content.ts';
import { type Box, figure, isDrawable, pictureWidth, type Spot, textSvg, textWidth } from './svg.ts';

const land = '#f5f2e9';
const water = '#c8deea';
const border = '#7a7268';

/** What lies below everything else on a map: a piece of a country, a lake, a line. */
type Drawn = { name: string; lines: Spot[][] };
export type BaseLayers = Record<'countries' | 'borders' | 'lakes' | 'rivers', Drawn[]>;

/** Land, water and borders in the frame, as they lie on the picture. */
export function baseLayers({ home, frame }: Pick<MapContent, 'home' | 'frame'>, spotOf: SpotOf): BaseLayers {
  const { center, km } = circleAround(home, frame);
  const drawn = (layer: Layer) =>
    layer(center, km).map(({ name, lines }) => ({
      name,
      lines: lines.map((line) => finer(line).map(([longitude, latitude]) => spotOf({ latitude, longitude }))),
    }));
  const { countries, borders, lakes, rivers } = baseMap();
  return {
    countries: drawn(countries),
    borders: drawn(borders),
    lakes: drawn(lakes),
    rivers: drawn(rivers),
  };
}

/** Borders lie over lakes too. */
export function baseSvg({ countries, borders, lakes, rivers }: BaseLayers): string {
  return (
    `<rect width="${pictureWidth}" height="${mapHeight}" fill="${water}"/>` +
    `<path d="${pathOf(countries)}" fill="${land}" fill-rule="evenodd" stroke="${land}" stroke-width="0.4"/>` +
    `<path d="${pathOf(rivers)}" fill="none" stroke="${water}" stroke-width="1.6"/>` +
    `<path d="${pathOf(lakes)}" fill="${water}" fill-rule="evenodd"/>` +
    `<path d="${pathOf(borders)}" fill="none" stroke="${border}" stroke-width="1.2" stroke-dasharray="5 2.5"/>`
  );
}

function pathOf(shapes: readonly Drawn[]): string {
  return shapes
    .flatMap(({ lines }) => lines.filter((line) => line.length > 1))
    .map((line) => `M${line.map(({ x, y }) => `${figure(x)} ${figure(y)}`).join('L')}`)
    .join('');
}

const nameStyle = { size: 12, isBold: true, colour: '#8a8175', spacing: 1.2 } as const;

/** Where names of countries are tried: so many columns and rows. */
const grid = { columns: 9, rows: 12 };

/** The names of countries, where several are seen and each has room for its name. */
export function countryNames({ countries: pieces }: BaseLayers, labeller: Labeller): string[] {
  const countries = [...groupBy(pieces, ({ name }) => name)]
    .map(([name, own]) => {
      const rings = own.flatMap(({ lines }) => lines);
      return { name, rings, spots: gridSpots().filter((spot) => isInside(spot, rings)) };
    })
    .filter(({ name, spots }) => spots.length > 0 && isDrawable(name));
  // Where there is but one, its name says nothing that the mail does not say.
  if (countries.length < 2) return [];
  return countries.flatMap(({ name, rings, spots }) => {
    const half = textWidth(name, nameStyle) / 2;
    const holds = ({ x, y }: Spot) => [-half, half].every((dx) => isInside({ x: x + dx, y }, rings));
    const free = spots.filter((spot) => labeller.isFree(nameBox(spot, half), 0) && holds(spot));
    if (free.length === 0) return [];
    const middle = { x: mean(spots.map(({ x }) => x)), y: mean(spots.map(({ y }) => y)) };
    const best = free.reduce((a, b) => (apart(b, middle) < apart(a, middle) ? b : a));
    labeller.block(nameBox(best, half));
    return [textSvg(name, { x: best.x, y: best.y + 4 }, { ...nameStyle, anchor: 'middle' })];
  });
}

/** True where a ray to the east crosses the rings an odd number of times. */
function isInside({ x, y }: Spot, rings: readonly Spot[][]): boolean {
  let isIn = false;
  for (const ring of rings) {
    for (const [i, a] of ring.entries()) {
      const b = ring.at(i - 1)!;
      if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) isIn = !isIn;
    }
  }
  return isIn;
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
