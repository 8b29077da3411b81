import { describe, expect, it } from 'vitest';
import { read } from './support.ts';

const placesIn = (language: 'en' | 'fr' | 'es', text: string) => [
  ...new Set(read(language, text).map(({ place }) => place)),
];

describe('a place is not read', () => {
  it.each([
    ['en', 'Robbers attacked Bunia Holdings in Lusaka on Saturday, killing one.', 'Lusaka'],
    ['en', 'Gunmen raided a depot of Butembo Gold Traders in Kampala on Friday, killing two.', 'Kampala'],
    ['en', 'A grenade killed two people at the Uvira Restaurant in Bujumbura on Friday.', 'Bujumbura'],
    ['en', 'Gunmen killed two people on Beni Avenue in Kigali on Saturday.', 'Kigali'],
    ['fr', 'Des hommes armés ont attaqué samedi le magasin Bukavu à Kigali, tuant un gardien.', 'Kigali'],
    ['fr', 'Des hommes armés ont tué deux personnes samedi rue Goma à Bujumbura.', 'Bujumbura'],
    ['es', 'Hombres armados mataron a dos personas el sábado en la tienda Medellín de Quito.', 'Quito'],
  ] as const)('in the name of a firm or a street: %s, %s', (language, text, place) => {
    expect(placesIn(language, text)).toEqual([place]);
  });

  it.each([
    ['en', 'Gunmen killed Jolly Bunia, a young gold trader, in Kampala, Uganda, on Friday.', 'Kampala'],
    ['fr', 'Des hommes armés ont tué Riziki Beni, une commerçante, à Kigali, au Rwanda, samedi.', 'Kigali'],
  ] as const)('in the name of one whose trade is told: %s, %s', (language, text, place) => {
    expect(placesIn(language, text)).toEqual([place]);
  });

  it.each([
    ['en', 'Gunmen attacked Bunia Lodge in Nairobi on Saturday, killing one.', 'Nairobi'],
    ['en', 'Gunmen attacked a Goma shop in Kigali on Saturday, killing one, Rwandan police said.', 'Kigali'],
    [
      'fr',
      'Des hommes armés ont tué Riziki Walikale à Kampala samedi, selon la police ougandaise.',
      'Kampala',
    ],
  ] as const)('in a city of another country: %s, %s', (language, text, place) => {
    expect(placesIn(language, text)).toEqual([place]);
  });

  it.each([
    ['en', 'Ugandan troops attacked rebels in Mambasa on Saturday, killing two.', ['Mambasa']],
    ['en', 'Gunmen attacked a bank in Goma on Saturday, killing one.', ['Goma']],
    ['en', 'Gunmen killed two people in Bunia, a trader said on Saturday.', ['Bunia']],
    ['en', 'Fighters attacked Butembo, a trader in the town said on Saturday.', ['Butembo']],
    ['en', 'Gunmen attacked the Goma Airport on Saturday, killing one.', ['Goma']],
  ] as const)('unless it is one: %s, %s', (language, text, places) => {
    expect(placesIn(language, text)).toEqual(places);
  });
});

describe('a town whose province stands behind it', () => {
  it.each([
    ['en', 'Gunmen killed two people in Florencia, Cauca, Colombia, on Saturday.', 1.68, -77.07],
    ['es', 'Hombres armados mataron a dos personas el sábado en Segovia, Antioquia.', 7.08, -74.7],
    ['es', 'Hombres armados mataron a dos personas el sábado en Florencia, Caquetá, Colombia.', 1.61, -75.61],
  ] as const)('is the one that lies in it: %s, %s', (language, text, latitude, longitude) => {
    const [event] = read(language, text);
    expect(event?.latitude).toBeCloseTo(latitude, 1);
    expect(event?.longitude).toBeCloseTo(longitude, 1);
  });
});
