import { describe, expect, it } from 'vitest';
import { read } from './support.ts';

describe('Deaths of several kinds', () => {
  it.each([
    ['en', 'Not only three soldiers but also two civilians were killed in an attack at Mubi on Tuesday.'],
    ['en', 'Three soldiers as well as two civilians were killed in an attack at Mubi on Tuesday.'],
    ['en', 'An attack at Mubi on Tuesday killed three soldiers, as well as two civilians.'],
    ['fr', 'Trois soldats ainsi que deux civils ont été tués mardi dans une attaque à Mubi.'],
    ['fr', 'Non seulement trois soldats mais aussi deux civils ont été tués mardi dans une attaque à Mubi.'],
  ] as const)('are added up, however they are joined (%s: %s)', (language, text) => {
    expect(read(language, text).map(({ deathsBest }) => deathsBest)).toEqual([5]);
  });
});
