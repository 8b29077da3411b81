import type { NumberWords } from '../../numbers/number-words.ts';

const units =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve';
const tens = 'treinta cuarenta cincuenta sesenta setenta ochenta noventa';
const hundreds =
  'cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos';

const numbered = (words: string, first: number, step: number): [string, number][] =>
  words.split(' ').map((word, i) => [word, first + i * step]);

export const numbersEs: NumberWords = {
  numbers: Object.fromEntries([
    ...numbered(units, 0, 1),
    ...numbered(tens, 30, 10),
    ...numbered(hundreds, 100, 100),
    ...numbered(hundreds.replaceAll('entos', 'entas'), 100, 100),
    ['un', 1],
    ['una', 1],
    ['veintiun', 21],
    ['veintiuna', 21],
    ['ciento', 100],
  ]),
  roomsBehind: [
    // "veintiuno" stands alone, "ciento VEINTE" does not.
    ...[20, 21, 22, 23, 24, 25, 26, 27, 28, 29].map((number) => [number, { least: 1, below: 1 }] as const),
    ...[100, 200, 300, 400, 500, 600, 700, 800, 900].map(
      (number) => [number, { least: 1, below: 100 }] as const,
    ),
  ],
  multipliers: {
    mil: 1000,
    millon: 1_000_000,
    millones: 1_000_000,
  },
  loose: {
    decenas: { low: 20, best: 20, high: null },
    docenas: { low: 20, best: 24, high: null },
    cientos: { low: 100, best: 200, high: null },
    centenares: { low: 100, best: 200, high: null },
    miles: { low: 1000, best: 2000, high: null },
    varios: { low: 2, best: 3, high: null },
    varias: { low: 2, best: 3, high: null },
    algunos: { low: 2, best: 3, high: null },
    algunas: { low: 2, best: 3, high: null },
    punado: { low: 2, best: 3, high: 9 },
    numerosos: { low: 3, best: null, high: null },
    numerosas: { low: 3, best: null, high: null },
  },
  groups: {
    decena: 10,
    docena: 12,
    quincena: 15,
    veintena: 20,
    treintena: 30,
    cuarentena: 40,
    cincuentena: 50,
    centenar: 100,
    millar: 1000,
    par: 2,
  },
  halfDozens: ['media docena'],
};
