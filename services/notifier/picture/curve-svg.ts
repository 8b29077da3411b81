import { curveDays, type ScoreHistory } from '../../../domain/alerts/score-history.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { type Level, levels } from '../../../domain/level.ts';
import { addDays, calendarDate, millisecondsPerDay, startOfDay } from '../../../domain/time.ts';
import { levelColours } from '../level-marks.ts';
import type { CurveContent } from './curve-content.ts';
import { eventColour, eventRadius } from './signs.ts';
import { figure, ink, paper, pictureWidth, textSvg, textWidth, wholeSvg } from './svg.ts';

const height = 208;
const plot = { left: 62, top: 22, right: pictureWidth - 42, bottom: height - 24 };
const textSize = 11.5;

/** The score of a site over the last days in the bands of its levels, with the days of what the mail tells. */
export function curveSvg({ points, levelFrom, at, events }: CurveContent): string {
  return wholeSvg(height, [
    ...bands(levelFrom),
    ...days(at),
    ...eventDays(events, at),
    steps(points, at),
    lastScore(points.at(-1)!),
    `<rect x="0.5" y="0.5" width="${pictureWidth - 1}" height="${height - 1}" fill="none" stroke="#8a8a8a"/>`,
  ]);
}

function xOf(time: Date, at: Date): number {
  const daysAgo = Math.max(0, Math.min(curveDays, (at.getTime() - time.getTime()) / millisecondsPerDay));
  return plot.right - (daysAgo / curveDays) * (plot.right - plot.left);
}

function yOf(score: number): number {
  return plot.bottom - (score / 100) * (plot.bottom - plot.top);
}

/** The band of each level with its name, where it is high enough for one, and the score from which it holds. */
function bands(levelFrom: ScoreHistory['levelFrom']): string[] {
  const from = { low: 0, ...levelFrom };
  let lastName = Number.POSITIVE_INFINITY;
  return levels.map((level, i) => {
    const above = levels[i + 1];
    const top = above ? yOf(from[above]) : plot.top;
    const bottom = yOf(from[level]);
    const middle = (top + bottom) / 2 + 4;
    const hasRoom = lastName - middle >= textSize;
    if (hasRoom) lastName = middle;
    return (
      `<rect x="${plot.left}" y="${figure(top)}" width="${plot.right - plot.left}" height="${figure(bottom - top)}" fill="${levelColours[level].pale}"/>` +
      (hasRoom ? textSvg(level, { x: plot.left - 6, y: middle }, { size: textSize, anchor: 'end' }) : '')
    );
  });
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A line at the beginning of each month, with its name. */
function days(at: Date): string[] {
  const first = calendarDate(new Date(at.getTime() - curveDays * millisecondsPerDay));
  return Array.from({ length: curveDays + 1 }, (_, i) => addDays(first, i))
    .filter((day) => day.endsWith('-01'))
    .map((day) => {
      const x = figure(xOf(new Date(startOfDay(day)), at));
      const name = monthNames[Number(day.slice(5, 7)) - 1]!;
      return (
        `<path d="M${x} ${plot.top}V${plot.bottom + 4}" stroke="#9a9a9a" stroke-width="0.8"/>` +
        textSvg(`1 ${name}`, { x: Number(x), y: plot.bottom + 16 }, { size: textSize, anchor: 'middle' })
      );
    });
}

/** The days of what the mail tells, numbered as on the map; numbers of one day share a badge. */
function eventDays(events: CurveContent['events'], at: Date): string[] {
  const shown = events.filter(
    ({ occurredOn }) => at.getTime() - startOfDay(occurredOn) <= curveDays * millisecondsPerDay,
  );
  let free = plot.right + 12;
  // From the right to the left: a badge that has no room above its day stands before it.
  return [...groupBy(shown, ({ occurredOn }) => occurredOn)]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([occurredOn, group]) => {
      const day = xOf(new Date(startOfDay(occurredOn)), at);
      const text = group.map(({ number }) => number).join(', ');
      const half = Math.max(eventRadius, textWidth(text, { size: textSize, isBold: true }) / 2 + 4);
      const x = Math.min(day, free - half);
      free = x - half - 2;
      return (
        `<path d="M${figure(x)} ${plot.top - 6}L${figure(day)} ${plot.top}V${plot.bottom}" fill="none" stroke="${eventColour}" stroke-width="1" stroke-dasharray="2 2"/>` +
        `<rect x="${figure(x - half)}" y="3" width="${figure(2 * half)}" height="${2 * eventRadius}" rx="${eventRadius}" fill="${eventColour}"/>` +
        textSvg(text, { x, y: 14.6 }, { size: textSize, isBold: true, colour: paper, anchor: 'middle' })
      );
    });
}

/** A score holds until the next assessment: a line with steps, grey where the level is unknown. */
function steps(points: ScoreHistory['points'], at: Date): string {
  const lines = points.map(({ at: from, score, level }, i) => {
    const next = points[i + 1];
    const end = next ? xOf(next.at, at) : plot.right;
    const rise = next ? `V${figure(yOf(next.score))}` : '';
    const colour = level === 'unknown' ? '#8c8c8c' : ink;
    return `<path d="M${figure(xOf(from, at))} ${figure(yOf(score))}H${figure(end)}${rise}" stroke="${colour}"/>`;
  });
  return `<g fill="none" stroke-width="2.4" stroke-linecap="square">${lines.join('')}</g>`;
}

function lastScore({ score, level }: { score: number; level: Level }): string {
  const y = yOf(score);
  return (
    `<circle cx="${plot.right}" cy="${figure(y)}" r="4.5" fill="${levelColours[level].fill}" stroke="${paper}" stroke-width="1.2"/>` +
    textSvg(
      score > 99 ? '>99' : score < 1 ? '<1' : String(Math.floor(score)),
      { x: plot.right + 8, y: y + 4.5 },
      { size: 13, isBold: true },
    )
  );
}
