import { describe, expect, it } from 'vitest';
import { buildCountryAreas, findMisplacement } from '../../../domain/gazetteer/country-areas.ts';

const province = (country: string, latitude: number, longitude: number, radiusKm: number) => ({
  kind: 'admin1' as const,
  country,
  latitude,
  longitude,
  radiusKm,
});
const areas = buildCountryAreas([
  province('CD', -1, 27.7, 150),
  province('CD', -10, 26, 200),
  province('ML', 14, -4, 150),
  province('RW', -2, 30, 60),
  { kind: 'country', country: 'ZA', latitude: -29, longitude: 24, radiusKm: null },
  { kind: 'locality', country: 'ZA', latitude: -33.9, longitude: 18.4, radiusKm: null },
]);
const at = (latitude: number, longitude: number, country: string) =>
  findMisplacement({ latitude, longitude }, country, areas);

describe('a position and the country that it is said to lie in', () => {
  it('agree in its areas, and near them: areas are no circles', () => {
    expect(at(-1, 27.7, 'CD')).toBeNull();
    expect(at(-1, 29.7, 'CD')).toBeNull();
  });

  it('disagree far outside of a country whose areas are all known', () => {
    expect(at(5, 20, 'CD')).toEqual({ liesIn: null, remedy: null });
  });

  it('disagree much further off where some areas are known only', () => {
    expect(at(17, 1, 'ML')).toBeNull();
    expect(at(30, 10, 'ML')).toEqual({ liesIn: null, remedy: null });
  });

  it('disagree well inside of an area of another country, also where nothing is known of the one that is named', () => {
    expect(at(-2, 30, 'CD')).toEqual({ liesIn: 'RW', remedy: null });
    expect(at(-1, 27.7, 'FR')).toEqual({ liesIn: 'CD', remedy: null });
  });

  it('are not compared where nothing but towns is known of the country, and nothing of where it is', () => {
    expect(at(60, 60, 'ZA')).toBeNull();
    expect(at(60, 60, 'FR')).toBeNull();
  });

  it.each([
    [27.7, -1, 'CD', 'swapped'],
    [10, 26, 'CD', 'latitude negated'],
    [-10, -26, 'CD', 'longitude negated'],
    [-4, 14, 'ML', 'swapped'],
  ])('agree once %d, %d in %s is %s', (latitude, longitude, country, remedy) => {
    expect(at(latitude, longitude, country)?.remedy).toBe(remedy);
  });
});
