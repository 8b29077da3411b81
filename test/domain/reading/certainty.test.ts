import { describe, expect, it } from 'vitest';
import { read } from './support.ts';

const certaintyOf = (text: string) => read('en', text)[0]?.certainty ?? 0;

/** A place, a day and who did it. */
const clear = 'M23 fighters seized Nyabiondo in Masisi territory on Tuesday.';

/** Below this an event waits for a person and counts nothing. */
const doubtful = 0.4;

describe('certainty', () => {
  it('is high where a sentence tells of place, day and who did it', () => {
    expect(certaintyOf(clear)).toBeGreaterThanOrEqual(0.8);
  });

  it.each([
    ['the day is that of the report', 'M23 fighters seized Nyabiondo in Masisi territory.'],
    ['nobody is named who did it', 'Nyabiondo in Masisi territory was seized on Tuesday.'],
    ['only a territory is known', 'M23 fighters killed two people in Masisi territory on Tuesday.'],
    [
      'the places beside it lie in another country',
      'M23 fighters seized Nyabiondo on Tuesday, Tanzania said.',
    ],
  ])('falls where %s', (_, text) => {
    expect(certaintyOf(text)).toBeGreaterThan(0);
    expect(certaintyOf(text)).toBeLessThan(certaintyOf(clear));
  });

  it('is that of a doubtful event where nobody knows the place', () => {
    const [event] = read('en', 'Gunmen killed two people in Bulolero on Tuesday.');
    expect(event?.latitude).toBeNull();
    expect(event?.certainty).toBeLessThan(doubtful);
  });

  it('rises where a second sentence says the same', () => {
    const once = 'A bomb exploded in Goma on Tuesday, killing two people.';
    const twice = `${once} The explosion in Goma wounded nine others.`;
    expect(certaintyOf(twice)).toBeGreaterThan(certaintyOf(once));
  });
});
