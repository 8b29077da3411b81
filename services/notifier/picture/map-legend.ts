import { type Level, levels } from '../../../domain/level.ts';
import { homeLevel, type MapContent, mapHeight, onlyHolder } from './map-content.ts';
import { eventColour, eventRadius, eventSign, flagSign, siteSign } from './signs.ts';
import { ink, isDrawable, pictureWidth, type Spot, textSvg, textWidth } from './svg.ts';

type Entry = { sign(at: Spot): string; text: string };

const size = 12;
const rowHeight = 19;
const signWidth = 18;
const gap = 10;
const margin = 8;

const fromTheTop: readonly Level[] = [...[...levels].reverse(), 'unknown'];

/** What the signs mean, below the map: only those that are on it. */
export function legend(content: MapContent): { svg: string; height: number } {
  const shown = new Set(content.sites.map(({ level }) => level));
  const only = onlyHolder(content.held);
  const holder = only !== null && isDrawable(only) ? only : null;
  const entries: Entry[] = [
    ...fromTheTop
      .filter((level) => shown.has(level))
      .map((level) => ({ sign: (at: Spot) => siteSign(level, at, 5), text: level })),
    ...(homeLevel(content) === null ? [{ sign: ringSign, text: content.home.name }] : []),
    ...(content.events.length > 0 ? [{ sign: (at: Spot) => eventSign(1, at), text: 'what happened' }] : []),
    ...(content.events.some(({ uncertaintyKm }) => uncertaintyKm * content.frame.pixelsPerKm > eventRadius)
      ? [{ sign: doubtSign, text: 'where it may have been' }]
      : []),
    ...(content.held.length > 0
      ? [
          {
            sign: ({ x, y }: Spot) => flagSign({ x: x - 4, y: y + 7 }),
            text: `held by ${holder ?? 'an armed group'}`,
          },
        ]
      : []),
  ];
  let [x, y] = [margin, mapHeight + rowHeight / 2 + 4];
  const drawn = entries.map(({ sign, text }) => {
    const width = signWidth + textWidth(text, { size });
    if (x > margin && x + width > pictureWidth - margin) [x, y] = [margin, y + rowHeight];
    const svg = sign({ x: x + 7, y }) + textSvg(text, { x: x + signWidth, y: y + 4.2 }, { size });
    x += width + gap;
    return svg;
  });
  return { svg: drawn.join(''), height: y + rowHeight / 2 + 4 - mapHeight };
}

function ringSign({ x, y }: Spot): string {
  return `<circle cx="${x}" cy="${y}" r="6" fill="none" stroke="${ink}" stroke-width="1.8"/>`;
}

function doubtSign({ x, y }: Spot): string {
  return `<circle cx="${x}" cy="${y}" r="7" fill="${eventColour}" fill-opacity="0.16" stroke="${eventColour}" stroke-dasharray="3 2"/>`;
}
