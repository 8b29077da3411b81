import { describe, expect, it } from 'vitest';
import { read, told } from './support.ts';

// Places of events, known and unknown. The texts are dated Thursday, 20 March 2025.

describe('where it happened', () => {
  it.each([
    ['Bandits killed two traders in Mweso, Masisi, on Tuesday.', 'Attack, Mweso, 2025-03-18'],
    ['The attack in Komanda, Irumu territory, killed nine people on Tuesday.', 'Attack, Komanda, 2025-03-18'],
  ])('is one place where another one holds it: %s', (text, event) => {
    expect(told('en', text)).toEqual([event]);
  });

  it('is each place of a list', () => {
    expect(told('en', 'ADF fighters hit Komanda, Oicha and Eringeti on Tuesday.')).toEqual([
      'Attack, Komanda, 2025-03-18',
      'Attack, Oicha, 2025-03-18',
      'Attack, Eringeti, 2025-03-18',
    ]);
    expect(told('fr', 'Deux villages ont été visés mardi par les ADF, dont Komanda et Oicha.')).toEqual([
      'Attack, Komanda, 2025-03-18',
      'Attack, Oicha, 2025-03-18',
    ]);
  });

  it('is not where somebody says so', () => {
    expect(
      told(
        'en',
        'Seven people died, a minister said in Goma on Wednesday. The raid hit the village of Komanda on Monday.',
      ),
    ).toEqual(['Attack, Komanda, 2025-03-17']);
  });

  it('is not where those who left are going', () => {
    expect(told('en', 'M23 withdrew from Mweso. The fighters left on Tuesday for Walikale.')).toEqual([
      'Withdrawal from territory, Mweso, 2025-03-18',
    ]);
  });
});

describe('a place that nobody knows', () => {
  it.each([
    [
      'en',
      'Six civilians were killed in a raid on Pangmati village on Tuesday.',
      'Attack, Pangmati, 2025-03-18',
    ],
    [
      'en',
      'M23 fighters seized Bulolero on Tuesday.',
      'Non-state actor overtakes territory, Bulolero, 2025-03-18',
    ],
    ['fr', 'Le M23 a repris Bulolero mardi.', 'Non-state actor overtakes territory, Bulolero, 2025-03-18'],
    [
      'en',
      "A drone struck a depot in Ukraine's Tarasivka on Tuesday.",
      'Air/drone strike, Tarasivka, 2025-03-18',
    ],
  ] as const)('is still where it happened: %s, %s', (language, text, event) => {
    expect(told(language, text)).toEqual([event]);
  });

  it.each([
    'Militiamen attacked Fulani herders on Tuesday.',
    'Militiamen attacked Christians on Tuesday.',
    'Militiamen attacked a Congolese village on Tuesday.',
  ])('is none where people are meant: %s', (text) => {
    expect(read('en', text).map(({ place }) => place)).toEqual([]);
  });
});

describe('a dateline that ends at a stop or at a colon', () => {
  it.each([
    ['en', 'GOMA: Gunmen killed two traders near Sam-Boulo on Tuesday.', 'Attack, Sam-Boulo, 2025-03-18'],
    [
      'es',
      'Cúcuta. Hombres armados mataron el martes a dos comerciantes en Tibú.',
      'Attack, Tibú, 2025-03-18',
    ],
    [
      'es',
      'Culiacán, Sin. Hombres armados mataron el martes a dos comerciantes en Navolato.',
      'Attack, Navolato, 2025-03-18',
    ],
  ] as const)('is where somebody writes: %s, %s', (language, text, event) => {
    expect(told(language, text)).toEqual([event]);
  });
});

describe('between two places that nobody knows', () => {
  it.each([
    [
      'fr',
      'Une patrouille est tombée mardi dans une embuscade entre Zoulabi et Kitouvo.',
      ['Armed clash, Zoulabi, 2025-03-18'],
    ],
    [
      'en',
      'Rebels ambushed a patrol between Zoulabi and Kitouvo on Tuesday.',
      ['Armed clash, Zoulabi, 2025-03-18'],
    ],
    ['en', 'Clashes between Zoulabi and Kitouvo broke out on Tuesday.', []],
  ] as const)('something happened: %s, %s', (language, text, events) => {
    expect(told(language, text)).toEqual([...events]);
  });
});

describe('where somebody was reached', () => {
  it.each([
    [
      'fr',
      'Une source jointe à Goma affirme que trois civils ont été tués mardi à Komanda.',
      'Attack, Komanda, 2025-03-18',
    ],
    ['fr', "L'armée a accusé le M23, dans une déclaration lue à Kinshasa, d'avoir attaqué Pinga mardi.", ''],
    [
      'fr',
      'Les ADF ont attaqué mardi Kilya, sur les hauteurs de Komanda, et tué trois civils.',
      'Attack, Kilya, 2025-03-18',
    ],
  ] as const)('is not where it happened: %s, %s', (language, text, event) => {
    const events = told(language, text);
    expect(events.join().includes('Goma') || events.join().includes('Kinshasa')).toBe(false);
    if (event !== '') expect(events).toEqual([event]);
  });
});

describe('a place that the sentence before names', () => {
  it('is where those come from who leave it', () => {
    expect(told('fr', 'Pinga respire. Les rebelles du M23 en sont partis mardi vers Nyanzale.')).toEqual([
      'Withdrawal from territory, Pinga, 2025-03-18',
    ]);
  });

  it('is not the chiefdom that holds the town', () => {
    expect(
      told('fr', 'La cité de Kibirizi, dans la chefferie de Bwito, est tombée mardi aux mains du M23.'),
    ).toEqual(['Non-state actor overtakes territory, Kibirizi, 2025-03-18']);
  });
});
