import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSubTypeOf } from '../../../domain/acled.ts';
import { languages } from '../../../domain/reading/text/text.ts';
import { publishedOn, read, told } from './support.ts';
import { elapsedMs, patienceMs, worstTexts } from './worst-texts.ts';

const news = [
  'M23 rebels seized the town of Pinga on Tuesday, security sources said.',
  'Residents of Butembo fear that the fighters will move north, and the mayor asked for help.',
  'Clashes between the army and local militias were reported near Sake, Masisi and Kitshanga on Monday.',
  'The governor told reporters in Goma that schools would stay closed until the end of the month.',
  'At least 12 civilians were killed when gunmen attacked Komanda, according to civil society.',
  'Alphamin has suspended operations at its Bisie mine and evacuated its staff.',
];

describe('reading a report', () => {
  it.each(worstTexts)('takes no longer than its length allows for many %s', (_, text) => {
    expect(elapsedMs(() => read('en', text))).toBeLessThan(patienceMs);
    expect(elapsedMs(() => read('fr', text))).toBeLessThan(patienceMs);
  });

  it.each([
    ['places', 'in Goma, Sake and '],
    ['takings', 'M23 took Goma '],
    ['actors', 'M23, ADF and '],
    ['attacks', 'attacked attack attacks '],
    ['denials', 'denied that '],
    ['French attacks', 'ont attaqué Goma et pris '],
    ['capitals', 'in Xyz near Abc '],
    ['claims', 'M23 took Goma on Monday. ADF killed 3 people in Beni on Tuesday. '],
  ])('takes no longer for one text of 200,000 characters of %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    expect(elapsedMs(() => read('en', text))).toBeLessThan(patienceMs);
    expect(elapsedMs(() => read('fr', text))).toBeLessThan(patienceMs);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['marks', '«»"“”()—'],
    ['zeros', '\u0000\u0000'],
  ])('finds nothing in %s', (_, text) => {
    expect(read('en', text)).toEqual([]);
    expect(read('fr', text, text)).toEqual([]);
  });

  it('gives events that are well formed, whatever the words', () => {
    const words =
      `${news.join(' ')} ne pas Les rebelles ont pris Walikale mercredi , ; " « » \n 14 March de la in not if`.split(
        ' ',
      );
    const texts = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(texts, fc.constantFrom(...languages), (text, language) => {
        for (const event of read(language, text)) {
          expect(isSubTypeOf(event.type, event.subType)).toBe(true);
          expect(event.occurredOn <= '2025-03-21').toBe(true);
          expect(event.occurredOn).toMatch(/^\d{4}-\d\d-\d\d$/);
          expect(event.certainty).toBeGreaterThan(0);
          expect(event.certainty).toBeLessThanOrEqual(1);
          expect(event.span.start).toBeGreaterThanOrEqual(0);
          expect(event.span.end).toBeLessThanOrEqual(text.length);
          expect(event.rendering.endsWith('.')).toBe(true);
          expect((event.latitude === null) === (event.longitude === null)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['a soft hyphen', '\u00ad'],
    ['a zero-width space', '\u200b'],
    ['a mark of direction', '\u200f'],
  ])('is not misled by %s within words, and points into the text as it is stored', (_, mark) => {
    const sentence = `M23 reb${mark}els at${mark}tacked Pin${mark}ga on Tues${mark}day and killed tw${mark}elve people.`;
    const text = `It rain${mark}ed. ${sentence} It was cold.`;
    const [event, ...more] = read('en', text);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ place: 'Pinga', occurredOn: '2025-03-18', deathsBest: 12 });
    expect(text.slice(event!.span.start, event!.span.end)).toBe(sentence);
  });

  it('takes "no fewer than" for a number, not for a denial', () => {
    expect(told('en', 'M23 rebels carried out no fewer than three attacks on Pinga on Tuesday.')).toEqual([
      'Attack, Pinga, 2025-03-18',
    ]);
  });

  it('keeps an event whose place no gazetteer has, without coordinates', () => {
    const [event] = read('en', 'Gunmen attacked the village of Qwertville on Tuesday, killing four people.');
    expect(event).toMatchObject({ subType: 'Attack', place: 'Qwertville', latitude: null, deathsBest: 4 });
  });

  it('places an event in the district where only that is known', () => {
    const [event] = read(
      'en',
      'Gunmen attacked the village of Qwertville, in Lubero territory, on Tuesday, killing four people.',
    );
    expect(event!.place).toBe('Qwertville');
    expect(event!.locationPrecision).toBe(3);
    expect(event!.latitude).not.toBeNull();
  });

  it('does not take a report of tomorrow for one of today', () => {
    expect(read('en', `M23 took Pinga on 25 March 2025. It was ${publishedOn}.`)).toEqual([]);
  });
});
