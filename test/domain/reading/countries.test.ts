import { describe, expect, it } from 'vitest';
import { read } from './support.ts';

const placesIn = (text: string) =>
  read('en', text).map(({ place, latitude }) => `${place} ${latitude === null ? '-' : Math.round(latitude)}`);

describe('the country that a text speaks of', () => {
  it.each([
    'A grenade killed two people in Bara, in central Sudan, on Friday.',
    'KHARTOUM - A drone killed three people in Bara on Saturday.',
    'In Sudan, gunmen killed three people in Bara on Saturday.',
    'Sudan: a drone killed three people in Bara on Saturday.',
  ])('is where its places are: %s', (text) => {
    expect(placesIn(text)).toEqual(['Bara 14']);
  });

  it('leaves a village without coordinates whose namesake elsewhere is known', () => {
    expect(placesIn('Soldiers in Myanmar shelled the village of Lulimba on Saturday, killing two.')).toEqual([
      'Lulimba -',
    ]);
  });

  it.each([
    "In Papua New Guinea's Lukweti area gunmen killed three miners on Saturday.",
    'Rebels attacked Fungurume in Tanzania on Saturday, killing two policemen.',
    'Two people were killed in Israeli air strikes on Sunday, the Lebanese army said.',
    'A Chilean company said gunmen killed two drivers at its depot on Saturday.',
    'Paris prosecutors said a Malian man and an Israeli were shot dead in Créteil on Saturday.',
  ])('has no place of another one: %s', (text) => {
    const placed = read('en', text).filter(
      ({ latitude, siteIds }) => latitude !== null || siteIds.length > 0,
    );
    expect(placed).toEqual([]);
  });

  it.each([
    ['Three traders died when Fulani gunmen attacked a truck in the Panyam area on Saturday.', ['Panyam -']],
    ['Rebels shelled a market near Gao’er in China on Saturday, killing two.', ['Gao’er 29']],
  ])('has no place in a part of a name or in a people: %s', (text, places) => {
    expect(placesIn(text)).toEqual(places);
  });

  it('has persons who are called like places', () => {
    expect(placesIn('Fighters killed Salim, brother of Wau, in Gwadar on Saturday.')).toEqual(['Gwadar 25']);
  });
});

describe('a region', () => {
  it.each([
    ['en', 'A drone killed two farmers in the Kharkiv region on Saturday.', 'Kharkiv Oblast'],
    ['fr', 'Un drone a tué deux agriculteurs samedi dans la région de Donetsk.', 'Donetsk Oblast'],
    ['en', 'Gunmen killed two farmers in the Arequipa region on Saturday.', 'Arequipa Region'],
  ] as const)('is not the town of its name: %s, %s', (language, text, place) => {
    const [event] = read(language, text);
    expect(event).toMatchObject({ place, locationPrecision: 4 });
  });

  it('is its town where the text says city', () => {
    const [event] = read('en', 'Gunmen killed two farmers in the city of Arequipa on Saturday.');
    expect(event).toMatchObject({ place: 'Arequipa', locationPrecision: 1 });
  });
});

describe('the place of an event', () => {
  it.each([
    ['en', 'Gunmen killed six traders in Kimbumba, Rutshuru, on Saturday.', ['Kimbumba']],
    ['en', 'Fighters attacked a convoy in Kitshanga, Masisi territory, on Friday.', ['Kitshanga']],
    ['en', 'ADF rebels attacked Eringeti, Oicha and Mavivi on Saturday.', ['Eringeti', 'Oicha', 'Mavivi']],
    ['fr', 'Des hommes armés ont tué quatre commerçants à Bunyuka, à Beni, samedi.', ['Bunyuka']],
  ] as const)('is told with the town or territory that it lies in: %s, %s', (language, text, places) => {
    expect(read(language, text).map(({ place }) => place)).toEqual(places);
  });

  it.each([
    [
      'en',
      'Six people died, the mayor said in Butembo on Monday. The raid hit the village of Kyondo on Saturday.',
    ],
    [
      'en',
      'Six people were killed, a priest told reporters in Bukavu, when gunmen attacked Kyondo on Friday.',
    ],
    [
      'fr',
      'Sept personnes sont mortes, a déclaré dimanche à Bunia le maire. Des hommes armés ont attaqué vendredi Kyondo.',
    ],
  ] as const)('is not where somebody speaks: %s, %s', (language, text) => {
    expect(read(language, text).map(({ place }) => place)).toEqual(['Kyondo']);
  });

  it.each([
    ['en', 'The M23 pulled out of Kashebere. Its men left on Saturday for Masisi.', 'Kashebere'],
    ['fr', "Le M23 s'est retiré de Kashebere. Les rebelles sont partis samedi pour Pinga.", 'Kashebere'],
  ] as const)('is not where somebody goes to: %s, %s', (language, text, place) => {
    expect(read(language, text).map((event) => event.place)).toEqual([place]);
  });

  it.each([
    ['en', 'B2Gold suspended its Otjikoto gold mine on Tuesday.', []],
    ['en', 'Barrick halted its Pueblo Viejo mine on Tuesday.', []],
    ['en', 'Barrick halted its Loulo mine on Tuesday.', ['loulo-gounkoto']],
  ] as const)('is no other mine of the company: %s, %s', (language, text, siteIds) => {
    expect(read(language, text).flatMap((event) => event.siteIds)).toEqual(siteIds);
  });
});
