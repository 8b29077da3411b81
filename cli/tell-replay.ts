import { groupBy } from '../domain/group-by.ts';
import { isHigher } from '../domain/level.ts';
import type { ToldAlert } from '../services/database/events/replay-query.ts';
import { type Io, print } from './command.ts';
import type { ReplayStep } from './replay-reports.ts';

const sitesNamed = 3;

/** Prints one step of a replay in plain words. */
export function tellStep(io: Io, step: ReplayStep): void {
  const day = step.at.toLocaleDateString('en-GB', {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  if (step.report) {
    print(io, `${day}  ${step.report.title}  [${step.report.publisher}]`);
    for (const { place, subType, sites, nearest } of step.ties) {
      const tied = sites > 0 ? `tied to ${sites} sites, nearest ${nearest}` : 'no site in reach';
      print(io, `             ${place ?? 'unlocated'}: ${subType.toLowerCase()} – ${tied}`);
    }
    if (step.ties.length === 0) print(io, '             nothing was read from it');
  }
  for (const [i, line] of alertLines(step.told).entries()) {
    print(io, `${step.report || i > 0 ? '           ' : day}  ${line}`);
  }
}

/** One line for each kind of change and level, with the sites most affected. */
function alertLines(told: readonly ToldAlert[]): string[] {
  return [...groupBy(told, ({ kind, level }) => `${kind} ${level}`).values()]
    .sort(([a], [b]) => (isHigher(a.level, b.level) ? -1 : 1))
    .map((group) => {
      const { kind, level } = group[0];
      const ranked = group.toSorted((a, b) => b.score - a.score);
      const names = ranked
        .slice(0, sitesNamed)
        .map((alert) => alert.siteName)
        .join(', ');
      const others = ranked.length > sitesNamed ? ` and ${ranked.length - sitesNamed} more` : '';
      return `» alert ${kind}, level ${level}: ${names}${others}`;
    });
}
