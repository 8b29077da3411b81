import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../../services/notifier/mail/text-part.ts';

describe('the text part', () => {
  it('wraps at 76 columns and leaves addresses whole', () => {
    const words = fc.array(
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 120 }).map((w) => w.replace(/\s/g, '_')),
    );
    fc.assert(
      fc.property(words, (list) => {
        const lines = wrap(list.join(' '), '  ');
        for (const line of lines.filter((line) => !/https?:\/\//.test(line)))
          expect(line.length).toBeLessThanOrEqual(76);
        expect(lines.join('').replace(/\s/g, '')).toBe(list.join(''));
      }),
    );
    const url = `https://example.org/${'a'.repeat(100)}`;
    expect(wrap(`see ${url} there`)).toEqual(['see', url, 'there']);
  });

  it('keeps figures and their units on one line', () => {
    for (let length = 40; length < 76; length++) {
      const lines = wrap(`${'x'.repeat(length)} 57 km ± 5 km from Bisie, 4 %`);
      expect(lines.join('\n')).toMatch(/57 km\s± 5 km\s(.|\n)*4 %/);
    }
  });
});
