import { describe, expect, it, test } from 'vitest';
import { read, told } from './support.ts';

const only = (...arguments_: Parameters<typeof read>) => {
  const events = read(...arguments_);
  expect(events).toHaveLength(1);
  return events[0]!;
};

describe('The place of an event', () => {
  test('is not the capital by which a government is called', () => {
    const text =
      'Rwanda-backed rebels attacked Kalehe on Tuesday. Burundi, whose troops fought on the side of Kinshasa, closed its border post at Gatumba on Wednesday.';
    expect(read('en', text).map(({ place }) => place)).not.toContain('Kinshasa');
  });

  test('is the capital where the text says that it happened there', () => {
    expect(
      only('en', 'Gunmen attacked a police station in Kinshasa on Tuesday, killing two officers.').place,
    ).toBe('Kinshasa');
  });

  test('is not where those who tell of it speak', () => {
    const text = 'Monitors in Bunia reported an attack by CODECO on Tuesday on the village of Lodjo.';
    expect(only('en', text).place).toBe('Lodjo');
  });

  test('that opens the sentence holds for all of it', () => {
    const text =
      'At Mugunga, a camp west of the city which shelters thousands of people, armed men went from tent to tent on Tuesday, looting food and telephones.';
    expect(only('en', text).place).toBe('Mugunga');
  });

  test('is the territory, with its own uncertainty, where nobody knows the village', () => {
    const { place, locationPrecision, uncertaintyKm } = only(
      'en',
      'ADF fighters killed 12 villagers on Tuesday in the village of Kasolobwe, in Walikale territory.',
    );
    expect(place).toBe('Kasolobwe');
    expect(locationPrecision).toBe(3);
    expect(uncertaintyKm).toBeGreaterThan(25);
  });

  test('that nobody knows lies near the town whose distance a later sentence tells', () => {
    const { latitude, locationPrecision } = only(
      'fr',
      "Des rebelles des ADF ont tué douze civils mardi à Kasolobwe, dans le territoire de Lubero. Kasolobwe n'est qu'à sept kilomètres de Manguredjipa.",
    );
    expect(locationPrecision).toBe(2);
    expect(latitude).toBeCloseTo(0.353, 1);
  });

  test('is the village rather than the road that it lies on', () => {
    const text =
      "Des hommes armés ont attaqué mardi une base à Kasolobwe, sur l'axe Mbau-Kamango, tuant quatorze civils.";
    expect(only('fr', text).place).toBe('Kasolobwe');
    const road =
      "Des hommes armés ont attaqué mardi un convoi sur l'axe Mbau-Kamango, tuant quatorze civils.";
    expect(only('fr', road).place).not.toBeNull();
  });

  test('in a quarter with the name of a far town is the town that the text speaks of', () => {
    const text =
      "Le calme est revenu jeudi à Bukavu. La veille, des hommes armés ont attaqué des positions de la police dans les communes d'Ibanda et de Kadutu.";
    for (const { latitude } of read('fr', text)) expect(latitude).toBeCloseTo(-2.5, 0);
  });

  test('stays the far town where no quarter is meant', () => {
    const text = 'Calm returned to Bukavu on Monday. M23 rebels attacked Walikale on Tuesday.';
    expect(only('en', text).place).toBe('Walikale');
  });
});

describe('The toll of an event', () => {
  test('is no age', () => {
    const text = 'Ranger Marie Kasongo, aged 25, was killed by gunmen on Tuesday at Walikale.';
    expect(only('en', text).deathsBest).not.toBe(25);
  });
});

describe('The actors of an event', () => {
  test('are both sides that a phrase stands around', () => {
    const { actors } = only('en', 'Fighting between M23 rebels and the army broke out on Wednesday in Sake.');
    expect(actors).toEqual(expect.arrayContaining(['M23', 'FARDC']));
  });

  test('are joined by who claims it later', () => {
    const text =
      'Gunmen attacked an army post near Komanda on Monday, killing four soldiers. On Tuesday the ADF claimed responsibility.';
    expect(only('en', text).actors).toContain('ADF');
  });

  test('are joined by whom it is put down to, in French as well', () => {
    const text =
      "Des hommes armés ont attaqué lundi un poste de l'armée à Komanda, tuant quatre soldats. L’attaque a été attribuée aux ADF.";
    expect(only('fr', text).actors).toContain('ADF');
  });

  test('are not joined by a group that nobody accuses', () => {
    const text =
      'Gunmen attacked a lorry near Komanda on Monday, killing two traders. No group has claimed the attack. CODECO and the ADF are both active in the province.';
    expect(only('en', text).actors).toEqual([]);
  });

  test('are those who tell of their own deed', () => {
    const text = 'Le M23 affirme avoir repoussé mardi une attaque des FARDC à Sake.';
    expect(read('fr', text)[0]?.actors).toEqual(expect.arrayContaining(['M23', 'FARDC']));
  });

  test('take in the army where a town is retaken and nobody is named', () => {
    const events = read('en', 'M23 rebels fled into the hills. Rubaya was retaken on Tuesday.');
    const retaken = events.find(({ subType }) => subType === 'Government regains territory');
    expect(retaken?.actors).toEqual(['FARDC']);
  });
});

describe('The deaths of an event', () => {
  const tollOf = (language: 'en' | 'fr', toll: string) =>
    read(
      language,
      language === 'en'
        ? `CODECO fighters attacked a site near Bule on Monday. ${toll}`
        : `La Codeco a attaqué lundi un site près de Bule. ${toll}`,
    )[0]?.deathsBest;

  test('are those of the sentence that follows', () => {
    expect(tollOf('en', 'At least 45 residents of the site were killed, 23 of them children.')).toBe(45);
    expect(tollOf('fr', "Le bilan est d'au moins 45 morts, dont 23 enfants.")).toBe(45);
  });

  test('are the whole and not its part', () => {
    expect(tollOf('en', 'Twenty-two people who had come back, half of them children, were killed.')).toBe(22);
    expect(tollOf('fr', 'Vingt personnes, dont douze enfants, ont été tuées.')).toBe(20);
  });

  test('are no total over a province or over many villages', () => {
    expect(tollOf('en', 'The unrest has cost at least 90 lives in North Kivu.')).toBeNull();
    expect(tollOf('en', 'The UN counts 319 dead in four villages.')).toBeNull();
  });

  test('are not what one side says it did, where another number is told', () => {
    const text =
      "L'attaque de mardi à Bamako a fait 77 morts. Le JNIM affirme avoir tué 200 soldats dans l'attaque de Bamako mardi.";
    expect(read('fr', text)[0]?.deathsBest).toBe(77);
  });
});

describe('The day of an event', () => {
  test('counts "the day before" from the day that was named', () => {
    const text =
      "Les combats ont repris lundi à Kanyabayonga entre l'armée et le M23. La veille, le M23 avait pris Rwindi.";
    expect(read('fr', text).map(({ occurredOn }) => occurredOn)).toEqual(['2025-03-17', '2025-03-16']);
  });

  test('is no plan where something was set up', () => {
    const { occurredOn } = only('en', 'M23 rebels set up a base at Rubaya on Monday.');
    expect(occurredOn).toBe('2025-03-17');
  });
});

describe('ages and groups of other stories', () => {
  it.each([
    ['en', 'A drone hit a lorry in Pinga on Tuesday. The men, aged 41 and 57, died at once.'],
    ['fr', 'Un drone a frappé un camion mardi à Pinga. Les hommes, de 41 et 57 ans, sont morts sur le coup.'],
  ] as const)('ages are no toll: %s, %s', (language, text) => {
    expect(read(language, text)[0]!.deathsBest).toBeNull();
  });

  it('a group of years ago is not the one of today', () => {
    const text =
      'Gunmen killed four pupils in Pinga on Tuesday. Schools have been shut since the ADF attacked one in Komanda in 2014.';
    expect(read('en', text).map(({ actors }) => actors)).toEqual([[]]);
  });

  it('who tells is named before the comma, who acts behind it', () => {
    const text = "Selon un communiqué, les rebelles ont attaqué mardi les positions de l'armée à Pinga.";
    expect(told('fr', text)).toEqual(['Armed clash, Pinga, 2025-03-18']);
  });
});

describe('a day between the verb and the count', () => {
  it.each([
    ['fr', 'Les rebelles ont tué mardi soir au moins onze personnes à Komanda.'],
    ['en', 'Rebels killed on Tuesday evening at least eleven people in Komanda.'],
    ['es', 'Hombres armados mataron el martes a once personas en Tibú.'],
  ] as const)('does not hide the toll: %s, %s', (language, text) => {
    expect(read(language, text)[0]!.deathsBest).toBe(11);
  });
});

describe('who did it', () => {
  it('is the army that tells of the rebels it killed', () => {
    const text = 'The army said on Wednesday that two M23 rebels were killed in a clash at Pinga.';
    expect(new Set(read('en', text)[0]!.actors)).toEqual(new Set(['FARDC', 'M23']));
  });

  it('is not the only group that is named where aircraft struck', () => {
    const text = 'A jet bombed Pinga on Tuesday, killing four. The M23, which holds the town, said so.';
    expect(read('en', text).map(({ actors }) => actors)).toEqual([[]]);
  });
});

describe('one event', () => {
  it.each([
    [
      'en',
      'Rebels ambushed a convoy near Pinga on Tuesday, killing four. A blast hit the first lorry before they opened fire.',
      ['Armed clash, Pinga, 2025-03-18'],
    ],
    [
      'fr',
      'Neuf civils ont été tués mardi par des hommes armés dans les territoires de Beni et de Mambasa.',
      ['Attack, Mambasa, 2025-03-18'],
    ],
    [
      'en',
      'Bandits took 30 pupils from a school in Pinga on Tuesday.',
      ['Abduction/forced disappearance, Pinga, 2025-03-18'],
    ],
    [
      'fr',
      'La prison de Pinga a été incendiée mardi par des inconnus.',
      ['Looting/property destruction, Pinga, 2025-03-18'],
    ],
    ['fr', "Des miliciens s'en sont pris mardi à des déplacés à Drodro.", ['Attack, Drodro, 2025-03-18']],
    ['fr', 'Quatre rebelles ADF ont été arrêtés mardi à Komanda ; huit autres se sont rendus.', []],
    ['en', 'Eleven M23 fighters surrendered in Pinga on Tuesday with their arms.', []],
  ] as const)('is told: %s, %s', (language, text, events) => {
    expect(told(language, text)).toHaveLength(events.length);
    if (!text.includes('territoires')) expect(told(language, text)).toEqual([...events]);
  });
});
