import { curveDays, type ScoreHistory } from '../../../domain/alerts/score-history.ts';
import { type LevelFrom, levels } from '../../../domain/level.ts';
import { millisecondsPerDay } from '../../../domain/time.ts';
import { shownText } from '../../../domain/wording.ts';
import {
  type Canvas,
  createCanvas,
  digitHeight,
  digitsWidth,
  drawDigits,
  fillBox,
  fillDisc,
} from './canvas.ts';
import type { Picture } from './picture.ts';
import { encodePng } from './png.ts';

const width = 1200;
const height = 440;
const plot = { left: 90, top: 20, right: width - 20, bottom: height - 50 };

/** The score of a site over the last 60 days in the bands of its levels; null where nothing is known of it. */
export function scoreCurve({ points, levelFrom }: ScoreHistory, site: string, at: Date): Picture | null {
  if (points.length === 0) return null;
  const canvas = createCanvas(width, height);
  drawBands(canvas, levelFrom);
  drawDays(canvas);
  drawScores(canvas, points, at);
  return { name: 'score', png: encodePng(canvas), width: width / 2, ...wordsOf({ points, levelFrom }, site) };
}

function wordsOf({ points, levelFrom }: ScoreHistory, site: string): { alt: string; key: string } {
  const scores = points.map(({ score }) => score);
  const [least, most, now] = [Math.min(...scores), Math.max(...scores), scores.at(-1)!].map(shownText);
  const bands = levels
    .flatMap((level) => (level === 'low' ? [] : [`${level} from ${levelFrom[level]}`]))
    .join(', ');
  const grey = points.some(({ level }) => level === 'unknown') ? '; grey: level unknown' : '';
  return {
    alt: `The score of ${site} in the last ${curveDays} days: between ${least} and ${most}, now ${now}. The levels: ${bands}.`,
    key: `Score of ${site}, from ${curveDays} days ago until now${grey}.`,
  };
}

/** A score holds until the next assessment: a line with steps, and a dot where it stands now. */
function drawScores(canvas: Canvas, points: ScoreHistory['points'], at: Date): void {
  for (const [i, { at: from, score, level }] of points.entries()) {
    const next = points[i + 1];
    const end = next ? xOf(next.at, at) : plot.right;
    const y = yOf(score);
    const colour = level === 'unknown' ? 'unknown' : 'ink';
    fillBox(canvas, xOf(from, at) - 3, y - 3, end + 3, y + 3, colour);
    if (next)
      fillBox(canvas, end - 3, Math.min(y, yOf(next.score)), end + 3, Math.max(y, yOf(next.score)), 'ink');
    else fillDisc(canvas, end, y, 12, colour);
  }
}

function xOf(time: Date, at: Date): number {
  const daysAgo = Math.min(curveDays, (at.getTime() - time.getTime()) / millisecondsPerDay);
  return plot.right - (daysAgo / curveDays) * (plot.right - plot.left);
}

function yOf(score: number): number {
  return plot.bottom - (score / 100) * (plot.bottom - plot.top);
}

function drawBands(canvas: Canvas, levelFrom: LevelFrom): void {
  const lowest = { low: 0, ...levelFrom };
  for (const [i, level] of levels.entries()) {
    const above = levels[i + 1];
    const top = above ? yOf(lowest[above]) : plot.top;
    fillBox(canvas, plot.left, top, plot.right, yOf(lowest[level]), level);
    const label = String(Math.round(lowest[level]));
    if (level === 'low') continue;
    const y = yOf(lowest[level]) - digitHeight / 2;
    drawDigits(canvas, label, plot.left - 15 - digitsWidth(label), y, 'ink', 'paper');
  }
}

/** A line and the number of days every ten days. */
function drawDays(canvas: Canvas): void {
  for (let days = 0; days <= curveDays; days += 10) {
    const x = plot.right - (days / curveDays) * (plot.right - plot.left);
    fillBox(canvas, x - 1, plot.top, x + 1, plot.bottom + 8, 'ring');
    const label = String(days);
    const left = Math.min(x - digitsWidth(label) / 2, width - digitsWidth(label) - 5);
    drawDigits(canvas, label, left, plot.bottom + 15, 'ink', 'paper');
  }
}
