import path from 'node:path';
import { riskPolicy } from '../config/risk-policy.ts';
import { aheadDays, farKm, type SiteDay, stepDays } from '../domain/fitting/front-days.ts';
import {
  addCounts,
  countDays,
  type FrontCounts,
  type FrontFit,
  fitFront,
  frontChance,
  frontErrors,
  reachedOf,
  totalOf,
} from '../domain/fitting/front-fit.ts';
import {
  fitsOfDrawnMonths,
  fitsOfDrawnWars,
  type Interval,
  intervalsOf,
  monthlyCounts,
} from '../domain/fitting/front-intervals.ts';
import { groupBy } from '../domain/group-by.ts';
import { readHalts, readWarDays, type WarDays } from './front-data.ts';
import { elevatedMines, haltLeads } from './front-halts.ts';
import { seededRandom } from './random.ts';

// Fits the chance that a front reaches a site to dated changes of control, and looks whether it warned of mines that
// stopped. Its arguments are CSV files of sites; without one it takes the bundled sites.

const say = (text = '') => process.stdout.write(`${text}\n`);
const { front } = riskPolicy.signal;
const bandsKm = [25, 40, 60, 80, 110, 150, farKm];
const draws = 1000;

type War = WarDays & { counts: FrontCounts; months: FrontCounts[] };

/** How much each site-day of a war counts. */
const weightings: [string, (war: War) => number][] = [
  ['each site-day counting the same', () => 1],
  ['each war counting the same', ({ days }) => 1 / days.length],
];

/** Distinct steps of ten days, from the beginning of each war, in which places fell that reached a site. */
function movesOf(days: readonly SiteDay[]): number {
  const first = days.reduce((least, { day }) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const steps = days.flatMap(({ reachedOn }) =>
    reachedOn === null ? [] : [Math.floor((reachedOn - first - 1) / stepDays)],
  );
  return new Set(steps).size;
}

function tellShares(name: string, wars: readonly War[]): void {
  const cell = (isIn: (day: SiteDay) => boolean) => {
    const own = wars.map(({ days }) => days.filter(isIn));
    const count = own.reduce((sum, days) => sum + days.length, 0);
    const reached = own.flat().filter(({ reachedOn }) => reachedOn !== null).length;
    const moves = own.reduce((sum, days) => sum + movesOf(days), 0);
    return count === 0
      ? 'none'
      : `${percent(reached / count)} (${number(reached)} of ${number(count)}, ${moves})`;
  };
  const sites = wars.reduce((sum, war) => sum + war.sites, 0);
  say(`${name}: ${number(sites)} sites. Reached: ${cell(() => true)}.\n`);
  say('| nearest held place | has come nearer | has not |\n|---|---|---|');
  bandsKm.slice(1).forEach((until, i) => {
    const from = bandsKm[i]!;
    const band = (approaching: boolean) =>
      cell((day) => day.distanceKm > from && day.distanceKm <= until && day.isApproaching === approaching);
    say(`| ${from} to ${until} km | ${band(true)} | ${band(false)} |`);
  });
  say();
}

function tellFits(wars: readonly War[]): void {
  say(`p = base · 2^(−(d − ${front.reachKm}) / halving) · (factor where it has come nearer)\n`);
  say('| fitted on | base | halving | factor |\n|---|---|---|---|');
  const row = (name: string, fit: FrontFit, fits: readonly FrontFit[]) => {
    const { base, halvingKm, approachingFactor } = intervalsOf(fits);
    say(
      `| ${name} | ${figure(fit.base, base, 3)} | ${figure(fit.halvingKm, halvingKm, 0)} km | ${figure(fit.approachingFactor, approachingFactor, 1)} |`,
    );
  };
  const random = seededRandom(7);
  for (const war of wars)
    row(
      `${war.war}, months drawn`,
      fitFront(war.counts),
      fitsOfDrawnMonths([{ ...war, weight: 1 }], draws, random),
    );
  for (const [name, weightOf] of weightings) {
    const weighted = wars.map((war) => ({ ...war, weight: weightOf(war) }));
    const fit = fitFront(addCounts(weighted));
    row(`all, ${name}, months drawn`, fit, fitsOfDrawnMonths(weighted, draws, random));
    if (wars.length > 1) row(`all, ${name}, wars drawn`, fit, fitsOfDrawnWars(weighted));
  }
  say(
    `| policy ${riskPolicy.version} | ${front.base} | ${front.halvingKm} km | ${front.approachingFactor} |`,
  );
  say('\nIn brackets the middle 95 % of fits to months or wars drawn with replacement.\n');
}

/** Each war under the fit of the others, beside the share of the others and its own, which nobody could know. */
function tellLeftOut(wars: readonly War[]): void {
  for (const [name, weightOf] of weightings) {
    say(`Left out of the fit, ${name}:\n`);
    say(
      '| war left out | fit of the others | log loss: fit, constant, own constant | Brier skill: fit | said | happened |',
    );
    say('|---|---|---|---|---|---|');
    for (const { war, counts } of wars) {
      const others = addCounts(
        wars.filter((other) => other.war !== war).map((other) => ({ ...other, weight: weightOf(other) })),
      );
      const fit = fitFront(others);
      const errors = frontErrors(counts, (km, isApproaching) => frontChance(fit, km, isApproaching));
      const constant = frontErrors(counts, () => reachedShare(others));
      const own = frontErrors(counts, () => reachedShare(counts));
      const losses = [errors, constant, own].map(({ logLoss }) => logLoss.toFixed(4)).join(', ');
      const skill = (1 - errors.brier / constant.brier).toFixed(3);
      say(
        `| ${war} | ${figuresText(fit)} | ${losses} | ${skill} | ${percent(errors.said)} | ${percent(errors.happened)} |`,
      );
    }
    say();
  }
}

function tellHalts(): void {
  const byCause = groupBy(readHalts(), ({ cause }) => cause);
  const causes = [...byCause].map(([cause, halts]) => `${cause} ${halts.length}`);
  say(
    `Halts by conflict in data/halts.csv: ${causes.join(', ')}. Those before a front whose moves are listed,`,
  );
  say('with the score that the front alone gave on the day before:\n');
  say('| halt | site | score | elevated for | why |\n|---|---|---|---|---|');
  for (const { date, site, kind, what, score, days, reason } of haltLeads()) {
    const since = days === 0 ? 'missed' : `${days} days`;
    say(`| ${date} ${what} | ${site} (${kind}) | ${score.toFixed(0)} | ${since} | ${reason ?? 'no front'} |`);
  }
  say('\nBundled mines of DR Congo that the front of M23 alone made elevated, 2022-06-13 to 2025-12-31:\n');
  say('| kind | mines | ever elevated | share of days |\n|---|---|---|---|');
  for (const { kind, mines, everElevated, share } of elevatedMines())
    say(`| ${kind} | ${mines} | ${everElevated} | ${percent(share)} |`);
}

function reachedShare(counts: FrontCounts): number {
  return reachedOf(counts) / totalOf(counts);
}

function figuresText({ base, halvingKm, approachingFactor }: FrontFit): string {
  return `${base.toFixed(3)}, ${halvingKm.toFixed(0)} km, ${approachingFactor.toFixed(1)}`;
}

function figure(value: number, { low, high }: Interval, digits: number): string {
  return `${value.toFixed(digits)} [${low.toFixed(digits)}, ${high.toFixed(digits)}]`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

const files = process.argv.slice(2);
say(
  files.length > 0
    ? `Sites: those of ${files.map((file) => path.basename(file)).join(' and ')}, one for each cell of 0.1°.`
    : 'Sites: the bundled ones, one for each cell of 0.1°. Few of them lie near these wars: name files with more, as CSV with columns latitude and longitude.',
);
say(
  `Every ${stepDays}th day, sites ${front.reachKm} to ${farKm} km from the nearest held place: is one within ${front.reachKm} km held ${aheadDays} days later?\n`,
);
const wars: War[] = readWarDays(files)
  .filter(({ days }) => days.some(({ reachedOn }) => reachedOn !== null))
  .map((war) => ({
    ...war,
    counts: countDays(war.days, front.reachKm),
    months: monthlyCounts(war.days, front.reachKm),
  }));
tellShares('All wars', wars);
for (const war of wars) tellShares(war.war, [war]);
tellFits(wars);
if (wars.length > 1) tellLeftOut(wars);
tellHalts();
