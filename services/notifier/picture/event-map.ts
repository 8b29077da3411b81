import type { AlertNotice, Evidence } from '../../../domain/alerts/alert-notice.ts';
import { isCoarse } from '../../../domain/precision.ts';
import { distanceKm, type Point } from '../../../domain/sphere.ts';
import { causeOf, eventTitle, whereText } from '../cause.ts';
import { dateText, siteName } from '../wording.ts';
import { createCanvas, digitHeight, digitsWidth, drawDigits, fillBox, fillDisc } from './canvas.ts';
import type { Picture } from './picture.ts';
import { encodePng } from './png.ts';

const width = 1200;
const height = 800;
const center = { x: width / 2, y: height / 2 };
const ringsKm = [10, 25, 50, 100, 150, 200];
const mostEvents = 4;

type Placed = Evidence & Point;

/**
 * The site in the middle, north at the top, the events behind the notice around it, each with the circle within which
 * it was, and rings of distance; null where no event has a place to show.
 */
export function eventMap(notice: AlertNotice): Picture | null {
  const events = placedEvents(notice);
  if (events.length === 0) return null;
  const farthestKm = Math.max(...events.map((event) => distanceKm(notice.site, event)));
  const reach = Math.max(
    1,
    ringsKm.findIndex((km) => km >= farthestKm),
  );
  const rings = ringsKm.slice(Math.max(0, reach - 2), reach + 1);
  const pixelsPerKm = (center.y - 20) / rings.at(-1)!;
  const canvas = createCanvas(width, height);
  const spots = events.map((event) => spotOf(event, notice.site, pixelsPerKm));
  for (const [i, { x, y }] of spots.entries())
    fillDisc(canvas, x, y, events[i]!.uncertaintyKm * pixelsPerKm, 'doubt');
  for (const km of rings) {
    const radius = km * pixelsPerKm;
    fillDisc(canvas, center.x, center.y, radius, 'ring', radius - 3);
  }
  for (const km of rings) {
    const label = String(km);
    const top = center.y - km * pixelsPerKm - (km === rings.at(-1) ? 0 : digitHeight / 2);
    drawDigits(canvas, label, center.x - digitsWidth(label) / 2, top, 'ink', 'paper');
  }
  for (const { x, y } of spots) fillDisc(canvas, x, y, 14, 'event');
  fillBox(canvas, center.x - 16, center.y - 16, center.x + 16, center.y + 16, 'paper');
  fillBox(canvas, center.x - 12, center.y - 12, center.x + 12, center.y + 12, 'ink');
  for (const [i, { x, y }] of spots.entries()) {
    // Where several lie at one place, their numbers stand in a row.
    const before = spots.slice(0, i).filter((other) => Math.hypot(other.x - x, other.y - y) < 40).length;
    drawDigits(canvas, String(i + 1), x + 24 + 30 * before, y - digitHeight / 2, 'event', null);
  }
  return { name: 'map', png: encodePng(canvas), width: width / 2, ...wordsOf(notice, events, rings) };
}

/** What the notice rests on and where that was, its cause first; not what lies farther away than the widest ring. */
function placedEvents(notice: AlertNotice): Placed[] {
  const cause = causeOf(notice);
  const isShown = (event: Evidence): event is Placed =>
    event.latitude !== null &&
    event.longitude !== null &&
    !isCoarse(event.locationPrecision) &&
    distanceKm(notice.site, event as Placed) <= ringsKm.at(-1)!;
  const others = notice.evidence.filter(({ eventId }) => eventId !== cause?.eventId);
  return [...(cause ? [cause] : []), ...others].filter(isShown).slice(0, mostEvents);
}

/** Where an event stands in the picture: its direction and distance hold near the site, and that is what is shown. */
function spotOf(event: Point, site: Point, pixelsPerKm: number): { x: number; y: number } {
  const kmPerDegree = distanceKm({ latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 });
  // The short way around where the date line lies between.
  const eastDegrees = ((event.longitude - site.longitude + 540) % 360) - 180;
  const eastKm = eastDegrees * kmPerDegree * Math.cos((site.latitude * Math.PI) / 180);
  const northKm = (event.latitude - site.latitude) * kmPerDegree;
  return { x: center.x + eastKm * pixelsPerKm, y: center.y - northKm * pixelsPerKm };
}

function wordsOf(notice: AlertNotice, events: readonly Placed[], rings: readonly number[]) {
  const site = siteName(notice);
  const told = events.map((event, i) => {
    const day = dateText(event.occurredOn, event.datePrecision);
    const what = `${i + 1}: ${eventTitle(event)}, `;
    return {
      alt: `${what}${day}, ${whereText(event, site)}.`,
      key: `${what}${day.replace(/ \(.*\)$/, '')}.`,
    };
  });
  return {
    alt: `Map of ${site} and the events around it. ${told.map(({ alt }) => alt).join(' ')}`,
    key: `Rings at ${rings.join(', ')} km. ${told.map(({ key }) => key).join(' ')}`,
  };
}
