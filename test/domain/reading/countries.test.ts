import { describe, expect, it } from 'vitest';
import { read } from './support.ts';

const placesIn = (text: string) =>
  read('en', text).map(({ place, latitude }) => `${place} ${latitude === null ? '-' : Math.round(latitude)}`);

describe('the country that a text speaks of', () => {
  it.each([
    'A bomb killed four people in Mubi, in northeastern Nigeria, on Saturday.',
    'ABUJA - A bomb killed four people in Mubi on Saturday.',
    'In Nigeria, a bomb killed four people in Mubi on Saturday.',
    'Nigeria: a bomb killed four people in Mubi on Saturday.',
  ])('is where its places are: %s', (text) => {
    expect(placesIn(text)).toEqual(['Mubi 10']);
  });

  it('leaves a village without coordinates whose namesake elsewhere is known', () => {
    expect(placesIn('Soldiers in Myanmar shelled the village of Kalima on Saturday, killing two.')).toEqual([
      'Kalima -',
    ]);
  });

  it.each([
    "In Papua New Guinea's Bogoro area gunmen killed three miners on Saturday.",
    'Rebels attacked Kilwa in Tanzania on Saturday, killing two policemen.',
    "Lebanon's health ministry said four people were killed in Israeli shelling on Saturday.",
    'A Canadian firm said robbers killed a guard at its camp on Saturday.',
    'Zijin halted its Norton gold mine on Tuesday.',
  ])('has no place of another one: %s', (text) => {
    const placed = read('en', text).filter(
      ({ latitude, siteIds }) => latitude !== null || siteIds.length > 0,
    );
    expect(placed).toEqual([]);
  });

  it('has persons who are called like places', () => {
    expect(placesIn('BLF fighters killed Omar, son of Nasir, in Turbat on Saturday.')).toEqual(['Turbat 26']);
  });
});

describe('a region', () => {
  it('is not the town of its name', () => {
    const [event] = read('en', 'A drone killed two farmers in the Kharkiv region on Saturday.');
    expect(event).toMatchObject({ place: 'Kharkiv Oblast', locationPrecision: 4 });
  });
});
