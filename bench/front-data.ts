import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../config/package-root.ts';
import { riskPolicy } from '../config/risk-policy.ts';
import type { FrontMove, SiteDay } from '../domain/fitting/front-days.ts';
import { siteDays } from '../domain/fitting/front-days.ts';
import type { DatePrecision } from '../domain/precision.ts';
import type { SiteKind } from '../domain/site.ts';
import type { Point } from '../domain/sphere.ts';
import { type CalendarDate, millisecondsPerDay, startOfDay } from '../domain/time.ts';

/** The wars whose moves are listed, the last day that their list covers, and where the sites are. */
const wars = [
  { war: 'm23-2022', country: 'CD', lastDay: '2025-12-31' },
  { war: 'kachin-2024', country: 'MM', lastDay: '2025-10-31' },
  { war: 'shan-2023', country: 'MM', lastDay: '2025-11-30' },
  { war: 'arakan-2023', country: 'MM', lastDay: '2025-01-31' },
] as const;

type Row = Record<string, string>;

/** A row of `data/front-moves.csv`. */
export type MoveRow = Point & {
  date: CalendarDate;
  datePrecision: DatePrecision;
  war: string;
  actor: string;
  change: 'taken' | 'retaken' | 'lost' | 'left';
  place: string;
};

/** A row of `data/halts.csv`; without a position latitude and longitude are 0. */
export type HaltRow = Point & {
  date: CalendarDate;
  site: string;
  kind: SiteKind;
  what: string;
  cause: string;
  war: string;
};

const data = (name: string) => path.join(packageRoot, 'data', name);

/** These stand beside the checkout; they are no part of the product. */
const shared = path.join(packageRoot, '..', 'shared', 'data');
const ipisFile = path.join(shared, 'sites', 'ipis-drc-2024.csv');
const gridFile = path.join(shared, 'fronts', 'mm-grid-025.csv');
export const hasSharedSites = existsSync(ipisFile) && existsSync(gridFile);

export function readMoves(): MoveRow[] {
  return rowsOf(data('front-moves.csv')).map(
    (row) => ({ ...row, ...pointOf(row), datePrecision: Number(row.datePrecision) }) as unknown as MoveRow,
  );
}

/** All halts, without restarts; of those before a listed front each has a position. */
export function readHalts(): HaltRow[] {
  const halts = rowsOf(data('halts.csv')).filter(({ what }) => what !== 'restarted');
  return halts.map((row) => ({ ...row, ...pointOf(row) }) as unknown as HaltRow);
}

export function readBundledSites(country: string): (Point & { kind: SiteKind })[] {
  const own = rowsOf(data('sites.csv')).filter((row) => row.country === country);
  return own.map((row) => ({ kind: row.kind as SiteKind, ...pointOf(row) }));
}

export type WarDays = { war: string; sites: number; days: SiteDay[] };

/** The site-days of each war; with the bundled sites alone where those beside the checkout are absent or not wanted. */
export function readWarDays(withShared: boolean): WarDays[] {
  const moves = readMoves();
  const sites = withShared
    ? { CD: onePerCell(rowsOf(ipisFile).map(pointOf)), MM: rowsOf(gridFile).map(pointOf) }
    : { CD: onePerCell(readBundledSites('CD')), MM: onePerCell(readBundledSites('MM')) };
  return wars.map(({ war, country, lastDay }) => {
    const own = moves.filter((move) => move.war === war).map(frontMove);
    const days = siteDays(own, sites[country], dayOf(lastDay), riskPolicy.signal.front);
    return { war, sites: new Set(days.map(({ site }) => site)).size, days };
  });
}

/** Mines stand in clusters: the first of each cell of 0.1° stands for it. */
function onePerCell(points: readonly Point[]): Point[] {
  const cells = new Map<string, Point>();
  for (const point of points) {
    const cell = `${+point.latitude.toFixed(1) + 0}/${+point.longitude.toFixed(1) + 0}`;
    if (!cells.has(cell)) cells.set(cell, point);
  }
  return [...cells.values()];
}

function frontMove({ date, change, latitude, longitude }: MoveRow): FrontMove {
  return { day: dayOf(date), isGain: change === 'taken' || change === 'retaken', latitude, longitude };
}

function rowsOf(file: string): Row[] {
  return parse(readFileSync(file), { columns: true, bom: true });
}

function pointOf({ latitude, longitude }: Row): Point {
  return { latitude: Number(latitude), longitude: Number(longitude) };
}

function dayOf(date: CalendarDate): number {
  return startOfDay(date) / millisecondsPerDay;
}
