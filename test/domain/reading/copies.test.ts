import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, isCopy, overlapOf } from '../../../domain/reading/reports/copies.ts';
import { creditedAgency, originOf } from '../../../domain/reading/reports/origin.ts';

const words = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`).join(' ');

describe('copies', () => {
  test('a text is a copy of itself whatever its case, accents and punctuation', () => {
    const text = `L’armée a repris la localité; ${words(40, 'mot')}.`;
    const other = text.toUpperCase().replace('É', 'E').replace(';', ' —');
    expect(overlapOf(fingerprintOf(text), fingerprintOf(other))).toBe(1);
    expect(isCopy(fingerprintOf(text), fingerprintOf(other))).toBe(true);
  });

  test('a text that takes over most of another is a copy, one that takes over a passage is not', () => {
    const source = words(200, 'w');
    const mostly = `${words(200, 'w').split(' ').slice(0, 140).join(' ')} ${words(60, 'own')}`;
    const partly = `${words(200, 'w').split(' ').slice(0, 60).join(' ')} ${words(140, 'own')}`;
    expect(isCopy(fingerprintOf(source), fingerprintOf(mostly))).toBe(true);
    expect(isCopy(fingerprintOf(source), fingerprintOf(partly))).toBe(false);
  });

  test('a short item that is the beginning of a long article shares its origin', () => {
    for (const length of [200, 500, 1000])
      expect(isCopy(fingerprintOf(words(80, 'w')), fingerprintOf(words(length, 'w')))).toBe(true);
  });

  test('what everybody writes in one phrase makes no copy, and no words make none either', () => {
    const phrase = 'in the eastern Democratic Republic of the Congo';
    expect(isCopy(fingerprintOf(phrase), fingerprintOf(phrase))).toBe(false);
    expect(overlapOf(fingerprintOf(''), fingerprintOf(''))).toBe(0);
  });

  test('the overlap of long texts is estimated from samples within a tenth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 99 }), (shared, seed) => {
        const a = `${words(shared, `s${seed}x`)} ${words(4000 - shared, `a${seed}x`)}`;
        const b = `${words(shared, `s${seed}x`)} ${words(4000 - shared, `b${seed}x`)}`;
        expect(Math.abs(overlapOf(fingerprintOf(a), fingerprintOf(b)) - shared / 4000)).toBeLessThan(0.1);
      }),
      { numRuns: 20 },
    );
  });

  test('a fingerprint stays small, and a megabyte takes a moment', () => {
    const startedAt = performance.now();
    for (const text of ['a '.repeat(500_000), 'a'.repeat(1_000_000), words(150_000, 'w')]) {
      expect(fingerprintOf(text).hashes.length).toBeLessThanOrEqual(512);
    }
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});

describe('the origin of a text', () => {
  const origin = (text: string, publisher: string | null = 'The Daily', url: string | null = null) =>
    originOf({ text, publisher, url });

  test.each([
    ['GOMA, March 20 (Reuters) - Fighters entered the town.', 'reuters'],
    ['Fighters entered the town, a resident told AFP.', 'afp'],
    ['Des combats ont éclaté, a déclaré un habitant à l’AFP.', 'afp'],
    ['Fighters entered the town.\nThe Daily with AFP', 'afp'],
    ['Les combats ont repris. (Avec AFP)', 'afp'],
    ['Fighters entered the town. (AP)', 'ap'],
    ['Fighters entered the town.\nReuters', 'reuters'],
  ])('the agency that it credits: %s', (text, agency) => {
    expect(creditedAgency(text)).toBe(agency);
    expect(origin(text)).toEqual({ origin: agency, isAgency: true });
  });

  test.each([
    'Residents walk in Bukavu. Picture: A. Name/AFP',
    'Soldiers on the road (Photo by A. Name / AFP)',
    'The AFC alliance took the town. The AFPC school is closed.',
    'The price of copper rose, and a dpar was paid.',
  ])('not that of a picture, nor letters that look like one: %s', (text) => {
    expect(creditedAgency(text)).toBeNull();
  });

  test('else its publisher, else the host of its address', () => {
    expect(origin('Text', 'Africa News').origin).toBe('africanews');
    expect(origin('Text', null, 'https://www.africanews.com/2025/x').origin).toBe('africanews');
    expect(origin('Text', 'Reuters')).toEqual({ origin: 'reuters', isAgency: true });
    expect(origin('Text', null, null)).toEqual({ origin: 'unknown', isAgency: false });
  });

  test('is found in a text built to be slow', () => {
    const startedAt = performance.now();
    for (const part of ['(', '(AF', 'with the ', 'à l’', ' by AFPx', 'Photo AFP '])
      creditedAgency(part.repeat(Math.floor(500_000 / part.length)));
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});
