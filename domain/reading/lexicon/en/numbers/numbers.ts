import type { NumberWords } from '../../numbers/number-words.ts';

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';

export const numbersEn: NumberWords = {
  numbers: Object.fromEntries([
    ...units.split(' ').map((word, value) => [word, value]),
    ...tens.split(' ').map((word, i) => [word, (i + 2) * 10]),
  ]),
  roomsBehind: [],
  multipliers: {
    hundred: 100,
    thousand: 1000,
    million: 1_000_000,
    millions: 1_000_000,
    billion: 1_000_000_000,
  },
  loose: {
    dozens: { low: 20, best: 24, high: null },
    tens: { low: 20, best: 20, high: null },
    scores: { low: 20, best: 40, high: null },
    hundreds: { low: 100, best: 200, high: null },
    thousands: { low: 1000, best: 2000, high: null },
    several: { low: 2, best: 3, high: null },
    few: { low: 2, best: 3, high: null },
    handful: { low: 2, best: 3, high: 9 },
    many: { low: 3, best: null, high: null },
    numerous: { low: 3, best: null, high: null },
  },
  groups: { dozen: 12, score: 20, couple: 2, pair: 2 },
  halfDozens: ['half a dozen'],
};
