import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../domain/reading/text/language.ts';
import { told } from './support.ts';

// Tenses and forms that the press uses. The texts are dated Thursday, 20 March 2025.

describe('a post of one sentence', () => {
  it.each([
    ['en', 'Militiamen kill four herders near Komanda.', 'Attack, Komanda, 2025-03-20'],
    ['en', 'M23 fighters overrun Pinga.', 'Non-state actor overtakes territory, Pinga, 2025-03-20'],
    ['en', 'Bandits abduct two nuns in Uvira.', 'Abduction/forced disappearance, Uvira, 2025-03-20'],
    ['fr', 'Les FARDC reprennent Mweso.', 'Government regains territory, Mweso, 2025-03-20'],
  ] as const)('tells its news in the present tense: %s, %s', (language, post, event) => {
    expect(detectLanguage(post)).toBe(language);
    expect(told(language, post)).toEqual([event]);
  });

  it('tells of no event where the present tense is that of a habit', () => {
    expect(told('en', 'Militiamen often kill herders near Komanda.')).toEqual([]);
  });

  it.each([
    ['en', 'Airstrike kills five at Minova'],
    ['en', 'Gunmen abducted a nurse at Komanda on Tuesday.'],
    ['fr', 'Des miliciens enlèvent un prêtre à Komanda.'],
  ] as const)('is recognised by its words of events as %s: %s', (language, post) => {
    expect(detectLanguage(post)).toBe(language);
  });
});

describe('what is yet to come or happens without them', () => {
  it.each([
    ['en', 'Komanda is going to be looted, a priest said.'],
    ['fr', 'Komanda va être pillée, dit un prêtre.'],
    ['en', 'The battalion of Mweso was not involved in the fighting on Tuesday.'],
    ['fr', "La garnison de Mweso n'a pas été mêlée aux combats de mardi."],
  ] as const)('is no event: %s, %s', (language, text) => {
    expect(told(language, text)).toEqual([]);
  });
});

describe('a clause of time', () => {
  it('has who acts and its day for itself', () => {
    expect(
      told('en', 'Two days after M23 withdrew from Mweso, troops moved into the town on Wednesday.'),
    ).toEqual([
      'Withdrawal from territory, Mweso, 2025-03-17',
      'Government regains territory, Mweso, 2025-03-19',
    ]);
  });

  it('is dated from the day of its sentence', () => {
    expect(told('fr', 'Trois jours après la chute de Pinga, les écoles ont rouvert mercredi.')).toEqual([
      'Non-state actor overtakes territory, Pinga, 2025-03-16',
    ]);
  });

  it('is background where it counts in months', () => {
    expect(told('fr', 'Trois mois après la chute de Pinga, les écoles ont rouvert mercredi.')).toEqual([]);
  });
});

describe('a relative clause', () => {
  it('keeps its date to itself', () => {
    expect(
      told('en', 'On the road to Sake, M23 left Mweso, which it had captured on 2 March, on Tuesday.'),
    ).toContain('Withdrawal from territory, Mweso, 2025-03-18');
    expect(
      told('en', 'Troops and Wazalendo, who had quarrelled in February, fought at Pinga on Tuesday.'),
    ).toEqual(['Armed clash, Pinga, 2025-03-18']);
  });
});

describe('two deeds of one sentence', () => {
  it('are a killing and an abduction', () => {
    expect(told('en', 'Gunmen killed a trader in Komanda on Tuesday and abducted two teachers.')).toEqual([
      'Attack, Komanda, 2025-03-18',
      'Abduction/forced disappearance, Komanda, 2025-03-18',
    ]);
  });

  it('are one where an air strike is told with its dead', () => {
    expect(
      told(
        'en',
        'Army jets hit a camp near Pinga on Tuesday and six militiamen were neutralised, an officer said.',
      ),
    ).toEqual(['Air/drone strike, Pinga, 2025-03-18']);
  });
});
