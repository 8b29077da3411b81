import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import type { Scoring } from './score-reading.ts';

/** How a labelled report was read: counts of events, and of what agrees in those that were found. */
export type ReportResult = {
  found: number;
  missed: number;
  falseAlarms: number;
  place: number;
  date: number;
  actors: number;
  deaths: number;
};

const file = path.join(packageRoot, 'test', 'reading', 'results.csv');
const columns = ['found', 'missed', 'falseAlarms', 'place', 'date', 'actors', 'deaths'] as const;

export function resultOf({ pairs, missed, falseAlarms }: Scoring): ReportResult {
  const agreeing = (what: 'place' | 'date' | 'actors' | 'deaths') =>
    pairs.filter(({ agreement }) => agreement[what] === true).length;
  return {
    found: pairs.length,
    missed: missed.length,
    falseAlarms: falseAlarms.length,
    place: agreeing('place'),
    date: agreeing('date'),
    actors: agreeing('actors'),
    deaths: agreeing('deaths'),
  };
}

/** The results that are kept with the tests, by the name of the report. */
export function readKeptResults(): Map<string, ReportResult> {
  const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  return new Map(
    rows.map((row) => {
      const [name, ...counts] = row.split(',');
      const result = Object.fromEntries(columns.map((column, i) => [column, Number(counts[i])]));
      return [name!, result as ReportResult];
    }),
  );
}

export function keepResults(results: ReadonlyMap<string, ReportResult>): void {
  const rows = [...results].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = rows.map(([name, result]) => [name, ...columns.map((column) => result[column])].join(','));
  writeFileSync(file, `${['report', ...columns].join(',')}\n${lines.join('\n')}\n`);
}
