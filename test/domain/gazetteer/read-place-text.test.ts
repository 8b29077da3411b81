import { describe, expect, it } from 'vitest';
import { readPlaceText } from '../../../domain/gazetteer/read-place-text.ts';
import { smallWorld } from './small-world.ts';

const read = (text: string, country: string | null = 'CD') => readPlaceText(text, smallWorld, { country });
const named = (text: string) => {
  const found = read(text);
  return found?.place ? `${found.place.name} ${found.place.kind}` : null;
};

describe('a text that tells a place', () => {
  it('means the closest place that it names', () => {
    expect(named('Nyabiondo village, Masisi territory, North Kivu province')).toBe('Nyabiondo locality');
    expect(named('Bisie mine, Walikale')).toBe('Bisie site');
    expect(named('North Kivu')).toBe('North Kivu admin1');
    expect(named('nothing here')).toBeNull();
    expect(named('')).toBeNull();
  });

  it('means the area where the village in it is not known', () => {
    expect(named('Unheardof village in Masisi territory')).toBe('Masisi admin2');
    expect(read('Unheardof village in Masisi territory')).toMatchObject({ locationPrecision: 3 });
    // The only Tudu that is known is 600 km off.
    expect(named('Tudu village in Masisi territory')).toBe('Masisi admin2');
  });

  it('is less exact where an unknown name stands before the known one', () => {
    expect(read('Unheardof, Masisi')).toMatchObject({ place: { name: 'Masisi' }, locationPrecision: 3 });
    expect(read('Masisi')).toMatchObject({ locationPrecision: 1 });
  });

  it('reads other spellings of a name', () => {
    expect(named('Niabyondo village')).toBe('Nyabiondo locality');
    expect(read('Niabyondo village')!.uncertaintyKm).toBeGreaterThan(5);
    expect(named('Mbujimayi')).toBe('Mbuji-Mayi locality');
  });

  it('reads distances and directions', () => {
    expect(read('20 km north of Beni')!.latitude).toBeCloseTo(0.491 + 0.18, 2);
    expect(read('Beni (near)')!.place).toMatchObject({ name: 'Beni' });
  });

  it('prefers the country that is known', () => {
    expect(readPlaceText('Zamfara', smallWorld, { country: 'NG' })?.place).toMatchObject({ name: 'Zamfara' });
    expect(read('trucks from Nigeria')).toBeNull();
  });

  it('takes no longer for a text of any length', () => {
    const startedAt = performance.now();
    read('Kigoma, '.repeat(200_000));
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
