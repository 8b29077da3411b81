import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, plainText, safeLink } from '../../services/notifier/plain-text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      ' ',
      '\r',
      '\n',
      '\0',
      '\u202e',
      '\u2066',
      '\u200b',
      '\ud800',
      '\u0301',
      'م',
      '😀',
      '://',
    ),
    maxLength: 300,
  }),
);

describe('plainText', () => {
  it('gives one line without control, invisible or direction-changing characters, whatever comes in', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 200 }), (text, maxLength) => {
        const plain = plainText(text, maxLength);
        // Only its own, balanced isolates may be left.
        const inner = plain.replace(/^\u2068(.*)\u2069$/su, '$1').replace(/\u2069$/u, '');
        expect(inner).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u,
        );
        expect(plain.length).toBeLessThanOrEqual(maxLength + 3);
        expect(Buffer.from(plain, 'utf8').toString('utf8')).toBe(plain);
      }),
    );
  });

  it('keeps names as people write them', () => {
    for (const name of [
      'Kalay Boeing - Mont Agoma',
      'Étoile',
      'မြစ်ကြီးနား',
      'O’Neill & Sons',
      '👩🏽‍🚒 camp',
    ]) {
      expect(plainText(name, 100)).toBe(name);
    }
  });

  it('isolates a name that runs right to left, so that it does not reorder what follows', () => {
    expect(plainText('جبل عامر', 100)).toBe('\u2068جبل عامر\u2069');
  });

  it('leaves out links in quoted text, also those hidden by an invisible character', () => {
    expect(plainText('See https://evil.example/login now', 100)).toBe('See [link left out] now');
    expect(plainText('ht\u200btps://evil.example', 100)).toBe('[link left out]');
    expect(plainText('go to www.evil.example', 100)).toBe('go to [link left out]');
  });

  it('takes a hostile megabyte in its stride', () => {
    for (const text of ['a.'.repeat(500_000), 'e\u0301\u0301'.repeat(300_000), '😀'.repeat(300_000)]) {
      const started = performance.now();
      expect(plainText(text, 280).length).toBeLessThanOrEqual(280);
      expect(performance.now() - started).toBeLessThan(500);
    }
  });
});

describe('clip', () => {
  it('cuts between words and never within a character', () => {
    expect(clip('one two three', 10)).toBe('one two…');
    expect(clip('👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒', 10)).toBe('👩🏽‍🚒…');
  });

  it('closes an isolate that it cuts open', () => {
    expect(clip('\u2068جبل عامر\u2069 and others', 6)).toMatch(/^\u2068.*\u2069$/u);
  });
});

describe('safeLink', () => {
  it('links web addresses and shows their host', () => {
    expect(safeLink('https://www.example.org/a?b=c')).toEqual({
      url: 'https://www.example.org/a?b=c',
      host: 'example.org',
    });
  });

  it('refuses everything else', () => {
    const refused = [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://example.org',
      'not an address',
      '',
      null,
    ];
    for (const address of [
      ...refused,
      'https://bank.example@evil.example/',
      `https://e.org/${'a'.repeat(2000)}`,
    ]) {
      expect(safeLink(address), String(address).slice(0, 40)).toBeNull();
    }
  });

  it('shows a look-alike host in its ASCII form', () => {
    expect(safeLink('https://аpple.com/')?.host).toBe('xn--pple-43d.com');
  });
});
