import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../../domain/sphere.ts';
import { settledIn } from './small-world.ts';

const near = { walikale: -1.2, masisi: -1.3 };

/** The settled place of the mention with this name, the first one or the one numbered. */
function settled(text: string, name: string, number = 0) {
  const all = settledIn(text).filter(({ mention }) => mention.name === name);
  return all[number]!;
}

describe('a name of several places', () => {
  it('is settled by the territory that the text names', () => {
    const kigoma = settled('Des combats ont éclaté à Kigoma, en territoire de Walikale.', 'Kigoma');
    expect(kigoma.place).toMatchObject({ admin1: 'North Kivu' });
    expect(kigoma).toMatchObject({ locationPrecision: 1, rivals: [] });
    expect(settled('Fighting in Kigoma, South Kivu, went on.', 'Kigoma').place).toMatchObject({
      admin1: 'South Kivu',
    });
  });

  it('is settled by the distance from another place', () => {
    const text = 'Shabunda, 18 km from Walikale-centre, fell on Monday.';
    expect(settled(text, 'Shabunda').latitude).toBeCloseTo(near.walikale, 0);
    const west = settled('The rebels hold Kibati, 40 km west of Sake.', 'Kibati');
    expect(west.latitude).toBeCloseTo(near.masisi, 1);
  });

  it('is settled by the other places of the text', () => {
    expect(settled('Troops left Goma and reached Kibati. Sake was calm.', 'Kibati').longitude).toBeCloseTo(
      29.26,
      1,
    );
    expect(settled('Troops left Nyabiondo and reached Kibati.', 'Kibati').longitude).toBeCloseTo(28.61, 1);
  });

  it('is the area where the text says so, and the town where it says so', () => {
    const text = 'In Shabunda territory, rebels attacked the town of Shabunda.';
    expect(settled(text, 'Shabunda').place).toMatchObject({ kind: 'admin2' });
    expect(settled(text, 'Shabunda').locationPrecision).toBe(3);
    expect(settled(text, 'Shabunda', 1).place).toMatchObject({ kind: 'locality', admin1: 'South Kivu' });
    expect(settled('Walikale has fallen.', 'Walikale').place).toMatchObject({ kind: 'locality' });
  });

  it('stays open where nothing tells: the rivals are kept, and the radius reaches them', () => {
    const open = settled('They were seen in Kigoma.', 'Kigoma');
    expect(open.rivals).toHaveLength(1);
    expect(open.certainty).toBeLessThan(0.75);
    expect(open.locationPrecision).toBe(3);
    const [rival] = open.rivals;
    expect(open.uncertaintyKm).toBeGreaterThanOrEqual(rival!.distanceKm - 1);
    expect(rival!.distanceKm).toBe(
      Math.round(distanceKm(rival!, { latitude: open.latitude!, longitude: open.longitude! })),
    );
  });
});

describe('a place', () => {
  it('that is moved by a distance and a direction stands there', () => {
    const moved = settled('Four died 30 km north of Bunia.', 'Bunia');
    expect(moved.latitude).toBeCloseTo(1.559 + 0.27, 2);
    expect(moved).toMatchObject({ locationPrecision: 2, uncertaintyKm: 20 });
    const ring = settled('Four died 40 km from Bunia.', 'Bunia');
    expect(ring).toMatchObject({ latitude: 1.55941, locationPrecision: 3, uncertaintyKm: 57 });
  });

  it('between two others is in their middle, as far as half the way is uncertain', () => {
    const [sake] = settledIn('An ambush between Sake and Masisi killed two.');
    expect(sake!.latitude).toBeCloseTo((-1.57386 - 1.39832) / 2, 2);
    expect(sake!.uncertaintyKm).toBe(19);
    const [goma] = settledIn('on the road from Goma to Bukavu');
    expect(goma).toMatchObject({ locationPrecision: 3 });
    const [bukavu] = settledIn('on the road from Bukavu to Bunia');
    expect(bukavu).toMatchObject({ locationPrecision: 5 });
  });

  it('near another one is not exactly there', () => {
    expect(settled('A blast near Beni.', 'Beni')).toMatchObject({ locationPrecision: 2, uncertaintyKm: 25 });
    expect(settled('A blast in Beni.', 'Beni')).toMatchObject({ locationPrecision: 1, uncertaintyKm: 5 });
  });

  it('that is a province or a country says so', () => {
    expect(settled('Fighting in Ituri.', 'Ituri')).toMatchObject({
      locationPrecision: 4,
      place: { kind: 'admin1' },
    });
    expect(settled('War in the RDC.', 'RDC')).toMatchObject({
      locationPrecision: 6,
      place: { kind: 'country' },
    });
  });

  it('whose only known namesake lies in another country than the text says is not known', () => {
    const places = settledIn('At least 12 died in Tudu village in Zamfara, Nigeria.');
    expect(places.map(({ place }) => place?.name)).toEqual(['Zamfara', 'Nigeria']);
  });
});

describe('a mine', () => {
  it('is named by its own name, an alias or its operator', () => {
    expect(settled('The Bisie mine was shut.', 'Bisie').siteIds).toEqual(['bisie']);
    expect(settled('Work at the Mpama mine stopped.', 'Mpama').siteIds).toEqual(['bisie']);
    expect(settled('Alphamin halted work.', 'Alphamin').siteIds).toEqual(['bisie']);
  });

  it('is not named by a company that has several far from each other, unless the text tells which', () => {
    expect(settled('Worldwide Copper declined to comment.', 'Worldwide Copper')).toMatchObject({
      place: null,
      siteIds: [],
      latitude: null,
    });
  });
});

it('settling many names takes time in proportion to their number', () => {
  const names = ['Kigoma', 'Shabunda', 'Kibati', 'Masisi', 'Uvira', 'Fizi'];
  const timeOf = (count: number) => {
    const text = Array.from({ length: count }, (_, i) => `in ${names[(i * 7) % names.length]}`).join(', ');
    const startedAt = performance.now();
    expect(settledIn(text).length).toBe(count);
    return performance.now() - startedAt;
  };
  timeOf(500);
  expect(timeOf(10_000)).toBeLessThan(Math.max(30, timeOf(1000)) * 40);
});
