import { describe, expect, it } from 'vitest';
import { readCardinal } from '../../../domain/reading/numbers/numbers.ts';
import { readQuantity } from '../../../domain/reading/numbers/quantity.ts';
import type { Language } from '../../../domain/reading/text/text.ts';
import { tokenize } from '../../../domain/reading/text/tokens.ts';

function cardinal(language: Language, text: string): number | null {
  const tokens = tokenize(text);
  const read = readCardinal(tokens, 0, language);
  return read !== null && read.next === tokens.length ? read.value : null;
}

function quantity(language: Language, text: string) {
  const read = readQuantity(tokenize(text), 0, language);
  return read === null ? null : [read.low, read.best, read.high];
}

describe('numbers in words and digits', () => {
  it.each([
    ['35', 35],
    ['1,200', 1200],
    ['1 200', 1200],
    ['2.5 million', 2_500_000],
    ['twenty-one', 21],
    ['twenty one', 21],
    ['a hundred', 100],
    ['two hundred and five', 205],
    ['one thousand three hundred', 1300],
    ['three hundred thousand', 300_000],
  ])('reads %s in English', (text, value) => {
    expect(cardinal('en', text)).toBe(value);
  });

  it.each([
    ['quatre-vingt-dix-sept', 97],
    ['quatre-vingts', 80],
    ['soixante et onze', 71],
    ['soixante-dix-huit', 78],
    ['septante-deux', 72],
    ['nonante-trois', 93],
    ['vingt et un', 21],
    ['vingt-et-une', 21],
    ['cent quatre-vingts', 180],
    ['trois cents', 300],
    ['deux mille cinq cents', 2500],
    ['six cent mille', 600_000],
    ['1\u202f200', 1200],
    ['1.200', 1200],
    ['3 millions', 3_000_000],
  ])('reads %s in French', (text, value) => {
    expect(cardinal('fr', text)).toBe(value);
  });

  it.each([
    ['veintiún', 21],
    ['treinta y cinco', 35],
    ['ciento veinte', 120],
    ['doscientas cuarenta y una', 241],
    ['dos mil quinientos', 2500],
    ['cien mil', 100_000],
    ['1.200', 1200],
    ['un millón', 1_000_000],
  ])('reads %s in Spanish', (text, value) => {
    expect(cardinal('es', text)).toBe(value);
  });

  it.each([
    ['en', 'at least 35', [35, 35, null]],
    ['en', 'more than a dozen', [12, 12, null]],
    ['en', 'between 10 and 15', [10, 12, 15]],
    ['en', 'two or three', [2, 2, 3]],
    ['en', 'up to 50', [null, 50, 50]],
    ['en', 'fewer than 10', [null, null, 9]],
    ['en', 'about 30', [24, 30, 36]],
    ['en', 'nearly 40', [32, 40, 40]],
    ['en', 'dozens', [20, 24, null]],
    ['en', 'hundreds', [100, 200, null]],
    ['en', 'several', [2, 3, null]],
    ['en', 'several dozen', [20, 24, null]],
    ['en', 'half a dozen', [5, 6, 7]],
    ['en', 'tens of thousands of', [20_000, 20_000, null]],
    ['fr', 'au moins sept', [7, 7, null]],
    ['fr', "plus d'une centaine", [100, 100, null]],
    ['fr', 'une dizaine de', [8, 10, 12]],
    ['fr', 'une trentaine de', [24, 30, 36]],
    ['fr', 'plusieurs dizaines de', [20, 20, null]],
    ['fr', 'entre dix et quinze', [10, 12, 15]],
    ['fr', '35 au moins', [35, 35, null]],
    ['es', 'al menos siete', [7, 7, null]],
    ['es', 'más de cien', [100, 100, null]],
    ['es', 'unos treinta', [24, 30, 36]],
    ['es', 'entre diez y quince', [10, 12, 15]],
    ['es', 'decenas de', [20, 20, null]],
  ] as const)('reads the bounds in %s: %s', (language, text, bounds) => {
    expect(quantity(language, text)).toEqual(bounds);
  });

  it('reads no number from ordinals, names with digits and overlong digits', () => {
    expect(cardinal('en', '19th')).toBeNull();
    expect(cardinal('fr', '1er')).toBeNull();
    expect(cardinal('en', 'M23')).toBeNull();
    expect(cardinal('en', '9'.repeat(40))).toBeNull();
  });
});
