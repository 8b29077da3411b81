import { wordsOf } from '../../../domain/reading/text/fold.ts';
import type { Label } from './labels.ts';
import { type MapContent, type NamedPoint, onlyHolder, type SpotOf } from './map-content.ts';
import { eventColour } from './signs.ts';
import { figure, ink, isDrawable, type Spot } from './svg.ts';

const townColour = '#4d4d4d';

/** What is as near to a named place as this, in units of the picture, is that place or cannot be told from it. */
const samePlace = 9;

/** A longer name would cross the map; it stands in the words of the mail. */
const longestName = 26;

/**
 * The names on a map, in the order in which they get their places: those that the mail speaks of, then sites, then
 * towns around. Each name and each place stands once.
 */
export function mapLabels(content: MapContent, spotOf: SpotOf): Record<'told' | 'sites' | 'towns', Label[]> {
  const { home, held, events, sites, towns } = content;
  const holder = onlyHolder(held);
  const keys = new Set<string>();
  const spots: Spot[] = [];
  /** The places whose names are new and can be drawn, each with its label. */
  const label = <T extends NamedPoint>(
    points: readonly T[],
    style: (point: T) => Omit<Label, 'at'>,
  ): Label[] =>
    points.flatMap((point) => {
      const key = wordsOf(point.name).join(' ');
      if (keys.has(key) || !isDrawable(point.name) || point.name.length > longestName) return [];
      keys.add(key);
      spots.push(spotOf(point));
      return [{ ...style(point), at: spots.at(-1)! }];
    });
  const isFar = (point: NamedPoint) => {
    const { x, y } = spotOf(point);
    return spots.every((spot) => Math.hypot(spot.x - x, spot.y - y) > samePlace);
  };
  const told = [
    ...label([home], ({ name }) => ({
      text: name,
      gap: 12,
      style: { size: 13, isBold: true },
      mayCover: 99,
    })),
    ...label(held, ({ name, actor }) => ({
      text: holder === null && actor && isDrawable(actor) ? `${name} (${actor})` : name,
      gap: 12,
      style: { size: 12, isBold: true, colour: ink },
      mayCover: 99,
    })),
    ...label(
      events.flatMap(({ place, ...event }) => (place ? [{ ...event, name: place }] : [])),
      ({ name }) => ({
        text: name,
        gap: 10,
        style: { size: 12, isBold: true, colour: eventColour },
        mayCover: 99,
      }),
    ),
  ];
  return {
    told,
    sites: label(sites, ({ name }) => ({
      text: name,
      gap: 6,
      style: { size: 12, isBold: true },
      mayCover: 0,
    })),
    towns: label(towns.filter(isFar), (town) => ({
      text: town.name,
      gap: 4,
      style: { size: 12, colour: townColour },
      mayCover: 0,
      sign: townSign(spotOf(town)),
    })),
  };
}

function townSign({ x, y }: Spot): string {
  return `<circle cx="${figure(x)}" cy="${figure(y)}" r="1.9" fill="${townColour}" stroke="#ffffff" stroke-width="0.8"/>`;
}
