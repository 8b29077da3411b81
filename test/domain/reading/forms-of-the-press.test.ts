import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../domain/reading/text/language.ts';
import { read, told } from './support.ts';

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

describe('one blow', () => {
  it('is no clash beside the drone that it came from', () => {
    expect(told('en', 'Two people were killed in a drone attack in Pinga on Tuesday.')).toEqual([
      'Air/drone strike, Pinga, 2025-03-18',
    ]);
  });

  it('is an armed clash where it strikes those who bear arms', () => {
    expect(
      told('en', 'Four soldiers died when rebels ambushed an army battalion near Pinga on Tuesday.'),
    ).toEqual(['Armed clash, Pinga, 2025-03-18']);
  });
});

describe('what people and firms do', () => {
  it.each([
    [
      'fr',
      'Des hommes armés ont emmené trois orpailleurs de Komanda mardi.',
      'Abduction/forced disappearance, Komanda, 2025-03-18',
    ],
    [
      'en',
      'Two traders were taken from their shop by gunmen in Komanda on Tuesday.',
      'Abduction/forced disappearance, Komanda, 2025-03-18',
    ],
    ['en', 'Mai-Mai fighters beat up a driver at Komanda on Tuesday.', 'Attack, Komanda, 2025-03-18'],
    [
      'fr',
      'Des motards barrent la route à Komanda depuis mardi.',
      'Road or border closed, Komanda, 2025-03-18',
    ],
    ['fr', "Alphamin arrête Bisie devant l'avance des rebelles.", 'Operation suspended, Bisie, 2025-03-20'],
    [
      'en',
      'Mining came to a stop at Bisie on Tuesday, Alphamin said.',
      'Operation suspended, Bisie, 2025-03-18',
    ],
  ] as const)('is read: %s, %s', (language, text, event) => {
    expect(told(language, text)).toEqual([event]);
  });
});

describe('the dead', () => {
  const deathsOf = (text: string) => read('en', text).map(({ deathsBest }) => deathsBest);

  it('are not those whom a second verb counts', () => {
    expect(
      deathsOf(
        'Clashes between M23 and soldiers at Pinga on Tuesday left six people dead and displaced 900.',
      ),
    ).toEqual([6]);
  });

  it('are not those of all deeds so far', () => {
    expect(
      deathsOf(
        'Three drivers were shot dead in Komanda on Tuesday. Bandits have now killed 40 people on that road.',
      ),
    ).toEqual([3]);
  });

  it('are counted behind a verb that is written like a noun', () => {
    expect(deathsOf('Gunmen murder five people in Komanda.')).toEqual([5]);
  });

  it('are told of the killing alone, not of those taken away', () => {
    expect(deathsOf('Gunmen killed two traders in Komanda on Tuesday and abducted a teacher.')).toEqual([
      2,
      null,
    ]);
  });
});

it('names who did it where the next sentence begins with them', () => {
  const [event] = read(
    'en',
    'Six people were killed in Oicha on Tuesday. The ADF, once allied with FDLR, came at night. FDLR denied a part in it.',
  );
  expect(event?.actors).toEqual(['ADF']);
});

describe('who takes part', () => {
  it.each([
    [
      'en',
      'Russian drones hit the market of Pinga on Tuesday, killing two people.',
      ['Russian armed forces'],
    ],
    ['fr', 'Des frappes russes ont fait deux morts mardi à Pinga.', ['Russian armed forces']],
    [
      'en',
      'Islamic State-linked militants killed two farmers in Palma, Mozambique, on Tuesday.',
      ['ISIS-Mozambique'],
    ],
    ['en', "Rwanda's defence ministry said on Wednesday its forces had taken the town of Pinga.", ['RDF']],
    ['en', 'Soldiers found the bodies of two men killed by ADF rebels in Komanda on Tuesday.', ['ADF']],
    [
      'en',
      'A patrol of the FARDC fell into an ambush laid by CODECO near Komanda on Tuesday.',
      ['CODECO', 'FARDC'],
    ],
  ] as const)(
    'is told by weapons, branches and verbs that are suffered: %s, %s',
    (language, text, actors) => {
      expect(read(language, text)[0]?.actors.toSorted()).toEqual([...actors]);
    },
  );

  it('is named by the title, where the body does not say', () => {
    const [event] = read(
      'en',
      'Four people died in a raid on Komanda on Tuesday.',
      'CODECO kills four in Komanda',
    );
    expect(event?.actors).toEqual(['CODECO']);
  });

  it('is not who only stands near: diggers who had entered a pit take no town', () => {
    expect(told('en', 'Soldiers fired on diggers who had entered Rubaya on Tuesday.')).toEqual([
      'Attack, Rubaya, 2025-03-18',
    ]);
  });
});

describe('who is dead, and of what', () => {
  it.each([
    ['en', 'Deputy mayor shot dead in Komanda.', 'Attack, Komanda, 2025-03-20', 1],
    ['en', 'Policeman killed in Goma.', 'Armed clash, Goma, 2025-03-20', 1],
    [
      'en',
      'Three soldiers were killed in a firefight in Komanda on Tuesday.',
      'Armed clash, Komanda, 2025-03-18',
      3,
    ],
    ['en', 'Bandits killed five people in Niassa Province on Tuesday.', 'Attack, Niassa, 2025-03-18', 5],
    [
      'fr',
      'Une école a été brûlée mardi à Komanda. Quatre élèves ont péri, selon le maire.',
      'Attack, Komanda, 2025-03-18',
      4,
    ],
    [
      'fr',
      'Les corps de deux paysans, criblés de balles, ont été retrouvés mardi à Komanda.',
      'Attack, Komanda, 2025-03-18',
      2,
    ],
  ] as const)('is told: %s, %s', (language, text, event, deaths) => {
    expect(told(language, text)).toEqual([event]);
    expect(read(language, text)[0]?.deathsBest).toBe(deaths);
  });
});
