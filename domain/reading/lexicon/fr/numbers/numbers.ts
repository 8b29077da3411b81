import type { NumberWords } from '../../numbers/number-words.ts';

const units = 'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize';

export const numbersFr: NumberWords = {
  numbers: {
    ...Object.fromEntries(units.split(' ').map((word, value) => [word, value])),
    une: 1,
    vingt: 20,
    trente: 30,
    quarante: 40,
    cinquante: 50,
    soixante: 60,
    // Belgian and Congolese.
    septante: 70,
    huitante: 80,
    octante: 80,
    nonante: 90,
  },
  roomsBehind: [
    [10, { least: 7, below: 10 }],
    [60, { least: 1, below: 20 }],
    [80, { least: 1, below: 20 }],
  ],
  multipliers: {
    cent: 100,
    cents: 100,
    mille: 1000,
    million: 1_000_000,
    millions: 1_000_000,
    milliard: 1_000_000_000,
    milliards: 1_000_000_000,
  },
  loose: {
    dizaines: { low: 20, best: 20, high: null },
    vingtaines: { low: 40, best: 40, high: null },
    centaines: { low: 100, best: 200, high: null },
    milliers: { low: 1000, best: 2000, high: null },
    plusieurs: { low: 2, best: 3, high: null },
    quelques: { low: 2, best: 3, high: null },
    poignee: { low: 2, best: 3, high: 9 },
    nombreux: { low: 3, best: null, high: null },
    nombreuses: { low: 3, best: null, high: null },
  },
  groups: {
    dizaine: 10,
    douzaine: 12,
    quinzaine: 15,
    vingtaine: 20,
    trentaine: 30,
    quarantaine: 40,
    cinquantaine: 50,
    soixantaine: 60,
    centaine: 100,
    millier: 1000,
  },
  halfDozens: ['une demi * douzaine'],
};
