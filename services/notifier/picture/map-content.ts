import type { AlertNotice, OwnSite } from '../../../domain/alerts/alert-notice.ts';
import type { Level } from '../../../domain/level.ts';
import { isCoarse } from '../../../domain/precision.ts';
import { distanceKm, type Point } from '../../../domain/sphere.ts';
import { occurrencesOf } from '../occurrences.ts';
import { plainText } from '../plain-text.ts';
import { focusOf } from '../site-order.ts';
import { placeName, siteName } from '../wording.ts';
import { pointAt, spotOn } from './projection.ts';
import { type Box, pictureWidth, type Spot } from './svg.ts';

export type NamedPoint = Point & { name: string };

/** A place that an armed group holds; the names are those of reports. */
export type HeldPlace = NamedPoint & { actor: string };

/** All that a map shows, in plain values: the same content gives the same picture. */
export type MapContent = {
  /** The site that the rings go around: the one that the reader's subscription is about, else that of the mail. */
  home: NamedPoint;
  /** Most important first. */
  sites: (NamedPoint & { level: Level })[];
  /** By the numbers under which the mail tells them. */
  events: (Point & { number: number; place: string | null; uncertaintyKm: number })[];
  held: HeldPlace[];
  /** The most important first. */
  towns: NamedPoint[];
  frame: MapFrame;
};

/** The part of the Earth that is shown, in km east and south of home. */
export type MapFrame = Box & { pixelsPerKm: number };

/** Where a point of the Earth is on the picture. */
export type SpotOf = (point: Point) => Spot;

export const mapHeight = 320;

/** What lies farther from home than this is told in words alone. */
export const mapReachKm = 250;

/** A map shows at least as much, so that a reader knows where it is. */
const leastSpanKm = 70;

/** Room around what is shown, as part of the whole: names and signs stand there. */
const margin = 0.11;

const widestDoubtKm = 40;

/** What the map of a message shows. Its frame does not depend on the towns, which are looked up for it. */
export function mapContent(
  ordered: readonly AlertNotice[],
  ownSite: OwnSite | null,
  { held: heldPlaces, towns }: Pick<MapContent, 'held' | 'towns'>,
): MapContent {
  const home = homeOf(ordered, ownSite);
  const isNear = (point: Point) => distanceKm(home, point) <= mapReachKm;
  const events = occurrencesOf(ordered).told.flatMap(({ event }, i) => {
    const { latitude, longitude, uncertaintyKm } = event;
    if (latitude === null || longitude === null || isCoarse(event.locationPrecision)) return [];
    return [{ number: i + 1, place: placeName(event), latitude, longitude, uncertaintyKm }].filter(isNear);
  });
  const sites = ordered
    .map((notice) => {
      const { latitude, longitude } = notice.site;
      return { name: siteName(notice), level: notice.level, latitude, longitude };
    })
    .filter(isNear);
  const held = heldPlaces
    .filter(isNear)
    .sort((a, b) => distanceKm(home, a) - distanceKm(home, b) || (a.name < b.name ? -1 : 1));
  const frame = frameOf(home, { events, sites, held: foremost(home, held) });
  return { home, sites, events, held, towns, frame };
}

/** Who holds all the places that are held; null where that is not one, or not known. */
export function onlyHolder(held: readonly HeldPlace[]): string | null {
  const holders = new Set(held.map(({ actor }) => actor));
  return holders.size === 1 ? [...holders][0] || null : null;
}

/** The level of home; null where the message tells nothing of it. */
export function homeLevel({ home, sites }: MapContent): Level | null {
  const isHome = (site: NamedPoint) =>
    site.name === home.name && site.latitude === home.latitude && site.longitude === home.longitude;
  return sites.find(isHome)?.level ?? null;
}

/** The site that a message is about to its reader: its own one where that lies near enough to what is told. */
export function homeOf(ordered: readonly AlertNotice[], ownSite: OwnSite | null): NamedPoint {
  const focus = focusOf(ordered);
  const { latitude, longitude } = focus.site;
  if (!ownSite || distanceKm(ownSite, focus.site) > mapReachKm)
    return { name: siteName(focus), latitude, longitude };
  const name = plainText(ownSite.name, 80) || plainText(ownSite.id, 80);
  return { name, latitude: ownSite.latitude, longitude: ownSite.longitude };
}

/** The frame holds home, the events with much of their uncertainty, the nearest places held and nearly all sites. */
function frameOf(
  home: Point,
  { events, sites, held }: Pick<MapContent, 'events' | 'sites' | 'held'>,
): MapFrame {
  const reaches: Reach[] = [
    { point: home, km: 0 },
    ...events.map((point) => ({ point, km: Math.min(point.uncertaintyKm, widestDoubtKm) })),
    ...[...nearest(home, sites), ...held].map((point) => ({ point, km: 0 })),
  ];
  const all = reaches.map(({ point, km }) => {
    const { x, y } = spotOn(home, point);
    return { left: x - km, right: x + km, top: y - km, bottom: y + km };
  });
  const left = Math.min(...all.map((box) => box.left));
  const right = Math.max(...all.map((box) => box.right));
  const top = Math.min(...all.map((box) => box.top));
  const bottom = Math.max(...all.map((box) => box.bottom));
  const spanKm = Math.max(
    leastSpanKm,
    (right - left) * (1 + 2 * margin),
    ((bottom - top) * (1 + 2 * margin) * pictureWidth) / mapHeight,
  );
  const pixelsPerKm = pictureWidth / spanKm;
  const center = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const [halfWidth, halfHeight] = [spanKm / 2, mapHeight / pixelsPerKm / 2];
  return {
    left: center.x - halfWidth,
    right: center.x + halfWidth,
    top: center.y - halfHeight,
    bottom: center.y + halfHeight,
    pixelsPerKm,
  };
}

/** The nearest of the places held, and those about as near: what lies behind them does not make a map smaller. */
function foremost(home: Point, held: readonly HeldPlace[]): HeldPlace[] {
  const nearestKm = Math.min(...held.map((place) => distanceKm(home, place)));
  return held.filter((place) => distanceKm(home, place) <= 1.2 * nearestKm);
}

type Reach = { point: Point; km: number };

/** Of many sites the farthest few may fall out of the frame, so that one of them does not shrink all the others. */
function nearest<T extends Point>(home: Point, sites: readonly T[]): T[] {
  const byDistance = [...sites].sort((a, b) => distanceKm(home, a) - distanceKm(home, b));
  return byDistance.slice(0, Math.max(5, Math.ceil(0.95 * sites.length)));
}

/** The circle around a frame: its centre and its radius in km. */
export function circleAround(home: Point, frame: MapFrame): { center: Point; km: number } {
  const middle = { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };
  return { center: pointAt(home, middle), km: Math.hypot(frame.right - middle.x, frame.bottom - middle.y) };
}
