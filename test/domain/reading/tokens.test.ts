import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../domain/reading/text/tokens.ts';

const raws = (text: string) => tokenize(text).map(({ raw }) => raw);
const words = (text: string) => tokenize(text).map(({ word }) => word);

describe('the tokens of a text', () => {
  it('are words in lower case, and the same without accents', () => {
    const [killed] = tokenize('TUÉS');
    expect(killed).toMatchObject({ raw: 'TUÉS', word: 'tués', plain: 'tues', kind: 'word' });
  });

  it('part elisions and possessives from their words, whatever the apostrophe', () => {
    expect(raws("l'armée d’Ituri")).toEqual(["l'", 'armée', 'd’', 'Ituri']);
    expect(words("l'armée d’Ituri")).toEqual(['l', 'armée', 'd', 'ituri']);
    expect(raws("the army's base")).toEqual(['the', 'army', "'s", 'base']);
    expect(words('They didn’t')).toEqual(['they', 'didn', 't']);
    expect(words('aujourd’hui')).toEqual(["aujourd'hui"]);
  });

  it('leave out apostrophes that only quote', () => {
    expect(raws("the 'rebels' left")).toEqual(['the', 'rebels', 'left']);
  });

  it('hold a number whole, with its value', () => {
    for (const [text, value] of [
      ['1,200', 1200],
      ['1 200', 1200],
      ['2.5', 2.5],
      ['35', 35],
    ] as const)
      expect(tokenize(text)).toMatchObject([{ kind: 'number', value, shape: 'number' }]);
    expect(tokenize('19th')).toMatchObject([{ kind: 'number', value: 19, isOrdinal: true }]);
  });

  it('part a unit and the minutes from a number, but no other letters', () => {
    expect(raws('5km')).toEqual(['5', 'km']);
    expect(raws('14h30')).toEqual(['14', 'h30']);
    expect(tokenize('4x4')).toMatchObject([{ raw: '4x4', kind: 'word', value: null }]);
  });

  it('tell how they are written and what parts them from the word before', () => {
    const found = tokenize("GOMA: Mbuji-Mayi et l'Ituri").filter(({ isWord }) => isWord);
    expect(found.map(({ raw, shape, before }) => [raw, shape, before])).toEqual([
      ['GOMA', 'UPPER', 'break'],
      ['Mbuji', 'Capital', 'break'],
      ['Mayi', 'Capital', 'hyphen'],
      ['et', 'lower', 'space'],
      ["l'", 'lower', 'space'],
      ['Ituri', 'Capital', 'apostrophe'],
    ]);
  });

  it('follow each other and cover any text but its spaces and apostrophes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(1000), (text, start) => {
        let reached = 0;
        for (const token of tokenize(text, start)) {
          expect(text.slice(reached, token.start - start).replace(/['’‘`\s]/g, '')).toBe('');
          expect(text.slice(token.start - start, token.end - start)).toBe(token.raw);
          expect(token.end).toBeGreaterThan(token.start);
          reached = token.end - start;
        }
        expect(text.slice(reached).replace(/['’‘`\s]/g, '')).toBe('');
      }),
    );
  });
});
