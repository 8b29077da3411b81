import type { Point } from '../../../domain/sphere.ts';
import { baseLayers, baseSvg, countryNames } from './base-layers.ts';
import { boxAt, createLabeller } from './labels.ts';
import { homeLevel, type MapContent, mapHeight } from './map-content.ts';
import { mapLabels } from './map-labels.ts';
import { legend } from './map-legend.ts';
import { ringLabels, ringsSvg, scaleBar } from './measures.ts';
import { spotOn } from './projection.ts';
import { eventColour, eventRadius, eventSign, flagHeight, flagSign, siteSign } from './signs.ts';
import { figure, ink, paper, pictureWidth, type Spot, wholeSvg } from './svg.ts';

/** So many names at most: a map is looked at for seconds. */
const mostSiteNames = 6;
const mostTownNames = 12;

/** The map of a mail: land, water and borders, what happened and who holds what, the sites and where they lie. */
export function mapSvg(content: MapContent): string {
  const { home, frame, sites, events, held } = content;
  const { left, top, pixelsPerKm } = frame;
  const spotOf = (point: Point) => {
    const { x, y } = spotOn(home, point);
    return { x: (x - left) * pixelsPerKm, y: (y - top) * pixelsPerKm };
  };
  const base = baseLayers(content, spotOf);
  const middle = spotOf(home);
  const radius = sites.length <= 10 ? 5 : sites.length <= 60 ? 4.2 : 3.3;
  const flags = held.map(spotOf).filter(isInFrame);
  const numbers = numberSpots(events.map(spotOf), middle);
  const labeller = createLabeller({ left: 3, top: 3, right: pictureWidth - 3, bottom: mapHeight - 3 });
  const scale = scaleBar(pixelsPerKm, labeller);
  for (const spot of flags)
    labeller.block({ left: spot.x - 3, right: spot.x + 12, top: spot.y - flagHeight, bottom: spot.y + 2 });
  for (const spot of [middle, ...numbers]) labeller.block(boxAt(spot, eventRadius));
  for (const site of sites) labeller.spare(spotOf(site));
  const labels = mapLabels(content, spotOf);
  const told = labeller.placeSome(labels.told, labels.told.length);
  const rings = ringLabels(middle, pixelsPerKm, labeller);
  const around = [
    ...labeller.placeSome(labels.sites, mostSiteNames),
    ...labeller.placeSome(labels.towns, mostTownNames),
  ];
  const level = homeLevel(content);
  const drawn = [
    baseSvg(base),
    ...countryNames(base, labeller),
    ...events.map((event) => doubtSvg(spotOf(event), event.uncertaintyKm * pixelsPerKm)),
    ringsSvg(middle, pixelsPerKm),
    // The most important one lies on top.
    ...[...sites].reverse().map((site) => siteSign(site.level, spotOf(site), radius)),
    ...flags.map(flagSign),
    homeSign(middle),
    level ? siteSign(level, middle, 5.5) : '',
    ...events.map(({ number }, i) => eventSign(number, numbers[i]!)),
    ...around,
    ...rings,
    ...told,
    scale,
  ];
  const { svg, height } = legend(content);
  return wholeSvg(mapHeight + height, [
    `<g>${drawn.join('')}</g>`,
    // What reaches below the map goes under the legend: that costs half of what a clip path does.
    `<rect y="${mapHeight}" width="${pictureWidth}" height="${height}" fill="${paper}"/>`,
    `<rect x="0.5" y="0.5" width="${pictureWidth - 1}" height="${mapHeight + height - 1}" fill="none" stroke="#8a8a8a"/>`,
    `<path d="M0 ${mapHeight}H${pictureWidth}" stroke="#8a8a8a"/>`,
    svg,
  ]);
}

function isInFrame({ x, y }: Spot): boolean {
  return x >= 0 && x <= pictureWidth && y >= 0 && y <= mapHeight;
}

function homeSign({ x, y }: Spot): string {
  const at = `cx="${figure(x)}" cy="${figure(y)}"`;
  return `<circle ${at} r="10" fill="none" stroke="${paper}" stroke-width="4"/><circle ${at} r="10" fill="none" stroke="${ink}" stroke-width="1.8"/>`;
}

/** Where an event may have been. */
function doubtSvg({ x, y }: Spot, radius: number): string {
  return `<circle cx="${figure(x)}" cy="${figure(y)}" r="${figure(radius)}" fill="${eventColour}" fill-opacity="0.16" stroke="${eventColour}" stroke-width="1" stroke-dasharray="3 2"/>`;
}

const asideOf = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [1, 1],
  [-1, 1],
].map(([x, y]) => ({ x: 17 * x!, y: 17 * y! }));

/** The numbers of events where they happened; where several lie at one place, or at the site itself, side by side. */
function numberSpots(spots: readonly Spot[], middle: Spot): Spot[] {
  const taken = [middle];
  for (const { x, y } of spots) {
    const candidates = asideOf.map((aside) => ({ x: x + aside.x, y: y + aside.y }));
    const isFree = (spot: Spot) =>
      taken.every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) >= 15);
    taken.push(candidates.find(isFree) ?? candidates[0]!);
  }
  return taken.slice(1);
}
