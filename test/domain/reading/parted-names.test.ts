import { describe, expect, it } from 'vitest';
import { read } from './support.ts';

describe('a name with an apostrophe in it', () => {
  it.each([
    ['en', "Gunmen killed two people in the village of N'gandox in Ituri on Saturday.", "N'gandox"],
    ['en', 'Gunmen killed two people in the village of M’bendax in North Kivu on Saturday.', "M'bendax"],
    ['fr', "Des hommes armés ont tué deux personnes samedi à Tab'orza, en Ituri.", "Tab'orza"],
    ['es', "Hombres armados mataron a dos personas el sábado en N'tulva, en Ituri.", "N'tulva"],
  ] as const)('is that of an unknown place in its province: %s, %s', (language, text, place) => {
    expect(read(language, text)).toMatchObject([{ place, locationPrecision: 4 }]);
  });

  it.each([
    ['en', "Gunmen killed two people in N'djamena on Saturday.", 12.1],
    ['fr', "Des hommes armés ont tué deux personnes samedi à N'delé.", 8.4],
    ['fr', 'Des hommes armés ont tué deux personnes samedi à M’bala, en Zambie.', -8.8],
  ] as const)('is found without it: %s, %s', (language, text, latitude) => {
    expect(read(language, text)[0]?.latitude).toBeCloseTo(latitude, 1);
  });

  it.each([
    "N'est-ce pas grave ? L'attaque a fait deux morts samedi à Bunia.",
    "L'homme et l'enfant ont été tués samedi à Bunia. S'ils avaient fui, D'autres les suivaient.",
  ])('is no word behind an article: %s', (text) => {
    expect(read('fr', text).map(({ place }) => place)).toEqual(['Bunia']);
  });
});

describe('the name of a saint', () => {
  it.each([
    [
      'fr',
      'Des hommes armés ont tué deux personnes samedi dans le village de Saint-Luc au Nord-Kivu.',
      'Saint-Luc',
    ],
    ['fr', 'Des hommes armés ont attaqué vendredi le village de Sainte-Odile, en Ituri.', 'Sainte-Odile'],
    ['en', 'Gunmen killed two people in the village of Saint-Amand in Ituri on Saturday.', 'Saint-Amand'],
  ] as const)('is whole: %s, %s', (language, text, place) => {
    expect(read(language, text)).toMatchObject([{ place }]);
  });
});
