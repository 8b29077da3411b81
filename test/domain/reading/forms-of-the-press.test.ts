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

describe('no event of its own', () => {
  it.each([
    ['en', 'Between ambushes, looting and kidnappings, people of Komanda live in fear.'],
    ['fr', 'Entre pillages et embuscades, les habitants de Komanda et de Pinga fuient.'],
    ['en', 'The visitors raided the hosts in Goma on Tuesday and killed off the game in extra time.'],
    ['fr', 'À Goma, les visiteurs ont attaqué leurs hôtes mardi et tué le match dans les prolongations.'],
    ['en', 'Arsenal raided Seville on Tuesday with an attack that killed off the tie.'],
    ['en', 'Lyon destroyed Marseille on Sunday and overwhelmed their defence.'],
    ['fr', 'Lupopo a tué le match samedi à Lubumbashi sur une attaque rapide.'],
    ['es', 'El Barcelona atacó desde el inicio y mató el partido el sábado en Sevilla.'],
    ['en', 'M23 says it has taken Pinga; an officer said on Wednesday that this is false.'],
    ['en', 'Police on Tuesday arrested three youths who killed a driver in Komanda.'],
    ['fr', 'La police a arrêté mardi deux hommes soupçonnés d’avoir tué un chauffeur à Komanda.'],
  ] as const)('is told: %s, %s', (language, text) => {
    expect(told(language, text)).toEqual([]);
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

describe('what is no event beside another', () => {
  it.each([
    [
      'en',
      'A bomb blast targeting a convoy killed two soldiers in Pinga on Tuesday.',
      ['Remote explosive/landmine/IED, Pinga, 2025-03-18'],
    ],
    ['fr', 'Commentaires de fin de match à Goma : un tir, une attaque, 2-1, et la tête du groupe.', []],
    ['en', 'For twenty years armed men have burned villages around Pinga.', []],
    ['en', 'It is three years since the rebels took Pinga.', []],
    ['fr', 'Des élèves marchent à Goma et protestent contre les tueries de Komanda.', []],
    ['en', 'A blast of methane killed nine workers in a mine at Rubaya on Tuesday.', []],
  ] as const)('is not told: %s, %s', (language, text, events) => {
    expect(told(language, text)).toEqual([...events]);
  });

  it('is told where two names have two days', () => {
    expect(
      told(
        'en',
        'On 17 March, Nyatura fighters killed two people at Tongo. On 18 March, M23 and CMC clashed at Bukombo.',
      ),
    ).toEqual(['Attack, Tongo, 2025-03-17', 'Armed clash, Bukombo, 2025-03-18']);
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

describe('a text that only speaks of', () => {
  it.each([
    ['en', 'Clashes around Pinga have declined, a mediator said.'],
    ['en', 'There is no truth to claims that Pinga was bombed on Tuesday.'],
    ['en', 'Comment: Soldiers burned my school in Pinga.'],
    ['fr', 'Chronique : des soldats ont brûlé mon école à Pinga.'],
    ['fr', 'Une gerbe a été déposée à Pinga pour les soldats tués par le M23.'],
    ['en', 'Alphamin said it regained access to its Bisie mine.'],
  ] as const)('a trend, a rumour, a memory or a company is no event: %s, %s', (language, text) => {
    expect(told(language, text.includes(':') ? 'Texte.' : text, text.includes(':') ? text : null)).toEqual(
      [],
    );
  });
});

describe('what is told beside the news', () => {
  it.each([
    ['en', 'The UN accused the M23, which took Pinga, of taxing traders.'],
    ['fr', 'Un colonel proche du M23, qui a pris Pinga, a été condamné à dix ans de prison.'],
    ['fr', 'La cour militaire a entendu des rescapés. Des rebelles ont pillé Pinga.'],
    ['es', 'El acusado pagará veinte años de prisión. Los disidentes atacaron a campesinos en Corinto.'],
    ['en', 'A man killed his wife in Uvira on Tuesday.'],
    ['fr', 'Une femme a été tuée par son mari mardi à Uvira.'],
    ['es', 'Un hombre asesinó a su esposa en Corinto el martes.'],
    ['en', 'Uvira hosts families who fled attacks by militiamen.'],
    ['en', 'Aid agencies suspended road travel around Uvira on Tuesday.'],
    ['en', 'Tin rallied after the news from Uvira on Tuesday.'],
    ['fr', "Kigali a été accusé mardi à Uvira d'avoir violé le cessez-le-feu."],
    ['fr', 'Les habitants de Pinga racontent les exécutions sommaires, les enlèvements et les taxes.'],
    ['fr', 'Le riz se fait rare. Depuis la prise de Pinga par le M23, les prix montent.'],
    ['en', 'Reports of an attack by militiamen on Pinga on Tuesday are inaccurate.'],
    ['fr', 'Les informations sur une attaque du M23 à Pinga sont fausses.'],
    ['fr', 'Un brasseur cherche ses sites de Pinga dans les zones occupées.'],
    ['fr', 'Uvira : sept pêcheurs arrêtés, deux pirogues récupérées'],
    ['fr', "L'axe Uvira-Fizi, naguère attaqué par des miliciens, est fréquenté."],
  ] as const)('is no event: %s, %s', (language, text) => {
    expect(told(language, text)).toEqual([]);
  });

  it('dates nothing by the day on which somebody asked for something', () => {
    expect(
      told(
        'fr',
        'Des élus ont demandé lundi une enquête sur Pinga. Les ADF y ont tué dix civils le 12 mars.',
      ),
    ).toEqual(['Attack, Pinga, 2025-03-12']);
  });

  it('takes the place behind the verb before that of the clause before', () => {
    expect(told('en', 'Fighting raged at Komanda and shells hit Pinga on Tuesday.')).toEqual([
      'Armed clash, Komanda, 2025-03-18',
      'Shelling/artillery/missile attack, Pinga, 2025-03-18',
    ]);
  });

  it('leaves out a title without a day where the text dates it long before', () => {
    expect(
      told(
        'en',
        'In March 2024, soldiers killed nine miners at Pinga. A panel presented its findings.',
        'Soldiers kill nine miners at Pinga',
      ),
    ).toEqual([]);
  });

  it('tells of one protest where protesters block a road', () => {
    expect(told('fr', "Des manifestants ont bloqué mardi la route d'Uvira.")).toEqual([
      'Peaceful protest, Uvira, 2025-03-18',
    ]);
  });
});
