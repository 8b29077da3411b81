import { readFileSync } from 'node:fs';
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

/** The wars whose moves are listed without large gaps, their country, and the last day that the list covers. */
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

export function readMoves(): MoveRow[] {
  return rowsOf(data('front-moves.csv')).map(
    (row) => ({ ...row, ...pointOf(row), datePrecision: Number(row.datePrecision) }) as unknown as MoveRow,
  );
}

const haltedBy = ['suspended', 'evacuated', 'occupied', 'blockade'];
const causesWithoutConflict = ['crime', 'protest', 'state'];

/** All halts by armed conflict; of those before a listed front each has a position. */
export function readHalts(): HaltRow[] {
  const halts = rowsOf(data('halts.csv')).filter(
    ({ what, cause }) => haltedBy.includes(what!) && !causesWithoutConflict.includes(cause!),
  );
  return halts.map((row) => ({ ...row, ...pointOf(row) }) as unknown as HaltRow);
}

export function readBundledSites(country: string): (Point & { kind: SiteKind })[] {
  const own = rowsOf(data('sites.csv')).filter((row) => row.country === country);
  return own.map((row) => ({ kind: row.kind as SiteKind, ...pointOf(row) }));
}

export type WarDays = { war: string; sites: number; days: SiteDay[] };

/**
 * The site-days of each war, at the sites of CSV files with columns latitude and longitude; without one the bundled.
 * Where a file has a column country, sites of other countries are left out.
 */
export function readWarDays(files: readonly string[]): WarDays[] {
  const moves = readMoves();
  const rows = (files.length > 0 ? files : [data('sites.csv')]).flatMap(rowsOf);
  return wars.map(({ war, country, lastDay }) => {
    const own = moves.filter((move) => move.war === war).map(frontMove);
    const sites = onePerCell(rows.filter((row) => (row.country ?? country) === country).map(pointOf));
    const days = siteDays(own, sites, dayOf(lastDay), riskPolicy.signal.front);
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
