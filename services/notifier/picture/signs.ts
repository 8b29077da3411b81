import type { Level } from '../../../domain/level.ts';
import { levelColours } from '../level-marks.ts';
import { figure, ink, paper, type Spot, textSvg } from './svg.ts';

/** The corners of each level's shape on a circle of radius 1, clockwise from the top; circles have none. */
const corners: Record<Level, Spot[] | null> = {
  severe: star(5, 1.35, 0.58),
  high: star(2, 1.3, 1.3),
  elevated: [
    { x: 0, y: -1.25 },
    { x: 1.2, y: 0.9 },
    { x: -1.2, y: 0.9 },
  ],
  guarded: [
    { x: -0.9, y: -0.9 },
    { x: 0.9, y: -0.9 },
    { x: 0.9, y: 0.9 },
    { x: -0.9, y: 0.9 },
  ],
  low: null,
  unknown: null,
};

function star(points: number, outer: number, inner: number): Spot[] {
  return Array.from({ length: 2 * points }, (_, i) => {
    const angle = (i * Math.PI) / points;
    const radius = i % 2 === 0 ? outer : inner;
    return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
  });
}

/** A site in the shape and the colour of its level. */
export function siteSign(level: Level, { x, y }: Spot, radius: number): string {
  const shape = corners[level];
  const rim = `stroke="${ink}" stroke-width="0.8" stroke-linejoin="round"`;
  if (!shape) {
    const fill = level === 'unknown' ? paper : levelColours[level].fill;
    const width = level === 'unknown' ? `stroke="${levelColours.unknown.fill}" stroke-width="1.6"` : rim;
    return `<circle cx="${figure(x)}" cy="${figure(y)}" r="${figure(radius)}" fill="${fill}" ${width}/>`;
  }
  const points = shape.map((corner) => `${figure(x + radius * corner.x)},${figure(y + radius * corner.y)}`);
  return `<polygon points="${points.join(' ')}" fill="${levelColours[level].fill}" ${rim}/>`;
}

export const eventRadius = 7.5;
export const eventColour = '#5b2a86';

/** The number under which the mail tells of an event. */
export function eventSign(number: number, { x, y }: Spot): string {
  return (
    `<circle cx="${figure(x)}" cy="${figure(y)}" r="${eventRadius}" fill="${eventColour}" stroke="${paper}" stroke-width="1.2"/>` +
    textSvg(String(number), { x, y: y + 4.1 }, { size: 11.5, isBold: true, colour: paper, anchor: 'middle' })
  );
}

export const flagHeight = 15;

/** A flag whose pole stands on a place that an armed group holds. */
export function flagSign({ x, y }: Spot): string {
  const top = y - flagHeight;
  return (
    `<path d="M${figure(x)} ${figure(y)}V${figure(top)}" stroke="${paper}" stroke-width="4"/>` +
    `<path d="M${figure(x)} ${figure(top)}h11l-3 3.5l3 3.5h-11z" fill="${ink}" stroke="${paper}" stroke-width="1" paint-order="stroke"/>` +
    `<path d="M${figure(x)} ${figure(y)}V${figure(top)}" stroke="${ink}" stroke-width="1.6"/>` +
    `<circle cx="${figure(x)}" cy="${figure(y)}" r="2" fill="${ink}"/>`
  );
}
