import { boxAt, type Labeller } from './labels.ts';
import { mapHeight } from './map-content.ts';
import { figure, paper, pictureWidth, type Spot, textSvg, textWidth } from './svg.ts';

const ringsKm = [10, 25, 50, 100, 150, 200];
const ringColour = '#6a6a6a';
const labelSize = 11.5;

/** Rings nearer to each other than this, in units of the picture, say nothing. */
const leastGap = 24;

/** The distances at which rings are drawn: no closer to each other than a label is high, none beyond the corners. */
function ringsFor(middle: Spot, pixelsPerKm: number): number[] {
  const farthest = Math.hypot(
    Math.max(middle.x, pictureWidth - middle.x),
    Math.max(middle.y, mapHeight - middle.y),
  );
  const rings: number[] = [];
  for (const km of ringsKm) {
    const isApart = (km - (rings.at(-1) ?? 0)) * pixelsPerKm >= leastGap;
    if (isApart && km * pixelsPerKm < farthest) rings.push(km);
  }
  return rings;
}

export function ringsSvg(middle: Spot, pixelsPerKm: number): string {
  return ringsFor(middle, pixelsPerKm)
    .map(
      (km) =>
        `<circle cx="${figure(middle.x)}" cy="${figure(middle.y)}" r="${figure(km * pixelsPerKm)}" fill="none" stroke="${ringColour}" stroke-width="0.9"/>`,
    )
    .join('');
}

/** The distance of each ring, on it where there is room, from the bottom around; if need be over a few sites. */
export function ringLabels(middle: Spot, pixelsPerKm: number, labeller: Labeller): string[] {
  return ringsFor(middle, pixelsPerKm).flatMap((km) => {
    const text = `${km} km`;
    const half = textWidth(text, { size: labelSize }) / 2 + 1;
    const spots = Array.from({ length: 24 }, (_, step) => {
      // 0, 1, -1, 2, -2 …: from the bottom to both sides.
      const angle = (Math.ceil(step / 2) * (step % 2 === 0 ? -1 : 1) * Math.PI) / 12;
      return {
        x: middle.x + km * pixelsPerKm * Math.sin(angle),
        y: middle.y + km * pixelsPerKm * Math.cos(angle),
      };
    });
    const boxOf = (spot: Spot) => ({ ...boxAt(spot, 6.5), left: spot.x - half, right: spot.x + half });
    const free = (mayCover: number) => spots.find((spot) => labeller.isFree(boxOf(spot), mayCover));
    const spot = free(0) ?? free(2);
    if (!spot) return [];
    labeller.block(boxOf(spot));
    const style = { size: labelSize, colour: ringColour, halo: true, anchor: 'middle' } as const;
    return [textSvg(text, { x: spot.x, y: spot.y + 4 }, style)];
  });
}

const barLengthsKm = [1, 2, 5, 10, 20, 50, 100, 200];
const longestBar = 80;

/** The scale, in the corner at the bottom on the left. */
export function scaleBar(pixelsPerKm: number, labeller: Labeller): string {
  const km = barLengthsKm.filter((length) => length * pixelsPerKm <= longestBar).at(-1) ?? barLengthsKm[0]!;
  const length = km * pixelsPerKm;
  const box = { left: 6, top: mapHeight - 25, right: length + 18, bottom: mapHeight - 6 };
  labeller.block(box);
  return (
    `<rect x="${box.left}" y="${box.top}" width="${figure(box.right - box.left)}" height="19" rx="2" fill="${paper}" fill-opacity="0.85"/>` +
    `<path d="M12 ${mapHeight - 14}v4.5h${figure(length)}v-4.5" fill="none" stroke="#1f1f1f" stroke-width="1.4"/>` +
    textSvg(`${km} km`, { x: 12 + length / 2, y: mapHeight - 13 }, { size: labelSize, anchor: 'middle' })
  );
}
