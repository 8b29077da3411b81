import { describe, expect, it } from 'vitest';
import { told } from './support.ts';

// Texts in the words of conflict that tell of no event, or of none of their own. The texts are dated Thursday, 20 March 2025.

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

describe('what nobody vouches for', () => {
  it.each([
    [
      'en',
      'Asked about rumours that a priest had been killed in Komanda on Tuesday, the mayor said nothing.',
    ],
    ['en', 'The mission could not confirm reports that four diggers were killed at Pinga on Tuesday.'],
    ['en', 'The garrison has yet to retake Pinga.'],
    ['fr', 'Interrogé sur la mort de deux civils tués mardi à Komanda, le maire se tait.'],
    [
      'fr',
      'Nous ne pouvons confirmer les informations selon lesquelles le M23 a attaqué mardi le village de Pinga.',
    ],
    ['fr', 'La base de Pinga serait tombée mardi. Faux, répond un porte-parole.'],
    ['fr', 'Le M23 aurait pris Pinga mardi. Une information démentie par un officier.'],
  ] as const)('is no event: %s, %s', (language, text) => {
    expect(told(language, text)).toEqual([]);
  });
});

describe('a report of prices', () => {
  it.each([
    [
      'en',
      'Copper fought its way back on Tuesday. A sell-off had hit Lubumbashi traders hard; brokers said the market had killed off demand, and prices of shares fell by a tenth.',
    ],
    [
      'fr',
      'Le cobalt a repris le combat mardi à Lubumbashi. Les cours ont frappé les courtiers, et la demande a tué le marché : le prix de la tonne a cédé un dixième.',
    ],
  ] as const)('tells of no fighting: %s, %s', (language, text) => {
    expect(told(language, text)).toEqual([]);
  });

  it('tells of armed men where it names them', () => {
    expect(
      told(
        'en',
        'Tin prices rallied on the exchange on Wednesday, traders and brokers said, and the market feared for supply. Rebels attacked Pinga on Tuesday.',
      ),
    ).toEqual(['Attack, Pinga, 2025-03-18']);
  });
});

describe('a way on foot and a scuffle', () => {
  it.each([
    ['en', 'Families reached Goma on Tuesday after a march of three days.', []],
    ['fr', 'Des familles ont atteint Goma mardi au terme d’une marche de trois jours.', []],
    [
      'fr',
      'Des échauffourées ont éclaté mardi entre forces de l’ordre et creuseurs à Kamituga.',
      ['Violent demonstration, Kamituga, 2025-03-18'],
    ],
  ] as const)('are no protest and no battle: %s, %s', (language, text, events) => {
    expect(told(language, text)).toEqual([...events]);
  });

  it('calm since a day is no fighting of that day', () => {
    expect(
      told('fr', 'Le calme règne depuis lundi à Pinga après deux jours de combats entre le M23 et l’armée.'),
    ).not.toContain('Armed clash, Pinga, 2025-03-17');
  });
});

describe('what only sounds like news', () => {
  it.each([
    ['en', 'A drill rig stands beside an abandoned shaft of the Bisie mine since Tuesday.'],
    ['en', 'The truce held on Tuesday in Pinga, where a war over coltan has emptied whole villages.'],
    ['fr', 'La trêve tenait mardi à Pinga, où un conflit de vingt ans a tué des milliers de civils.'],
    ['fr', 'Kinshasa a protesté mardi auprès de Goma.'],
    [
      'fr',
      'Le groupe a changé de méthode. Il évite les garnisons. En brûlant des camions à Pinga, il vise le commerce. Les embuscades sont sa marque. Trois leçons se dégagent.',
    ],
  ] as const)('is no event: %s, %s', (language, text) => {
    expect(told(language, text)).toEqual([]);
  });

  it('is news in a text that names a day near its publication', () => {
    expect(
      told(
        'fr',
        'Le groupe a changé de méthode. Il évite les garnisons. Il a brûlé mardi des camions à Pinga. Les embuscades sont sa marque. Trois leçons se dégagent.',
      ),
    ).toEqual(['Looting/property destruction, Pinga, 2025-03-18']);
  });

  it('clashes with police at a protest are no battle', () => {
    expect(
      told('en', 'Miners marched through Kolwezi on Tuesday. Clashes with riot police left five injured.'),
    ).toEqual(['Violent demonstration, Kolwezi, 2025-03-18']);
  });
});

describe('what is told of months', () => {
  it.each([
    ['en', 'Between 4 January and 12 March, 40 civilians were killed in Komanda, monitors said on Tuesday.'],
    ['fr', 'Parmi eux figurent trois enfants enlevés entre janvier et mars à Komanda.'],
    ['fr', 'Ce mois-là, la ville de Goma est tombée.'],
    ['es', 'Aquel año murieron cuatro soldados en un ataque en Tibú.'],
    ['en', 'Some had abandoned their houses in Komanda after the late shift at the mine.'],
  ] as const)('is no event: %s, %s', (language, text) => {
    expect(told(language, text)).toEqual([]);
  });
});
