/** Number words and what they are worth; forms without accents, as tokens carry them. */

const englishUnits =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const frenchUnits =
  'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize';

export const englishNumbers: ReadonlyMap<string, number> = new Map([
  ...englishUnits.split(' ').map((word, value) => [word, value] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i) => [word, (i + 2) * 10] as const),
]);

/** With the Belgian and Congolese "septante", "huitante", "nonante". */
export const frenchNumbers: ReadonlyMap<string, number> = new Map([
  ...frenchUnits.split(' ').map((word, value) => [word, value] as const),
  ['une', 1],
  ['vingt', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['septante', 70],
  ['huitante', 80],
  ['octante', 80],
  ['nonante', 90],
]);

export const multipliers: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['cent', 100],
  ['cents', 100],
  ['thousand', 1000],
  ['mille', 1000],
  ['million', 1_000_000],
  ['millions', 1_000_000],
  ['billion', 1_000_000_000],
  ['milliard', 1_000_000_000],
  ['milliards', 1_000_000_000],
]);

type Range = { low: number; best: number | null; high: number | null };

/**
 * Words that stand for a number without naming one. A plural is at least two of its kind ("dozens": two dozen), and
 * its low figure is rounded down, because reporters use the words loosely: dozens 20, hundreds 100.
 */
export const collectives: ReadonlyMap<string, Range> = new Map<string, Range>([
  ['dozens', { low: 20, best: 24, high: null }],
  ['tens', { low: 20, best: 20, high: null }],
  ['scores', { low: 20, best: 40, high: null }],
  ['hundreds', { low: 100, best: 200, high: null }],
  ['thousands', { low: 1000, best: 2000, high: null }],
  ['dizaines', { low: 20, best: 20, high: null }],
  ['vingtaines', { low: 40, best: 40, high: null }],
  ['centaines', { low: 100, best: 200, high: null }],
  ['milliers', { low: 1000, best: 2000, high: null }],
  ['several', { low: 2, best: 3, high: null }],
  ['few', { low: 2, best: 3, high: null }],
  ['handful', { low: 2, best: 3, high: 9 }],
  ['plusieurs', { low: 2, best: 3, high: null }],
  ['quelques', { low: 2, best: 3, high: null }],
  ['poignee', { low: 2, best: 3, high: 9 }],
  ['many', { low: 3, best: null, high: null }],
  ['numerous', { low: 3, best: null, high: null }],
  ['nombreux', { low: 3, best: null, high: null }],
  ['nombreuses', { low: 3, best: null, high: null }],
]);

/** Round groups: about so many. With a number before them they multiply: "two dozen", "trois dizaines". */
export const groups: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['score', 20],
  ['couple', 2],
  ['pair', 2],
  ['dizaine', 10],
  ['douzaine', 12],
  ['quinzaine', 15],
  ['vingtaine', 20],
  ['trentaine', 30],
  ['quarantaine', 40],
  ['cinquantaine', 50],
  ['soixantaine', 60],
  ['centaine', 100],
  ['millier', 1000],
]);
