import { describe, expect, it } from 'vitest';
import { read, told } from './support.ts';

// The texts are dated Thursday, 20 March 2025.

const taken = 'Non-state actor overtakes territory';
const retaken = 'Government regains territory';

const english: [text: string, ...events: string[]][] = [
  ['M23 rebels seized the town of Pinga on Tuesday.', `${taken}, Pinga, 2025-03-18`],
  ['The town of Pinga was captured by M23 fighters on Tuesday.', `${taken}, Pinga, 2025-03-18`],
  ['Pinga fell to the rebels on Tuesday, residents said.', `${taken}, Pinga, 2025-03-18`],
  [
    'M23 fighters entered Pinga on Tuesday without a fight, local officials said on Wednesday.',
    `${taken}, Pinga, 2025-03-18`,
  ],
  [
    'M23 took control of Kitshanga on Sunday and of Mweso on Monday.',
    `${taken}, Kitshanga, 2025-03-16`,
    `${taken}, Mweso, 2025-03-17`,
  ],
  [
    'The rebels took Katoyi and Nyabiondo on Monday.',
    `${taken}, Katoyi, 2025-03-17`,
    `${taken}, Nyabiondo, 2025-03-17`,
  ],
  [
    'The Congolese army recaptured Masisi on Wednesday, an army spokesman said.',
    `${retaken}, Masisi, 2025-03-19`,
  ],
  [
    'Pinga is now under the control of M23, three residents said on Wednesday.',
    `${taken}, Pinga, 2025-03-19`,
  ],
  [
    'M23 fighters withdrew from Walikale on Wednesday, residents said.',
    'Withdrawal from territory, Walikale, 2025-03-19',
  ],
  ['Clashes between the army and M23 erupted near Sake on Monday.', 'Armed clash, Sake, 2025-03-17'],
  ['Congolese soldiers fought with M23 rebels in Mubi on Wednesday.', 'Armed clash, Mubi, 2025-03-19'],
  ['Heavy fighting was reported in Mubi on Wednesday.', 'Armed clash, Mubi, 2025-03-19'],
  ['Gunmen attacked the village of Komanda on Monday, killing 12 civilians.', 'Attack, Komanda, 2025-03-17'],
  [
    'At least 12 civilians were killed on Monday when ADF rebels raided Komanda.',
    'Attack, Komanda, 2025-03-17',
  ],
  [
    'A drone struck the airport of Kavumu on Monday, security sources said.',
    'Air/drone strike, Kavumu, 2025-03-17',
  ],
  [
    'Shells fell on Sake on Monday, wounding three people.',
    'Shelling/artillery/missile attack, Sake, 2025-03-17',
  ],
  [
    'Armed men kidnapped five farmers near Rutshuru on Tuesday.',
    'Abduction/forced disappearance, Rutshuru, 2025-03-18',
  ],
  ['Militiamen looted shops in Minova on Tuesday.', 'Looting/property destruction, Minova, 2025-03-18'],
  [
    'Hundreds of people protested in Bukavu on Tuesday against the rise of prices.',
    'Peaceful protest, Bukavu, 2025-03-18',
  ],
  [
    'M23 set up its headquarters in Rutshuru on Monday.',
    'Headquarters or base established, Rutshuru, 2025-03-17',
  ],
  ['Alphamin suspended operations at its Bisie mine on 13 March.', 'Operation suspended, Bisie, 2025-03-13'],
  [
    'Alphamin said on Monday that it had evacuated its staff from the Bisie mine.',
    'Site evacuated, Bisie, 2025-03-17',
  ],
  ['Work at the Bisie mine resumed on Monday, Alphamin said.', 'Operation restarted, Bisie, 2025-03-17'],
  [
    'Fighters of a local militia blocked the road between Walikale and Mubi on Tuesday.',
    'Road or border closed, Walikale, 2025-03-18',
  ],
];

const french: [text: string, ...events: string[]][] = [
  ['Les rebelles du M23 ont pris la cité de Pinga mardi.', `${taken}, Pinga, 2025-03-18`],
  ['La cité de Pinga a été prise mardi par le M23.', `${taken}, Pinga, 2025-03-18`],
  ['Pinga est tombée mardi aux mains du M23.', `${taken}, Pinga, 2025-03-18`],
  ["Le M23 s'est emparé de Pinga mardi, ont indiqué des sources locales.", `${taken}, Pinga, 2025-03-18`],
  [
    'Des combattants du M23 sont entrés dans Pinga mardi sans rencontrer de résistance.',
    `${taken}, Pinga, 2025-03-18`,
  ],
  ['Les FARDC ont repris le contrôle de Masisi mercredi.', `${retaken}, Masisi, 2025-03-19`],
  [
    "Le M23 s'est retiré de Walikale mercredi, selon des habitants.",
    'Withdrawal from territory, Walikale, 2025-03-19',
  ],
  ["Des affrontements ont opposé lundi l'armée au M23 près de Sake.", 'Armed clash, Sake, 2025-03-17'],
  [
    'De violents combats ont éclaté mercredi à Mubi entre les FARDC et le M23.',
    'Armed clash, Mubi, 2025-03-19',
  ],
  [
    'Des hommes armés ont attaqué lundi le village de Komanda, tuant douze civils.',
    'Attack, Komanda, 2025-03-17',
  ],
  ['Douze civils ont été tués lundi à Komanda par des rebelles des ADF.', 'Attack, Komanda, 2025-03-17'],
  ["Un drone a bombardé lundi l'aéroport de Kavumu.", 'Air/drone strike, Kavumu, 2025-03-17'],
  ['Des obus sont tombés lundi sur Sake.', 'Shelling/artillery/missile attack, Sake, 2025-03-17'],
  [
    'Cinq cultivateurs ont été enlevés mardi près de Rutshuru par des hommes armés.',
    'Abduction/forced disappearance, Rutshuru, 2025-03-18',
  ],
  [
    'Des miliciens ont pillé des boutiques mardi à Minova.',
    'Looting/property destruction, Minova, 2025-03-18',
  ],
  [
    "Des centaines de personnes ont manifesté mardi à Bukavu contre l'insécurité.",
    'Peaceful protest, Bukavu, 2025-03-18',
  ],
  [
    'Alphamin a suspendu ses activités à la mine de Bisie le 13 mars.',
    'Operation suspended, Bisie, 2025-03-13',
  ],
  [
    'Les travaux ont repris lundi à la mine de Bisie, a annoncé Alphamin.',
    'Operation restarted, Bisie, 2025-03-17',
  ],
  [
    'Des miliciens ont barré mardi la route entre Walikale et Mubi.',
    'Road or border closed, Mubi, 2025-03-18',
  ],
];

describe.each([
  ['en', english],
  ['fr', french],
] as const)('a clause tells of an event (%s)', (language, cases) => {
  it.each(cases)('%s', (text, ...events) => {
    expect(told(language, text)).toEqual(events);
  });
});

describe('an event', () => {
  it('that is told in the title, the lead and later is one, with the last toll', () => {
    const events = read(
      'en',
      'ADF rebels attacked the village of Komanda on Monday night, killing at least 12 people, local officials said.\nThe death toll has risen to 19, the administrator said on Wednesday.\nThe attackers also burned houses.',
      'Rebels kill 12 in Komanda',
    );
    expect(events).toMatchObject([{ subType: 'Attack', place: 'Komanda', actors: ['ADF'], deathsBest: 19 }]);
  });

  it('has the actors in their order: who acts comes first', () => {
    const [event] = read(
      'en',
      'Pinga was taken by M23 and Rwandan troops from the Congolese army on Tuesday.',
    );
    expect(event!.actors[0]).toBe('M23');
    expect(event!.actors).toContain('FARDC');
  });

  it('is not dated by the day on which somebody spoke of it', () => {
    const [event] = read('en', 'M23 rebels have taken Pinga, security sources said on Thursday.');
    expect(event).toMatchObject({ occurredOn: '2025-03-20', datePrecision: 2 });
  });

  it('of which a paper says that it would have happened is less certain', () => {
    const [plain] = read('fr', 'Le M23 a pris Pinga mardi.');
    const [conditional] = read('fr', 'Le M23 aurait pris Pinga mardi.');
    expect(conditional!.certainty).toBeLessThan(plain!.certainty);
  });

  it('that only the title tells of is pinned to the title', () => {
    const [event] = read('en', 'More follows.', 'M23 rebels seize Pinga');
    expect(event).toMatchObject({ place: 'Pinga', span: { inTitle: true, start: 0 } });
  });

  it('is not read from links', () => {
    expect(told('en', 'READ: M23 rebels seized Pinga on Tuesday')).toEqual([]);
  });

  it('is told again in our own words', () => {
    const [event] = read(
      'en',
      'The rebels of M23 seized the town of Pinga on Tuesday, security sources said.',
    );
    expect(event!.rendering).toBe(
      'M23 took Pinga (non-state actor overtakes territory) on 2025-03-18, according to security sources.',
    );
  });
});
