import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCalendarDate } from '../../../domain/reading/dates/calendar.ts';
import { findDates } from '../../../domain/reading/dates/dates.ts';
import { type Language, languages } from '../../../domain/reading/text/text.ts';
import { tokenize } from '../../../domain/reading/text/tokens.ts';
import { addDays } from '../../../domain/time.ts';
import { elapsedMs, patienceMs, worstTexts } from './worst-texts.ts';

/** A Thursday. */
const publishedOn = '2025-03-20';

/** Each mention as "words: day or from..to precision role". */
function read(language: Language, sentence: string, on = publishedOn): string[] {
  return findDates(tokenize(sentence), { language, publishedOn: on }).map((mention) => {
    const days = mention.from === mention.to ? mention.from : `${mention.from}..${mention.to}`;
    return `${sentence.slice(mention.start, mention.end)}: ${days} ${mention.precision} ${mention.role}`;
  });
}

const english: [string, ...string[]][] = [
  ['fighting took place in Mubi on Wednesday', 'Wednesday: 2025-03-19 1 when'],
  ['local sources said Thursday', 'Thursday: 2025-03-20 1 when'],
  ['Thursday morning', 'Thursday morning: 2025-03-20 1 when'],
  ['last Friday', 'last Friday: 2025-03-14 1 when'],
  ['last Thursday', 'last Thursday: 2025-03-13 1 when'],
  ['early on Monday', 'Monday: 2025-03-17 1 when'],
  ['Monday last week', 'Monday last week: 2025-03-10 1 when'],
  ['this Thursday morning', 'this Thursday morning: 2025-03-20 1 when'],
  ['on Tuesday night into Wednesday', 'Tuesday night into Wednesday: 2025-03-18..2025-03-19 2 when'],
  ['on Monday and Tuesday', 'Monday and Tuesday: 2025-03-17..2025-03-18 2 when'],
  ['overnight, shells fell on the town', 'overnight: 2025-03-19..2025-03-20 2 when'],
  ['overnight on Monday', 'Monday: 2025-03-17 1 when'],
  ['today, Thursday, they left', 'today, Thursday: 2025-03-20 1 when'],
  ['yesterday evening', 'yesterday evening: 2025-03-19 1 when'],
  ['two days ago', 'two days ago: 2025-03-18 1 when'],
  ['a week ago', 'a week ago: 2025-03-12..2025-03-14 2 when'],
  ['this week', 'this week: 2025-03-17..2025-03-20 3 when'],
  ['late last week', 'late last week: 2025-03-14..2025-03-16 3 when'],
  ['earlier this month', 'earlier this month: 2025-03-01..2025-03-20 4 when'],
  ['late last month', 'late last month: 2025-02-19..2025-02-28 4 when'],
  ['at the weekend', 'weekend: 2025-03-15..2025-03-16 2 when'],
  ['since Friday', 'Friday: 2025-03-14..2025-03-20 1 since'],
  ['until Friday', 'Friday: 2025-03-14 1 until'],
  ['by Monday', 'Monday: 2025-03-17 1 until'],
  ['on 14 February 2025', '14 February 2025: 2025-02-14 1 when'],
  ['on Wednesday, March 19, 2025', 'Wednesday, March 19, 2025: 2025-03-19 1 when'],
  ['on Feb. 14', 'Feb. 14: 2025-02-14 1 when'],
  ['on Feb. 14 and Jan 26', 'Feb. 14: 2025-02-14 1 when', 'Jan 26: 2025-01-26 1 when'],
  ['on the 19th, he said', 'the 19th: 2025-03-19 1 when'],
  ['on the 25th, he said', 'the 25th: 2025-02-25 1 when'],
  ['19/03/2025', '19/03/2025: 2025-03-19 1 when'],
  ['2025-03-19', '2025-03-19: 2025-03-19 1 when'],
  ['in January', 'January: 2025-01-01..2025-01-31 4 when'],
  ['mid-March', 'mid-March: 2025-03-11..2025-03-20 4 when'],
  ['between 12 and 14 March', 'between 12 and 14 March: 2025-03-12..2025-03-14 2 when'],
  ['from March 3 to 5', 'from March 3 to 5: 2025-03-03..2025-03-05 2 when'],
  ['from 28 February to 3 March', 'from 28 February to 3 March: 2025-02-28..2025-03-03 2 when'],
  ['it emerged in 2012', '2012: 2012-01-01..2012-12-31 5 past'],
  ['since the start of 2022', '2022: 2022-01-01..2022-12-31 5 past'],
  ['ten years ago', 'ten years ago: 2015-01-01..2015-12-31 5 past'],
  ['last year', 'last year: 2024-01-01..2024-12-31 5 past'],
  ['since the start of the year', 'start of the year: 2025-01-01..2025-03-20 5 since'],
  ['over the last few months', 'the last few months: 2024-12-19..2025-03-20 5 since'],
  ['in recent weeks', 'recent weeks: 2025-02-27..2025-03-20 4 since'],
  ['in the last 24 hours', 'the last 24 hours: 2025-03-19..2025-03-20 2 when'],
  ['the talks will resume on Monday', 'Monday: 2025-03-24 1 future'],
  ['he said on Monday it will attack', 'Monday: 2025-03-17 1 when'],
  ['on Monday next', 'Monday next: 2025-03-24 1 future'],
  ['next week', 'next week: 2025-03-24..2025-03-30 3 future'],
  ['in the coming days', 'coming days: 2025-03-20..2025-03-23 2 future'],
  ['on December 25', 'December 25: 2024-12-25 1 past'],
  ['Saturday 22 March', 'Saturday 22 March: 2025-03-22 1 future'],
  ['in August of last year', 'August of last year: 2024-08-01..2024-08-31 4 past'],
  ['the week before.', 'the week before: 2025-03-10..2025-03-16 3 when'],
  ['rebels who seized the town on Monday will now turn west', 'Monday: 2025-03-17 1 when'],
  ['the road will be reopened on Monday', 'Monday: 2025-03-24 1 future'],
  [
    'masters of it since the beginning of the month, they will',
    'beginning of the month: 2025-03-01..2025-03-20 4 since',
  ],
  ['in March 20 people died', 'March: 2025-03-01..2025-03-20 4 when'],
];

const french: [string, ...string[]][] = [
  ['les rebelles sont entrés mercredi', 'mercredi: 2025-03-19 1 when'],
  ['mercredi dernier', 'mercredi dernier: 2025-03-19 1 when'],
  ['jeudi dernier', 'jeudi dernier: 2025-03-13 1 when'],
  ['ce jeudi 20 mars 2025', 'ce jeudi 20 mars 2025: 2025-03-20 1 when'],
  ['dans la nuit de mardi à mercredi', 'de mardi à mercredi: 2025-03-18..2025-03-19 2 when'],
  ['dans la nuit du 12 au 13 mars', 'du 12 au 13 mars: 2025-03-12..2025-03-13 2 when'],
  ['hier soir', 'hier soir: 2025-03-19 1 when'],
  ['hier mercredi', 'hier mercredi: 2025-03-19 1 when'],
  ['avant-hier', 'avant-hier: 2025-03-18 1 when'],
  ['ce matin', 'ce matin: 2025-03-20 1 when'],
  ['aujourd’hui', 'aujourd’hui: 2025-03-20 1 when'],
  [
    'mardi, les combats ont repris là où ils avaient cessé la veille',
    'mardi: 2025-03-18 1 when',
    'la veille: 2025-03-17 1 when',
  ],
  ['il y a trois jours', 'il y a trois jours: 2025-03-17 1 when'],
  ['il y a dix ans', 'il y a dix ans: 2015-01-01..2015-12-31 5 past'],
  ['la semaine dernière', 'la semaine dernière: 2025-03-10..2025-03-16 3 when'],
  ['mardi de la semaine dernière', 'mardi de la semaine dernière: 2025-03-11 1 when'],
  ['le week-end dernier', 'le week-end dernier: 2025-03-15..2025-03-16 2 when'],
  ['depuis vendredi', 'vendredi: 2025-03-14..2025-03-20 1 since'],
  ["jusqu'à vendredi", 'vendredi: 2025-03-14 1 until'],
  ["d'ici vendredi", 'vendredi: 2025-03-21 1 future'],
  ['lundi prochain', 'lundi prochain: 2025-03-24 1 future'],
  ['la semaine prochaine', 'la semaine prochaine: 2025-03-24..2025-03-30 3 future'],
  ['le mois prochain', 'le mois prochain: 2025-04-01..2025-04-30 4 future'],
  ['le 1er mars', '1er mars: 2025-03-01 1 when'],
  ['le 14 février', '14 février: 2025-02-14 1 when'],
  ['en janvier dernier', 'janvier dernier: 2025-01-01..2025-01-31 4 when'],
  ['début mars', 'début mars: 2025-03-01..2025-03-10 4 when'],
  ['à la fin du mois de février', 'fin du mois de février: 2025-02-19..2025-02-28 4 when'],
  ['du 12 au 14 mars', 'du 12 au 14 mars: 2025-03-12..2025-03-14 2 when'],
  ['les 12 et 13 mars', 'les 12 et 13 mars: 2025-03-12..2025-03-13 2 when'],
  ['en 2019', '2019: 2019-01-01..2019-12-31 5 past'],
  ["l'an dernier", "l'an dernier: 2024-01-01..2024-12-31 5 past"],
  ["depuis le début de l'année", "début de l'année: 2025-01-01..2025-03-20 5 since"],
  ['ces derniers mois', 'ces derniers mois: 2024-12-19..2025-03-20 5 since'],
  ['depuis trois jours', 'depuis trois jours: 2025-03-17..2025-03-20 2 since'],
  [
    'dans la nuit du mercredi 12 au jeudi 13 février',
    'du mercredi 12 au jeudi 13 février: 2025-02-12..2025-02-13 2 when',
  ],
  ['La veille, lundi, ils étaient partis', 'La veille, lundi: 2025-03-17 1 when'],
  ["en août de l'an dernier", "août de l'an dernier: 2024-08-01..2024-08-31 4 past"],
  ['en novembre de cette année-là', 'novembre: 2024-11-01..2024-11-30 4 past'],
  ['les députés se réuniront lundi', 'lundi: 2025-03-24 1 future'],
];

const spanish: [sentence: string, ...expected: string[]][] = [
  ['Fueron asesinados el martes', 'martes: 2025-03-18 1 when'],
  ['el pasado martes', 'pasado martes: 2025-03-18 1 when'],
  ['en la madrugada de este sábado', 'este sábado: 2025-03-15 1 when'],
  ['el 16 de marzo de 2025', '16 de marzo de 2025: 2025-03-16 1 when'],
  ['el jueves 13', 'jueves 13: 2025-03-13 1 when'],
  ['anoche', 'anoche: 2025-03-19..2025-03-20 2 when'],
  ['la mañana de ayer', 'ayer: 2025-03-19 1 when'],
  ['hace tres días', 'hace tres días: 2025-03-17 1 when'],
  ['la semana pasada', 'la semana pasada: 2025-03-10..2025-03-16 3 when'],
  ['la pasada semana', 'la pasada semana: 2025-03-10..2025-03-16 3 when'],
  ['este fin de semana', 'este fin de semana: 2025-03-15..2025-03-16 2 when'],
  ['del 12 al 14 de marzo', 'del 12 al 14 de marzo: 2025-03-12..2025-03-14 2 when'],
  ['a principios de marzo', 'principios de marzo: 2025-03-01..2025-03-10 4 when'],
  ['el año pasado', 'el año pasado: 2024-01-01..2024-12-31 5 past'],
  ['el próximo lunes', 'próximo lunes: 2025-03-24 1 future'],
  ['se reunirán el lunes', 'lunes: 2025-03-24 1 future'],
  ['desde el viernes', 'viernes: 2025-03-14..2025-03-20 1 since'],
];

describe('the dates of a sentence', () => {
  it.each(spanish)('reads in Spanish: %s', (sentence, ...expected) => {
    expect(read('es', sentence)).toEqual(expected);
  });

  it.each(english)('reads in English: %s', (sentence, ...expected) => {
    expect(read('en', sentence)).toEqual(expected);
  });

  it.each(french)('reads in French: %s', (sentence, ...expected) => {
    expect(read('fr', sentence)).toEqual(expected);
  });

  it.each([
    ['en', 'They may have left; rebels march on Goma. March on Goma!'],
    ['en', 'May attack'],
    ['en', 'A 19-year-old joined the M23 on Route 4, on the 19th floor of Second Street'],
    ['en', 'The Sun and the Sunday Times meet every Friday'],
    ['en', 'The force has 2000 soldiers, 1,990 rifles and 14 trucks'],
    ['en', '31/02/2025'],
    ['fr', 'Une sonde vers la planète Mars'],
    ['fr', 'le 19e bataillon de la RN2, tous les vendredis'],
    ['fr', 'la veille des élections'],
    ['fr', 'le Mouvement du 23 mars (M23)'],
    ['en', 'the March 23 Movement (M23)'],
    ['en', 'operations ceased following an attack'],
  ] as const)('finds none in %s: %s', (language, sentence) => {
    expect(read(language, sentence)).toEqual([]);
  });

  it('takes the middle of a span as its best day, and the later of two', () => {
    const best = (sentence: string) =>
      findDates(tokenize(sentence), { language: 'en', publishedOn }).map((mention) => mention.occurredOn);
    expect(best('between 12 and 14 March')).toEqual(['2025-03-13']);
    expect(best('on Monday and Tuesday')).toEqual(['2025-03-18']);
    expect(best('since Friday')).toEqual(['2025-03-14']);
  });

  it('takes a plan for a year far ahead as the future and names no day beyond ten years', () => {
    const [mention] = findDates(tokenize('In 2099 the mine closes'), { language: 'en', publishedOn });
    expect(mention?.role).toBe('future');
    expect(mention?.to).toBe('2035-12-31');
  });

  it('reads a day without its year as of the year before where it has not come yet', () => {
    expect(read('en', 'on 28 December', '2025-01-05')).toEqual(['28 December: 2024-12-28 1 when']);
    expect(read('fr', 'le 31 octobre', '2025-03-20')).toEqual(['31 octobre: 2024-10-31 1 past']);
    expect(read('en', 'on 29 February', '2025-03-20')[0]).toContain('2024-02-29');
  });

  it('takes a deadline without its year for the next such day', () => {
    expect(read('en', 'they are to leave by 15 January', '2022-12-24')).toEqual([
      '15 January: 2023-01-15 1 until',
    ]);
  });

  it('finds nothing where the day of publication is none', () => {
    expect(read('en', 'on Monday', 'yesterday')).toEqual([]);
    expect(read('en', 'on Monday', '2025-02-30')).toEqual([]);
  });

  it('never throws, and gives ordered spans within the sentence and valid days in order', () => {
    const piece = fc.constantFrom(
      ...'on Monday last next since until by early late mid - March May 14 31 2025 2099 19th the of , and to between from days ago two few months in week du au de à mardi mercredi dernier mars la veille nuit depuis il y a ans début fin le 1er jours venir 30/02/2024'.split(
        ' ',
      ),
      '\u0000',
      'é',
    );
    const sentence = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.array(piece, { maxLength: 25 }).map((words) => words.join(' ')),
    );
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
    fc.assert(
      fc.property(sentence, fc.constantFrom(...languages), day, (text, language, on) => {
        let reached = 0;
        for (const mention of findDates(tokenize(text), { language, publishedOn: on })) {
          expect(mention.start).toBeGreaterThanOrEqual(reached);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          reached = mention.end;
          expect([mention.from, mention.occurredOn, mention.to].every(isCalendarDate)).toBe(true);
          expect(mention.from <= mention.occurredOn && mention.occurredOn <= mention.to).toBe(true);
          if (mention.role === 'when' || mention.role === 'past') expect(mention.to <= on).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each(worstTexts)('takes time that grows with the length only: %s', (_name, text) => {
    expect(elapsedMs(() => findDates(tokenize(text), { language: 'en', publishedOn }))).toBeLessThan(
      patienceMs,
    );
    expect(elapsedMs(() => findDates(tokenize(text), { language: 'fr', publishedOn }))).toBeLessThan(
      patienceMs,
    );
  });
});
